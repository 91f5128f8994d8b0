"""Mentions gathered into the parties of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.parties import kind_of, records
from detente.model.items import Party, PartyKind
from detente.model.words import Words
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from detente.reading.parties.found import Found


def parties_of_report(doc: Doc, found: Sequence[Found]) -> tuple[Party, ...]:
    """Each party that the report names, in the order in which they come up."""
    gathered: dict[str, list[Found]] = {}
    for name in found:
        if not (name.mention.place and name.surface.city):
            for party in name.mention.parties:
                gathered.setdefault(party, []).append(name)
    text = report_text(doc)
    return tuple(
        _party(text, party, names)
        for party, names in gathered.items()
        if any(_counts(party, name) for name in names)
    )  # fmt: skip


def _counts(party: str, name: Found) -> bool:
    """Whether a mention makes a party; the adjective alone of a state that is gone is history ("Soviet maps")."""
    gone = name.mention.kind == "adjective" and kind_of(party) == "former state"
    return name.counts and not gone


def _party(text: str, party: str, found: list[Found]) -> Party:
    mentions = tuple(Words.at(text, name.mention.start, name.mention.end) for name in found)
    record = records().get(party)
    kind: PartyKind = record.kind if record else _kind(found[0])
    name = record.name if record else mentions[0].text
    evidence = mentions[0]
    return Party(
        id=party,
        kind=kind, name=name, names=_names(found, mentions), mentions=mentions, evidence=evidence,
    )  # fmt: skip


def _kind(name: Found) -> PartyKind:
    """Of a party without a row: a group where it is some state's, "the Syrian opposition", else a bloc of states."""
    return "group" if name.group else "bloc"


def _names(found: list[Found], mentions: tuple[Words, ...]) -> tuple[str, ...]:
    """What the report calls a party, each form once; adjectives only where it has no other name."""
    forms: dict[str, str] = {}
    for name, words in zip(found, mentions, strict=True):
        if name.mention.kind != "adjective":
            forms.setdefault(words.text.lower(), words.text)
    for words in () if forms else mentions:
        forms.setdefault(words.text.lower(), words.text)
    return tuple(forms.values())
