"""Reports that are an agreement themselves: a joint communiqué, a declaration, and its obligations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.agreements.records import word_classes
from detente.reading.agreements.provisions import clause
from detente.reading.events.stems import stem_of
from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Provision
    from detente.reading.events.actors import Cast

_NUMBERING = 5  # tokens before a verb that may number its paragraph: "(a)", "2."
_FIRST = 4  # lines in which a document gives its title
_TITLE = re.compile(
    r"\b(joint|trilateral|tripartite|quadrilateral|final|common)\s+(\w+\s+)?"
    r"(statement|communiqu[eé]|declaration|memorandum|agreement|protocol|press\s+statement)\b|"
    r"^\W*(the\s+)?(\w+\s+){0,3}(declaration|communiqu[eé]|memorandum\s+of\s+understanding|protocol|agreement|treaty|accord|armistice)"
    r"\s+(of|on|between|for|concerning)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"statement|communiqu[eé]|declaration|memorandum|agreement|protocol|treaty|accord|armistice", re.IGNORECASE
)
_DONE = re.compile(r"\b(Done|Signed|Adopted|Issued)\b[^.\n]{0,60}\b(at|in|on)\b")
_OBLIGED = frozenset({"shall", "will", "must"})
_BINDING_TAGS = frozenset({"VBD", "VBP", "VBZ", "VBN", "VB"})


@dataclass(frozen=True, slots=True)
class Document:
    """The title of a report that is an agreement; characters ``[start, end)``. ``done`` is the clause "Done at …"."""

    start: int
    end: int
    kind: str
    done: tuple[int, int] | None


def document_of(doc: Doc) -> Document | None:
    """The report as an agreement, if its title says so."""
    text = report_text(doc)
    shown = list(sentences(doc))
    if not shown:
        return None
    lines, at = 0, shown[0].start_char
    while lines < _FIRST and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            lines += 1
            if (found := _TITLE.search(line)) is not None and _is_title(doc, at, end):
                kind = _KINDS.search(line, found.start())
                assert kind is not None
                done = _DONE.search(text, end)
                start = at + len(line) - len(line.lstrip())
                return Document(
                    start, start + len(line.strip()), kind.group().lower(), (done.start(), done.end()) if done else None
                )
        at = end + 1
    return None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """A line that says nothing: no finite verb of its own, and no full stop."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or len(span) > 30 or span.text.rstrip().endswith("."):
        return False
    return span.text.isupper() or not any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ in ("ROOT", "aux") and not token.text.istitle()
        for token in span
    )


def obligations(doc: Doc, title: Document, cast: Cast, parties: tuple[str, ...]) -> list[Provision]:
    """What the parties of a document bind themselves to, sentence by sentence."""
    text = report_text(doc)
    found: dict[tuple[int, int], Provision] = {}
    for sentence in sentences(doc):
        if sentence.start_char < title.end:
            continue
        for verb in _verbs(sentence):
            provision = _obligation(verb, cast, parties, text)
            if provision is not None:
                found.setdefault((provision.text.start, provision.text.end), provision)
    kept: list[Provision] = []
    for provision in sorted(found.values(), key=lambda p: (p.text.start, -p.text.end)):
        if not kept or provision.text.start >= kept[-1].text.end:
            kept.append(provision)
    return kept


def _verbs(sentence: Span) -> list[Token]:
    return [
        token
        for token in sentence
        if token.pos_ in ("VERB", "AUX") and token.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    ]


def _obligation(verb: Token, cast: Cast, parties: tuple[str, ...], text: str) -> Provision | None:
    classes = word_classes()
    actor = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if actor is None and verb.dep_ == "conj":
        actor = next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_ in ("enter", "take", "come") and any(c.lower_ in ("force", "effect") for c in verb.subtree):
        return None  # when it takes effect binds nobody
    if any(c.dep_ == "aux" and c.lower_ == "shall" for c in verb.children):
        return clause(text, verb)
    stem = stem_of(verb)
    if stem is not None and stem.status == "scheduled":  # "(a) …", after "The Parties shall:"
        return clause(text, verb, subject=False)
    if actor is not None and any(c.dep_ == "aux" and c.lower_ == "may" for c in verb.children):
        sided = any(word.lower_ in ("party", "parties", "side", "sides") for word in actor.subtree)
        return clause(text, verb) if sided else None  # what it allows
    unnamed = (
        actor is None
        and verb.dep_ == "ROOT"
        and verb.lemma_.lower() in classes["in_documents"]
        and verb.i - verb.sent.start <= _NUMBERING
    )
    if unnamed:  # "2. Undertake to …", after "The Presidents" at the head
        return _bound(verb, text)
    if actor is None or not _is_side(actor, cast, parties):
        return None
    if (
        verb.lemma_ in classes["in_documents"]
        and verb.tag_ in _BINDING_TAGS
        and not any(c.dep_ == "neg" for c in verb.children)
    ):
        return _bound(verb, text)
    if any(c.dep_ == "aux" and c.lower_ in _OBLIGED for c in verb.children) and verb.dep_ in ("ROOT", "conj"):
        return clause(text, verb)
    return None


def _bound(verb: Token, text: str) -> Provision | None:
    """What was agreed to, or that: "agreed to share the findings", "confirmed that each side would notify"."""
    classes = word_classes()
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl") or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl" and not any(c.tag_ == "TO" for c in child.children):
            continue
        modal = any(
            c.dep_ == "aux" and c.lower_ in ("would", "shall", "will", "should", "must") for c in child.children
        )
        if child.dep_ == "ccomp" and not modal:
            return None
        if child.lemma_ in classes["courtesies"] and child.dep_ == "xcomp":
            return None
        return clause(text, child)
    return None


def _is_side(actor: Token, cast: Cast, parties: tuple[str, ...]) -> bool:
    lemma = actor.lemma_.lower()
    if lemma in word_classes()["sides"]:
        return True
    return bool(set(cast.named(actor).parties) & set(parties))
