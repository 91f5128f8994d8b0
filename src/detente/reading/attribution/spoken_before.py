"""When somebody last said something in a report: the date of what he says on, where its own words give none.

In go the statements in the order of the text, out comes the date of the speaker's last dated one. A party's words in
the opening sentences date those of whoever speaks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution.when import Dated, told_then

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.references import Reference

_TABLE = "en/attribution/documents"
_OPENING = 3  # paragraphs that tell what the report is about
_REACH = 8  # paragraphs for which a date holds


class SpokenBefore:
    """Keeps each speaker's last dated statement."""

    def __init__(self) -> None:
        self._last: dict[Reference | str, tuple[Dated, int]] = {}

    def note(self, who: Reference | None, party: str | None, dated: Dated | None, paragraph: int) -> None:
        """Keep the date of a statement that has one of its own."""
        if dated is None or dated.basis != "said" or dated.date.precision != "day":
            return
        if who is not None:
            self._last[who] = dated, paragraph
        if party is not None and paragraph <= _OPENING:
            self._last.setdefault(party, (dated, paragraph))

    def date(self, who: Reference | None, party: str | None, cue: Token | None, paragraph: int) -> Dated | None:
        """The date for words of a speaker that are told in the past, with nothing that puts them at another time."""
        if cue is None or cue.tag_ != "VBD" or not told_then(cue):
            return None
        if any(child.lower_ in words(_TABLE, "otherwise") for child in cue.children):
            return None
        for key in (who, party):
            known = self._last.get(key) if key is not None else None
            if known is not None and 0 <= paragraph - known[1] <= _REACH:
                return known[0].carried()
        return None
