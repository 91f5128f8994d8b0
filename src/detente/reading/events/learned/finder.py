"""Doc and the triggers of the lexicon -> all triggers: those with their odds, and what the lexicon does not know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.events.learned.features import around, features
from detente.reading.events.learned.weights import NO_TYPE, weights
from detente.reading.events.lexicon import TYPES, UNTYPED, word_lists
from detente.reading.events.triggers import Trigger, is_nothing, unlisted, within

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from detente.reading.events.learned.weights import Weights

LEAST = -0.4  # log odds from which a word that the lexicon does not know is a candidate
_SAYING = words("en/factuality", "saying")  # plain saying is no happening
_CLASSES = (*TYPES, NO_TYPE)


def with_odds(
    doc: Doc, sentences: list[Span], listed: list[list[Trigger]], by: Weights | None = None
) -> list[list[Trigger]]:
    """The triggers of each sentence in order, given those of the lexicon; ``by`` other weights than the product's."""
    known = {t.i for triggers in listed for trigger in triggers for t in (trigger.token, trigger.name)}
    found = features(doc, [(s.start, s.end) for s in sentences], sorted(known), around(doc))
    odds, types = (by or weights()).scores(found)
    of = dict(zip(found.tokens.tolist(), odds.tolist(), strict=True))
    taken = {word.i for triggers in listed for trigger in triggers for word in trigger.words}
    fresh: list[Trigger] = []
    for at in (odds >= LEAST).nonzero()[0].tolist():
        token = doc[int(found.tokens[at])]
        if token.i not in taken and not is_nothing(token) and token.lemma_ not in _SAYING:
            kind = _CLASSES[int(types[at].argmax())]
            trigger = unlisted(token, UNTYPED if kind == NO_TYPE else kind, float(odds[at]))
            if trigger.token.i not in taken:
                fresh.append(trigger)
    marked = [
        [replace(t, odds=max(of.get(t.token.i, LEAST), of.get(t.name.i, LEAST))) for t in triggers]
        for triggers in listed
    ]
    chosen = {t.token.i: t for triggers in (*marked, fresh) for t in triggers}
    fresh = [t for t in fresh if within(t, chosen) is None and not _is_part(t, chosen)]
    return [
        sorted((*triggers, *(t for t in fresh if sentence.start <= t.token.i < sentence.end)), key=lambda t: t.token.i)
        for sentence, triggers in zip(sentences, marked, strict=True)
    ]


def _is_part(trigger: Trigger, chosen: dict[int, Trigger]) -> bool:
    """Whether another names the same happening better: "plans to attack", "voted to pass", "talks took place"."""
    token = trigger.token
    if token.lemma_ in word_lists("light")["occurring"] and any(
        (other := chosen.get(c.i)) is not None and other.listed and c.dep_ in ("nsubj", "nsubjpass")
        for c in token.children
    ):
        return True
    over = chosen.get(token.head.i) if token.dep_ == "xcomp" else None
    below = (chosen.get(c.i) for c in token.children if c.dep_ == "xcomp")
    return any(other is not None and (other.listed or other.odds > trigger.odds) for other in (over, *below))
