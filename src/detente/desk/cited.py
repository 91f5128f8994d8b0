"""Lines of a dossier -> the links that they show: what each tells, and the words of each report that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.desk.addresses import Addresses
from detente.dossier.account import Dossier
from detente.dossier.page.line import BriefLine
from detente.dossier.source import Source

_MOST = 8  # sources that a line shows before it only counts them


@dataclass(frozen=True, slots=True)
class Citation:
    """A source's number, where its words are to be seen, and what it is called."""

    number: int
    address: str
    called: str


@dataclass(frozen=True, slots=True)
class Citations:
    """The first sources of a line, and how many more it has."""

    shown: tuple[Citation, ...]
    more: int


class Cited:
    """The links of a dossier's lines."""

    def __init__(self, made: Dossier, to: Addresses) -> None:
        self._sources = {source.number: source for source in made.sources}
        self._to = to

    def __call__(self, line: BriefLine) -> Citations:
        """The sources of a line, at the words that it rests on where they are known."""
        first = line.sources[:_MOST]
        places = {place.number: (place.start, place.end) for place in line.places if place.number in first}
        shown = tuple(self.source(self._sources[number], places.get(number)) for number in first)
        return Citations(shown, len(line.sources) - len(first))

    def source(self, source: Source, place: tuple[int, int] | None = None) -> Citation:
        """One source, at a place of its text."""
        called = " · ".join(
            part for part in (str(source.published or ""), source.outlet, source.headline) if part
        )  # fmt: skip
        return Citation(source.number, self._to.report(source.id, place), called)
