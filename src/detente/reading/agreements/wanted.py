"""Agreements that are only wanted, told once: what a report calls a ceasefire, then a truce, then a deal, is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.reading.agreements.instruments import alike_heads

_TWO = 2

if TYPE_CHECKING:
    from detente.reading.agreements.instruments import Instrument, Instruments


def settle_wanted(found: Instruments) -> None:
    """Join what is wanted without a name of its own to the first such agreement, or to the truce that was made."""
    truces = [each for each in found.all if each.mentions and each.kind in CALLED.truces and not each.named]
    made = next((each for each in truces if each.is_made), None)
    for each in truces:
        if made is not None and not each.is_made and not _differ(each, made):
            found.join(each, made)
    for each in [each for each in found.all if each.kind in CALLED.plans and not (each.is_made or each.named)]:
        signed = (other for other in found.all if other.is_made and alike_heads(other.kind, each.kind))
        into = next((other for other in signed if each.words & other.words and not _differ(each, other)), None)
        if into is not None:  # "signed a trade plan", then "the signing of a ten-year trade programme"
            found.join(each, into)
    open_ = [each for each in found.all if _is_open(each)]
    for each in open_[1:]:
        if not _differ(each, open_[0]):
            found.join(each, open_[0])


def settle_pairs(found: Instruments) -> None:
    """Join what is called by no name, is between the same two, and of which only one bears a date or none."""
    for each in list(found.all):
        same = (other for other in found.all if other is not each and _is_one(other, each))
        into = next(same, None)
        if into is not None:
            found.join(each, into)


def _is_one(one: Instrument, other: Instrument) -> bool:
    for each in (one, other):
        if each.named or each.record or each.label or each.plural or not each.mentions or len(each.said) < _TWO:
            return False
    known = (one.dates or one.years, other.dates or other.years)
    alike = one.kind in CALLED.general and other.kind in CALLED.general
    apart = any(mention.other for each in (one, other) for mention in each.mentions)
    return (
        alike
        and not apart
        and set(one.said) == set(other.said)
        and not all(known)
        and one.mentions[0].head.i < (other.mentions[0].head.i)
    )


def _is_open(instrument: Instrument) -> bool:
    kinds = CALLED.general | CALLED.truces
    nameless = not (instrument.named or instrument.label or instrument.record or instrument.plural)
    wanted = instrument.wanted or any(each.status in ("proposed", "under negotiation") for each in instrument.standings)
    return nameless and wanted and bool(instrument.mentions) and instrument.kind in kinds and not instrument.is_made


def _differ(one: Instrument, other: Instrument) -> bool:
    """Whether the report gives them different parties."""
    return bool(one.said and other.said and set(one.said).isdisjoint(other.said))
