"""A candidate -> how its party stands: whether it asserts, demands, offers, accepts, rejects, threatens, denies.

The words of the claim speak first where its clause is on the speaker himself ("will not attend") or says what ought to
be; then the act of the statement or the type of the event; and "not" turns each round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import child, is_passive
from detente.reading.english.grammar import AS
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS
from detente.reading.english.mentions import mention_at
from detente.reading.positions.lexicon import stance_of_word, stance_words, term_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.items import Stance
    from detente.reading.positions.candidates import Candidate
    from detente.reading.positions.terms import Terms

_SUBJECTS = (*ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS, "expl")
_CLAUSAL = ("VERB", "AUX")
_FOLLOWING = frozenset({"ccomp", "xcomp", "oprd", "acomp"})  # codes: labels
_STEPS = 4
_SAYING = frozenset({None, "asserts", "praises", "believes"})  # codes: acts
_JUDGING = frozenset({None, "believes", "regrets", "accuses"})  # codes: acts
_SAID_OUT: frozenset[Stance | None] = frozenset({"rejects", "denies", "wishes", "demands"})
_JUDGED: frozenset[Stance | None] = frozenset({"rejects", "denies", "accepts", "demands"})


def stance_on(one: Candidate, terms: Terms) -> Stance:
    """The stance of a candidate on its terms: consent on a condition, a threat of what else will follow."""
    stance, known = stance_of(one), stance_words()
    if terms.condition is None:
        return stance
    offered = _own(one, one.head) and one.head.lemma_.lower() in known.own["offers"] | known.own["accepts"]
    if stance in ("accepts", "offers") and not _is_offer(one):
        return "accepts if"
    will = any(c.tag_ == "MD" and c.lower_ not in known.modals["ought"] for c in one.head.children)
    if (
        stance == "asserts"
        and will
        and terms.opener in term_words().clauses.other
        and terms.opener not in term_words().clauses.holding
    ):
        return "accepts if"
    if stance == "asserts" and will and terms.opener in term_words().clauses.threatening:
        return "accepts if" if offered and terms.opener in term_words().clauses.result else "threatens"
    if (
        stance == "rejects"
        and will
        and terms.opener in term_words().clauses.result
        and terms.opener not in term_words().clauses.holding
    ):
        return "threatens"
    return stance


def _keeps_silent(one: Candidate) -> bool:
    """Whether somebody is said not to say it: "would not say whether", "did not confirm", "has not replied"."""
    if one.source == "link" or one.cue is None:
        return False
    if one.statement is not None and one.statement.manner == "declined":
        return True
    return _is_negated_cue(one) and one.cue.lemma_.lower() in stance_words().own["silent"]


def _is_offer(one: Candidate) -> bool:
    """Whether it is called an offer in so many words."""
    said = stance_of_word().get(one.cue.lemma_.lower()) if one.cue is not None else None
    return said == "offers"


def stance_of(one: Candidate) -> Stance:
    """The stance of a candidate, conditions left aside."""
    if _keeps_silent(one):
        return "withholds"
    told = _told(one)
    if told == "rejects" and one.head.lemma_.lower() in stance_words().own["charges"] and not _is_negated_cue(one):
        return "denies"
    if told not in (None, "asserts", "denies"):
        return told if not _is_negated_cue(one) else stance_words().negated[told]
    if _wants(one):
        return "demands"
    inner = _of_claim(one)
    if told == "denies":
        return "denies"
    if inner is not None and _is_negated_cue(one):
        return stance_words().negated[inner]
    return inner or told or "asserts"


def _wants(one: Candidate) -> bool:
    """Whether it is told as what should be: "insisted that Mali free the ships"."""
    wanted = one.cue is not None and one.cue.lemma_.lower() in stance_words().words["demands"]
    if not wanted or one.head.tag_ not in ("VB", "VBP"):
        return False
    subject = child(one.head, *_SUBJECTS)
    return subject is not None and subject.tag_ in ("NN", "NNP") and not any(c.dep_ == "aux" for c in one.head.children)


def _told(one: Candidate) -> Stance | None:
    """What the act of the statement, or the type of the event, makes of it."""
    known = stance_words()
    if (event := one.event) is not None:
        said = stance_in_words(one.head)
        if said is None and event.type == "THREATEN" and one.head.lemma_.lower() in known.own["setting"]:
            return "demands"
        return said if said not in (None, "withholds") else known.types.get(event.type or "")
    assert one.statement is not None
    act = one.statement.act if one.link is None else None
    if one.cue is not None and (said := _of_cue(one.cue, act)) is not None:
        return said
    return known.acts.get(act) if act is not None else None


def _of_cue(cue: Token, act: str | None) -> Stance | None:
    """What a cue says beside its act: a verb with a particle, "expressed support for", "is open to"."""
    if (said := _phrasal(cue)) is not None:
        return said
    table = stance_of_word()
    denied = stance_words().words["denies"]
    if any(word.lemma_.lower() in denied for word in _called(cue)):
        return "denies"
    if act in _JUDGING and (said := table.get(cue.lemma_.lower())) is not None:
        return said
    noun = child(cue, "dobj", "acomp")
    return table.get(noun.lemma_.lower()) if noun is not None and act in _SAYING else None


def _called(cue: Token) -> Iterator[Token]:
    """What something is called: "false" in "dismissed as false"."""
    for c in cue.rights:
        if c.dep_ in ("prep", "advmod", "oprd"):
            yield from (word for word in c.subtree if word.i > 0 and word.nbor(-1).lower_ in AS)


def stance_in_words(verb: Token) -> Stance | None:
    """The stance that a verb carries by itself, or with what follows."""
    return _phrasal(verb) or stance_of_word().get(verb.lemma_.lower())


def _phrasal(verb: Token) -> Stance | None:
    """The stance of a verb with a particle, or with what follows: "rule out", "put on hold", "let lapse"."""
    table, lemma = stance_words().phrasal, verb.lemma_.lower()
    for c in verb.rights:
        if c.dep_ in ("prt", "prep", "advmod"):
            noun = child(c, "pobj")
            of_noun = table.get(f"{lemma} {c.lower_} {noun.lower_}") if noun is not None else None
            if (said := of_noun or table.get(f"{lemma} {c.lower_}")) is not None:
                return said
        elif c.dep_ in _FOLLOWING and (said := table.get(f"{lemma} {c.lemma_.lower()}")) is not None:
            return said
    return None


def _is_negated_cue(one: Candidate) -> bool:
    if one.event is not None:
        return one.event.status == "denied" or _negated(one.head)
    return one.statement is not None and one.link is None and one.statement.polarity == "negated"


def _of_claim(one: Candidate) -> Stance | None:
    """What the claim's own clause says; none where it only tells something."""
    return next((found for head in _clauses(one.head) if (found := _of_clause(one, head)) is not None), None)


