"""Text as it is searched: without case, diacritics and typography, in letters that a keyboard has.

Folded in Python, so that every database finds the same.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
     "ə": "e", "ß": "ss", "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)  # fmt: skip
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ‘ʻ](?=\w)")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The folded words of a text, in order; an apostrophe within a word parts it, a mark on a letter goes."""
    if text.isascii():
        return _WORD.findall(_APOSTROPHES.sub(" ", text).lower())
    small = unicodedata.normalize("NFKD", _APOSTROPHES.sub(" ", text)).casefold()
    plain = unicodedata.normalize("NFKD", small)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _WORD.findall(unicodedata.normalize("NFC", bare).translate(_LETTERS))


def folded(text: str) -> str:
    """The folded words with single spaces between."""
    return " ".join(words(text))
