"""Words that a hyphen breaks at a line's end are whole again, with the hyphen where it is a part of them.

In goes text, or the halves of one word and the words known from the rest of the document; out comes text.
"""

from __future__ import annotations

import re
from collections.abc import Set

from detente.knowledge.loader import words

_FIRST = re.compile(r"([^\W_][\w-]*)-\Z")
_SECOND = re.compile(r"[ \t]*([^\W_][\w-]*)(\S*)[ \t]*")
_SUSPENDED = words("en/front/lines", "suspended")
_WORD = re.compile(r"\w+(?:-\w+)+|\w+")
_WIDE = 100  # characters up to which two lines become one; wider ones keep their break, behind the word


def words_of(text: str) -> set[str]:
    """The words that stand whole in a text, hyphenated ones as one, in small letters."""
    return {word.casefold() for word in _WORD.findall(text)}


def unbroken(text: str) -> str:
    """The text, its lines ended by line feeds, with broken words put together."""
    if "-\n" not in text:
        return text
    known = words_of(text)
    lines: list[str] = []
    for line in text.split("\n"):
        first = _FIRST.search(lines[-1]) if lines else None
        second = _SECOND.match(line)
        if first is None or second is None:
            lines.append(line)
            continue
        start, rest = lines[-1][: first.start()], line[second.end() :]
        lines[-1] = f"{start}{_word(first[1], second[1], known)}{second[2]}"
        if len(lines[-1]) + len(rest) < _WIDE:
            lines[-1] += f" {rest}" if rest else ""
        else:
            lines.append(rest)
    return "\n".join(lines)


def whole(first: str, second: str, known: Set[str]) -> str:
    """One word of two halves: as it stands elsewhere; else without a hyphen where it goes on in small letters."""
    as_one, hyphenated = (f"{first}{mark}{second}".casefold() in known for mark in ("", "-"))
    as_one = as_one or (not hyphenated and second[:1].islower() and not first[-1:].isdigit())
    return f"{first}{second}" if as_one else f"{first}-{second}"


def _word(first: str, second: str, known: Set[str]) -> str:
    return f"{first}- {second}" if second in _SUSPENDED else whole(first, second, known)
