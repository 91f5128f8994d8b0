"""How an agreement stands of which nothing says it, and which are only named by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED

if TYPE_CHECKING:
    from detente.model.items import AgreementStatus
    from detente.reading.agreements.instruments import Instrument


def implied_status(instrument: Instrument) -> AgreementStatus | None:
    """In force for a treaty by its name, agreed for "the deal"; none for "a deal", of which there may be none."""
    if instrument.wanted or not instrument.mentions:
        return None
    lasting = CALLED.lasting
    if instrument.named or instrument.record is not None or instrument.kind in lasting:
        return "in force"
    return "agreed" if instrument.is_definite else None


def _is_idea(instrument: Instrument) -> bool:
    """Whether it is spoken of once, as one that there might be, and nothing is told of it: "a ceasefire is far off"."""
    told = instrument.standings or instrument.provisions or instrument.dates or instrument.years or instrument.said
    nameless = not (instrument.named or instrument.label or instrument.record)
    once = len(instrument.mentions) == 1 and not instrument.asides and not instrument.mentions[0].topic
    return instrument.wanted and once and nameless and not told


def is_by_the_way(instrument: Instrument) -> bool:
    """Whether it only describes something else ("a former Warsaw Pact member"), or is no more than an idea."""
    if _is_idea(instrument):
        return True
    told = instrument.standings or instrument.provisions or instrument.dates or instrument.years or instrument.said
    if instrument.record is None or told:
        return False
    return all(mention.within for mention in instrument.mentions)
