"""The names in what a page's data give as its author: "By Jane Doe and John Smith, CNN" are two people.

In go strings, out come names, each once; the publication itself is an author only where nobody else is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.knowledge.loader import words

_BY = re.compile(r"^\s*(?:by|written by|reported by|words by|story by)\b[\s:]*", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:;|\||\s&\s|,?\s+\band\b\s+|,\s+)\s*")
_OUTLETS = words("facts/web/outlets", "short")


def author_names(given: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    """The people named; the publication where there are none."""
    found = [name for text in given for name in _names(text)]
    outlet = (publisher or "").casefold()
    people = [name for name in found if name.casefold() != outlet and name.casefold() not in _OUTLETS]
    return tuple(dict.fromkeys(people or found))


def _names(text: str) -> list[str]:
    """One string's names: parted where every part looks like one, else whole."""
    bare = _BY.sub("", text).strip()
    parts = [part.strip() for part in _JOINS.split(bare) if part.strip()]
    shaped = [part for part in parts if _is_name(part) or part.casefold() in _OUTLETS]
    return parts if parts and len(shaped) == len(parts) else [bare] if bare else []


def _is_name(part: str) -> bool:
    """Two to four words that begin with capitals, small ones among them."""
    pieces = part.split()
    return (
        2 <= len(pieces) <= 4 and pieces[0][0].isupper() and pieces[-1][0].isupper() and not any(map(str.isdigit, part))
    )
