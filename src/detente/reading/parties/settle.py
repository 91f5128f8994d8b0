"""Names that only the whole report can settle: short forms, Korea, Congo, Georgia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.parties.word_classes import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from detente.reading.parties.found import Found

_HALVES = frozenset({"North", "South"})  # of Korea
_KOREA = words("en/parties/words", "korea")
_GEORGIA = words("en/parties/words", "georgia")
_CONGO = frozenset({"Congo", "Congolese"})


def settle(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """The names of a report, less those that turn out to mean nothing, each with who it means here."""
    sure = {party for name in found for party in _sure(name)}
    settled: list[Found] = []
    georgia: bool | None = None
    for name in found:
        text = name.surface.text
        if text in _HALVES:
            if "KOR" in sure or "PRK" in sure:
                settled.append(name)
            continue
        if name.surface.weak and not sure.intersection(name.mention.parties):
            continue
        if text in _KOREA and "PRK" in sure and "KOR" not in sure:
            settled.append(name.of(("PRK",)))
        elif text in _CONGO and "COG" in sure and "COD" not in sure:
            settled.append(name.of(("COG",)))
        elif text in _GEORGIA:
            if georgia is None:
                georgia = _is_us_georgia(doc)
            if not georgia:
                settled.append(name)
        else:
            settled.append(name)
    return settled


def _sure(name: Found) -> tuple[str, ...]:
    unsure = name.surface.weak or name.surface.text in _KOREA or name.surface.text in _CONGO
    return () if unsure else name.mention.parties


def _is_us_georgia(doc: Doc) -> bool:
    """Whether the report speaks of the state of the US rather than of the country."""
    classes = word_classes()
    words = {token.text for token in doc}
    if words & classes.georgia_caucasus:
        return False
    return bool(words & classes.georgia_us) or len(words & classes.us_states) > 1
