"""Sentences that go on in a speaker's voice without a verb of saying.

The whole prose of a statement is its authors' words. In an account of a talk, a sentence in the present or the future
is still that of whom the sentence before told; in other prose only where it says what his own side will or must do.
In go the attributions that were found, out come these and the sentences that go on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.inference import Inference
from detente.model.references import Reference
from detente.model.report import Zone
from detente.reading.attribution import lexicon
from detente.reading.attribution.assertions import asserts, is_open, narrates
from detente.reading.attribution.house import seat, stood_for
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.speakers import Speaker
from detente.reading.attribution.spoken import with_turns
from detente.reading.english.clauses import conjuncts
from detente.reading.english.documents import letterhead
from detente.reading.english.grammar import THE_THAT, THEY
from detente.reading.english.labels import FINITE
from detente.reading.extensions import sentences
from detente.reading.people.home import bodies_in
from detente.reading.people.lexicon import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.reading.attribution.floor import Floor
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.speakers import Speakers
    from detente.reading.english.documents import Document

_TABLE = "en/attribution/documents"


class Voice:
    """Whose words a document's own prose is."""

    def __init__(self, passage: Passage, document: Document | None, speakers: Speakers, floor: Floor) -> None:
        self._passage = passage
        self._floor = floor
        self._document = document
        self._speakers = speakers
        self.inferred: tuple[Inference, ...] = ()  #: of the speaker
        self.speaker = self._housed(self._authors(document, speakers), speakers)

    def complete(self, found: list[Attribution]) -> list[Attribution]:
        """The attributions, with the sentences that go on, in the order of the text."""
        if self._floor.turns:
            found = with_turns(self._passage, found, self._floor)
        elif self._document is not None and self._document.kind == "statement":
            found = self._own(found)
        else:
            found = self._going_on(found)
        return sorted(found, key=lambda each: (self._passage.beginning(each), each.anchor or 0))

    def is_own(self, found: Attribution) -> bool:
        """Whether an attribution is the document's own voice: without a source, or of "we"."""
        if self.speaker is None or self._floor.turns:
            return False
        if found.frame == "voice":
            return True
        if found.who is None or found.form == "direct":
            return False
        who = self._passage.doc[found.who]
        alone = who.left_edge.lower_ in THE_THAT and who.left_edge.i == who.i - 1 and not any(who.rights)
        if alone and who.lemma_.lower() in lexicon.documents() | words(_TABLE, "issuers"):
            return True  # "the statement pointed out", "the Ministry calls on"
        together = bool(self.speaker.several) and (who.lower_ in words(_TABLE, "authors") or who.lower_ in THEY)
        plural = who.tag_ in {"NNS", "NNPS", "PRP"} and self._passage.doc[found.who].left_edge.i >= who.i - 2
        return who.lower_ in words(_TABLE, "first") or (together and plural)

    def _housed(self, speaker: Speaker | None, speakers: Speakers) -> Speaker | None:
        """An author for his party, by his own words or by what stands above them, where the title names none."""
        if speaker is None or speaker.party is not None:
            return speaker
        first = next(sentences(self._passage.doc, Zone.BODY), None)
        own = self._headed() or stood_for(self._passage, speakers, sentences(self._passage.doc, Zone.BODY))
        party = own or seat(self._passage, first.start if first is not None else 0)
        self.inferred = (Inference("party", "context"),) if party is not None else ()
        return replace(speaker, party=party)

    def _headed(self) -> str | None:
        """The one state or organisation of the letterhead."""
        line = letterhead(self._passage.doc)
        named = set(bodies_in([fold(t.text) for t in self._passage.doc[slice(*line)]])) if line is not None else set()
        return named.pop() if len(named) == 1 else None

    def _authors(self, document: Document | None, speakers: Speakers) -> Speaker | None:
        """Who signs: a person, a party, or several together."""
        if document is None or document.authors is None:
            return None
        span = self._passage.doc[document.authors[0] : document.authors[1]]
        mentions = [each for each in speakers.within(span.start_char, span.end_char) if each.parties or each.people]
        people = speakers.cited.persons(person for each in mentions for person in each.people)
        if len(people) == 1:
            return speakers.person(people[0].id or "")
        parties = tuple(dict.fromkeys(speakers.cited.parties(p for each in mentions for p in each.parties)))
        named = set(bodies_in([fold(token.text) for token in span])) if not mentions else set()
        if len(named) == 1:  # the letterhead, which is no prose
            return speakers.party(named.pop())
        if len(parties) == 1 and not people:
            return Speaker(Reference.described(span.text.strip()), parties[0].id)
        first = parties[0].id if parties else None
        first = first or next((p for who in people if (p := speakers.cited.party_of(who)) is not None), None)
        return Speaker(Reference.described(span.text.strip()), first, several=people or parties)

    def _own(self, found: list[Attribution]) -> list[Attribution]:
        """A statement for each sentence of the prose that is no attribution of its own."""
        kept = [each for each in found if not self._mere(each) and not self._in_title(each)]
        begins = self._document.begins if self._document is not None else 0
        for sentence in sentences(self._passage.doc, Zone.BODY):
            if (
                sentence.start_char >= begins
                and asserts(sentence)
                and not narrates(sentence)
                and not any(_within(each, sentence, self._passage) for each in kept)
            ):
                kept += self._voiced(sentence, None)
        return kept

    def _mere(self, found: Attribution) -> bool:
        """Whether a stance of "we", or of nobody, is only part of what the document says."""
        speech = found.entry is not None and found.entry.kind == "speech"
        who = self._passage.doc[found.who] if found.who is not None else None
        return (
            found.form == "indirect"
            and not speech
            and (who is None or who.lower_ in words(_TABLE, "first") or who.tag_ == "NN" or self._claimed(who))
        )

    def _claimed(self, who: Token) -> bool:
        """Whether a stance is one that a single author tells of himself, or says that somebody else holds."""
        if self.speaker is None or self.speaker.party is None:
            return False
        named = [mention for each in conjuncts(who) if (mention := self._speakers.at(each)) is not None]
        if self.speaker.several:  # all of them together
            return {p for each in named for p in each.parties} >= {each.id for each in self.speaker.several}
        return not any(mention.people for mention in named)

    def _in_title(self, found: Attribution) -> bool:
        """Whether it stands in the title, which says only what the document is."""
        title = next(sentences(self._passage.doc, Zone.HEADLINE), None)
        own = title is not None and not any(token.tag_ in FINITE | {"MD"} for token in title)
        return own and title is not None and self._passage.beginning(found) < title.end_char

    def _going_on(self, found: list[Attribution]) -> list[Attribution]:
        account = self._document is not None
        last: Attribution | None = None
        added: list[Attribution] = []
        kept = [each for each in found if not (account and self._only_tells(each))]
        ordered = sorted(kept, key=self._passage.beginning)
        for sentence in sentences(self._passage.doc, Zone.BODY):
            here = [each for each in ordered if _within(each, sentence, self._passage)]
            if here:
                narrated = [each for each in here if not account or self._is_narrated(each)]
                last = narrated[-1] if narrated else last
                continue
            goes = last is not None and self._continues(sentence, last, added, account=account)
            if not goes or last is None:
                last = None
                continue
            added += self._voiced(sentence, last)
        return [*kept, *added]

    def _only_tells(self, found: Attribution) -> bool:
        """Whether a stance that others hold now is part of what an account says: "our engineers continue to watch"."""
        if found.form != "indirect" or found.anchor is None or found.frame:
            return False
        speech = found.entry is not None and found.entry.kind == "speech"
        return not speech and self._passage.doc[found.anchor].tag_ in {"VBZ", "VBP"}

    def _is_narrated(self, found: Attribution) -> bool:
        """Whether an account itself tells that something was said, in the past tense."""
        if found.anchor is None:
            return True
        cue = self._passage.doc[found.anchor]
        return cue.pos_ != "VERB" or not is_open(cue)

    def _continues(self, sentence: Span, last: Attribution, added: list[Attribution], *, account: bool) -> bool:
        """Whether a sentence goes on in the voice of the attribution before."""
        if not asserts(sentence) or last.form == "direct" or last.anchor is None:
            return False
        if not is_open(sentence.root):
            return False
        if account:
            return True
        cue = self._passage.doc[last.anchor]
        if last.form != "indirect" or last.source is None or last.entry is None or last.entry.kind != "speech":
            return False
        chained = bool(added) and added[-1].content[-1][1] >= sentence.start_char - 3
        near = sentence.start in self._passage.paragraph_of(cue.i)
        return near and (chained or self._threatens(sentence, cue))

    def _threatens(self, sentence: Span, cue: Token) -> bool:
        """Whether it says on what condition somebody will do what: "If they land again, Peru will answer"."""
        condition = any(token.lower_ in words(_TABLE, "conditional") and token.dep_ == "mark" for token in sentence)
        return (
            condition
            and cue.tag_ in {"VBD", "VBZ"}
            and any(c.lower_ in words(_TABLE, "modals") for c in sentence.root.lefts)
        )

    def _voiced(self, sentence: Span, of: Attribution | None) -> list[Attribution]:
        span = self._passage.trimmed(sentence.start, sentence.end, marks=False)
        if span is None:
            return []
        if of is None:
            return [Attribution([span], "direct", frame="voice")]
        return [replace(of, content=[span], cue=None, entry=None, anchor=None, negated=False, frame="goes on", rest=[])]


def _within(found: Attribution, sentence: Span, passage: Passage) -> bool:
    """Whether an attribution has words in a sentence."""
    starts = [start for start, _ in found.content] + (
        [passage.starts[found.anchor]] if found.anchor is not None else []
    )
    ends = any(start < sentence.end_char and sentence.start_char < end - 1 for start, end in found.content)
    return ends or any(sentence.start_char <= start < sentence.end_char for start in starts)
