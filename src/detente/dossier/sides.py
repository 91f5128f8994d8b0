"""Who speaks or takes a stand -> the party that it is of, by all that the reports tell of the speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.dossier.extract.positions import PositionTold, Said
from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
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

    def of_position(self, one: PositionTold) -> tuple[str, ...]:
        """The parties whose position it is: of words, the speaker's side; of a deed, who does it."""
        if one.said is not None and (found := self._of_words(one.said)):
            return found
        return tuple(dict.fromkeys(who for each in one.side if (who := self._named(each)) is not None))

    def _of_words(self, said: Said) -> tuple[str, ...]:
        """The parties on whose behalf it is said; none where nothing tells."""
        if named := self._groups.named_in(said.words):
            return (named,)
        speaker = said.speaker
        if speaker is not None and speaker.kind == "person" and (side := self._of.get(speaker.id or "")):
            return (side,)
        if len(said.speakers) > 1:
            return said.speakers
        if said.party is not None:
            return (said.party,)
        return (speaker.id,) if speaker is not None and speaker.kind == "party" and speaker.id else ()

    def _named(self, who: Reference) -> str | None:
        if who.kind == "party":
            return self._groups.named_in(who.name) or who.id
        return self._of.get(who.id) if who.kind == "person" and who.id else self._groups.named_in(who.name)
