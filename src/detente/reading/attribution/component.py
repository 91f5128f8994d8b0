"""The spaCy component ``detente_statements``: who said what, as ``Statement`` items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from detente.model.ids import item_id
from detente.model.items import Manner, Statement
from detente.model.words import Words
from detente.reading.attribution.finder import find
from detente.reading.attribution.passage import Passage
from detente.reading.attribution.setting import addressee, venue
from detente.reading.attribution.speakers import Speaker, Speakers
from detente.reading.extensions import register, report_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.reading.attribution.relation import Attribution

register()


@Language.factory("detente_statements", assigns=["doc._.detente_statements"])
class Statements:
    """Finds statements in a parsed Doc and leaves them in ``doc._.detente_statements``."""

    def __init__(self, nlp: Language, name: str = "detente_statements") -> None:
        self.name = name
        self.vocab = nlp.vocab

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, its statements set."""
        doc._.detente_statements = tuple(statements(doc))
        return doc


def statements(doc: Doc) -> list[Statement]:
    """The statements of a Doc, in the order of its text."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return []
    passage = Passage(doc)
    speakers = Speakers(doc)
    report = report_id(doc)
    found: list[Statement] = []
    seen: set[str] = set()
    for attribution in find(passage):
        item = _statement(passage, attribution, speakers, report)
        if item.id not in seen:
            seen.add(item.id)
            found.append(item)
    return found


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: Speaker
    paragraph: int


def _statement(passage: Passage, found: Attribution, speakers: Speakers, report: str) -> Statement:
    doc, text = passage.doc, passage.text
    who = Speaker(None, None)
    if found.who is not None and found.source is not None:
        who = speakers.resolve(doc[found.who], found.source)
    where = venue(doc, found)
    source = _words(passage, found.source)
    cue = _words(passage, found.cue)
    content = Words.pieces(text, found.content)
    manner = _manner(found, who)
    spans = [*found.content, *((words.start, words.end) for words in (source, cue) if words is not None)]
    return Statement(
        id=item_id("statement", report, found.content, cue and cue.start),
        speaker=who.name,
        party=who.party,
        manner=manner,
        content=content,
        cue=cue,
        source=source,
        date=None,
        venue=text[where[0] : where[1]] if where else None,
        addressee=addressee(doc, found, speakers),
        anonymous=who.anonymous,
        evidence=Words.pieces(text, _joined(spans)),
    )


def _words(passage: Passage, tokens: tuple[int, int] | None) -> Words | None:
    if tokens is None:
        return None
    first, last = passage.doc[tokens[0]], passage.doc[tokens[1] - 1]
    return Words.at(passage.text, first.idx, last.idx + len(last))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _manner(found: Attribution, who: Speaker) -> Manner:
    entry = found.entry
    if entry is not None and entry.kind == "silence":
        return "declined"
    if found.form != "indirect":
        return "direct" if found.form == "direct" else "mixed"
    if entry is not None and entry.kind == "stance":
        return "position"
    if entry is not None and "maintains" in entry.frames and not who.person and who.party is not None:
        return "position"
    return "indirect"
