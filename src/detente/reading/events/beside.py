"""Who is named beside a happening, and what speaks for or against their being one of its sides.

In: a trigger with its roles as syntax and context have them. Out: the parties named in its sentence and the one before,
the speaker and those whom the report names most, each with traits told in words ("path >with", "main subject before").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import words
from detente.knowledge.parties import kind_of
from detente.reading.english.cast import names_a_treaty
from detente.reading.english.clauses import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

    from detente.model.mention import Mention
    from detente.reading.events.roles import Roles
    from detente.reading.events.triggers import Trigger

_MOST = 3  # parties that a report is most about
_LONGEST = 5  # arcs of a path
_BEFORE = frozenset({"compound", "amod", "nmod"})
_INDEFINITE = words("en/events/implied", "indefinite")
_DISTANCES = (2, 5, 10, 20)


class Situation(NamedTuple):
    """What is known of a happening besides its words and roles: its type, whose words alone tell it, its status.

    ``syntax`` are its roles before the context completed them; ``described`` says whether its source and its target
    are only described.
    """

    kind: str
    speaker: str | None
    status: str
    syntax: Roles
    described: tuple[bool, bool] = (False, False)


class Beside(NamedTuple):
    """A party beside a happening, with the traits that speak for or against its being on a side."""

    party: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    mention: Mention
    root: Token


class Around:
    """The parties named around the places of one Doc."""

    def __init__(self, doc: Doc) -> None:
        mentions: Iterable[Mention] = doc._.detente_mentions or ()
        self._places = []
        for mention in mentions:
            if mention.parties:
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None and not _is_nobody(span):
                    self._places.append(_Place(mention, span.root))
        self._places.sort(key=lambda place: place.root.i)
        self._at = [place.root.i for place in self._places]
        counts = Counter(p for place in self._places for p in place.mention.parties if not place.mention.place)
        self._most = [party for party, _ in counts.most_common(_MOST)]  # of equals who is named first

    def beside(self, trigger: Trigger, roles: Roles, situation: Situation) -> Iterator[Beside]:
        """Each party that may be on a side, with its traits."""
        sentence = trigger.token.sent
        before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
        here = self._between(sentence.start, sentence.end)
        earlier = self._between(before.start, before.end) if before.start < sentence.start else []
        speaker = [situation.speaker] if situation.speaker is not None else []
        parties = dict.fromkeys(
            [
                *roles.source.parties, *roles.target.parties,
                *(p for place in (*here, *earlier) for p in place.mention.parties), *speaker, *self._most,
            ]
        )  # fmt: skip
        kind = situation.kind or "none"
        form = _form(trigger)
        given = _given(situation)
        alone = len({p for place in here for p in place.mention.parties}) == 1
        for party in parties:
            own = [place for place in here if party in place.mention.parties]
            role = _role(party, roles, situation.syntax)
            traits = [
                "bias", role, f"{role} {given}", f"{role} type={kind}", f"{role} form={form}", f"{role} {form} {given}",
                f"{role} is {kind_of(party)}", f"{role} {given} type={kind}", f"{role} {trigger.name.lemma_}",
                f"{role} status={situation.status}", f"{role} type={kind} status={situation.status}",
            ]  # fmt: skip
            for trait in self._context(party, own, earlier, alone, situation):
                traits += [trait, f"{trait} {role}", f"{trait} {given}", f"{trait} {form}"]
            if own:
                traits += self._here(own, role, kind, trigger)
            yield Beside(party, tuple(traits))

    def _here(self, own: list[_Place], role: str, kind: str, trigger: Trigger) -> Iterator[str]:
        nearest = min(own, key=lambda place: abs(place.root.i - trigger.token.i))
        root = nearest.root
        steps = bisect_right(_DISTANCES, abs(root.i - trigger.token.i))
        side = "before" if root.i < trigger.token.i else "after"
        path = min((_path(place.root, trigger.token) for place in own), key=len)
        named = f"named by {nearest.mention.kind}{' place' if nearest.mention.place else ''}"
        yield f"{side} {steps}"
        yield f"{side} {steps} {role}"
        yield f"{side} as {_relation(root)} {role}"
        yield f"path {path}"
        yield f"path {path} {role}"
        yield f"path {path} type={kind}"
        yield f"{named} {role}"
        yield f"{named} type={kind}"

    def _context(
        self, party: str, own: list[_Place], earlier: list[_Place], alone: bool, situation: Situation
    ) -> Iterator[str]:
        if own:
            if any(_is_main_subject(place.root) for place in own):
                yield "main subject"
            if alone:
                yield "alone in sentence"
        else:
            yield "not in sentence"
            if any(party in place.mention.parties for place in earlier):
                yield "in the sentence before"
                if any(party in p.mention.parties and _is_main_subject(p.root) for p in earlier):
                    yield "main subject before"
        if party == situation.speaker:
            yield "speaks"
        if party in self._most:
            yield f"named most {self._most.index(party)}"

    def _between(self, start: int, end: int) -> list[_Place]:
        return self._places[bisect_left(self._at, start) : bisect_left(self._at, end)]


def _is_nobody(span: Span) -> bool:
    """Whether a name only tells which thing is meant: "the Lima Treaty", "a Qatari surveyor"."""
    return (
        names_a_treaty(span.root)
        or span[0].lower_ in _INDEFINITE
        or any(c.lower_ in _INDEFINITE for c in span.root.head.children if span.root.dep_ in _BEFORE)
    )


def _role(party: str, roles: Roles, syntax: Roles) -> str:
    """What syntax, or else the context, has a party for."""
    sides = (("source", syntax.source, roles.source), ("target", syntax.target, roles.target))
    found = [
        f"{'syntax' if party in said.parties else 'context'} {side}"
        for side, said, known in sides
        if party in known.parties or party in said.parties
    ]
    return " and ".join(found) or "aside"


def _given(situation: Situation) -> str:
    sides = zip((situation.syntax.source, situation.syntax.target), situation.described, strict=True)
    return "given=" + "".join("party " if side else "words " if words else "nobody " for side, words in sides).strip()


def _form(trigger: Trigger) -> str:
    token = trigger.token
    if trigger.noun is not None and trigger.noun is not token:
        return "carried"
    return "passive" if token.pos_ == "VERB" and is_passive(token) else token.pos_


def _relation(root: Token) -> str:
    head = root.head
    return f"{root.dep_} {head.lower_}" if root.dep_ == "pobj" else root.dep_


def _path(root: Token, token: Token) -> str:
    """The arcs from a trigger to a party's word: up as "^conj", down as ">nsubj", ">with" for what hangs on "with"."""
    up: dict[int, str] = {token.i: ""}
    at, climbed = token, ""
    for _ in range(_LONGEST):
        if at.head.i == at.i:
            break
        climbed += f"^{at.dep_}"
        at = at.head
        up.setdefault(at.i, climbed)
    at, down = root, ""
    for _ in range(_LONGEST):
        if at.i in up:
            return up[at.i] + down or "itself"
        if at.head.i == at.i:
            break
        down = (f">{at.head.lower_}" if at.dep_ == "pobj" else "" if at.dep_ == "prep" else f">{at.dep_}") + down
        at = at.head
    return "far"


def _is_main_subject(root: Token) -> bool:
    return root.dep_ in ("nsubj", "nsubjpass") and root.head.dep_ == "ROOT"
