"""A reading -> its digest: all that the sections of a dossier need of it, found once.

It follows from the reading alone, so it can be kept with it (:mod:`detente.dossier.kept_digests`); the text and the
items themselves are looked up where somebody is told of them.
"""

from __future__ import annotations

from msgspec import Struct

from detente.dossier.extract.agreements import AgreementTold, agreements_of
from detente.dossier.extract.figures import FigureTold, figures_of
from detente.dossier.extract.groups import called, introduced
from detente.dossier.extract.people import PersonTold, people_of
from detente.dossier.extract.positions import PositionTold, positions_of
from detente.dossier.extract.steps import StepTold, steps_of
from detente.dossier.layout import Layout
from detente.dossier.published import published
from detente.dossier.traits import Traits, traits_of
from detente.model.date import Date
from detente.model.items import PartyKind, Territory
from detente.model.reading import Reading


class Named(Struct, frozen=True, array_like=True, gc=False):
    """A party of a reading."""

    id: str
    name: str
    kind: PartyKind
    is_named: bool  #: whether the report itself names it


class Head(Struct, frozen=True, array_like=True, gc=False):
    """What a report goes by, and its parties."""

    key: str
    place: str  #: where it came from: a file or an address
    published: Date | None  #: as exactly as it is known
    headline: str  #: its headline, else its title, else where it came from
    outlet: str | None
    parties: tuple[Named, ...]


class Digest(Struct, frozen=True, array_like=True, gc=False):
    """What a reading tells, section by section."""

    head: Head
    mentions: tuple[Traits, ...]
    steps: tuple[StepTold, ...]
    people: tuple[PersonTold, ...]
    positions: tuple[PositionTold, ...]
    agreements: tuple[AgreementTold, ...]
    territories: tuple[Territory, ...]
    figures: tuple[FigureTold, ...]
    introduced: tuple[tuple[str, str], ...]  #: groups: initials and full name
    called: tuple[tuple[str, str], ...]  #: small words and the names right behind them


def digest_of(reading: Reading) -> Digest:
    """The digest of a reading."""
    text, layout = reading.report.text, Layout(reading)
    told = tuple(traits_of(reading, layout))
    return Digest(
        _head(reading),
        told,
        tuple(steps_of(reading, layout, told)),
        tuple(people_of(reading)),
        tuple(positions_of(reading)),
        tuple(agreements_of(reading)),
        tuple(reading.territories or ()),
        tuple(figures_of(reading)),
        tuple(introduced(text)),
        tuple(called(text)),
    )


def _head(reading: Reading) -> Head:
    report, front = reading.report, reading.front
    headline = front.headline.text if front.headline else report.title or report.source
    parties = tuple(Named(one.id, one.name, one.kind, bool(one.mentions)) for one in reading.parties or ())
    headline = " ".join(headline.split())
    return Head(report.key, report.source, published(reading), headline, report.publisher, parties)
