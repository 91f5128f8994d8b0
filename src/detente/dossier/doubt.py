"""Wants of a scenario and two dossiers -> which wants the newest reports put in doubt, and by what.

A want is in doubt where a stance that it rests on is not read any more, and where on the same issue its party has taken
another stance since: it shifted, or accepts what it refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from detente.dossier.account import Dossier
from detente.dossier.positions import Line, Stance


@dataclass(frozen=True, slots=True)
class Rests:
    """A want by its party's name and its words, with the ids of its evidence."""

    party: str
    want: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A want in doubt: ``by`` is the stance that speaks against it, null where its evidence is gone."""

    rests: Rests
    by: Stance | None
    gone: str | None = None  #: the id that is not read any more


def in_doubt(after: Dossier, known: Collection[str], wants: Iterable[Rests]) -> Iterator[Doubt]:
    """The wants that reports put in doubt which are not among those with these ids (``known``)."""
    ids = {item.id for source in after.sources for items in source.reading.items.values() for item in items}
    for rests in wants:
        gone = next((one for one in rests.evidence if not any(item.startswith(one) for item in ids)), None)
        if gone is not None:
            yield Doubt(rests, None, gone)
            continue
        for line in after.positions:
            newer = _newer(line, rests, known)
            if newer is not None:
                yield Doubt(rests, newer)
                break


def _newer(line: Line, rests: Rests, known: Collection[str]) -> Stance | None:
    """The last stance of new reports by which the party moved from one that the want rests on."""
    begins = tuple(rests.evidence)
    places = [n for n, one in enumerate(line.stances) if any(i.startswith(begins) for i in (one.item, *one.rests_on))]
    if not places:
        return None
    later = line.stances[places[-1] + 1 :]
    moved = [one for one in later if one.change == "shifted" and one.source.id not in known]
    return moved[-1] if moved else None
