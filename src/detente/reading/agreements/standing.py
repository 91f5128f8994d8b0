"""How an agreement stands, by the verb or noun that governs a mention: signed, in force, wanted, suspended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, STANDING
from detente.reading.agreements.purpose import on_offer
from detente.reading.agreements.relatives import relatives
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import OF, THAT_WHICH, TO

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import AgreementStatus
    from detente.reading.agreements.mentions import Mention

#: From the weakest to the strongest: the report's strongest word on how it stands counts.
ORDER: tuple[AgreementStatus, ...] = (
    "proposed", "under negotiation", "agreed", "signed", "ratified", "in force", "suspended", "withdrawn", "ended",
)  # fmt: skip
_CLASSES: tuple[tuple[frozenset[str], AgreementStatus], ...] = (
    (STANDING.signing, "signed"),
    (STANDING.ratifying, "ratified"),
    (STANDING.suspending, "suspended"),
    (STANDING.withdrawing, "withdrawn"),
    (STANDING.agreeing, "agreed"),
    (STANDING.ending, "ended"),
    (STANDING.negotiating, "under negotiation"),
    (STANDING.proposing, "proposed"),
)
STATUS_CLASSES = tuple(words for words, _ in _CLASSES)
_MADE = frozenset({"signed", "agreed", "ratified"})
_HELD_BACK = frozenset({"denied", "hypothetical", "scheduled"})
_RELATIVES = frozenset({"nsubj", "nsubjpass", "dobj"})
_STEPS = 3


def standing_of(mention: Mention) -> tuple[AgreementStatus, Token] | None:
    """What the words around a mention say of how the agreement stands, and the word that says it."""
    head = mention.head
    if (offered := on_offer(head)) is not None:
        return "proposed", offered
    for modifier in (c for c in head.children if c.dep_ in ("amod", "acl") and c.tag_ in ("VBN", "JJ")):
        if (status := _by_participle(modifier)) is not None:
            wished = modifier.dep_ == "acl" and head.head.lemma_ in STANDING.wishing
            return ("under negotiation" if wished else status), modifier
    for clause in relatives(head):
        if (found := _by_relative(mention, clause)) is not None:
            return found
    token: Token = head.head if mention.within else head
    if mention.within and (found := _listed(token)) is not None:  # "treaty talks"
        return found if found[0] in ("under negotiation", "proposed") else None
    subject = token.dep_ in ("nsubj", "nsubjpass")
    governor = token.head
    passed: str | None = None
    for _ in range(_STEPS):
        if (
            governor.dep_ in ("prep", "pcomp", "agent")
            and governor.pos_ in ("ADP", "SCONJ", "PART", "ADV", "VERB")
            and (governor.pos_ != "VERB")
        ):
            passed = governor.lower_ if governor.lower_ not in OF or passed is None else passed
            if governor.lower_ not in STANDING.prepositions:
                return None
            governor = governor.head
            continue
        break
    if subject and (said := standing_of_verb(governor)) is not None and said[0] == "under negotiation":
        return said
    if governor.i == head.i:
        return None
    found_ = _governed(mention, governor, passed, subject=subject)
    if not subject:
        return found_
    also = (_governed(mention, verb, None, subject=True) for verb in _joined(governor))
    return max((each for each in (found_, *also) if each), key=lambda each: ORDER.index(each[0]), default=None)


def standing_of_verb(verb: Token) -> tuple[AgreementStatus, Token] | None:
    """What a verb says of its subject: "it is being negotiated", "it expired", "it is under discussion"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in STANDING.under:
            found = next((inner for inner in child.children if inner.lemma_ in STANDING.negotiating), None)
            if found is not None and status_of(verb).status not in _HELD_BACK:
                return "under negotiation", found
    if _enters_force(verb):
        return "in force", verb
    listed = _listed(verb)
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    if listed is None or (listed[0] not in ("ended", "suspended") and not passive):
        return None
    if any(child.dep_ == "dobj" for child in verb.children) or listed[0] == "proposed":
        return None
    reality = status_of(verb).status
    if listed[0] == "ended" and (reality == "scheduled" or verb.tag_ in ("VBZ", "VBP")):
        return ("in force", verb) if verb.lemma_ in STANDING.runs_out else None
    if listed[0] in _MADE and reality in _HELD_BACK:
        return ("under negotiation", verb) if reality != "denied" else None
    return None if reality in _HELD_BACK else listed


def _joined(verb: Token) -> list[Token]:
    """The verbs that share a verb's subject."""
    return [
        c for c in verb.children if c.dep_ == "conj" and not any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)
    ]


