"""The spaCy component ``detente_statements``: who said what, as ``Statement`` items."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from detente.knowledge.agreements.records import word_classes
from detente.model.ids import item_id
from detente.model.items import Manner, Statement
from detente.model.words import Words
from detente.reading.attribution import lexicon
from detente.reading.attribution.acts import act_of, by_what_follows
from detente.reading.attribution.finder import find
from detente.reading.attribution.following import Following
from detente.reading.attribution.hedging import hedges, polarity
from detente.reading.attribution.learned.finder import Size  # spaCy reads the factory's annotations
from detente.reading.attribution.nested import chain
from detente.reading.attribution.passage import Passage
from detente.reading.attribution.relays import only_cites, relayed
from detente.reading.attribution.setting import addressee, apart_from_hearer, within
from detente.reading.attribution.sources import controlled
from detente.reading.attribution.speakers import Speaker, Speakers
from detente.reading.attribution.venue import partner, venue_of
from detente.reading.attribution.when import Dates, told_then
from detente.reading.extensions import register, report_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.relation import Attribution

register()

_HELD = frozenset({"rejects", "accepts", "demands"})


@Language.factory("detente_statements", assigns=["doc._.detente_statements"], default_config={"size": "default"})
class Statements:
    """Finds statements in a parsed Doc and leaves them in ``doc._.detente_statements``.

    ``size`` is that of the network which finds them: "default", or "fast" for a third of its time.
    """

    def __init__(self, nlp: Language, name: str = "detente_statements", size: Size = "default") -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.size = size

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, its statements set."""
        doc._.detente_statements = tuple(statements(doc, self.size))
        return doc


