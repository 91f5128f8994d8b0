"""The spaCy component ``detente_agreements``: treaties, declarations, accords and understandings of a report."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.knowledge.agreements import AgreementRecord, agreements
from detente.knowledge.parties import records
from detente.model.report import Zone
from detente.reading.agreements.document import document_of
from detente.reading.agreements.instruments import year_of
from detente.reading.agreements.mentions import acronym_mention, mention_of
from detente.reading.agreements.page import Page
from detente.reading.agreements.standing import STATUS_CLASSES
from detente.reading.english.grammar import OF
from detente.reading.extensions import register, require, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Agreement

register()


class Agreements:
    """Finds agreements. Reads times, parties, people and mentions; sets ``doc._.detente_agreements``."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._records: dict[str, AgreementRecord] = {}
        for record in agreements().values():
            self._records[record.name] = record
            self._matcher.add(record.name, [nlp.make_doc(name) for name in (record.name, *record.names)])
        strings = nlp.vocab.strings
        heads = CALLED.heads | CALLED.again | CALLED.fires
        self._heads = {strings.add(word) for head in heads for word in (head, f"{head}s")}
        self._consents = {strings.add(word) for word in STANDING.consents | STANDING.promises}
        self._exchanges = {strings.add(word) for word in STANDING.exchanging}
        self._given = {strings.add(word) for word in PROVIDED.given_for}
        self._naming = {strings.add(word) for word in STANDING.naming}
        self._undertakings = {strings.add(word) for word in PROVIDED.undertakings | PROVIDED.words_given}
        self._mediation = {strings.add(w) for w in STANDING.mediation | STANDING.brokering | STANDING.hosting}
        self._verbs = {strings.add(word) for word in PROVIDED.provides | STANDING.negotiating | STANDING.being}
        self._verbs |= {strings.add(word) for listed in STATUS_CLASSES for word in listed}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its agreements. Raises MissingComponent without times, parties and people."""
        require(doc, "agreements")
        if doc.has_annotation("DEP"):
            doc._.detente_agreements = self._read(doc)
        return doc

    def _read(self, doc: Doc) -> tuple[Agreement, ...]:
        title = document_of(doc)
        page = Page(doc, title)
        known = self._known(doc, page)
        starts = [span.start for span in known]
        lemmas = doc.to_array("LEMMA").tolist()
        lowers = doc.to_array("LOWER").tolist()
        orths = doc.to_array("ORTH").tolist()
        headline = list(sentences(doc, Zone.HEADLINE)) if title is None else []
        if headline and headline[-1].text.rstrip().endswith("."):  # a sentence like others
            headline = []
        below = [each for each in sentences(doc) if not headline or each.start >= headline[-1].end]
        for sentence in (*below, *headline):  # a headline is of what the text tells of
            names = known[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            taken = {i: span for span in names for i in range(span.start, span.end)}
            for i in range(sentence.start, sentence.end):
                if i in taken:
                    if taken[i].start == i:
                        page.meet(mention_of(taken[i].root, self._records[taken[i].label_], taken[i]), sentence)
                elif lemmas[i] in self._exchanges and doc[i].pos_ == "VERB":
                    page.exchanged(doc[i])
                elif lemmas[i] in self._heads or lowers[i] in self._heads:
                    page.meet(mention_of(doc[i]), sentence)
                elif orths[i] in page.acronyms:
                    page.meet(acronym_mention(doc[i]), sentence)
                elif title is None and self._did(page, doc[i]):
                    pass
                elif lemmas[i] in self._undertakings and doc[i].pos_ == "NOUN":
                    page.undertaken(doc[i])
                elif lemmas[i] in self._verbs:
                    page.it_says(doc[i])
                if lemmas[i] in self._given and title is None:
                    page.traded(doc[i])
                if lemmas[i] in self._mediation:
                    page.mediated(doc[i])
            page.end(sentence)
        if title is not None:
            page.document(title)
        return page.items()

    def _did(self, page: Page, verb: Token) -> bool:
        """Read a verb of agreeing or signing; whether it tells of an agreement."""
        if verb.lemma in self._consents:
            return page.agreed(verb)
        return verb.lemma in self._naming and page.signed(verb)

    def _known(self, doc: Doc, page: Page) -> list[Span]:
        """The names of the table in the text; one that several agreements share only with one of its parties."""
        spans: list[Span] = filter_spans(self._matcher(doc, as_spans=True))
        return [
            span
            for span in spans
            if _is_meant(span, self._records[span.label_], page.parties) and not page.names_a_body(span)
        ]


def _is_meant(span: Span, record: AgreementRecord, parties: set[str]) -> bool:
    """Whether the table's agreement is meant: by the year that stands with the name, and by who takes part."""
    after = span.doc[span.end : span.end + 5]
    years = {token.text for token in after if len(token.text) == 4 and token.like_num} if len(after) and (
        after[0].lower_ in OF) else set()  # fmt: skip
    if years and record.date and year_of(record.date) not in years:
        return False
    if not parties or not record.parties or not parties.isdisjoint(record.parties):
        return True
    return any(known is not None and known.kind == "organisation" for known in map(records().get, record.parties))


@Language.factory("detente_agreements", assigns=["doc._.detente_agreements"], requires=["token.dep", "token.lemma"])
def _agreements(nlp: Language, name: str) -> Agreements:  # noqa: ARG001 - the factory's signature is spaCy's
    return Agreements(nlp)
