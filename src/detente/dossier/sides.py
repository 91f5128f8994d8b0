"""Who speaks or takes a stand -> the party that it is of, by all that the reports tell of the speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
from detente.dossier.source import Source
from detente.model.items import Position, Statement
from detente.model.references import Reference


class Sides:
    """The parties of speakers: of somebody named, as most reports have it; of a group, its name."""

    def __init__(self, everybody: Sequence[Somebody], groups: Organisations) -> None:
        self._groups = groups
        self._of: Mapping[str, str] = {
            seen.person.id: side for one in everybody if (side := self._side(one)) is not None for seen in one.seen
        }

    def _side(self, one: Somebody) -> str | None:
        """Of somebody the group that most of his offices name, else his party."""
        offices = (office for seen in one.seen for office in (*seen.person.offices, seen.person.office) if office)
        named = Counter(group for office in offices if (group := self._groups.named_in(office)) is not None)
        return min(named, key=lambda group: (-named[group], group)) if named else one.party

    def of(self, statement: Statement) -> tuple[str, ...]:
        """The parties on whose behalf it is; none where nothing tells."""
        speaker = statement.speaker
        words = statement.source.text if statement.source else speaker.name if speaker else ""
        if named := self._groups.named_in(words):
            return (named,)
        if speaker is not None and speaker.kind == "person" and (side := self._of.get(speaker.id or "")):
            return (side,)
        several = tuple(one.id for one in statement.speakers if one.kind == "party" and one.id)
        if len(several) > 1:
            return several
        if statement.party is not None:
            return (statement.party,)
        return (speaker.id,) if speaker is not None and speaker.kind == "party" and speaker.id else ()

    def of_position(self, one: Position, source: Source) -> tuple[str, ...]:
        """The parties whose position it is: of words, the speaker's side; of a deed, who does it."""
        said = next((each for each in source.reading.statements or () if each.id in one.rests_on), None)
        linked = said is not None and any(link.content.start == one.claim.start for link in said.chain)
        if said is not None and not linked and (found := self.of(said)):
            return found
        return tuple(dict.fromkeys(who for each in one.side if (who := self._named(each)) is not None))

    def _named(self, who: Reference) -> str | None:
        if who.kind == "party":
            return self._groups.named_in(who.name) or who.id
        return self._of.get(who.id) if who.kind == "person" and who.id else self._groups.named_in(who.name)
