"""From what it is known who speaks, for whom and to whom, where a source's own words do not say it.

A person is plainly named by a name, a party by any word for it; a pronoun, an office or a noun that points back is
not. What is only known from there rests on the words that last named who is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model.inference import Inference
from detente.model.words import Words
from detente.reading.english.clauses import RELATIVES
from detente.reading.extensions import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.mention import Mention
    from detente.model.references import Reference
    from detente.reading.attribution.speakers import Speaker, Speakers

    Stretch = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_NEAR = 500  #: characters within which several names are given as one passage
_FAR = 5_000  #: characters before a source in which its description is looked for


class Basis:
    """Looks up where a Doc names its people and parties."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self._doc = doc
        self._text = speakers.text
        self._people = speakers.cited.people
        self._named: dict[str, list[Stretch]] = {}
        people: tuple[Mention, ...] = doc._.detente_mentions
        parties: tuple[Mention, ...] = doc._.detente_party_mentions
        for mention in (*(each for each in people if each.kind == "name" and each.people), *parties):
            for id_ in mention.people or mention.parties:
                self._named.setdefault(id_, []).append((mention.start, mention.end))

    def of_speaker(self, who: Speaker, head: Token, source: Stretch, far: Words | None) -> tuple[Inference, ...]:
        """What is inferred of a speaker, his fellows and their party; ``far``: the source, where it stands apart."""
        span = self._span(head, source, together=bool(who.several))
        speaker = self._inferred("speaker", who.who, span)
        if speaker is None and far is not None and who.who is not None:
            speaker = Inference("speaker", "context", far)
        several = self._of_several(who, span)
        if speaker is not None and several is not None:
            speaker = replace(several, field="speaker")
        party = self._of_party(who, span, speaker or several)
        return tuple(each for each in (speaker, several, party) if each is not None)

    def of_label(self, who: Speaker, label: Stretch | None) -> tuple[Inference, ...]:
        """What is inferred of whoever has the floor in a transcript: the speaker without a label, and the party."""
        if who.who is None:
            return ()
        span = (self._doc[label[0]].idx, self._doc[label[1] - 1].idx) if label is not None else (0, 0)
        speaker = None if label is not None else Inference("speaker", "context", self._last(who.who, len(self._text)))
        party = self._of_party(who, span, speaker)
        return tuple(each for each in (speaker, party) if each is not None)

    def of_hearer(self, who: Reference, head: Token, source: Stretch) -> tuple[Inference, ...]:
        """What is inferred of whom it is said to."""
        inferred = self._inferred("addressee", who, self._span(head, source, together=True))
        return (inferred,) if inferred is not None else ()

    def _of_several(self, who: Speaker, span: Stretch) -> Inference | None:
        """Nothing where all are named; else all the words that last named them, where these stand together."""
        if all(self._is_named(each, span) for each in who.several):
            return None
        last = [found for each in who.several if (found := self._last(each, span[0])) is not None]
        stretches = sorted({(each.start, each.end) for each in last})
        if not stretches:
            return Inference("speakers", "context")
        if stretches[-1][1] - stretches[0][0] > _NEAR:
            return Inference("speakers", "context", last[0])
        return Inference("speakers", "context", Words.pieces(self._text, stretches))

    def _of_party(self, who: Speaker, span: Stretch, speaker: Inference | None) -> Inference | None:
        if who.party is None:
            return None
        for each in who.several or (who.who,):
            person = self._people.get(str(each.id)) if each is not None and each.kind == "person" else None
            if person is not None and person.party == who.party:
                own = next((inferred for inferred in person.inferred if inferred.field == "party"), None)
                if own is not None or speaker is None:
                    return own
        if self._within(who.party, span):
            return None
        if speaker is not None:
            return replace(speaker, field="party")
        if who.is_party:
            return None
        return Inference("party", "context", self._before(who.party, span[0]))

    def _inferred(self, field: str, who: Reference | None, span: Stretch) -> Inference | None:
        """Nothing where the characters of a source name who is meant."""
        if who is None or self._is_named(who, span):
            return None
        return Inference(field, "context", self._last(who, span[0]))

    def _is_named(self, who: Reference, span: Stretch) -> bool:
        if who.id is not None and self._within(who.id, span):
            return True
        said = self._text[slice(*span)].casefold()
        if who.kind == "person":
            return who.name.split()[-1].casefold() in _WORD.findall(said)
        return who.kind == "described" and who.name.casefold() in " ".join(said.split())

    def _span(self, head: Token, source: Stretch, *, together: bool) -> Stretch:
        """The characters of a source: all that hangs on its head, and of "who" what stands before it."""
        first, last = min(source[0], head.left_edge.i), max(source[1], head.right_edge.i + 1)
        if (head.lower_ in RELATIVES and head.head.dep_ == "relcl") or (together and head.pos_ != "PRON"):
            first = head.sent.start
        return self._doc[first].idx, self._doc[last - 1].idx + len(self._doc[last - 1])

    def _within(self, id_: str, span: Stretch) -> bool:
        named = self._named.get(id_, [])
        at = bisect_left(named, (span[0], 0))
        return at < len(named) and named[at][0] < span[1]

    def _last(self, who: Reference, char: int) -> Words | None:
        """The words before a character that last named somebody."""
        if who.id is not None:
            return self._before(who.id, char)
        at = self._text.rfind(who.name, max(char - _FAR, 0), char)
        return words(self._doc, at, at + len(who.name)) if at >= 0 else None

    def _before(self, id_: str, char: int) -> Words | None:
        named = self._named.get(id_, [])
        at = bisect_left(named, (char, 0))
        return words(self._doc, *named[at - 1]) if at else None
