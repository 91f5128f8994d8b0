"""Who speaks where names and offices are stacked before the cue: "After meeting A, the Irish minister, B, said".

In goes an attribution, out comes the same with the last name before the cue as its source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.english.mentions import mention_at

if TYPE_CHECKING:
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_LONGEST = 6  # tokens of a name


def last_named(passage: Passage, found: Attribution) -> Attribution:
    """The attribution, its source the name between commas right before the cue, if another stands before it."""
    if found.cue is None or found.who is None or found.source is None or found.frame not in {"", "nested"}:
        return found
    doc, cue = passage.doc, found.cue[0]
    if cue < 3 or doc[cue - 1].text != "," or found.source[0] > cue:
        return found
    mention = mention_at(doc, doc[cue - 2])
    if mention is None or mention.kind != "name" or len(mention.people) != 1:
        return found
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].text != "," or len(span) > _LONGEST:
        return found
    known = mention_at(doc, doc[found.who])
    other = known is None or known.people != mention.people
    return replace(found, source=(span.start, span.end), who=span.end - 1) if other else found
