"""The spaCy component ``detente_agreements``: treaties, declarations, accords and understandings of a report."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from detente.knowledge.agreements.records import AgreementRecord, agreements, word_classes
from detente.model.report import Zone
from detente.reading.agreements.consent import consent
from detente.reading.agreements.document import Document, document_of, obligations
from detente.reading.agreements.instruments import Instrument, Instruments, Standing, alike_heads
from detente.reading.agreements.items import agreement_item
from detente.reading.agreements.mentions import Mention, mention_of
from detente.reading.agreements.parties_to import around, said_parties
from detente.reading.agreements.provisions import joined, provision, provisions_at
from detente.reading.agreements.standing import standing_of
from detente.reading.events.actors import Cast
from detente.reading.events.status import status_of
from detente.reading.extensions import publication, register, report_id, report_text, sentences
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Provision, Time
    from detente.model.mention import Mention as PartyMention

register()
_MADE = frozenset({"signed", "agreed"})
_IT = frozenset({"it", "It"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "appos"})
_CALLING = frozenset({"know", "call", "dub", "name", "title", "entitle", "style"})
_WHICH = frozenset({"which", "that"})


class Agreements:
    """Finds agreements. Reads times, parties and mentions, if they are there; sets ``doc._.detente_agreements``."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._records: dict[str, AgreementRecord] = {}
        for record in agreements().values():
            self._records[record.name] = record
            self._matcher.add(record.name, [nlp.make_doc(name) for name in (record.name, *record.names)])
        strings, classes = nlp.vocab.strings, word_classes()
        self._heads = {strings.add(word) for word in classes["heads"] | classes["again"]}
        self._consents = {strings.add(word) for word in ("agree", "vow", "pledge")}
        self._strong = {strings.add(word) for word in classes["provides"]}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its agreements."""
        if doc.has_annotation("DEP"):
            doc._.detente_agreements = self._read(doc)
        return doc

    def _read(self, doc: Doc) -> tuple[object, ...]:
        title = document_of(doc)
        page = _Page(doc, title)
        known = self._known(doc, page)
        starts = [span.start for span in known]
        lemmas = doc.to_array("LEMMA").tolist()
        lowers = doc.to_array("LOWER").tolist()
        for sentence in sentences(doc):
            names = known[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            taken = {i: span for span in names for i in range(span.start, span.end)}
            for i in range(sentence.start, sentence.end):
                if i in taken:
                    if taken[i].start == i:
                        page.meet(mention_of(_head(taken[i]), self._records[taken[i].label_], taken[i]), sentence)
                elif lemmas[i] in self._heads or lowers[i] in self._heads:
                    page.meet(mention_of(doc[i]), sentence)
                elif lemmas[i] in self._consents and title is None:
                    page.agreed(doc[i])
                elif lemmas[i] in self._strong:
                    page.it_provides(doc[i])
        if title is not None:
            page.document(title)
        return page.items()

    def _known(self, doc: Doc, page: _Page) -> list[Span]:
        """The names of the table in the text; one that several agreements share only with one of its parties."""
        spans: list[Span] = filter_spans(self._matcher(doc, as_spans=True))
        return [span for span in spans if _is_meant(span, self._records[span.label_], page.parties)]


def _is_meant(span: Span, record: AgreementRecord, parties: set[str]) -> bool:
    """Whether the table's agreement is meant: by the year that stands with the name, and by who takes part."""
    after = span.doc[span.end : span.end + 5]
    years = {token.text for token in after if len(token.text) == 4 and token.like_num} if len(after) and (
        after[0].lower_ == "of") else set()  # fmt: skip
    if years and record.date and record.date[:4] not in years:
        return False
    return not parties or not record.parties or not parties.isdisjoint(record.parties)


def _head(span: Span) -> Token:
    """The word of a name that the rest of the sentence hangs on."""
    root: Token = span.root
    return root


