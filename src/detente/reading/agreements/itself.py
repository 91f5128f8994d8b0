"""A report that is an agreement itself: its title -> the agreement with parties, day and what it lays down."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from detente.model.date import Date
from detente.reading.agreements.instruments import Instrument, Standing
from detente.reading.agreements.obligations import obligations
from detente.reading.agreements.parties_to import around
from detente.reading.english.clauses import subject
from detente.reading.extensions import publication, report_text, sentences
from detente.reading.front.dates import find_date

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.mention import Mention as PartyMention
    from detente.reading.agreements.document import Document
    from detente.reading.agreements.instruments import Instruments
    from detente.reading.english.cast import Cast

_HEADING = 80  # characters below a title in which its place and day stand
_FORMULA = 160  # characters of the clause "Done at …"
_OPENING = 4  # sentences in which a document says between whom it is
_NAME = 160  # characters of its name
_TWO = 2


def itself(
    doc: Doc,
    title: Document,
    cast: Cast,
    mentions: tuple[PartyMention, ...],
    found: Instruments,
    main: tuple[str, ...],
) -> None:
    """Put the report itself before the agreements found; ``main`` are the two that it speaks of most."""
    text = report_text(doc)
    parties = tuple(dict.fromkeys(around(list(mentions), title.start, title.end)))
    if len(parties) < _TWO:
        parties = _opening(doc, title.end, cast, mentions) or tuple(dict.fromkeys([*parties, *main]))[:_TWO]
    end = min(title.end, title.start + _NAME)
    instrument = Instrument(title.kind, label=" ".join(text[title.start : end].split()), span=(title.start, end))
    instrument.said.update(dict.fromkeys(parties, 1))
    for each in found.all:  # what two sides recall together is between them, if nothing says otherwise
        if not each.said and each.record is None:
            each.shared = parties
    instrument.provisions = obligations(doc, title.end, cast, parties)
    date, instrument.dated_by_report = _dated(doc, title)
    if date is not None:
        instrument.dates.append(date)
    start, stop = title.done or (title.start, end)
    instrument.standings.append(Standing("signed" if title.done else "agreed", start, stop))
    found.all.insert(0, instrument)


def _opening(doc: Doc, after: int, cast: Cast, mentions: tuple[PartyMention, ...]) -> tuple[str, ...]:
    """Who a document begins with: the subject of one of its first sentences, where that is two parties or more."""
    below = (sentence for sentence in sentences(doc) if sentence.start_char >= after)
    for sentence in islice(below, _OPENING):
        actor = subject(sentence.root)
        found = cast.named(actor).parties if actor is not None else ()
        if len(found) < _TWO:
            verb = next((t for t in sentence if t.pos_ in ("VERB", "AUX") or t.text == ":"), sentence[-1])
            found = tuple(dict.fromkeys(around(list(mentions), sentence.start_char, verb.idx)))
        if len(found) >= _TWO:
            return found
    return ()


def _dated(doc: Doc, title: Document) -> tuple[Date | None, bool]:
    """The day at the foot ("Done at …"), else below the title, else that of publication; whole days first.

    And whether it is that of publication.
    """
    text = report_text(doc)
    at = (title.done[0], title.done[0] + _FORMULA) if title.done else None
    own = [_day(text, *at) if at else None, _day(text, title.start, title.end + _HEADING)]
    dates = [date for date in (*own, publication(doc)) if date is not None]
    best = next((date for date in dates if date.precision == "day"), next(iter(dates), None))
    return best, best not in own


def _day(text: str, start: int, end: int) -> Date | None:
    """The first date that is written out with its year in the characters ``[start, end)``."""
    found = find_date(text[start:end])
    while found is not None and "X" in found.edtf:
        found = find_date(text[start:end], found.end)
    return Date.parse(found.edtf) if found is not None else None