def _governed(
    mention: Mention, governor: Token, passed: str | None, *, subject: bool
) -> tuple[AgreementStatus, Token] | None:
    if passed in TO and not subject and governor.lemma_.lower() in STANDING.disposed:
        return ("proposed", governor) if mention.indefinite else None  # "open to a binding agreement"
    if _declared_void(governor):
        return None if status_of(governor).status in _HELD_BACK else ("ended", governor)
    found = _listed(governor)
    if governor.lemma_ in STANDING.starting and mention.kind in CALLED.truces and governor.tag_ != "VB":
        return None if status_of(governor).status in _HELD_BACK else ("in force", governor)
    if found is None:
        return ("in force", governor) if subject and _enters_force(governor) else None
    status, word = found
    if status == "withdrawn" and governor.lemma_ in STANDING.leaving and passed not in STANDING.out:
        return None
    if status == "withdrawn" and subject and governor.lemma_ not in STANDING.given_up:
        return None
    if status == "ended" and not subject and governor.pos_ == "VERB" and governor.lemma_ in STANDING.comes_to_end:
        return None
    acts = subject and any(_is_object(child) for child in governor.rights)
    if acts and status in ("ended", "suspended", "withdrawn"):  # "the accord ended the war"
        return None
    if status == "agreed" and passed is None and governor.lemma_ in STANDING.agree:
        return None
    if status == "agreed" and governor.lemma_ in STANDING.agree and passed in STANDING.not_agreed:
        return None
    if (
        status in ("under negotiation", "proposed")
        and governor.pos_ == "VERB"
        and governor.lemma_ in STANDING.toward
        and passed is None
        and subject
    ):
        return None
    if status == "under negotiation" and governor.lemma_ in STANDING.discussing and not mention.indefinite:
        return None  # what is discussed may long be agreed
    reality = status_of(governor).status
    if status in _MADE:
        nominal = governor.pos_ in ("NOUN", "PROPN") or governor.tag_ == "VBG"
        unmade = reality in _HELD_BACK or (nominal and not (mention.definite or mention.named or mention.year))
        return ("under negotiation", word) if unmade else (status, word)
    if status in ("suspended", "withdrawn", "ended") and reality in ("denied", "hypothetical"):
        return None
    if status in ("suspended", "ended") and (reality == "scheduled" or governor.tag_ in ("VBZ", "VBP")):
        return ("in force", word) if governor.lemma_ in STANDING.runs_out and subject else None
    return status, word


def _is_object(child: Token) -> bool:
    """Whether a verb acts on it: "ended three decades of war", of which the parser makes a measure of time."""
    return child.dep_ == "dobj" or (child.dep_ == "npadvmod" and any(c.dep_ == "prep" for c in child.children))


def _listed(word: Token) -> tuple[AgreementStatus, Token] | None:
    lemma = word.lemma_.lower()
    for listed, status in _CLASSES:
        if lemma in listed:
            return status, word
    return None


def _by_participle(word: Token) -> AgreementStatus | None:
    """Read "the treaty signed in 1904", "a proposed pact", "the suspended accord"."""
    found = _listed(word)
    if found is None or word.tag_ == "JJ":
        return None
    status = found[0]
    if word.lemma_ in STANDING.bargained and word.dep_ == "acl":
        return "agreed"  # "the deal negotiated by the envoy"
    if status == "proposed" and word.dep_ == "amod" and word.lemma_ not in STANDING.adjectives:
        return None
    return status if word.dep_ == "acl" or status != "agreed" or word.lemma_ in STANDING.agree else None


def _by_relative(mention: Mention, verb: Token) -> tuple[AgreementStatus, Token] | None:
    """Read "which expired in 2019", "that Ruritania has never ratified"."""
    which = next((c for c in verb.children if c.lower_ in THAT_WHICH and c.dep_ in _RELATIVES), None)
    own = which is None and any(c.dep_ == "nsubj" for c in verb.children)  # "the deal that they struck" without "that"
    if which is None and verb.dep_ != "acl" and not own:
        return None
    return _governed(mention, verb, None, subject=which is not None and which.dep_ != "dobj")


def _declared_void(verb: Token) -> bool:
    """Tell "declared the accord void"."""
    return verb.lemma_ in STANDING.declaring and any(
        word.lower_ in STANDING.void for child in verb.children
        for word in (child, *child.children) if word.i > verb.i
    )  # fmt: skip


def _enters_force(verb: Token) -> bool:
    """Tell "entered into force", "took effect", "is in force"."""
    if status_of(verb).status in _HELD_BACK:
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in STANDING.effect:
            return True
        if child.dep_ == "prep" and any(inner.lower_ in STANDING.force for inner in child.children):
            return verb.lemma_ in STANDING.in_force  # "in effect, it amounts to …" says something else
    return verb.lemma_ in STANDING.hold and not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