class _Page:
    """One report while its agreements are read."""

    def __init__(self, doc: Doc, title: Document | None) -> None:
        self.doc = doc
        self._title = title
        self._waiting: list[Provision] = []
        self.text = report_text(doc)
        self.report = report_id(doc)
        self.cast = Cast(doc)
        self.found = Instruments()
        self.mentions: tuple[PartyMention, ...] = doc._.detente_mentions or doc._.detente_party_mentions
        self._starts = [mention.start for mention in self.mentions]
        self.parties = {party.id for party in doc._.detente_parties}
        #: the two states that the report speaks of most
        self.main = _most(doc, self.mentions)

    def meet(self, mention: Mention | None, sentence: Span) -> None:
        """Read one mention: which agreement it is, and what stands with it."""
        if mention is None:
            return
        if mention.anyhow and not mention.named:
            return
        if self._title is not None and mention.head.idx < self._title.end:
            return
        standing = standing_of(mention)
        made = standing is not None and standing[0] in _MADE
        provisions = provisions_at(self.text, mention)
        made = made or (bool(provisions) and mention.kind == "draft")
        alias = self._also_known_as(mention)
        if alias is not None:
            alias.take(mention)
            return
        instrument = self.found.place(mention, made=made) if not self._belongs(mention) else None
        if instrument is None:
            self._waiting += provisions if self._belongs(mention) else []
            return
        for party in said_parties(mention, self.cast):
            instrument.said[party] = instrument.said.get(party, 0) + 1
        for party in dict.fromkeys(self._around(sentence)):
            instrument.context[party] = instrument.context.get(party, 0) + 1
        if standing is not None:
            status, word = standing
            instrument.standings.append(Standing(status, word.idx, word.idx + len(word)))
        date = self._date(mention, standing)
        if date is not None:
            instrument.dates.append(date)
        instrument.provisions += [*self._waiting, *provisions]
        self._waiting = []

    def _also_known_as(self, mention: Mention) -> Instrument | None:
        """The agreement that goes by this name too: "the document, known as the Lima pact"."""
        above = mention.head.head
        if mention.head.dep_ in ("pobj", "oprd") and above.lower_ == "as":
            above = above.head
        if above.dep_ != "acl" or above.tag_ != "VBN" or above.lemma_ not in _CALLING:
            return None
        return next((each for each in self.found.all if any(m.head.i == above.head.i for m in each.mentions)), None)

    def _belongs(self, mention: Mention) -> bool:
        """Whether it is part of another agreement, which has what it provides: "a protocol to the accord"."""
        if mention.named or mention.record is not None:
            return False
        heads = word_classes()["heads"]
        return any(
            inner.lemma_.lower() in heads
            for child in mention.head.children
            if child.dep_ == "prep" and child.lower_ in ("to", "of")
            for inner in child.children
        )

    def agreed(self, verb: Token) -> None:
        """Read a consent: "the two sides agreed to …"."""
        read = consent(verb, self.cast, self.text, self.main)
        if read is None:
            return
        label, parties, what = read
        instrument = next((each for each in self.found.all if each.label and _same_label(each.label, label)), None)
        if instrument is None:
            instrument = Instrument("agreement", label=label, span=(what.text.start, what.text.end))
            self.found.all.append(instrument)
            instrument.provisions.append(what)
        for party in parties:
            instrument.said.setdefault(party, 1)
        instrument.standings.append(Standing("agreed", verb.idx, verb.idx + len(verb)))
        when = governing(self.doc, verb)
        if when is not None and when.time.edtf is not None:
            instrument.dates.append(_written(when.time))

    def it_provides(self, verb: Token) -> None:
        """Read "It bans …" of the agreement that was mentioned last, right before."""
        actor = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if actor is None or not (actor.text in _IT or (actor.lower_ in _WHICH and verb.dep_ == "relcl")):
            return
        last = self.found.last()
        if last is None:
            return
        mention = last.mentions[-1]
        if actor.lower_ in _WHICH:  # hung by the parser on the last noun: "the accord signed in Lima, which obliges …"
            if mention.head.sent.start != actor.sent.start or not mention.head.is_ancestor(actor):
                return
        elif (
            verb.lemma_ not in word_classes()["strongly"]
            and not any(m.head.dep_ in _SUBJECTS for m in last.mentions if m.head.sent.start == mention.head.sent.start)
        ) or (actor.sent.start == mention.head.sent.start and actor.head.dep_ == "ROOT"):
            return
        if actor.i - mention.end > 45 or any(m.start < actor.idx for m in self._between(mention, actor)):
            return
        what = provision(self.text, verb)
        if what is not None:
            last.provisions += [what, *joined(self.text, verb)]

    def document(self, title: Document) -> None:
        """Read the report itself as an agreement."""
        parties = tuple(dict.fromkeys(around(list(self.mentions), title.start, title.end)))
        if len(parties) < 2:
            parties = tuple(dict.fromkeys([*parties, *self.main]))[:2]
        end = min(title.end, title.start + 160)
        label = " ".join(self.text[title.start : end].split())
        instrument = Instrument(title.kind, label=label, span=(title.start, end))
        instrument.said.update(dict.fromkeys(parties, 1))
        for each in self.found.all:  # what two sides recall together is between them, if nothing says otherwise
            if not each.said and each.record is None:
                each.context.update(dict.fromkeys(parties, 1))
        instrument.provisions = obligations(self.doc, title, self.cast, parties)
        date = self._done(title) or publication(self.doc)
        if date is not None:
            instrument.dates.append(date)
        start, stop = title.done or (title.start, end)
        instrument.standings.append(Standing("signed" if title.done else "agreed", start, stop))
        self.found.all.insert(0, instrument)

    def _settle_headline(self) -> None:
        """Take what only the headline says, without a name or year, for the agreement that the text tells of."""
        headline = next(iter(sentences(self.doc, Zone.HEADLINE)), None)
        if headline is None:
            return
        for each in list(self.found.all):
            if not each.mentions or each.named or each.years or each.dates:
                continue
            if each.mentions[0].head.idx >= headline.end_char:
                continue
            parties = set(each.said)
            again = each.mentions[-1].head.idx >= headline.end_char
            fitting = (
                other
                for other in self.found.all
                if other is not each
                and other.mentions
                and alike_heads(other.kind, each.kind)
                and (not parties or not other.said or parties & set(other.said))
                and (not again or (each.is_made and other.is_made and other.dates and not other.named))
            )
            into = next(fitting, None)
            if into is not None:
                self.found.join(each, into)

    def items(self) -> tuple[object, ...]:
        """The agreements as items, in the order of the text."""
        self._settle_headline()
        items = [agreement_item(self.text, self.report, each, self.main) for each in self.found.all]
        return tuple(
            sorted((item for item in items if item is not None), key=lambda item: (item.evidence.start, item.id))
        )

    def _around(self, sentence: Span) -> list[str]:
        first = bisect_left(self._starts, sentence.start_char)
        last = bisect_left(self._starts, sentence.end_char)
        return [party for m in self.mentions[first:last] if not m.place for party in m.parties]

    def _between(self, mention: Mention, actor: Token) -> list[PartyMention]:
        """Singular parties named as subjects between an agreement and "it"."""
        doc = self.doc
        start, end = doc[mention.end - 1].idx, actor.idx
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = []
        for each in self.mentions[first:last]:
            span = doc.char_span(each.start, each.end, alignment_mode="expand")
            if span is not None and span.root.dep_ in ("nsubj", "nsubjpass") and span.root.sent.start > mention.start:
                found.append(each)
        return found

    def _date(self, mention: Mention, standing: tuple[str, Token] | None) -> str | None:
        """The date in its own words ("of 20 October 1904", "signed on …"), or of its signing."""
        doc = self.doc
        for time in self._times(mention):
            return _written(time)
        if standing is not None and standing[0] in ("proposed", "under negotiation"):
            return None
        made = next((c for c in mention.head.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
        if made is None and standing is not None and standing[0] in _MADE and standing[1].pos_ == "VERB":
            made = standing[1]
        if made is None or (made.dep_ != "acl" and status_of(made).status != "occurred"):
            return None
        told = made.tag_ == "VBD" and made.dep_ == "ROOT" and mention.indefinite
        when = governing(doc, made, narrative=told)
        return (
            _written(when.time)
            if when is not None and when.time.edtf is not None and when.time.type == "DATE"
            else None
        )

    def _times(self, mention: Mention) -> list[Time]:
        """Dates within the phrase or right after it with "of"."""
        doc = self.doc
        start, end = doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])
        limit = end
        if mention.end < len(doc) and doc[mention.end].lower_ in ("of", "from"):
            limit = end + len(doc[mention.end]) + 4
        times: tuple[Time, ...] = doc._.detente_times
        at = bisect_left(times, start, key=lambda time: time.evidence.start)
        return [
            time
            for time in times[at : at + 3]
            if time.evidence.start <= limit
            and time.edtf
            and time.type == "DATE"
            and (time.evidence.end <= end or time.evidence.start >= end)
        ]

    def _done(self, title: Document) -> str | None:
        if title.done is None:
            return None
        times: tuple[Time, ...] = self.doc._.detente_times
        at = bisect_left(times, title.done[0], key=lambda time: time.evidence.start)
        return next((t.edtf for t in times[at : at + 2] if t.edtf and t.evidence.start - title.done[0] < 120), None)


def _most(doc: Doc, mentions: tuple[PartyMention, ...]) -> tuple[str, ...]:
    states = {party.id for party in doc._.detente_parties if party.kind == "state"}
    counts: dict[str, int] = {}
    for mention in mentions:
        for party in mention.parties:
            if party in states:
                counts[party] = counts.get(party, 0) + 1
    return tuple(sorted(counts, key=lambda party: -counts[party]))[:2]


def _written(time: Time) -> str:
    return (
        f"{time.edtf}-{time.part}" if time.part and time.edtf and not time.edtf.endswith(time.part) else str(time.edtf)
    )


def _same_label(one: str, other: str) -> bool:
    """Whether two labels say the same: the same verb, and a noun in common."""
    a, b = one.lower().split()[2:], other.lower().split()[2:]
    return bool(a and b) and (a[0] == b[0] or len({w for w in a if len(w) > 4} & {w for w in b if len(w) > 4}) >= 2)


@Language.factory("detente_agreements", assigns=["doc._.detente_agreements"], requires=["token.dep", "token.lemma"])
def _agreements(nlp: Language, name: str) -> Agreements:  # noqa: ARG001 - the factory's signature is spaCy's
    return Agreements(nlp)
