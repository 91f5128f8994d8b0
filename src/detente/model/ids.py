"""Ids of items: hashes of what makes an item itself, so that it keeps its id when it is read again.

An item is known by its report's key, its section, the sentence that it stands in, one word of that sentence (its
anchor) and, where all this comes up more than once, by its number among the equals. Neither where it stands in the text
nor what was made of it (type, names, dates, length) counts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

_WORDS = re.compile(r"[^\W_]+")
DIGITS = 16  #: hexadecimal; of six million ids, two are equal once in a million records


def normal(text: str) -> str:
    """Words without what typesetting does to them: letters and digits in lower case, single spaces between."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def hashed(*parts: str) -> str:
    """Hexadecimal digits of the parts' SHA-256; no two lists of parts are taken for one another."""
    content = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


class Ids:
    """Gives out the ids of one report's items, each once.

    The same calls in the same order give the same ids. ``key`` is the report's.
    """

    def __init__(self, key: str) -> None:
        self._key = key
        self._given: Counter[str] = Counter()

    def item(self, kind: str, *anchor: object) -> str:
        """An id such as ``statement-3f9a0c1d2b4e5f60``; ``anchor`` is what makes the item itself."""
        content = hashed(self._key, kind, *map(str, anchor))
        self._given[f"{kind}-{content}"] += 1
        number = self._given[f"{kind}-{content}"]
        return f"{kind}-{content if number == 1 else hashed(content, str(number))}"
