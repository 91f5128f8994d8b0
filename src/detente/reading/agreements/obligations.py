"""What the parties of a document that is an agreement bind themselves to, sentence by sentence and item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED, STANDING
from detente.reading.agreements.listed import Lists, unnumbered
from detente.reading.agreements.provisions import clause, parted
from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Provision
    from detente.reading.english.cast import Cast

_NUMBERING = 5  # tokens before a verb that may number its paragraph: "(a)", "2."
_BINDING_TAGS = frozenset({"VBD", "VBP", "VBZ", "VBN", "VB"})


def obligations(doc: Doc, after: int, cast: Cast, parties: tuple[str, ...]) -> list[Provision]:
    """The provisions of a document below the character ``after``, where its title ends, in order."""
    text, lists = report_text(doc), Lists()
    found: dict[tuple[int, int], Provision] = {}
    for sentence in sentences(doc):
        if sentence.start_char < after:
            continue
        item = lists.item(text, sentence)
        own = [] if item is not None else [_obligation(verb, cast, parties, text) for verb in _verbs(sentence)]
        for each in (item, parted(text, sentence), *own):
            if each is not None:
                provision = unnumbered(text, each, sentence.start_char)
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
        if (token.pos_ in ("VERB", "AUX") and token.dep_ in ("ROOT", "conj", "ccomp", "parataxis"))
        or (token.lower_ in PROVIDED.opening and token.dep_ == "ROOT")
    ]


def _obligation(verb: Token, cast: Cast, parties: tuple[str, ...], text: str) -> Provision | None:
    actor = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if actor is None and verb.dep_ == "conj":
        actor = next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_ in STANDING.entering and any(c.lower_ in STANDING.force for c in verb.subtree):
        return None  # when it takes effect binds nobody
    if any(c.dep_ == "aux" and c.lower_ in PROVIDED.shall for c in verb.children):
        return clause(text, verb)
    if actor is not None and any(c.dep_ == "aux" and c.lower_ in PROVIDED.may for c in verb.children):
        sided = any(word.lower_ in PROVIDED.the_sides for word in actor.subtree)
        return clause(text, verb) if sided else None  # what it allows
    unnamed = (
        actor is None
        and verb.dep_ == "ROOT"
        and (verb.lemma_.lower() in PROVIDED.in_documents or verb.lower_ in PROVIDED.opening)
        and verb.i - verb.sent.start <= _NUMBERING
    )
    if unnamed:  # "2. Undertake to …", after "The Presidents" at the head
        return _bound(verb, text)
    if actor is None or not _is_side(actor, cast, parties):
        return None
    if (
        verb.lemma_ in PROVIDED.in_documents
        and verb.tag_ in _BINDING_TAGS
        and not any(c.dep_ == "neg" for c in verb.children)
    ):
        return _bound(verb, text)
    if any(c.dep_ == "aux" and c.lower_ in PROVIDED.obliged for c in verb.children) and verb.dep_ in ("ROOT", "conj"):
        nexts = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.lemma_ in PROVIDED.asking]
        return clause(text, verb, until=nexts[0].left_edge.i if nexts else None)
    if verb.lemma_ in PROVIDED.performed and verb.tag_ in ("VBZ", "VBP") and cast.named(actor):
        return clause(text, verb)  # "Chile releases two trawlers": done by being declared
    return None


def _bound(verb: Token, text: str) -> Provision | None:
    """What was agreed to, or that: "agreed to share the findings", "confirmed that each side would notify"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl") or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl" and not any(c.tag_ == "TO" for c in child.children):
            continue
        modal = any(c.dep_ == "aux" and c.lower_ in PROVIDED.bound for c in child.children)
        if child.dep_ == "ccomp" and not modal:
            return None
        if child.lemma_ in PROVIDED.courtesies and child.dep_ == "xcomp":
            return None
        return clause(text, child)
    return None


def _is_side(actor: Token, cast: Cast, parties: tuple[str, ...]) -> bool:
    lemma = actor.lemma_.lower()
    if lemma in PROVIDED.sides or lemma.removesuffix("s") in PROVIDED.sides:
        return True
    return bool(set(cast.named(actor).parties) & set(parties))
