"""A plan told again: items of one report with their plans -> each once, with its date wherever that is told.

A headline and the lead, or "it would be given next year" after "will give a ship to Ghana": the same verb, the same
doers or a pronoun, and an object in common or none named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from detente.model.inference import Inference
from detente.reading.english.labels import OBJECTS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from detente.model.items import Ahead, Time
    from detente.model.references import Reference
    from detente.reading.ahead.plans import Plan

_BACK = 8  # plans of the same verb that one may tell again


class Told(NamedTuple):
    """An item and the plan that it was made of."""

    item: Ahead
    plan: Plan
    time: Time | None = None  #: that says when


def once(found: Iterable[Told]) -> list[Ahead]:
    """Without those that only tell another again."""
    kept: list[Told] = []
    by_verb: dict[str, list[int]] = {}
    for new in found:
        before = by_verb.setdefault(new.plan.head.lemma_.lower(), [])
        at = next((i for i in reversed(before[-_BACK:]) if _same(kept[i], new)), None)
        if at is None:
            before.append(len(kept))
            kept.append(new)
        else:
            kept[at] = _merged(kept[at], new)
    return [told.item for told in kept]


def _same(old: Told, new: Told) -> bool:
    a, b = old.item, new.item
    if a.status != b.status or (a.date is not None and b.date is not None and a.date != b.date):
        return False
    one, other = _things(old.plan.head), _things(new.plan.head)
    if _is_pronoun(_topic(new.plan)) and not other:
        return True
    return _named(a) == _named(b) and (bool(one & other) or not (one or other))


def _named(item: Ahead) -> set[Reference]:
    return {who for who in item.who if who.kind != "described"}


def _merged(old: Told, new: Told) -> Told:
    """The one that tells more; with the date of the other where it has none itself."""
    less, more = sorted((new, old), key=lambda t: (bool(_things(t.plan.head)), t.item.date is not None))
    if more.item.date is None and less.item.date is not None:
        why = Inference("date", "context", less.item.evidence)
        return Told(replace(more.item, date=less.item.date, inferred=(*more.item.inferred, why)), more.plan, less.time)
    return more


def _topic(plan: Plan) -> Token | None:
    return next((c for c in plan.doer.children if c.dep_ in SUBJECTS), None)


def _is_pronoun(token: Token | None) -> bool:
    return token is not None and token.pos_ == "PRON"


def _things(head: Token) -> set[str]:
    """What is done something to, or what a noun is of."""
    verbs = [head, *(c for c in head.children if c.dep_ == "xcomp")]
    objects = [c for v in verbs for c in v.children if c.dep_ in OBJECTS or c.dep_ == "nsubjpass"]
    of = [o for v in verbs for c in v.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    return {t.lemma_.lower() for t in (*objects, *of) if t.pos_ in ("NOUN", "PROPN")}
