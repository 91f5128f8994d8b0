"""A correction -> the item that it is meant for, in a reading made by whatever version of the program.

The item of the same id; where there is none, the only item of its section that overlaps half of its words. In another
version of the report, the words are looked for where they stand now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from detente.model.words import Words

_WORD = re.compile(r"\w+")
_T = TypeVar("_T")


def target(identity: str, words: Words | None, items: Sequence[Any]) -> Any | list[Any]:
    """The item that is meant, or the list of those that may be: none, or several."""
    same = [one for one in items if one.id == identity]
    if same:
        return same[0]
    if words is None:
        return []
    near = overlapping(words, items)
    return near[0] if len(near) == 1 else near


def overlapping(words: Words, items: Iterable[Any]) -> list[Any]:
    """The items whose evidence has at least half of the words."""
    wanted = _counted(words)
    return [one for one in items if wanted and 2 * len(wanted & _counted(one.evidence)) >= len(wanted)]


def moved_to(words: Words, text: str) -> int | None:
    """By how many characters words have moved that stand in another text once; None where they do not or more often."""
    if text[words.start : words.end] == words.text:
        return 0
    start = text.find(words.text)
    return start - words.start if start >= 0 and text.find(words.text, start + 1) < 0 else None


def moved(value: _T, by: int, text: str) -> _T | None:
    """A value with every passage in it moved; None where the text then does not have one of them."""
    try:
        return _moved(value, by, text) if by else value
    except LookupError:
        return None


def _moved(value: Any, by: int, text: str) -> Any:
    if isinstance(value, Words):
        start, end = value.start + by, value.end + by
        if start < 0 or text[start:end] != value.text:
            raise LookupError
        spans = tuple((first + by, last + by) for first, last in value.spans) if value.spans else None
        return Words(start, end, value.text, spans)
    if isinstance(value, tuple):
        return tuple(_moved(inner, by, text) for inner in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _moved(getattr(value, field.name), by, text) for field in fields(value)})
    return value


def _counted(words: Words) -> set[int]:
    """Where each word of a passage begins."""
    spans = words.spans or ((words.start, words.end),)
    return {
        match.start() + start
        for start, end in spans
        for match in _WORD.finditer(words.text[start - words.start : end - words.start])
    }
