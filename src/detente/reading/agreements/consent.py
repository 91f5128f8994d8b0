"""Agreements without a name: "the two presidents agreed to open the border", "they agreed that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.model.items import Provision
from detente.model.words import Words
from detente.reading.agreements.provisions import clause
from detente.reading.english.clauses import preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import THAT
from detente.reading.english.labels import OF_PREPOSITION
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.english.cast import Cast

_WHO = frozenset({"nsubj", "nsubjpass", "mark", "csubj"})
_DENYING = STANDING.never | STANDING.nobody
_LONGEST = 14  # tokens of a label
Consent = tuple[str, tuple[str, ...], list[Provision]]


def consent(verb: Token, cast: Cast, text: str, pair: tuple[str, ...], *, account: bool) -> Consent | None:
    """A label, the parties, and each thing that was agreed, where at least two parties agreed to do something.

    ``pair`` are the parties of the report, for "they" and "the two ministers" where it is not known who that is. With
    ``account`` the report is one of a talk between them: what one of them agrees to there, he agrees with the other.
    """
    if verb.lemma_ not in STANDING.consents or verb.pos_ != "VERB" or status_of(verb).status != "occurred":
        return None
    inner = _deed(verb)
    thing = _agreed_on(verb) if inner is None else None
    actor = subject(verb)
    if (inner is None and thing is None) or actor is None:
        return None
    parties = cast.named(actor).parties
    if len(parties) < 2 and inner is not None and inner.dep_ == "ccomp":
        own = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        parties = tuple(dict.fromkeys([*parties, *(cast.named(own).parties if own is not None else ())]))
    if not parties and actor.lemma_.lower() in PROVIDED.sides and actor.tag_ in ("NNS", "PRP", "DT"):
        parties = pair
    if account and inner is not None and not _only_talks(inner):
        parties = _with_the_other(parties, pair)
    if len(parties) < 2:
        return None
    if thing is not None:
        return f"agreement on {thing.text}", parties, [Provision(thing)]
    assert inner is not None
    return _told(text, inner, parties)


def undertaking(noun: Token, cast: Cast, text: str, pair: tuple[str, ...]) -> Consent | None:
    """The same of what one side of a talk gives its word for: "the commitment from the president to open the gate"."""
    inner = next((c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"), None)
    if inner is None or not any(c.tag_ == "TO" for c in inner.lefts):
        return None
    own = tuple(party for _, giver in preps(noun, *PROVIDED.given_by) for party in cast.named(giver).parties)
    parties = _with_the_other(own, pair)
    return _told(text, inner, parties) if len(parties) > 1 else None


def _told(text: str, inner: Token, parties: tuple[str, ...]) -> Consent | None:
    if any(c.dep_ == "preconj" and c.lower_ in STANDING.nobody for c in inner.lefts):  # "neither to board nor to seize"
        whole = clause(text, inner)
        return (f"agreement {whole.text.text}", parties, [whole]) if whole is not None else None
    deeds = _deeds(inner)
    ends = [*(deed.left_edge.i for deed in deeds[1:]), None]
    found = [clause(text, deed, until=end) for deed, end in zip(deeds, ends, strict=True)]
    provisions = [each for each in found if each is not None]
    before = _denied_before(inner)
    if before is not None and provisions:
        provisions[0] = Provision(Words.at(text, before.idx, provisions[0].text.end), provisions[0].condition)
    return (_label(inner), parties, provisions) if provisions else None


def _denied_before(verb: Token) -> Token | None:
    """Find "never" or "neither" right before an infinitive that the parser hangs on the agreeing: "agreed never to"."""
    at = verb.left_edge.i - 1
    while at > verb.head.i and verb.doc[at].pos_ == "ADV" and verb.doc[at].lower_ not in _DENYING:
        at -= 1  # "never again to fish"
    token = verb.doc[at]
    return token if verb.head.i < at and token.lower_ in _DENYING and not _denied(verb) else None


def _with_the_other(parties: tuple[str, ...], pair: tuple[str, ...]) -> tuple[str, ...]:
    """One of the two that talk, with the other."""
    return (*parties, *(p for p in pair if p not in parties)) if len(parties) == 1 and parties[0] in pair else parties


def _only_talks(verb: Token) -> bool:
    return any(token.lower_ in PROVIDED.only_talks for token in verb.subtree)


def _deed(verb: Token) -> Token | None:
    """What was agreed to be done, where it binds: an infinitive, or a clause with "would" or "will"."""
    inner = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and c.pos_ in ("VERB", "AUX")), None
    )
    if inner is None or inner.lemma_.lower() in PROVIDED.courtesies:
        return None
    bound = inner.dep_ == "xcomp" or any(c.lower_ in PROVIDED.bound for c in inner.children)
    if not bound or (inner.lemma_ in STANDING.conclusions and _object_is_agreement(inner)):
        return None
    return inner


def _agreed_on(verb: Token) -> Words | None:
    """What was agreed on, without an infinitive: "agreed on sharing the water", "agreed on a pullback of troops"."""
    if verb.lemma_ not in STANDING.agree or any(c.dep_ in ("xcomp", "ccomp", "dobj") for c in verb.rights):
        return None
    prep = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in PROVIDED.agreed_on), None)
    thing = next((c for c in prep.children if c.dep_ in OF_PREPOSITION), None) if prep is not None else None
    if thing is None or thing.ent_type_ == "DATE" or thing.lemma_.lower() in PROVIDED.not_agreed_on | CALLED.heads:
        return None
    if thing.pos_ == "PRON" or not any(c.dep_ in ("prep", "dobj", "acl") for c in thing.rights):
        return None
    first, last = thing.left_edge, thing.right_edge
    while last.is_punct and last.i > thing.i:
        last = last.nbor(-1)
    return Words.at(report_text(verb.doc), first.idx, last.idx + len(last))


def _deeds(verb: Token) -> list[Token]:
    """Each infinitive with a "to", each clause with a "that" of its own: "agreed to open it and to talk again"."""
    found = [verb]
    for each in found:
        found += [c for c in each.children if c.dep_ == "conj" and any(_opens(t) for t in c.lefts)]
    return sorted(found, key=lambda each: each.i)


def _opens(token: Token) -> bool:
    return token.tag_ == "TO" or (token.dep_ == "mark" and token.lower_ in THAT)


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
    before = _denied_before(verb)
    denied = verb.doc[before.i : verb.left_edge.i].text.split() if before is not None else _denied(verb)
    return " ".join(["agreement", *denied, "to", verb.lemma_, *words[1:]])


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
