"""Who has the floor in a transcript: whom a label means, and for which party he speaks.

A label is a surname ("MR. HALE"), an office of somebody whom the report names ("Deputy Spokesperson"), or "A" for whom
the report interviews. Whose official he is, where the report does not say it, ``house.py`` knows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution import lexicon
from detente.reading.attribution.house import seat, stood_for
from detente.reading.attribution.speakers import Speaker
from detente.reading.attribution.turns import sentences_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.speakers import Speakers
    from detente.reading.attribution.turns import Turn

_TABLE = "en/attribution/documents"
_NAMES = 2  # of a person, before the sign of the genitive


class Floor:
    """Resolves the labels of a transcript."""

    def __init__(self, passage: Passage, speakers: Speakers, turns: list[Turn]) -> None:
        self._passage = passage
        self._speakers = speakers
        self.turns = turns
        self._starts = [turn.paragraphs[0][0] for turn in turns]
        self._known: dict[str, Speaker] = {}

    def speaker_at(self, character: int) -> Speaker:
        """Who speaks at a character within a turn that does not only ask."""
        return self.speaker(self.turns[bisect_right(self._starts, character) - 1])

    def speaker(self, turn: Turn) -> Speaker:
        """Who has the floor in a turn."""
        if turn.name not in self._known:
            who = self._named(turn.name)
            self._known[turn.name] = replace(who, party=who.party or self._speaks_for(turn.name) or self._seat())
        return self._known[turn.name]

    def speaks_for(self, character: int, head: Token) -> bool:
        """Whether a source within a turn is nothing but the party that its speaker speaks for."""
        mention = self._speakers.at(head)
        own = self.speaker_at(character).party
        return mention is not None and not mention.people and own is not None and mention.parties == (own,)

    def _named(self, name: str) -> Speaker:
        if not name or name.upper() in words(_TABLE, "answering"):
            return self._interviewed() or Speaker(None, None)
        unnamed = any(word in lexicon.officials() for word in name.lower().split())
        return self._in_office(name) or replace(self._speakers.labelled(name), anonymous=unnamed)

    def _in_office(self, name: str) -> Speaker | None:
        """The one person whom the report names in the office that a label is: "Deputy Spokesperson"."""
        people = self._speakers.cited.people.values()
        held = [each for each in people if name.casefold() in (each.office or "").casefold()]
        return self._speakers.person(held[0].id) if len(held) == 1 else None

    def _interviewed(self) -> Speaker | None:
        """Whom the report names with all of his name before anybody speaks; whoever is asked about has no floor."""
        doc, first = self._passage.doc, self._first_label()
        before = doc[first].idx if first else len(doc.text)
        people = self._speakers.cited.people.values()
        named = [person for person in people if " " in person.name and person.evidence.start < before]
        if named:
            return self._speakers.person(min(named, key=lambda each: each.evidence.start).id)
        name = self._titled(first)
        return self._speakers.labelled(name) if name is not None else None

    def _titled(self, first: int) -> str | None:
        """The name in a title that nobody else tells: "Foreign Ministry Spokesperson Lu Wen's Press Conference"."""
        head = [token for token in self._passage.doc[:first] if not token.is_space]
        for at, token in enumerate(head):
            if token.lower_ not in lexicon.officials():
                continue
            rest = head[at + 1 : at + 3 + _NAMES]
            end = next((n for n, each in enumerate(rest) if each.tag_ == "POS"), 0)
            name = rest[max(end - _NAMES, 0) : end]
            if name and all(each.is_title for each in name):
                return " ".join(each.text for each in name)
        return None

    def _speaks_for(self, name: str) -> str | None:
        """The state that somebody's own words speak for."""
        own = (turn for turn in self.turns if turn.name == name)
        return stood_for(self._passage, self._speakers, (s for turn in own for s in sentences_of(self._passage, turn)))

    def _seat(self) -> str | None:
        return seat(self._passage, self._first_label())

    def _first_label(self) -> int:
        """The token of the first label; 0 where no turn has one."""
        return next((turn.label[0] for turn in self.turns if turn.label is not None), 0)
