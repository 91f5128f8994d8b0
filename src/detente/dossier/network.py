"""Lines of positions -> networks as political scientists draw them: who takes which side on what, and with whom.

Two modes join actors (parties, or people) and issues, once for those who agree and once for those who do not, with how
often each took that side. One mode joins actors: *congruence* counts for each issue the pairs of stances of one side,
*conflict* those of two sides, *subtract* is the first less the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from detente.dossier.account import Dossier
from detente.dossier.positions import Stance
from detente.model import items

_DISAGREES: frozenset[items.Stance] = frozenset({"rejects", "denies", "threatens", "withholds"})


class Network(StrEnum):
    """Which network."""

    TWO_MODE = "two-mode"
    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"


class Actors(StrEnum):
    """Between whom."""

    PARTIES = "parties"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes and how often; ``agreement`` is told of two-mode edges alone."""

    one: str
    other: str
    weight: int
    agreement: bool | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by name, actors before issues, and edges; nothing stands twice."""

    actors: tuple[str, ...]
    issues: tuple[str, ...]
    edges: tuple[Edge, ...]


def agrees(stance: items.Stance) -> bool:
    """Whether a stance counts as a yes to its issue: what is wanted, claimed, offered or taken; else as a no."""
    return stance not in _DISAGREES


def network(made: Dossier, kind: Network, actors: Actors = Actors.PARTIES) -> Graph:
    """The network of a dossier's positions."""
    counts = Counter((who, issue, agrees(stance.stance)) for who, issue, stance in _taken(made, actors))
    people = tuple(sorted({who for who, _, _ in counts}))
    if kind is Network.TWO_MODE:
        issues = tuple(sorted({issue for _, issue, _ in counts}))
        edges = tuple(Edge(who, issue, count, agreement) for (who, issue, agreement), count in sorted(counts.items()))
        return Graph(people, issues, edges)
    return Graph(people, (), tuple(_one_mode(counts, kind)))


def _taken(made: Dossier, actors: Actors) -> Iterator[tuple[str, str, Stance]]:
    """Who took which stance on which issue; of people, those who are named."""
    named = speakers(made) if actors is Actors.PEOPLE else {}
    for line in made.positions:
        for stance in line.stances:
            if actors is Actors.PARTIES:
                yield made.parties.get(line.party, line.party), line.issue, stance
            elif stance.item in named:
                yield named[stance.item], line.issue, stance


def speakers(made: Dossier) -> dict[str, str]:
    """By the id of a position the name of the person whose words it is, as the dossier has it."""
    names = {seen.person.id: one.name for one in made.people for seen in one.seen}
    return {
        one.item: names.get(str(one.by.id), one.by.name)
        for source in made.sources
        for one in source.digest.positions
        if one.by is not None and one.by.kind == "person"
    }


def _one_mode(counts: Counter[tuple[str, str, bool]], kind: Network) -> Iterator[Edge]:
    taken: dict[str, dict[str, tuple[int, int]]] = {}
    for who, issue, _ in sorted(counts):
        taken.setdefault(who, {})[issue] = counts[who, issue, False], counts[who, issue, True]
    for one, other in combinations(sorted(taken), 2):
        same = opposite = 0
        for no, yes, others in _shared(taken[one], taken[other]):
            same += no * others[0] + yes * others[1]
            opposite += no * others[1] + yes * others[0]
        weight = {Network.CONGRUENCE: same, Network.CONFLICT: opposite}.get(kind, same - opposite)
        if weight or (kind is Network.SUBTRACT and same):
            yield Edge(one, other, weight)


def _shared(
    one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]
) -> Iterable[tuple[int, int, tuple[int, int]]]:
    return ((*sides, other[issue]) for issue, sides in one.items() if issue in other)
