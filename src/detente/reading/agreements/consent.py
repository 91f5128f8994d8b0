"""Agreements without a name: "the two presidents agreed to open the border", "they agreed that …"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.model.items import Provision
from detente.model.words import Words
from detente.reading.agreements.partners import named_and_described, partners
from detente.reading.agreements.provisions import clause, condition_of
from detente.reading.english.clauses import child, is_passive, preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import FOR, IN, IT, THAT, TO
from detente.reading.english.labels import OF_PREPOSITION, SUBJECTS, VERBAL
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.english.cast import Cast

_TWO = 2
_WHO = frozenset({"nsubj", "nsubjpass", "mark", "csubj"})
_IN_LABEL = frozenset({"dobj", "prt", "ccomp", "xcomp", "advmod", "acomp", "prep", "oprd", "dative"})
_DENYING = STANDING.never | STANDING.nobody
_LONGEST = 14  # tokens of a label


@dataclass(frozen=True, slots=True)
class Consent:
    """What was agreed: its label, who agreed, each thing agreed on, and who of them is only described."""

    label: str
    parties: tuple[str, ...]
    provisions: list[Provision]
    described: tuple[str, ...] = ()

    @property
    def is_mutual(self) -> bool:
        """Whether two sides at least are known to have agreed."""
        return len(self.parties) + len(self.described) >= _TWO


def consent(verb: Token, cast: Cast, text: str, pair: tuple[str, ...], *, account: bool) -> Consent | None:
    """A label, the parties, and each thing that was agreed, where at least two parties agreed to do something.

    ``pair`` are the parties of the report, for "they" and "the two ministers" where it is not known who that is. With
    ``account`` the report is one of a talk between them: what one of them agrees to there, he agrees with the other.
    """
    if verb.lemma_ not in STANDING.consents | STANDING.promises or verb.pos_ != "VERB":
        return None
    if status_of(verb).status != "occurred":
        return None
    inner = _deed(verb)
    thing = _agreed_on(verb) if inner is None else None
    actor = subject(verb)
    nobody = is_passive(verb) and actor is None and any(c.lower_ in IT for c in verb.lefts)
    if (inner is None and thing is None) or (actor is None and not nobody):
        return None
    parties, described = named_and_described([actor], cast) if actor is not None else ((), ())
    others, unnamed = partners(verb, inner, cast)
    parties, described = tuple(dict.fromkeys([*parties, *others])), tuple(dict.fromkeys([*described, *unnamed]))
    if len(parties) < _TWO and inner is not None and inner.dep_ == "ccomp" and verb.lemma_ in STANDING.consents:
        own = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        parties = tuple(dict.fromkeys([*parties, *(cast.named(own).parties if own is not None else ())]))
    if not parties and (nobody or (actor is not None and is_sides(actor))):
        parties = pair
    if account and inner is not None and not _only_talks(inner) and verb.lemma_ in STANDING.consents:
        parties = _with_the_other(parties, pair)
    if not parties:
        return None
    if thing is not None:
        return Consent(f"agreement on {thing.text}", parties, [Provision(thing)], described)
    assert inner is not None
    return _told(text, inner, parties, described, cast)


def is_sides(actor: Token) -> bool:
    """Whether a plural means those who deal with one another: "the two navies", "both ministries", "the parties"."""
    two = any(c.lower_ in PROVIDED.two for c in actor.lefts) and actor.tag_ == "NNS"
    return two or (actor.lemma_.lower() in PROVIDED.sides and actor.tag_ in ("NNS", "PRP", "DT"))


def undertaking(noun: Token, cast: Cast, text: str, pair: tuple[str, ...], *, account: bool) -> Consent | None:
    """The same of what one gives another his word for: "gave Togo assurances that no boat would return".

    In the ``account`` of a talk it is enough who gives it: "the commitment from the president to open the gate".
    """
    hung = [*noun.children, *(c for c in noun.head.rights if c.dep_ == "ccomp" and noun.dep_ == "dobj")]
    inner = next((c for c in hung if c.dep_ in ("acl", "relcl", "ccomp") and c.i > noun.i and c.tag_ != "VBG"), None)
    if inner is None or not any(_opens(c) or c.lower_ in PROVIDED.bound for c in inner.lefts):
        return None
    given = [giver for _, giver in preps(noun, *PROVIDED.given_by)]
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in PROVIDED.gives_word and status_of(verb).status == "occurred":
        given += [each for each in (subject(verb), child(verb, "dative")) if each is not None]
        given += [each for word in (verb, noun) for _, each in preps(word, "to", "from")]
    parties, described = named_and_described(given, cast)
    parties = _with_the_other(parties, pair) if account else parties
    told = _told(text, inner, parties, described, cast)
    return told if told is not None and told.is_mutual else None


def exchange(verb: Token, cast: Cast, text: str) -> Consent | None:
    """What two sides hand to one another: "exchanged 120 prisoners of war", "swapped captives with the rebels"."""
    thing = child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in CALLED.handed or (verb.tag_ == "VB" and not _is_bound(verb)):
        return None
    actor = subject(verb)
    sides = [*([actor] if actor is not None else []), *(noun for _, noun in preps(verb, "with"))]
    parties, described = named_and_described(sides, cast)
    if status_of(verb).status not in ("occurred", "scheduled", "ongoing"):
        return None
    last = thing.right_edge
    words = Words.at(text, thing.left_edge.idx, last.idx + len(last))
    told = Consent(f"exchange of {words.text}", parties, [Provision(words)], described)
    return told if told.is_mutual else None


def bargain(noun: Token, cast: Cast, text: str) -> Consent | None:
    """What one side does for what another does: "will free the sailors in return for Ghana's promise to …"."""
    verb = noun.head.head
    paid = noun.dep_ == "pobj" and noun.head.lower_ in IN and any(True for _ in preps(noun, *FOR))
    if not paid or verb.pos_ != "VERB" or any(a.lemma_ in STANDING.consents for a in verb.ancestors):
        return None
    actor = subject(verb)
    if actor is None or status_of(verb).status not in ("occurred", "scheduled", "ongoing"):
        return None
    own, described = named_and_described([actor], cast)
    others, unnamed = partners(verb, verb, cast)
    parties = tuple(dict.fromkeys([*own, *others]))
    told = _told(text, verb, parties, tuple(dict.fromkeys([*described, *unnamed])), cast)
    return told if told is not None and told.is_mutual and own else None


def _is_bound(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in PROVIDED.bound for c in verb.lefts)


def _told(text: str, inner: Token, parties: tuple[str, ...], described: tuple[str, ...], cast: Cast) -> Consent | None:
    if any(c.dep_ == "preconj" and c.lower_ in STANDING.nobody for c in inner.lefts):  # "neither to board nor to seize"
        whole = clause(text, inner)
        return Consent(f"agreement {whole.text.text}", parties, [whole], described) if whole is not None else None
    deeds = _deeds(inner)
    ends = [*(deed.left_edge.i for deed in deeds[1:]), None]
    found = [clause(text, deed, until=end) for deed, end in zip(deeds, ends, strict=True)]
    provisions = [each for each in found if each is not None]
    before = _denied_before(inner)
    if before is not None and provisions:
        provisions[0] = Provision(Words.at(text, before.idx, provisions[0].text.end), provisions[0].condition)
    if not provisions:
        return None
    own = next((c for c in inner.lefts if c.dep_ in SUBJECTS), None)
    apart = own is not None and own.pos_ == "NOUN" and not is_sides(own) and not cast.named(own)
    told = f"agreement that {provisions[0].text.text}" if apart else _label(inner)
    return Consent(told, parties, provisions, described)


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
    inner = next((c for c in verb.rights if _is_content(c)), None)
    if inner is None and verb.lemma_ in STANDING.committing:  # "committed itself to letting boats pass"
        inner = next((c for p in verb.rights if p.lower_ in TO for c in p.children if c.dep_ == "pcomp"), None)
    if inner is None or inner.lemma_.lower() in PROVIDED.courtesies:
        return None
    bound = inner.dep_ in ("xcomp", "advcl", "pcomp") or any(c.lower_ in PROVIDED.bound for c in inner.children)
    if not bound or (inner.lemma_ in STANDING.conclusions and _object_is_agreement(inner)):
        return None
    return inner


def _is_content(token: Token) -> bool:
    """A clause or an infinitive of a verb; a parser hangs an infinitive behind "at talks in Oman" as one of purpose."""
    if token.pos_ not in VERBAL:
        return False
    if token.dep_ in ("xcomp", "ccomp"):
        return True
    beside = any(
        c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ in PROVIDED.agreed_on | TO) for c in token.head.rights
    )
    return not beside and token.dep_ == "advcl" and token.tag_ == "VB" and token.left_edge.tag_ == "TO"


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
    condition = condition_of(verb)
    for each in verb.rights:
        if condition is not None and (each.i == condition.i or each.is_ancestor(condition)) and each.dep_ != "dobj":
            break
        if each.dep_ in _IN_LABEL:
            if each.right_edge.i - verb.i >= _LONGEST:
                last = max(last, each.i)
                break
            last = each.right_edge.i
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
