"""Who else an event must concern, where its own clause does not say: from the sentence and the report around it.

In: roles as the syntax has them. Out: roles, each completed from the context with the field's name, so that a reader
can tell what was only implied. An act against somebody is against the party that the sentence or the one before it
names besides; talks without names are those of the two that the report is about; "we" is the speaker's side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.parties import kind_of
from detente.reading.english.cast import Actors, is_own
from detente.reading.english.clauses import child, is_passive, owner, patients, preps, subject
from detente.reading.events.described import described_source, described_target
from detente.reading.events.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from detente.model.mention import Mention
    from detente.reading.events.triggers import Trigger

_AGAINST = frozenset({"SANCTION", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "COERCE"})
_NAMED = frozenset({"name", "capital", "seat", "pronoun", "group", "title", "counterpart"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_INDEFINITE = frozenset({"a", "an"})
_NO_OBJECTS = frozenset({"nsubj", "nsubjpass", "ROOT"})
_WE = frozenset({"we", "us", "our", "i", "my"})
_PAIR = 2


class Implied(NamedTuple):
    """Roles, and the fields of them that only the context gives."""

    roles: Roles
    fields: tuple[str, ...] = ()


class Surroundings:
    """Who is named around a place of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        mentions: Iterable[Mention] = doc._.detente_mentions or ()
        self._mentions = [m for m in mentions if m.parties]
        self._starts = [m.start for m in self._mentions]

    def completed(self, trigger: Trigger, roles: Roles, speaker: str | None) -> Implied:
        """The roles with what the context adds; ``speaker`` is the party whose words alone tell the event."""
        if not roles.source and speaker is not None and _is_ours(trigger):
            rest = tuple(p for p in roles.target.parties if p != speaker)
            return Implied(Roles(Actors((speaker,)), Actors(rest, roles.target.people)), ("source",))
        kind = trigger.cue.type
        if roles.target and roles.target.parties == roles.source.parties and _is_anothers(trigger):
            roles = Roles(roles.source, Actors())
            if speaker is not None and speaker not in roles.source.parties:
                return Implied(Roles(roles.source, Actors((speaker,))), ("target",))
            return Implied(roles)
        if kind == "CONSULT" and not roles.source and not roles.target and trigger.name.pos_ == "NOUN":
            pair = self._pair(trigger.token)
            return Implied(Roles(Actors(pair), Actors()), ("source",)) if pair else Implied(roles)
        if kind in _AGAINST and roles.source and not roles.target and not _has_patient(trigger):
            other = self._other(trigger.token, roles.source.parties)
            if other is not None:
                return Implied(Roles(roles.source, Actors((other,))), ("target",))
        if not roles.source and not roles.target and not described_source(trigger) and not _has_patient(trigger):
            return self._sole(trigger)
        return Implied(roles)

    def _sole(self, trigger: Trigger) -> Implied:
        """The only party that the sentence names: it suffers what is done, and does everything else."""
        sentence = trigger.token.sent
        if trigger.token.pos_ == "NOUN" and trigger.token.dep_ not in _NO_OBJECTS:
            return Implied(Roles(Actors(), Actors()))  # "condemned the arrests": by whom is not said
        named = {p for m in self._between(sentence.start_char, sentence.end_char) for p in m.parties}
        if len(named) != 1:
            return Implied(Roles(Actors(), Actors()))
        found = Actors(tuple(named))
        if trigger.cue.type == "ASSAULT" or (trigger.token.pos_ == "VERB" and is_passive(trigger.token)):
            return Implied(Roles(Actors(), found), ("target",))
        return Implied(Roles(found, Actors()), ("source",))

    def _other(self, token: Token, without: tuple[str, ...]) -> str | None:
        """The party named besides in the sentence, else in the one before; none where two are."""
        sentence = token.sent
        first = sentence.start_char
        before = token.doc[sentence.start - 1].sent.start_char if sentence.start else first
        for start, end in ((first, sentence.end_char), (before, first)):
            named = self._between(start, end)
            named = [m for m in named if not m.place and m.kind in _NAMED and not self._describes(m)]
            others = Counter(p for m in named for p in m.parties if p not in without and kind_of(p) != "organisation")
            top = others.most_common(2)
            if len(top) == 1 or (len(top) > 1 and top[0][1] > top[1][1]):
                return top[0][0]
            if top:
                return None
        return None

    def _describes(self, mention: Mention) -> bool:
        """Whether a name only tells which thing is meant: "the Lima Treaty", "a Qatari surveyor"."""
        span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return span is not None and (span.root.dep_ in _BEFORE or span[0].lower_ in _INDEFINITE)

    def _pair(self, token: Token) -> tuple[str, ...]:
        """The two states that the report has named most up to the sentence's end."""
        named = self._between(0, token.sent.end_char)
        counts = Counter(p for m in named if not m.place for p in m.parties if kind_of(p) == "state")
        top = counts.most_common(3)
        if len(top) < _PAIR or (len(top) > _PAIR and top[2][1] == top[1][1]):
            return ()
        return top[0][0], top[1][0]

    def _between(self, start: int, end: int) -> list[Mention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]


def _is_anothers(trigger: Trigger) -> bool:
    """Whether whoever does it is named as such, so that he is not the one it is done to: "were shot by", "its ship"."""
    name = trigger.name
    if trigger.token.pos_ == "VERB" and is_passive(trigger.token):
        return child(trigger.token, "agent") is not None
    if name.pos_ == "NOUN":
        return any(True for _ in preps(name, "by")) or any(is_own(o) for _, o in preps(name, "of"))
    return False


def _has_patient(trigger: Trigger) -> bool:
    """Whether the clause itself has somebody whom it is done to: "urged its citizens", "banned the newspaper"."""
    own = trigger.token.pos_ == "VERB" and any(is_own(o) for o in patients(trigger.token))
    return own or bool(described_target(trigger))


def _is_ours(trigger: Trigger) -> bool:
    """Whether the one who does it is the speaker: "we will disarm", "our troops"."""
    token = trigger.token
    actor = subject(token) if token.pos_ in ("VERB", "AUX") else owner(trigger.name)
    if actor is None:
        return False
    return actor.lower_ in _WE or any(c.lower_ in _WE for c in actor.children if c.dep_ == "poss")
