"""How an agreement stands of which nothing says it, and which are only named by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED

if TYPE_CHECKING:
    from detente.model.items import AgreementStatus
    from detente.reading.agreements.instruments import Instrument


def implied_status(instrument: Instrument) -> AgreementStatus | None:
    """In force for a treaty by its name, agreed for "the deal"; none for "a deal", of which there may be none."""
    if instrument.exists and not instrument.named and instrument.kind not in CALLED.lasting:
        return "agreed"
    if instrument.wanted or not instrument.mentions:
        return None
    lasting = CALLED.lasting
    if instrument.named or instrument.record is not None or instrument.kind in lasting:
        return "in force"
    return "agreed" if instrument.is_definite else None


def _is_idea(instrument: Instrument) -> bool:
    """Whether it is only spoken of as one that there might be, and nothing is told of it: "a ceasefire is far off"."""
    told = instrument.standings or instrument.provisions or instrument.dates or instrument.years or instrument.said
    nameless = not (instrument.named or instrument.label or instrument.record)
    topic = any(mention.topic for mention in instrument.mentions)
    return instrument.wanted and nameless and not (told or topic or instrument.is_definite or instrument.exists)


def is_by_the_way(instrument: Instrument) -> bool:
    """Whether it only describes something else ("a former Warsaw Pact member"), or is no more than an idea."""
    if _is_idea(instrument):
        return True
    told = instrument.standings or instrument.provisions or instrument.dates or instrument.years or instrument.said
    if told or not (instrument.record or instrument.named):
        return False
    if instrument.kind in CALLED.laws:
        return True  # "in breach of the charter"
    return all(mention.within for mention in instrument.mentions)
