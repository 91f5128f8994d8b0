"""A candidate -> how its party stands: whether it asserts, demands, offers, accepts, rejects, threatens, denies.

The words of the claim speak first where its clause is on the speaker himself ("will not attend") or says what ought to
be; then the act of the statement or the type of the event; and "not" turns each round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.english.grammar import AS
from detente.reading.positions.clause import stance_of_claim, stance_of_promise
from detente.reading.positions.clause_traits import SUBJECTS, is_negated, is_own
from detente.reading.positions.lexicon import stance_of_word, stance_words, term_words
from detente.reading.positions.wording import phrasal, stance_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.items import Stance
    from detente.reading.positions.candidates import Candidate
    from detente.reading.positions.terms import Terms

_SAYING = frozenset({None, "asserts", "praises", "believes"})  # codes: acts
_JUDGING = frozenset({None, "believes", "regrets", "accuses"})  # codes: acts


def stance_on(one: Candidate, stance: Stance, terms: Terms) -> Stance:
    """The stance of a candidate on its terms: consent on a condition, a threat of what else will follow."""
    known = stance_words()
    if terms.condition is None:
        return stance
    offered = is_own(one, one.head) and stance_of_promise(one.head) in ("offers", "accepts")
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
    if told == "offers" and (vowed := _vowed(one)) is not None:
        return vowed
    if told == "rejects" and one.head.lemma_.lower() in stance_words().own["charges"] and not _is_negated_cue(one):
        return "denies"
    if told not in (None, "asserts", "denies"):
        return told if not _is_negated_cue(one) else stance_words().negated[told]
    if _wants(one):
        return "demands"
    inner = stance_of_claim(one)
    if told == "denies":
        return "denies"
    if inner is not None and _is_negated_cue(one):
        return stance_words().negated[inner]
    return inner or told or "asserts"


def _vowed(one: Candidate) -> Stance | None:
    """What somebody swears to do to another, or never to do: a threat, a refusal."""
    if one.cue is None or one.cue.lemma_.lower() not in stance_words().own["vows"] or is_negated(one.cue):
        return None
    if is_negated(one.head):
        return None if one.head.lemma_.lower() in stance_words().own["harms"] else "rejects"
    return "threatens" if stance_of_promise(one.head) == "threatens" else None


def _wants(one: Candidate) -> bool:
    """Whether it is told as what should be: "insisted that Mali free the ships"."""
    wanted = one.cue is not None and one.cue.lemma_.lower() in stance_words().words["demands"]
    if not wanted or one.head.tag_ not in ("VB", "VBP"):
        return False
    subject = child(one.head, *SUBJECTS)
    return subject is not None and subject.tag_ in ("NN", "NNP") and not any(c.dep_ == "aux" for c in one.head.children)


def _told(one: Candidate) -> Stance | None:
    """What the act of the statement, or the type of the event, makes of it."""
    known = stance_words()
    if (event := one.event) is not None:
        said = stance_in_words(one.head)
        if said is None and event.type == "THREATEN" and one.head.lemma_.lower() in known.own["setting"]:
            return "demands"
        if said not in (None, "withholds") or (said is not None and phrasal(one.head) is not None):
            return said
        return stance_of_claim(one) if _is_negated_cue(one) else known.types.get(event.type or "")
    assert one.statement is not None
    act = one.statement.act if one.link is None else None
    if one.cue is not None and (said := _of_cue(one.cue, act)) is not None:
        return said
    return known.acts.get(act) if act is not None else None


def _of_cue(cue: Token, act: str | None) -> Stance | None:
    """What a cue says beside its act: a verb with a particle, "expressed support for", "is open to"."""
    if (said := phrasal(cue)) is not None:
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


def _is_negated_cue(one: Candidate) -> bool:
    if one.event is not None:
        return one.event.status == "denied" or is_negated(one.head)
    return one.statement is not None and one.link is None and one.statement.polarity == "negated"
