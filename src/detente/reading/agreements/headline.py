"""A headline's agreement is the one that the text tells of: the agreements found -> the same without doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model.report import Zone
from detente.reading.agreements.instruments import alike_heads
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.reading.agreements.instruments import Instrument, Instruments


def settle_headline(doc: Doc, found: Instruments) -> None:
    """Take what only the headline says, without a name or year, for the agreement that the text tells of."""
    headline = next(iter(sentences(doc, Zone.HEADLINE)), None)
    if headline is None:
        return
    for each in list(found.all):
        if not each.mentions or each.named or each.years or each.dates:
            continue
        if each.mentions[0].head.idx >= headline.end_char:
            continue
        parties = set(each.said)
        again = each.mentions[-1].head.idx >= headline.end_char
        fitting = (
            other
            for other in found.all
            if other is not each
            and other.mentions
            and alike_heads(other.kind, each.kind)
            and (not parties or not other.said or parties & set(other.said))
            and (not again or (each.is_made and other.is_made and other.dates and not other.named))
        )
        into = _closest(each, list(fitting))
        if into is not None:
            found.join(each, into)


def _closest(one: Instrument, others: list[Instrument]) -> Instrument | None:
    """Which of others a headline's agreement is: the one that shares most of its words, a label's included."""
    words = {w for mention in one.mentions for w in mention.head.doc[mention.start : mention.end].text.lower().split()}
    words |= {part for word in words for part in word.split("-")}

    def shared(other: Instrument) -> tuple[int, bool]:
        own = {w for provision in other.provisions for w in provision.text.text.lower().split()} | set(other.words)
        return len(words & own), other.plural == one.plural

    return max(others, key=shared, default=None)
