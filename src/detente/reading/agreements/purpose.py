"""What an agreement is for, in an infinitive: "a deal to free the captives", "conclude a deal to bring them home"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED, STANDING
from detente.reading.agreements.provisions import clause
from detente.reading.english.labels import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Provision
    from detente.reading.agreements.mentions import Mention

_NEAR = 8  # tokens after a mention


def purpose(text: str, mention: Mention) -> list[Provision]:
    """The infinitive of an agreement, or of the verb that reaches it; what it has done already is none."""
    head = mention.head
    verbs = [c for c in head.children if c.dep_ in ("acl", "relcl", "advcl") and _is_infinitive(c)]
    verbs = verbs or [verb for c in head.children for verb in _aimed(c)]
    reached = head.dep_ == "dobj" and head.head.lemma_.lower() in STANDING.reaching
    if not verbs and (reached or on_offer(head) is not None):
        verbs = [after for after in (_infinitive_after(head),) if after is not None]
    found = (clause(text, verb, subject=False) for verb in verbs[:1])
    return [each for each in found if each is not None]


def _aimed(verb: Token) -> list[Token]:
    """What an agreement is "aimed at doing", "designed to do"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_ not in PROVIDED.aimed:
        return []
    open_ = [*verb.rights, *(inner for c in verb.rights if c.dep_ == "prep" for inner in c.children)]
    return [c for c in open_ if c.dep_ in ("pcomp", "xcomp") and c.pos_ == "VERB"]


def on_offer(head: Token) -> Token | None:
    """Find "on the table" soon after a mention: "the deal now on the table", "an accord that is on the table"."""
    for token in head.doc[head.i + 1 : head.i + _NEAR]:
        if token.is_punct:
            return None
        if token.lower_ in STANDING.offered and token.dep_ == "pobj":
            return token
    return None


def _infinitive_after(head: Token) -> Token | None:
    """The infinitive that follows in the same clause, whatever the parser hangs it on."""
    for token in head.doc[head.i + 1 : head.i + _NEAR]:
        if token.is_punct or token.tag_ in FINITE:
            return None
        if token.tag_ == "TO" and _is_infinitive(token.head):
            return token.head
    return None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
