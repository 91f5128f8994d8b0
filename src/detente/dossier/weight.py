"""A cluster -> how much it matters, and by what: from what the reports themselves show, never from what it is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

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


def weight(found: Sequence[Mention], parties: Collection[str], confirmed: Collection[str] = ()) -> Weight:
    """The weight of a cluster's mentions; ``parties`` are those of the dispute, ``confirmed`` ids the analyst's."""
    parts: list[tuple[float, str]] = []
    places = {one.prominence for one in found}
    if "headline" in places:
        parts.append((_HEADLINE, "in a headline"))
    if "lead" in places:
        parts.append((_LEAD, "at the head of a report"))
    origins = {one.source.origin for one in found}
    if len(origins) > 1:
        parts.append((_SOURCE * min(len(origins) - 1, _MOST), f"{len(origins)} independent reports"))
    outlets = {one.source.outlet for one in found if one.source.outlet and one.source.origin == one.source.id}
    if len(outlets) > 1:
        parts.append((_OUTLET * min(len(outlets) - 1, _MOST), f"{len(outlets)} outlets"))
    days = [one.published for one in found if one.published is not None]
    if days and max(days) - min(days) >= _WEEK:
        parts.append((_AGAIN, f"told again {max(days) - min(days)} days later"))
    happened = [one for one in found if one.event.status in ("occurred", "ongoing")]
    kinds = {one.event.type for one in happened}
    if kinds & families().moves:
        parts.append((_MOVE, "a move"))
    elif kinds & families().deeds:
        parts.append((_DEED, "a deed"))
    if any(one.parties & set(parties) for one in found):
        parts.append((_PARTIES, "by or to a party of the dispute"))
    own = [one for one in found if one.date is not None and one.date_basis != "publication"]
    if own:
        parts.append((_DATED, "dated"))
    if any(one.date_basis != "context" for one in own):
        parts.append((_SAID, "its date is said"))
    if any(one.event.source for one in found):
        parts.append((_ACTOR, "who did it is said"))
    if any(one.event.place for one in found):
        parts.append((_PLACE, "where is said"))
    early = min(one.paragraph for one in found)
    if early < _PARAGRAPHS:
        parts.append((_EARLY * (1 - early / _PARAGRAPHS), f"in paragraph {early + 1}"))
    if any(one.subject for one in found):
        parts.append((_SUBJECT, f"on {next(one.subject for one in found if one.subject)}"))
    if any(one.event.id in confirmed for one in found):
        parts.append((_CONFIRMED, "confirmed by the analyst"))
    parts.sort(key=lambda part: (-part[0], part[1]))
    value = sum(part[0] for part in parts)
    if not happened and not any(one.event.status == "scheduled" for one in found):
        value /= 2  # only supposed, or denied
    if happened and all(_is_general(one) for one in found):
        value /= 2
        parts.append((0.0, "told as what is so in general"))
    if all(one.is_question for one in found):
        value /= 2
        parts.append((0.0, "only asked"))
    if own and all(_long_ago(one) for one in own):
        value *= _BACKGROUND
        parts.append((0.0, "long before it was reported"))
    return Weight(round(value, 6), tuple(reason for _, reason in parts))


def _is_general(one: Mention) -> bool:
    """Whether the text tells it in the simple present, as no act of words: "such disputes are settled"."""
    made = one.event.instance
    plain = made is not None and made.tense == "PRESENT" and made.aspect == "NONE" and one.event.statement is None
    return plain and one.prominence != "headline" and one.event.status == "occurred"


def _long_ago(one: Mention) -> bool:
    return one.span is not None and one.published is not None and one.span[1] < one.published - _LONG_AGO
