"""What goes on after the attribution: '"A," X said. "B."' has two statements, the second without a cue of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution import spans
from detente.reading.attribution.quotations import MARKS

if TYPE_CHECKING:
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_MARKS = " \n\t\u00a0" + MARKS


def carried(passage: Passage, found: Attribution) -> list[Attribution]:
    """An attribution, or two: what stands with its cue, and the quoted sentences that follow the cue's."""
    if found.cue is None:
        return [found]
    last = passage.doc[found.cue[1] - 1]
    for at, (start, _) in enumerate(found.content):
        after = found.content[at:]
        before = found.content[:at]
        if start < last.idx or not before or not passage.text[start].isupper():
            continue
        behind = max(last.idx + len(last), before[-1][1])
        if not passage.text[behind - 1 : start].rstrip(_MARKS).endswith((".", "!", "?")):
            continue
        if spans.form(passage, after) == "direct":
            form = spans.form(passage, before)
            second = replace(found, content=after, form="direct", cue=None, entry=None, frame="carried")
            return [replace(found, content=before, form=form), second]
    return [found]
