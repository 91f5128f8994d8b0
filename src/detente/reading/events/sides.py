"""Who does it, where syntax does not say: a trigger with its roles -> the party that the context speaks for.

Each party named around the trigger is the actor or none as the sum of the weights of its traits has it ("main
subject", "speaks", "named most"). The weights were learned from annotated reports (``training/events/sides.py``) and
stand in ``sides.tsv``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.parties import kind_of
from detente.reading.english.clauses import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from detente.model.mention import Mention
    from detente.reading.events.roles import Roles
    from detente.reading.events.triggers import Trigger

_MOST = 3  # parties that a report is most about
_CLIMB = 6
_DISTANCES = (2, 5, 10, 20)


class Situation(NamedTuple):
    """What is known of a happening besides its words: its type, whose words alone tell it, its status."""

    kind: str
    speaker: str | None
    status: str


class Beside(NamedTuple):
    """A party beside a happening, with the traits that speak for or against its being the actor."""

    party: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    mention: Mention
    root: Token


@cache
def weights() -> Mapping[str, float]:
    """The weight of each trait; one that it lacks weighs nothing."""
    text = files(__package__).joinpath("sides.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows}


class Sides:
    """The parties named around the places of one Doc."""

    def __init__(self, doc: Doc, by: Mapping[str, float] | None = None) -> None:
        self._by = by
        mentions: Iterable[Mention] = doc._.detente_mentions or ()
        self._places = []
        for mention in mentions:
            if mention.parties:
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None:
                    self._places.append(_Place(mention, span.root))
        self._places.sort(key=lambda place: place.root.i)
        self._at = [place.root.i for place in self._places]
        counts = Counter(p for place in self._places for p in place.mention.parties if not place.mention.place)
        self._most = [party for party, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]

    def actor(self, trigger: Trigger, roles: Roles, situation: Situation) -> str | None:
        """The party that most likely does it, where the odds are even or better."""
        known = self._by if self._by is not None else weights()
        sums = [
            (sum(known.get(trait, 0.0) for trait in beside.traits), beside.party)
            for beside in self.beside(trigger, roles, situation)
            if beside.party not in roles.target.parties
        ]
        odds, party = max(sums, default=(0.0, ""))
        alone = sum(other == odds for other, _ in sums) == 1
        return party if odds > 0 and alone else None

    def beside(self, trigger: Trigger, roles: Roles, situation: Situation) -> Iterator[Beside]:
        """Each party that may be on a side, with its traits."""
        sentence = trigger.token.sent
        before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
        here = self._between(sentence.start, sentence.end)
        earlier = self._between(before.start, before.end) if before.start < sentence.start else []
        speaker = [situation.speaker] if situation.speaker is not None else []
        parties = dict.fromkeys(
            [*(p for place in (*here, *earlier) for p in place.mention.parties), *speaker, *self._most]
        )
        shared = tuple(_of_trigger(trigger, roles, situation))
        named = {p for place in here for p in place.mention.parties}
        for party in parties:
            own = [place for place in here if party in place.mention.parties]
            traits = [*self._traits(party, own, earlier, trigger, situation)]
            if len(named) == 1 and party in named:
                traits.append("alone in sentence")
            kind = situation.kind or "none"
            yield Beside(
                party,
                (
                    "bias", *traits, *(f"{trait} type={kind}" for trait in traits),
                    *(f"{trait} {each}" for trait in traits for each in shared),
                ),
            )  # fmt: skip

    def _traits(
        self, party: str, own: list[_Place], earlier: list[_Place], trigger: Trigger, situation: Situation
    ) -> Iterator[str]:
        if own:
            nearest = min(own, key=lambda place: abs(place.root.i - trigger.token.i))
            root = nearest.root
            steps = bisect_right(_DISTANCES, abs(root.i - trigger.token.i))
            side = "before" if root.i < trigger.token.i else "after"
            yield f"{side} {steps}"
            yield f"{side} as {_relation(root)}"
            yield f"hangs {_hangs(root, trigger.token)}"
            yield f"named by {nearest.mention.kind}{' place' if nearest.mention.place else ''}"
            if any(_is_main_subject(place.root) for place in own):
                yield "main subject"
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
        yield f"is {kind_of(party)}"

    def _between(self, start: int, end: int) -> list[_Place]:
        return self._places[bisect_left(self._at, start) : bisect_left(self._at, end)]


def _of_trigger(trigger: Trigger, roles: Roles, situation: Situation) -> Iterator[str]:
    """What holds of the happening itself."""
    token = trigger.token
    form = "passive" if token.pos_ == "VERB" and is_passive(token) else token.pos_
    yield f"form={form}"
    yield f"target={'party' if roles.target else 'nobody'}"
    yield f"status={situation.status}"


def _relation(root: Token) -> str:
    head = root.head
    return f"{root.dep_} {head.lower_}" if root.dep_ == "pobj" else root.dep_


def _hangs(root: Token, token: Token) -> str:
    """How the party's word hangs on the trigger, or the trigger on what governs it."""
    at = root
    for steps in range(_CLIMB):
        if at.i == token.i:
            return f"below {min(steps, 3)}"
        if at.head.i == at.i:
            break
        at = at.head
    at = token
    for steps in range(_CLIMB):
        if any(c.i == root.i for c in at.children):
            return f"above {min(steps, 3)} {root.dep_}"
        if at.head.i == at.i:
            break
        at = at.head
    return "apart"


def _is_main_subject(root: Token) -> bool:
    return root.dep_ in ("nsubj", "nsubjpass") and root.head.dep_ == "ROOT"
