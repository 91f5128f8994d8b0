"""When, where and to whom: as the words around a statement have it, else as the statement before it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model.inference import Inference
from detente.model.words import Words
from detente.reading.attribution.setting import addressee
from detente.reading.attribution.spoken_before import SpokenBefore
from detente.reading.attribution.venue import partner, venue_of
from detente.reading.attribution.when import Dated, Dates, told_then
from detente.reading.attribution.words import SETTING
from detente.reading.english.grammar import IN

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.date import Date
    from detente.model.references import Reference
    from detente.reading.attribution.basis import Basis
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, when and to whom something was said, and which of it its own words do not say."""

    place: Words | None
    dated: Dated | None
    addressee: Reference | None
    inferred: tuple[Inference, ...] = ()  #: of the venue and the addressee

    @property
    def venue(self) -> str | None:
        """The words for the place or event."""
        return self.place.text if self.place is not None else None

    @property
    def date(self) -> Date | None:
        """The date of saying."""
        return self.dated.date if self.dated is not None else None

    @property
    def bases(self) -> tuple[Inference, ...]:
        """What of it is inferred."""
        return (*(self.dated.inferred if self.dated is not None else ()), *self.inferred)


@dataclass(frozen=True, slots=True)
class _Last:
    """The statement before: who made it, on which occasion, and where it stands."""

    who: Reference | None
    source: Words | None
    occasion: Occasion
    direct: bool
    paragraph: int
    sentence: int  #: the token at which it begins


class Occasions:
    """Finds the occasions of a passage's statements, in the order of the text."""

    def __init__(self, passage: Passage, found: list[Attribution], speakers: Speakers, basis: Basis) -> None:
        self._passage = passage
        self._speakers = speakers
        self._basis = basis
        self._dates = Dates(passage.doc, [span for each in found for span in each.content], speakers)
        self._last: _Last | None = None
        self._spoken = SpokenBefore()

    def of(
        self, found: Attribution, who: Reference | None, source: Words | None, paragraph: int, party: str | None
    ) -> Occasion:
        """The occasion of the next statement, which somebody makes in a paragraph."""
        own = self._own(found, who)
        occasion = self._carried(found, who, paragraph, own) if self._last is not None else own
        occasion = self._dated(found, who, party, paragraph, occasion)
        doc = self._passage.doc
        at = found.anchor if found.anchor is not None else self._passage.token_at(self._passage.beginning(found))
        self._last = _Last(who, source, occasion, found.form == "direct", paragraph, doc[at].sent.start)
        return occasion

    def _dated(
        self, found: Attribution, who: Reference | None, party: str | None, paragraph: int, occasion: Occasion
    ) -> Occasion:
        """With the date of the document's own words, or of the speaker's last ones, where nothing else dates it."""
        self._spoken.note(who, party, occasion.dated, paragraph)
        if occasion.dated is not None:
            return occasion
        cue = self._passage.doc[found.anchor] if found.anchor is not None else None
        dated = self._dates.of_document(found) or self._spoken.date(who, party, cue, paragraph)
        return replace(occasion, dated=dated)

    def _own(self, found: Attribution, who: Reference | None) -> Occasion:
        """As the words around the statement have it."""
        doc, text = self._passage.doc, self._passage.text
        where = venue_of(doc, found)
        noun = where.noun if where is not None else None
        place = None
        if where is not None:
            place = Words.at(text, where.start, where.start + len(text[where.start : where.end].rstrip(" ,")))
        hearer = addressee(doc, found, self._speakers)
        if hearer is None and noun is not None:
            hearer = partner(noun, self._speakers, who)
        dated = self._dates.of(found, noun, who)
        if hearer is not None:
            inferred = self._basis.of_hearer(hearer.who, hearer.head, hearer.source)
            return Occasion(place, dated, hearer.who, inferred)
        met = self._dates.hearer(found, who)
        if met is not None:
            return Occasion(place, dated, met[0], (Inference("addressee", "context", met[1]),))
        return Occasion(place, dated, None)

    def _carried(self, found: Attribution, who: Reference | None, paragraph: int, own: Occasion) -> Occasion:
        """What its own words leave open, as the statement before has it, where the two belong together."""
        last = self._last
        assert last is not None
        then = last.occasion
        dated = own.dated or (then.dated.carried() if then.dated is not None else None)
        if found.form == "direct" and last.direct and last.who == who and last.paragraph == paragraph - 1:
            return replace(own, dated=dated)
        if last.paragraph != paragraph or who is None:
            return own
        if last.who == who and _goes_on(found, self._passage.doc, last):
            inferred = own.inferred
            if own.place is None and then.place is not None:
                inferred = (*inferred, Inference("venue", "context", then.place))
            return replace(own, place=own.place or then.place, dated=dated, inferred=inferred)
        if own.addressee is None and last.who != who and _answers(found, self._passage.doc):
            heard = (Inference("addressee", "context", last.source),) if last.who is not None else ()
            return replace(own, addressee=last.who, dated=dated, inferred=(*own.inferred, *heard))
        return own


def _goes_on(found: Attribution, doc: Doc, last: _Last) -> bool:
    """Whether a statement still belongs to the occasion of the last: same sentence, or words of the same kind."""
    if found.anchor is not None and doc[found.anchor].sent.start == last.sentence:
        return True
    if found.form != "indirect" and (found.entry is None or found.entry.kind == "speech"):
        return True
    spoken = found.entry is not None and found.entry.kind in {"speech", "silence"}
    return spoken and found.anchor is not None and told_then(doc[found.anchor])


def _answers(found: Attribution, doc: Doc) -> bool:
    """Whether the words say that one speaker answers the other: 'in response', 'replied'."""
    if found.anchor is None or found.frame == "silence":
        return False
    cue = doc[found.anchor]
    if cue.lemma_ in SETTING.answering:
        return True
    return any(
        child.lower_ in IN and any(n.lower_ in SETTING.in_answer for n in child.children) for child in cue.children
    )
