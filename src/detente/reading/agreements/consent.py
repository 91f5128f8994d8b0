"""Agreements without a name: "the two presidents agreed to open the border", "they agreed that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.model.items import Provision
from detente.reading.agreements.provisions import clause
from detente.reading.english.clauses import subject
from detente.reading.english.factuality import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.english.cast import Cast

_WHO = frozenset({"nsubj", "nsubjpass", "mark", "csubj"})
_LONGEST = 14  # tokens of a label
Consent = tuple[str, tuple[str, ...], list[Provision]]


def consent(verb: Token, cast: Cast, text: str, pair: tuple[str, ...]) -> Consent | None:
    """A label, the parties, and each thing that was agreed, where at least two parties agreed to do something.

    ``pair`` are the parties of the report, for "they" and "the two ministers" where it is not known who that is.
    """
    if verb.lemma_ not in STANDING.consents or verb.pos_ != "VERB" or status_of(verb).status != "occurred":
        return None
    inner = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and c.pos_ in ("VERB", "AUX")), None
    )
    if inner is None or inner.lemma_.lower() in PROVIDED.courtesies:
        return None
    bound = inner.dep_ == "xcomp" or any(c.lower_ in PROVIDED.bound for c in inner.children)
    if not bound or (inner.lemma_ in STANDING.conclusions and _object_is_agreement(inner)):
        return None
    actor = subject(verb)
    if actor is None:
        return None
    parties = cast.named(actor).parties
    if len(parties) < 2 and inner.dep_ == "ccomp":
        own = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        parties = tuple(dict.fromkeys([*parties, *(cast.named(own).parties if own is not None else ())]))
    if not parties and actor.lemma_.lower() in PROVIDED.sides and actor.tag_ in ("NNS", "PRP", "DT"):
        parties = pair
    if len(parties) < 2:
        return None
    deeds = _deeds(inner)
    ends = [*(deed.left_edge.i for deed in deeds[1:]), None]
    found = [clause(text, deed, until=end) for deed, end in zip(deeds, ends, strict=True)]
    provisions = [each for each in found if each is not None]
    return (_label(inner), parties, provisions) if provisions else None


def _deeds(verb: Token) -> list[Token]:
    """Each infinitive with a "to" of its own: "agreed to open the bridge and to talk again"."""
    found = [verb]
    for each in found:
        found += [c for c in each.children if c.dep_ == "conj" and any(t.tag_ == "TO" for t in c.lefts)]
    return sorted(found, key=lambda each: each.i)


def _object_is_agreement(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "prep") and (c.lemma_.lower() in CALLED.heads or any(
        w.lemma_.lower() in CALLED.heads for w in c.children)) for c in verb.children)  # fmt: skip


def _label(verb: Token) -> str:
    """Name what was agreed: "agreement to accelerate negotiations over the border"."""
    last = verb.i
    for child in verb.children:
        if child.i > verb.i and child.dep_ in (
            "dobj",
            "prt",
            "ccomp",
            "xcomp",
            "advmod",
            "acomp",
            "prep",
            "oprd",
            "dative",
        ):
            if child.right_edge.i - verb.i >= _LONGEST:
                last = max(last, child.i)
                break
            last = child.right_edge.i
    words = verb.doc[verb.i : last + 1].text.split()
    return " ".join(["agreement", *_denied(verb), "to", verb.lemma_, *words[1:]])


def _denied(verb: Token) -> list[str]:
    """What turns the deed round: "not", "never", "no longer"; "not" too for "that neither side would"."""
    before = [each for each in verb.lefts if each.dep_ not in _WHO]
    around = sorted((token for each in before for token in each.subtree), key=lambda token: token.i)
    found = ["not" if token.lower_ in STANDING.not_short else token.lower_ for token in around if _denies(token)]
    nobody = any(each.left_edge.lower_ in STANDING.nobody for each in verb.lefts if each.dep_ in _WHO - {"mark"})
    return ["not"] if nobody and not found else found


def _denies(token: Token) -> bool:
    return (
        token.dep_ == "neg"
        or token.lower_ in STANDING.never
        or (token.lower_ in STANDING.no and token.head.lower_ in STANDING.longer)
    )
