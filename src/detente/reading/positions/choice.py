"""Which candidates an officer would take for positions: candidates -> those that are kept.

The decision is a sum of weights, one for each trait that a candidate has (see :mod:`detente.reading.positions.traits`);
they were learned from annotated reports (``training/positions``) and stand in ``choice.tsv``. What a party plainly
wants, refuses or offers needs no weighing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from detente.reading.positions.traits import traits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.reading.positions.candidates import Candidate

_PLAIN = frozenset({"demands", "rejects", "offers", "accepts", "threatens", "denies"})
_PRINCIPAL = 3  # parties that most of a report's candidates are of


@cache
def weights() -> dict[str, float]:
    """The weight of each trait; a trait that it lacks weighs nothing."""
    text = files(__package__).joinpath("choice.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows}


def chosen(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are positions, in order."""
    known = weights()
    return [one for one, its in with_traits(found) if _is_plain(one) or sum(known.get(each, 0.0) for each in its) > 0]


def _is_plain(one: Candidate) -> bool:
    """Whether a party is plainly said to take a stand, or to keep silent: by the act, or as what it wants."""
    said = one.statement
    if said is None or one.source != "statement" or any(who.kind != "party" for who in one.side):
        return False
    return said.manner in ("declined", "position") or (said.act in _PLAIN and not said.anonymous)


def with_traits(found: Sequence[Candidate]) -> Iterator[tuple[Candidate, list[str]]]:
    """Each candidate with its traits."""
    counts = Counter(one.side for one in found)
    principal = {side for side, _ in counts.most_common(_PRINCIPAL)}
    told: list[tuple[int, int]] = []
    for one in found:
        repeated = any(start <= one.head.idx < end for start, end in told[-4:])
        yield one, list(traits(one, repeated, one.side in principal))
        told.append((one.claim.start, one.claim.end))
