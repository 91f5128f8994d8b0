"""The people of the readings -> each person once, with every report's item that is they.

Blocks are surnames' consonants. Who is given only by surname is joined to the one whom the dispute knows by it, if
there is one alone (of the same party, where several are); two of one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from detente.dossier.extract.people import PersonTold
from detente.dossier.names import compatible, skeleton, split
from detente.dossier.organisations import Organisations
from detente.dossier.source import Source

_NAMED = 2  # reports that give somebody a group by its name, which counts before what they are only described as


class Seen(Struct, frozen=True, gc=False):
    """A person as one report has them."""

    source: Source
    person: PersonTold


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the dossier; ``id`` is that of the earliest-published item."""

    id: str
    name: str
    aliases: tuple[str, ...]
    party: str | None
    seen: tuple[Seen, ...]


def people(given: Sequence[Source], groups: Organisations) -> list[Somebody]:
    """The people, those of most reports first; ``groups`` are those that the reports introduce."""
    blocks: defaultdict[str, list[Seen]] = defaultdict(list)
    for source in given:
        for person in source.digest.people:
            blocks[skeleton(split(person.name)[1])].append(Seen(source, person))
    found = [_somebody(group, groups) for key in sorted(blocks) for group in _groups(blocks[key])]
    return sorted(found, key=lambda one: (-len(one.seen), one.name, one.id))


class _Group:
    """Reports' items that are one person."""

    def __init__(self, first: Seen) -> None:
        self.seen: list[Seen] = []
        self.given = split(first.person.name)[0]
        self._parties: Counter[str] = Counter()
        self.take(first)

    def take(self, one: Seen) -> None:
        """Add an item."""
        self.seen.append(one)
        if one.person.party:
            self._parties[one.person.party] += 1

    @property
    def party(self) -> str | None:
        """The party that most reports give them."""
        return min(self._parties, key=lambda party: (-self._parties[party], party), default=None)


def _groups(block: list[Seen]) -> Iterator[list[Seen]]:
    groups: list[_Group] = []
    named = [(one, split(one.person.name)[0]) for one in block]
    for one, given in named:
        if given:
            own = next((group for group in groups if compatible(given, group.given)), None)
            if own is None:  # one who is named in full may have another party by error
                groups.append(_Group(one))
            else:
                own.take(one)
    for one, given in named:
        if given:
            continue
        party = one.person.party
        fitting = [group for group in groups if party is None or group.party in (None, party)]
        same = [group for group in fitting if party and group.party == party]
        chosen = same if len(same) == 1 else fitting
        if len(chosen) == 1:
            chosen[0].take(one)
        else:
            groups.append(_Group(one))
    return (group.seen for group in groups)


def _somebody(group: list[Seen], groups: Organisations) -> Somebody:
    group.sort(key=lambda one: (one.source.number, one.person.evidence.start))
    names = Counter(one.person.name for one in group)
    name = min(names, key=lambda one: (-min(len(split(one)[0]), 1), -names[one], one))
    aliases = sorted({alias for one in group for alias in (one.person.name, *one.person.aliases)} - {name})
    return Somebody(group[0].person.id, name, tuple(aliases), _side(group, groups), tuple(group))


def _kind(party: str, group: list[Seen]) -> str | None:
    """What kind of party it is, as the last report has it."""
    every = (one for seen in reversed(group) for one in reversed(seen.source.head.parties))
    return next((one.kind for one in every if one.id == party), None)


def _side(group: list[Seen], groups: Organisations) -> str | None:
    """The party that most reports give them; a group that stands right beside their name counts as such."""
    counts = Counter(one.person.party for one in group if one.person.party)
    beside = (groups.named_in(one.person.beside) for one in group)
    counts.update(name for name in beside if name)
    best = min(counts, key=lambda party: (-counts[party], party in groups.names.values(), party)) if counts else None
    if best is None or best.isupper() or _kind(best, group) != "group":
        return best
    # "The opposition", of whom reports also say which body of it they speak for, by its initials or a name introduced.
    named = [party for party in counts if party.isupper() or party in groups.names.values()]
    named = [party for party in named if counts[party] >= _NAMED]
    return min(named, key=lambda party: (-counts[party], party)) if named else best
