"""Which statements of a headline the report tells again, in full, below it.

In go the statements of a report in the order of its text; out come those without what the headline only announces.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from detente.model.report import Zone
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.items import Statement

_LEAD = 4  # sentences that may say what the headline does
_SHARE = 0.5  # of the headline's words that the lead has again
_STEM = 5  # letters that two forms of a word share: "sanctions", "sanctioned"
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


def told_below(doc: Doc, found: list[Statement]) -> list[Statement]:
    """The statements without those of the headline that the lead, or a statement for the same party, tells again."""
    zones = doc._.detente_zones or ()
    headline = [(zone.start, zone.end) for zone in zones if zone.zone is Zone.HEADLINE]
    if not headline:
        return found
    lead = {stem for sentence in islice(sentences(doc, Zone.BODY), _LEAD) for stem in _stems(sentence.text)}
    above = [each for each in found if any(start <= each.evidence.start < end for start, end in headline)]
    below = [each for each in found if each not in above]
    return [each for each in found if each not in above or not _again(each, below, lead)]


def _again(statement: Statement, below: list[Statement], lead: set[str]) -> bool:
    if statement.content is None:
        return True
    stems = set(_stems(statement.content.text))
    if len(stems & lead) >= _SHARE * len(stems):
        return True
    same = (
        each.content.text
        for each in below
        if each.content is not None and each.party is not None and each.party == statement.party
    )
    return any(2 * len(stems.intersection(_stems(words))) >= _SHARE * len(stems) for words in same)


def _stems(text: str) -> list[str]:
    return [word[:_STEM].lower() for word in _WORD.findall(text)]
