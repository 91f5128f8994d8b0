"""A cluster -> how much it matters, and by what: from what the reports themselves show, never from what it is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from detente.dossier.mention import Mention
from detente.knowledge.dossier import families

_HEADLINE, _LEAD = 2.0, 1.5
_SOURCE, _OUTLET = 1.0, 0.5  # for each further independent report, and for each further outlet
_MOST = 6  # further reports that count
_AGAIN = 1.0  # told again a week or more after it was first told
_MOVE, _DEED, _PARTIES, _DATED, _SAID, _SUBJECT, _ACTOR, _PLACE = 1.0, 0.25, 0.5, 1.0, 0.75, 0.75, 0.5, 0.5
_EARLY, _PARAGRAPHS = 1.0, 8  # of the first paragraph; less by an eighth with each further one
_BACKGROUND, _LONG_AGO = 0.25, 180  # what lies so many days before the first report that tells it is background
_CONFIRMED = 5.0
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Weight:
    """How much an event matters, and the reasons, weightiest first."""

    value: float
    reasons: tuple[str, ...]


class _Facts(NamedTuple):
    """What the mentions of a cluster show; few clusters show what no other does."""

    headline: bool
    lead: bool
    origins: int  #: independent reports
    outlets: int
    days: int  #: between the first report and the last
    move: bool
    deed: bool
    of_party: bool  #: by or to a party of the dispute
    dated: bool
    said: bool  #: whether its date is said
    actor: bool
    place: bool
    paragraph: int
    subject: str | None
    confirmed: bool
    happened: bool
    planned: bool
    general: bool
    asked: bool
    long_ago: bool


def weight(found: Sequence[Mention], parties: Collection[str], confirmed: Collection[str] = ()) -> Weight:
    """The weight of a cluster's mentions; ``parties`` are those of the dispute, ``confirmed`` ids the analyst's."""
    return _weight(_alone(found[0], parties, confirmed) if len(found) == 1 else _facts(found, parties, confirmed))


def _facts(found: Sequence[Mention], parties: Collection[str], confirmed: Collection[str]) -> _Facts:
    places = {one.prominence for one in found}
    days = [one.published for one in found if one.published is not None]
    happened = [one for one in found if _happened(one)]
    kinds = {one.type for one in happened}
    own = [one for one in found if _is_dated(one)]
    return _Facts(
        "headline" in places,
        "lead" in places,
        len({one.source.origin for one in found}),
        len({one.source.outlet for one in found if one.source.outlet and one.source.origin == one.source.id}),
        max(days) - min(days) if days else 0,
        not kinds.isdisjoint(families().moves),
        not kinds.isdisjoint(families().deeds),
        any(not one.parties.isdisjoint(parties) for one in found),
        bool(own),
        any(one.date_basis != "context" for one in own),
        any(one.actors for one in found),
        any(one.place for one in found),
        min(_PARAGRAPHS, *(one.paragraph for one in found)),
        next((one.subject for one in found if one.subject), None),
        any(one.item in confirmed for one in found),
        bool(happened),
        any(one.status == "scheduled" for one in found),
        bool(happened) and all(one.is_general for one in found),
        all(one.is_question for one in found),
        bool(own) and all(map(_long_ago, own)),
    )


def _alone(one: Mention, parties: Collection[str], confirmed: Collection[str]) -> _Facts:
    """Likewise of a single mention, as most are."""
    happened, dated = _happened(one), _is_dated(one)
    return _Facts(
        one.prominence == "headline", one.prominence == "lead", 1, 1, 0, happened and one.type in families().moves,
        happened and one.type in families().deeds, not one.parties.isdisjoint(parties), dated,
        dated and one.date_basis != "context", bool(one.actors), bool(one.place), min(one.paragraph, _PARAGRAPHS),
        one.subject,
        one.item in confirmed, happened, one.status == "scheduled", happened and one.is_general, one.is_question,
        dated and _long_ago(one),
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _weight(of: _Facts) -> Weight:
    parts: list[tuple[float, str]] = []
    if of.headline:
        parts.append((_HEADLINE, "in a headline"))
    if of.lead:
        parts.append((_LEAD, "at the head of a report"))
    if of.origins > 1:
        parts.append((_SOURCE * min(of.origins - 1, _MOST), f"{of.origins} independent reports"))
    if of.outlets > 1:
        parts.append((_OUTLET * min(of.outlets - 1, _MOST), f"{of.outlets} outlets"))
    if of.days >= _WEEK:
        parts.append((_AGAIN, f"told again {of.days} days later"))
    if of.move:
        parts.append((_MOVE, "a move"))
    elif of.deed:
        parts.append((_DEED, "a deed"))
    if of.of_party:
        parts.append((_PARTIES, "by or to a party of the dispute"))
    if of.dated:
        parts.append((_DATED, "dated"))
    if of.said:
        parts.append((_SAID, "its date is said"))
    if of.actor:
        parts.append((_ACTOR, "who did it is said"))
    if of.place:
        parts.append((_PLACE, "where is said"))
    if of.paragraph < _PARAGRAPHS:
        parts.append((_EARLY * (1 - of.paragraph / _PARAGRAPHS), f"in paragraph {of.paragraph + 1}"))
    if of.subject is not None:
        parts.append((_SUBJECT, f"on {of.subject}"))
    if of.confirmed:
        parts.append((_CONFIRMED, "confirmed by the analyst"))
    parts.sort(key=lambda part: (-part[0], part[1]))
    value = sum(part[0] for part in parts)
    reasons = [reason for _, reason in parts]
    if not of.happened and not of.planned:
        value /= 2  # only supposed, or denied
    if of.general:
        value /= 2
        reasons.append("told as what is so in general")
    if of.asked:
        value /= 2
        reasons.append("only asked")
    if of.long_ago:
        value *= _BACKGROUND
        reasons.append("long before it was reported")
    return Weight(round(value, 6), tuple(reasons))


def _happened(one: Mention) -> bool:
    return one.status in ("occurred", "ongoing")


def _is_dated(one: Mention) -> bool:
    return one.date is not None and one.date_basis != "publication"


def _long_ago(one: Mention) -> bool:
    return one.span is not None and one.published is not None and one.span[1] < one.published - _LONG_AGO