def statements(doc: Doc, size: Size = "default") -> list[Statement]:
    """The statements of a Doc, in the order of its text."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return []
    passage = Passage(doc)
    attributions = find(passage, size)
    reader = _Reader(passage, attributions)
    found: dict[str, Statement] = {}
    for attribution in attributions:
        if not reader.is_somebodys(attribution):
            continue
        item = reader.statement(*relayed(passage, apart_from_hearer(passage, controlled(doc, attribution))))
        found.setdefault(item.id, item)
    return list(found.values())


@dataclass(slots=True)
class _Last:
    """The statement before: who made it, and where."""

    item: Statement
    paragraph: int
    sentence: int


class _Reader:
    """Turns what was found into statements, in the order of the text, because each may go on with the last."""

    def __init__(self, passage: Passage, found: list[Attribution]) -> None:
        self.passage = passage
        self._speakers = Speakers(passage.doc)
        self._dates = Dates(passage.doc, [span for each in found for span in each.content], self._speakers)
        self._report = report_id(passage.doc)
        self._last: _Last | None = None
        self._following = Following(self._speakers)

    def is_somebodys(self, found: Attribution) -> bool:
        """Whether there is somebody who says it.

        Only a quotation or a turn needs no source named, and only words in marks or a clause need no cue that the
        lexicon knows or that was counted as one. Figures do not speak, what an accord stipulates is its provision, and
        an accord of two sides is an event.
        """
        if found.who is None:
            return found.form == "direct"
        if only_cites(self.passage.doc, found):
            return False
        if found.anchor is not None and found.form == "indirect" and _stays_unnamed(self.passage.doc[found.anchor]):
            return False
        if found.entry is None:
            if found.form != "indirect" or found.frame != "":
                return True
            if found.anchor is None:
                return False
            cue = self.passage.doc[found.anchor]
            counted = cue.i not in self.passage.cues and (cue.lemma_.lower(), cue.pos_) in lexicon.counted()
            clause = any(c.dep_ == "ccomp" and within(c, found) for c in cue.children)
            clause = clause and not _is_agreement(self.passage.doc[found.who])
            return counted or clause or by_what_follows(cue, found) is not None
        head = self.passage.doc[found.who]
        if "mutual" in found.entry.frames and (head.tag_ in {"NNS", "NNPS"} or any(head.conjuncts)):
            return False
        if "shows" not in found.entry.frames or head.pos_ != "NOUN" or head.lemma_.lower() in lexicon.documents():
            return True
        return self._speakers.at(head) is not None or head.ent_type_ != "" or not self._speakers.is_thing(head)

    def statement(self, found: Attribution, relay: str | None) -> Statement:
        """One statement, resolved; ``relay`` is the medium through which it was heard."""
        passage, doc, text = self.passage, self.passage.doc, self.passage.text
        at = passage.token_at(passage.beginning(found))
        paragraph = bisect_right(passage.paragraphs, (doc[at].idx, len(text)))
        who = Speaker(None, None, anonymous=found.frame == "turn")
        if found.who is not None and found.source is not None:
            if found.frame == "turn":
                label = _words(passage, found.source)
                who = self._speakers.labelled(label.text) if label is not None else who
            else:
                who = self._speakers.resolve(doc[found.who], found.source)
            who = self._following.source(doc[found.who], found.source, who, paragraph)
        self._following.note(doc[found.who] if found.who is not None else None, who, paragraph)
        where = venue_of(doc, found)
        noun = where.noun if where is not None else None
        venue = text[where.start : where.end].rstrip(" ,") if where is not None else None
        date = self._dates.of(found, noun, who.name)
        to = addressee(doc, found, self._speakers)
        if to is None and noun is not None:
            to = partner(noun, self._speakers, who.name)
        to = to or self._dates.hearer(found, who.name)
        last = self._last
        direct = found.form == "direct" and last is not None and last.item.manner == "direct"
        if last is not None and direct and last.item.speaker == who.name and last.paragraph == paragraph - 1:
            date = date or last.item.date
        if last is not None and last.paragraph == paragraph and who.name is not None:
            if last.item.speaker == who.name and _goes_on(found, doc, last):
                venue, date = venue or last.item.venue, date or last.item.date
            elif to is None and last.item.speaker != who.name and _answers(found, doc):
                to = last.item.speaker
                date = date or last.item.date
        source, cue = _words(passage, found.source), _words(passage, found.cue)
        spans = [*found.content, *((words.start, words.end) for words in (source, cue) if words is not None)]
        item = Statement(
            id=item_id("statement", self._report, found.content, cue and cue.start),
            speaker=who.name,
            party=who.party,
            manner=_manner(passage, found, who),
            content=Words.pieces(text, found.content) if found.content else None,
            cue=cue,
            source=source,
            date=date,
            venue=venue,
            addressee=to,
            anonymous=who.anonymous,
            evidence=Words.pieces(text, _joined(spans)),
            act=act_of(doc, found),
            polarity=polarity(passage, found),
            hedges=hedges(passage, found),
            relay=relay,
            speakers=who.several,
            chain=chain(passage, found, self._speakers),
        )
        self._last = _Last(item, paragraph, doc[found.anchor if found.anchor is not None else at].sent.start)
        return item


def _is_agreement(who: Token) -> bool:
    """Whether a source is an agreement, or "which" of one."""
    noun = who.head.head if who.tag_ in {"WDT", "WP"} and who.head.dep_ == "relcl" else who
    return noun.lemma_.lower() in word_classes()["heads"]


def _stays_unnamed(cue: Token) -> bool:
    """Whether somebody only wants no name given: "asked not to be identified", "declined to be named"."""
    wish = next((child for child in cue.children if child.dep_ == "xcomp"), None)
    return wish is not None and wish.lemma_ in lexicon.naming() and any(c.dep_ == "auxpass" for c in wish.children)


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
    if cue.lemma_ in {"reply", "respond", "answer", "retort", "counter"}:
        return True
    return any(
        child.lower_ == "in" and any(n.lower_ in {"response", "reply"} for n in child.children)
        for child in cue.children
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


def _manner(passage: Passage, found: Attribution, who: Speaker) -> Manner:
    entry = found.entry
    if found.frame == "silence":
        return "declined"
    if found.form != "indirect":
        return "direct" if found.form == "direct" else "mixed"
    if entry is not None and entry.kind == "stance":
        return "position"
    if entry is not None and "maintains" in entry.frames and not who.person and who.party is not None:
        return "position"
    of_party = who.party is not None and who.name == who.party
    held = entry is not None and entry.act in _HELD and found.anchor is not None
    if of_party and held and passage.doc[found.anchor or 0].tag_ in {"VBZ", "VBP"}:
        return "position"  # "Lima rejects the line": said again and again
    return "indirect"
