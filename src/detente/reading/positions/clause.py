"""A claim's own clause -> the stance that it tells by itself: "will not attend", "must leave", "is ready to sign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import child, is_passive
from detente.reading.positions.clause_traits import CLAUSAL, SUBJECTS, ends, is_negated, is_own, subject_of
from detente.reading.positions.lexicon import stance_of_word, stance_words
from detente.reading.positions.wording import phrasal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.items import Stance
    from detente.reading.positions.candidates import Candidate

_SAID_OUT: frozenset[Stance | None] = frozenset({"rejects", "denies", "wishes", "demands"})
_JUDGED: frozenset[Stance | None] = frozenset({"rejects", "denies", "accepts", "demands"})


def stance_of_claim(one: Candidate) -> Stance | None:
    """What the claim's own clause says; none where it only tells something."""
    return next((found for head in _clauses(one) if (found := _of_clause(one, head)) is not None), None)


def _clauses(one: Candidate) -> Iterator[Token]:
    """The claim's main clause, and those joined to it in the claim."""
    yield one.head
    joined = (c for c in one.head.children if c.dep_ == "conj" and c.pos_ in CLAUSAL)
    yield from (c for c in joined if one.claim.start <= c.idx < one.claim.end)


def _of_clause(one: Candidate, head: Token) -> Stance | None:
    known = stance_words()
    negative, own = is_negated(head), is_own(one, head)
    modal = next((c.lower_ for c in head.children if c.dep_ == "aux" and c.lower_ not in known.modals["not"]), None)
    if negative and is_passive(head) and head.lemma_.lower() in known.own["harms"]:
        return None
    if _imperative(head):
        return "demands"
    if own and (found := _willing(head)) is not None:
        return _turned(found, negative)
    if negative and own and head.lemma_.lower() in known.own["silent"]:
        return "withholds"
    if own and modal in known.modals["shall"]:
        return _will(head, negative)
    if modal in known.modals["ought"] or (head.lemma_ in known.modals["needs"] and _obliges(head)):
        return "demands" if not own else None
    if modal in known.modals["will"] and (own or (negative and _withholds(head))):
        return _will(head, negative)
    if negative and (_closes(head) or (modal in known.modals["can"] and (own or is_passive(head)))):
        return "rejects"
    if (found := phrasal(head)) is not None and own:
        return _turned(found, negative)
    if (found := _judged(head, own)) is not None:
        return "denies" if found == "wishes" and negative and _perfect(head) else _turned(found, negative)
    if own and negative and head.lemma_.lower() not in known.own["feelings"]:
        if head.tag_ == "VBG" and _obliges(head):
            return "rejects"
        return "denies" if head.tag_ in ("VBD", "VBN", "VBG") or _past(head) else "rejects"
    return None


def _closes(head: Token) -> bool:
    """Whether what is negated shuts something out: "is not up for discussion", "sees no need for"."""
    known = stance_words()
    if head.lemma_.lower() in known.own["open"] or any(ends(c) for c in head.children):
        return True
    inner = (c for c in head.children if c.dep_ in ("attr", "acomp", "prep", "advmod", "prt"))
    return any(word.lemma_.lower() in known.own["open"] for c in inner for word in (c, *c.children, *_objects(c)))


def _withholds(head: Token) -> bool:
    """Whether something is kept from others: "will not be returned", "there will be no", "not one ship will sail"."""
    known = stance_words()
    never = any(c.lower_ in known.modals["never"] for c in head.children)
    subject = child(head, *SUBJECTS)
    none = subject is not None and subject.left_edge.lower_ in known.modals["not"]
    return never or none or is_passive(head) or child(head, "expl") is not None


def _objects(word: Token) -> Iterator[Token]:
    return (o for c in word.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")


def _turned(stance: Stance, negative: bool) -> Stance:
    return stance_words().negated[stance] if negative else stance


def _will(head: Token, negative: bool) -> Stance | None:
    """What somebody says that he will do, or will not."""
    own, lemma = stance_words().own, head.lemma_.lower()
    if negative:
        return "rejects"
    said = stance_of_word().get(lemma)
    if said in _SAID_OUT:
        return said
    if _strikes(head):
        return "threatens"
    for stance in ("accepts", "offers", "threatens"):
        if lemma in own[stance]:
            return stance
    return said


def stance_of_promise(head: Token) -> Stance | None:
    """What it is to promise a deed: a threat, an offer, consent."""
    return _will(head, negative=False)


def _strikes(head: Token) -> bool:
    """Whether what somebody will do hits another: "put a duty on", "return blow for blow", "raise tariffs"."""
    own = stance_words().own
    objects = (c for c in head.children if c.dep_ == "dobj")
    return head.lemma_.lower() in own["burdening"] and any(c.lemma_.lower() in own["burdens"] for c in objects)


def _willing(head: Token) -> Stance | None:
    """An offer, or consent to what follows: "is ready to", "was open to"."""
    own = stance_words().own
    adjective = child(head, "acomp", "attr", "oprd")
    word = adjective if adjective is not None else head
    if word.lemma_.lower() not in own["willing"]:
        return None
    if any(c.dep_ == "neg" for c in word.children):
        return "rejects"
    verb = child(word, "xcomp", "pcomp")
    return "accepts" if verb is not None and verb.lemma_.lower() in own["accepts"] else "offers"


def _judged(head: Token, own: bool) -> Stance | None:
    """What the verb says of the speaker ("we oppose"), or an adjective or noun of the thing ("is unacceptable")."""
    table = stance_of_word()
    said = table.get(head.lemma_.lower())
    if said is not None and own and said != "asserts":
        return said
    judged = child(head, "acomp", "attr", "oprd")
    for word in (judged, head if head.pos_ in ("ADJ", "NOUN") else None):
        said = table.get(word.lemma_.lower()) if word is not None else None
        if said in _JUDGED:
            return said
    return None


def _obliges(head: Token) -> bool:
    """Whether it obliges: "have to", "is to", "needs to"."""
    verb = child(head, "xcomp")
    return verb is not None and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _imperative(head: Token) -> bool:
    """A bare verb that opens its sentence, without a subject: "leave now"."""
    if head.tag_ != "VB" or subject_of(head) is not None or head.dep_ not in ("ROOT", "ccomp", "advcl"):
        return False
    return not any(
        c.dep_ == "aux" and c.lower_ not in words("en/positions/stances", "modals.imperative") for c in head.children
    )


def _perfect(head: Token) -> bool:
    """Whether it is of what was: "has never sought", "did not want"."""
    return head.tag_ == "VBN" or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in head.children)


def _past(head: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in head.children)