def _clauses(head: Token) -> Iterator[Token]:
    """The claim's main clause, and those joined to it."""
    yield head
    yield from (c for c in head.children if c.dep_ == "conj" and c.pos_ in _CLAUSAL)


def _of_clause(one: Candidate, head: Token) -> Stance | None:
    known = stance_words()
    negative, own = _negated(head), _own(one, head)
    modal = next((c.lower_ for c in head.children if c.dep_ == "aux" and c.lower_ not in known.modals["not"]), None)
    if _imperative(head):
        return "rejects" if negative and own else "demands"
    if own and (found := _willing(head)) is not None:
        return _turned(found, negative)
    if negative and own and head.lemma_.lower() in known.own["silent"]:
        return "withholds"
    if own and modal in known.modals["shall"]:
        return _will(head, negative)
    if modal in known.modals["ought"] or (head.lemma_ in known.modals["needs"] and _obliges(head)):
        return "demands" if not own else None
    if modal in known.modals["will"] and (own or negative):
        return _will(head, negative)
    if negative and (_closes(head) or (modal in known.modals["can"] and (own or is_passive(head)))):
        return "rejects"
    if (found := _phrasal(head)) is not None and own:
        return _turned(found, negative)
    if (found := _judged(head, own)) is not None:
        return _turned(found, negative)
    if own and negative:
        if head.tag_ == "VBG" and _obliges(head):
            return "rejects"
        return "denies" if head.tag_ in ("VBD", "VBN", "VBG") or _past(head) else "rejects"
    return None


