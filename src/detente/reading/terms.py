"""The spaCy component ``detente_terms``: when a tenure ends ("will remain in office until May 2024").

A date is the end of a tenure where it stands after "until" or with a verb of ending, and a tenure or an office is named
in the same sentence. The holder is who is named with the date ("until 2021 for Abe"), else the tenure's owner ("his
term"), else the subject of the verb.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from detente.knowledge.loader import Entry, table
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Person, Term, Time
from detente.reading.cited import Cited
from detente.reading.english.grammar import OF
from detente.reading.english.labels import SUBJECTS
from detente.reading.english.mentions import mention_at
from detente.reading.extensions import anchors, register, require, sentences, words
from detente.reading.identity import Anchors
from detente.reading.time.basis import inferred

register()
_NOMINAL = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})
_AFTER = 3  # tokens after a date within which "for Abe" names its holder


class _Cues(Entry, frozen=True):
    tenures: frozenset[str]
    ends: frozenset[str]
    until: frozenset[str]
    on_end: frozenset[str]
    office: frozenset[str]
    holder: frozenset[str]
    not_offices: frozenset[str]


def _cues() -> _Cues:
    return table("en/terms", _Cues)


@Language.factory("detente_terms", assigns=["doc._.detente_terms"], requires=["token.dep", "token.lemma"])
def _terms(nlp: Language, name: str) -> Terms:  # noqa: ARG001 - the factory's signature is spaCy's
    return Terms()


class Terms:
    """Finds the ends of tenures. Reads times and mentions; sets ``doc._.detente_terms``."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with terms. Raises MissingComponent without times, parties and people."""
        require(doc, "terms")
        times: list[Time] = [time for time in doc._.detente_times if time.type == "DATE" and time.edtf is not None]
        if not times:
            doc._.detente_terms = ()
            return doc
        identity, cited = anchors(doc), Cited(doc)
        found: dict[tuple[str | None, Date], Term] = {}
        at = 0
        for sentence in sentences(doc):
            while at < len(times) and times[at].evidence.start < sentence.start_char:
                at += 1
            first = at
            while at < len(times) and times[at].evidence.start < sentence.end_char:
                at += 1
            for time in times[first:at]:
                term = _term(doc, identity, cited, sentence, time)
                if term is not None:
                    found.setdefault((term.person.id, term.until), term)
        doc._.detente_terms = tuple(found.values())
        return doc


def _term(doc: Doc, identity: Anchors, cited: Cited, sentence: Span, time: Time) -> Term | None:
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    if span is None or time.edtf is None or span.start == sentence.start:
        return None
    ending = _ending(span)
    if ending is None:
        return None
    cues = _cues()
    tenure = next((token for token in sentence if token.lemma_.lower() in cues.tenures | cues.office), None)
    if tenure is None:
        return None
    named = _named_with(span)
    holder = named or _owner(doc, tenure) or _holder(doc, ending)
    mention = mention_at(doc, holder) if holder is not None else None
    if holder is None or mention is None or len(mention.people) != 1:
        return None
    person = cited.people[mention.people[0]]
    own = _own_office(doc, span, sentence, cues)
    start = min(tenure.idx, ending.idx, holder.idx, span.start_char)
    end = max(tenure.idx + len(tenure), holder.idx + len(holder), time.evidence.end)
    meant = words(doc, mention.start, mention.end)  # "his term": somebody named elsewhere
    return Term(
        id=identity.at("term", time.evidence.start),
        person=cited.person(person.id),
        office=own or person.office,
        until=time.edtf,
        evidence=words(doc, start, end),
        inferred=(
            *(() if mention.kind == "name" else (Inference("person", "context", meant),)),
            *(() if own else _office_inferred(sentence, person)),
            *inferred("until", time),
        ),
    )


def _office_inferred(sentence: Span, person: Person) -> tuple[Inference, ...]:
    """Where an office is known from that is not said in the sentence."""
    office = person.office
    if office is None or office in " ".join(sentence.text.split()):
        return ()
    said_with_name = office in " ".join(person.evidence.text.split())
    return (Inference("office", "context", person.evidence if said_with_name else None),)


def _ending(span: Span) -> Token | None:
    """What makes the date an end: the "until" before it, or the verb of ending that it belongs to."""
    cues = _cues()
    before = span[0].nbor(-1)
    if before.lower_ in cues.until:
        return before
    head = span.root.head
    if head.dep_ == "prep":
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in cues.on_end else None


def _named_with(span: Span) -> Token | None:
    """The holder right after the date: "until September 2021 for Abe"."""
    doc = span.doc
    for token in doc[span.end : min(span.end + _AFTER, len(doc))]:
        if token.lower_ in _cues().holder and token.i + 1 < len(doc):
            return max(token.children, key=lambda child: child.dep_ == "pobj", default=None)
    return None


def _owner(doc: Doc, tenure: Token) -> Token | None:
    """Whose tenure: "his term", "Mr Okoye's mandate", "the presidency of Ms Lund", "Ms Lund, whose term"."""
    for child in tenure.children:
        if child.dep_ == "poss" and mention_at(doc, child) is not None:
            return child
        if child.tag_ == "WP$":
            return next((token.head for token in (tenure, *tenure.ancestors) if token.dep_ == "relcl"), None)
        if child.dep_ == "prep" and child.lower_ in OF:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _holder(doc: Doc, ending: Token) -> Token | None:
    """The subject of the clause that the date stands in, through its governing verbs."""
    token = ending
    for _ in range(6):
        for child in token.children:
            if child.dep_ in SUBJECTS and mention_at(doc, child) is not None:
                return child
        if token.head is token:
            return None
        token = token.head
    return None


def _own_office(doc: Doc, span: Span, sentence: Span, cues: _Cues) -> str | None:
    """The office that the words around the date give: "as chair of the council", "during his presidency over …".

    Looked for between this date's holder and the next date's "until" only, so that two holders keep their own.
    """
    end = next((token.i for token in doc[span.end : sentence.end] if token.lower_ in cues.until), sentence.end)
    for token in doc[span.end : end]:
        lemma = token.lemma_.lower()
        if lemma in cues.tenures and lemma not in cues.not_offices and token.dep_ == "pobj":
            return " ".join(doc[token.i : _phrase_end(doc, token.i + 1, end)].text.split())
    return None


def _phrase_end(doc: Doc, at: int, limit: int) -> int:
    """Where the phrase ends that goes on at a token: "over the ruling party and until …" after "presidency"."""
    while at < limit and (doc[at].pos_ in _NOMINAL or doc[at].dep_ == "amod"):
        at += 1
    while at and doc[at - 1].pos_ in ("ADP", "DET"):
        at -= 1
    return at
