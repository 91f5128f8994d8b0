"""Where a report names somebody, and who that is: what statements and events resolve their actors by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "adjective", "people", "capital", "seat", "title", "pronoun", "group", "counterpart"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters ``[start, end)`` of the text that name parties or people.

    ``parties`` are party ids; ``people`` are ids of :class:`Person` items. ``place`` is true where the words name
    a place rather than who governs it ("the talks in Moscow").
    """

    start: int
    end: int
    kind: MentionKind
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    place: bool = False
