"""Lines of positions -> how two parties stand to one another on an issue: opposed, compatible, conditional or unknown.

The last stances count. Two are *opposed* where one refuses, denies or threatens what the other wants, takes or claims,
on the same things; *conditional* where one consents on a condition and the other does not refuse; *compatible* where
both consent, or one consents to what the other wants; of all else nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from detente.dossier.content import content
from detente.dossier.positions import Line, Stance
from detente.model import items

Relation = Literal["opposed", "conditional", "compatible", "unknown"]
_ORDER = get_args(Relation)  # what speaks first where several pairs of stances differ
_REFUSES: frozenset[items.Stance] = frozenset({"rejects", "denies", "threatens"})
_CONSENTS: frozenset[items.Stance] = frozenset({"accepts", "offers", "accepts if"})
_WANTS: frozenset[items.Stance] = frozenset({"demands", "wishes", "asserts"})
_SHARED = 2  # content words that two claims must have in common, or all of the shorter
_LAST = 3  # stances of a line that still count


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two parties on an issue, each with the stance that tells it."""

    issue: str
    one: str
    other: str
    relation: Relation
    stances: tuple[Stance, Stance]


def conflicts(lines: Iterable[Line]) -> list[Conflict]:
    """Each pair of parties on each issue, those opposed first."""
    issues: dict[str, list[Line]] = {}
    for line in lines:
        issues.setdefault(line.issue, []).append(line)
    found = [
        _of(issue, *sorted(pair, key=lambda line: line.party))
        for issue, held in issues.items()
        for pair in combinations(held, 2)
    ]
    return sorted(found, key=lambda each: (_ORDER.index(each.relation), each.issue, each.one, each.other))


def opposed(lines: Iterable[Line]) -> frozenset[str]:
    """The ids of positions against which another party stands."""
    found = [each for each in conflicts(lines) if each.relation == "opposed"]
    return frozenset(stance.item for each in found for stance in each.stances)


def _of(issue: str, one: Line, other: Line) -> Conflict:
    pairs = [(a, b) for a in _recent(one) for b in _recent(other)]
    a, b = min(pairs, key=lambda pair: _ORDER.index(_stand(*pair)))
    return Conflict(issue, one.party, other.party, _stand(a, b), (a, b))


def _recent(line: Line) -> Sequence[Stance]:
    """The last stances, newest first; none from before the party moved."""
    found: list[Stance] = []
    for stance in line.stances[: -_LAST - 1 : -1]:
        found.append(stance)
        if stance.change == "shifted":
            break
    return found


def _stand(one: Stance, other: Stance) -> Relation:
    words, others = set(content(one.claim.text)), set(content(other.claim.text))
    if len(words & others) < min(_SHARED, len(words), len(others)) or not words & others:
        return "unknown"
    refusing = one.stance in _REFUSES, other.stance in _REFUSES
    if any(refusing):
        against = other if refusing[0] else one
        return "opposed" if not all(refusing) and against.stance in _CONSENTS | _WANTS else "unknown"
    consenting = one.stance in _CONSENTS, other.stance in _CONSENTS
    if any(consenting):
        return "conditional" if one.condition is not None or other.condition is not None else "compatible"
    return "unknown"
