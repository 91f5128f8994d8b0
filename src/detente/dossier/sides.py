"""Who speaks in a statement -> the party that it is of, by all that the reports tell of the speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
from detente.model.items import Statement


class Sides:
    """The parties of speakers: of somebody named, as most reports have it; of a group, its name."""

    def __init__(self, everybody: Sequence[Somebody], groups: Organisations) -> None:
        self._of: Mapping[str, str] = {seen.person.id: one.party for one in everybody if one.party for seen in one.seen}
        self._groups = groups

    def of(self, statement: Statement) -> tuple[str, ...]:
        """The parties on whose behalf it is; none where nothing tells."""
        speaker = statement.speaker
        if speaker is not None and speaker.kind == "person" and (side := self._of.get(speaker.id or "")):
            return (side,)
        words = statement.source.text if statement.source else speaker.name if speaker else ""
        if named := self._groups.named_in(words):
            return (named,)
        several = tuple(one.id for one in statement.speakers if one.kind == "party" and one.id)
        if len(several) > 1:
            return several
        if statement.party is not None:
            return (statement.party,)
        return (speaker.id,) if speaker is not None and speaker.kind == "party" and speaker.id else ()
