"""Every form under which a party goes, with what kind of name it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import listed, rows
from detente.knowledge.parties import Administrations, PartyName, PartyRecord, neutral, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.model.mention import MentionKind


@dataclass(frozen=True, slots=True)
class Surface:
    """One form of one party's name, case as in print. Without ``parties`` it only hides what it contains."""

    text: str
    parties: tuple[str, ...]
    kind: MentionKind
    after_the: bool = False  #: counts only after "the"
    weak: bool = False  #: counts only if the report names the party otherwise too
    city: bool = False  #: a place that may stand for a government
    land: bool = False  #: a state or region, whose name may also mean its land
    noun: bool = False  #: an adjective that is a name as well (Taiwan, UN)


@cache
def surfaces() -> tuple[Surface, ...]:
    """Each form once. Where two parties share one, the first of the tables has it."""
    found: dict[tuple[str, bool], Surface] = {}
    for surface in _all():
        key = surface.text, surface.after_the
        earlier = found.get(key)
        if earlier is None:
            found[key] = surface
        elif earlier.kind == "name" and surface.kind == "adjective" and earlier.parties == surface.parties:
            found[key] = replace(earlier, noun=True)
    return tuple(found.values())


@cache
def combining_forms() -> dict[str, str]:
    """First parts of joined adjectives and their party: Sino, Anglo."""
    return {form.name: form.party for form in rows("en/parties/combining_forms", PartyName, "name")}


#: Koreas and other names that stand for two states at once.
_PAIRS = {
    "Koreas": ("KOR", "PRK"),
    "inter-Korean": ("KOR", "PRK"),
    "Inter-Korean": ("KOR", "PRK"),
    "intra-Korean": ("KOR", "PRK"),
    "Sudans": ("SDN", "SSD"),
    "Congos": ("COD", "COG"),
}


def _all() -> Iterator[Surface]:
    for phrase in listed("en/parties/never", "phrases"):
        yield _surface(phrase, (), "name")
    for text, parties in _PAIRS.items():
        yield _surface(text, parties, "adjective" if text.endswith("Korean") else "name")
    for seat in rows("en/parties/seats", PartyName):
        yield _surface(seat.name, (seat.party,), "seat", city=seat.name == "Brussels")
    for record in records().values():
        yield from _of(record)
    yield from _blocs()
    yield from _administrations()


def _blocs() -> Iterator[Surface]:
    nouns, others = listed("en/parties/metonymy", "blocs.nouns"), listed("en/parties/metonymy", "blocs.others")
    for name in listed("en/parties/metonymy", "blocs.names"):
        yield _surface(name, (neutral(name),), "group")
    for adjective in listed("en/parties/metonymy", "blocs.adjectives"):
        for noun in nouns:
            yield _surface(f"{adjective} {noun}", (neutral(f"{adjective} countries"),), "group")
        for noun in others:
            yield _surface(f"{adjective} {noun}", (neutral(f"{adjective} {noun}"),), "group")


def _administrations() -> Iterator[Surface]:
    nouns = listed("en/parties/metonymy", "institutions.of_people")
    for row in rows("en/parties/administrations", Administrations):
        for name in row.names:
            for noun in nouns:
                yield _surface(f"{name} {noun}", (row.party,), "group")


def _of(record: PartyRecord) -> Iterator[Surface]:
    party = (record.id,)
    land = record.kind in {"state", "former state"} or bool(record.capitals)
    for name in (record.name, *record.names):
        yield _surface(name, party, "name", land=land)
    for adjective in record.adjectives:
        yield _surface(adjective, party, "adjective")
        if adjective.endswith(("n", "i")) and not adjective.isupper():
            yield _surface(f"{adjective}s", party, "people")
    for people in record.people:
        yield _surface(people, party, "people")
    for capital in record.capitals:
        if not capital.startswith("~"):
            yield _surface(capital, party, "capital", city=True)


def _surface(
    text: str, parties: tuple[str, ...], kind: MentionKind, *, city: bool = False, land: bool = False
) -> Surface:
    weak = text.startswith("?")
    text = text.removeprefix("?")
    after_the = text.startswith("the ")
    return Surface(text.removeprefix("the "), parties, kind, after_the, weak, city, land)