def _closes(head: Token) -> bool:
    """Whether what is negated shuts something out: "is not up for discussion", "sees no need for"."""
    known = stance_words()
    if head.lemma_.lower() in known.own["open"] or any(_ends(c) for c in head.children):
        return True
    inner = (c for c in head.children if c.dep_ in ("attr", "acomp", "prep", "advmod", "prt"))
    return any(word.lemma_.lower() in known.own["open"] for c in inner for word in (c, *c.children, *_objects(c)))


def _objects(word: Token) -> Iterator[Token]:
    return (o for c in word.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")


def _ends(word: Token) -> bool:
    """Whether it is a "no longer"."""
    return word.dep_ == "advmod" and any(c.lower_ in stance_words().modals["no"] for c in word.children)


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
    for stance in ("accepts", "offers", "threatens"):
        if lemma in own[stance]:
            return stance
    return said


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


def _negated(head: Token) -> bool:
    none = stance_words().modals["not"]
    for c in head.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in none and c.i < head.i):
            return True
        if c.dep_ in (*_SUBJECTS, "attr", "dobj") and any(
            d.dep_ in ("det", "neg") and d.lower_ in none for d in c.children
        ):
            return True
        if c.dep_ in _SUBJECTS and (c.lower_ in none or c.left_edge.lower_ in none):
            return True
        if (c.dep_ in ("dobj", "attr") and c.lower_ in none) or _ends(c):
            return True
    return head.pos_ == "NOUN" and head.dep_ not in _SUBJECTS and any(c.lower_ in none for c in head.lefts)


def _own(one: Candidate, head: Token) -> bool:
    """Whether a clause is on the speaker himself: his pronoun or party is its subject, or it has none of its own."""
    subject = _subject(head)
    if subject is None:
        return head.pos_ in _CLAUSAL and head.dep_ not in ("acl", "relcl")
    if subject.lower_ in stance_words().self["us"]:
        return True
    mention = mention_at(head.doc, subject)
    known = stance_words().self
    side = {who.id for who in one.side} | {
        one.statement.speaker.id if one.statement and one.statement.speaker else None
    }
    if subject.lemma_.lower() in known["bodies"] and any(c.lower_ in known["possessive"] for c in subject.children):
        return True
    if mention is not None:
        return not side.isdisjoint((*mention.parties, *mention.people))
    return subject.lower_ in known["pronouns"] or any(
        (owner := mention_at(head.doc, c)) is not None and not side.isdisjoint(owner.parties)
        for c in subject.children
        if c.dep_ in ("poss", "amod", "compound", "nmod")
    )


def _subject(head: Token) -> Token | None:
    at = head
    for _ in range(_STEPS):
        if (found := child(at, *_SUBJECTS)) is not None:
            return found
        if at.dep_ not in ("conj", "xcomp") or at.head.pos_ not in _CLAUSAL:
            return None
        at = at.head
    return None


def _imperative(head: Token) -> bool:
    """A bare verb that opens its sentence, without a subject: "leave now"."""
    if head.tag_ != "VB" or _subject(head) is not None or head.dep_ not in ("ROOT", "ccomp"):
        return False
    return not any(
        c.dep_ == "aux" and c.lower_ not in words("en/positions/stances", "modals.imperative") for c in head.children
    )


def _past(head: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in head.children)
