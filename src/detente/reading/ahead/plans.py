"""Plans in prose: a sentence -> the verbs and nouns that name what is due, by modality and words of planning.

"Will", "is to", "is expected to", "agreed to", "would" after a verb of saying, a deadline in words, a round that is
awaited. Predictions and opinions ("will hurt", "would be wrong"), conditions and what is denied are no plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.ahead.cues import plan_words
from detente.reading.ahead.deadline import deadline
from detente.reading.english.cast import acts_for
from detente.reading.english.clauses import antecedent, subject
from detente.reading.english.labels import AUXILIARIES, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_STEPS = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due: its verb or noun, and the verb whose subject does it."""

    head: Token
    doer: Token
    dated: bool = False  #: whether it is one only with a date to come


def plans(sentence: Span) -> Iterator[Plan]:
    """What a sentence tells to be due, in the order of the text; what is joined to a plan is one of its own."""
    found: set[int] = set()
    for token in sentence:
        doer, dated = None, False
        if token.pos_ in VERBAL:
            doer = _doer(token)
            doer = doer or _joined(token, found)
        elif token.pos_ == "NOUN":
            doer = _coming(token)
            if doer is None:
                doer, dated = _fixed(token), True
        if doer is not None:
            found.add(token.i)
            yield Plan(token, doer, dated)


def _joined(verb: Token, found: set[int]) -> Token | None:
    """The verb that a step is joined to, where that is a plan: "will land on Friday and meet the governor"."""
    if verb.dep_ != "conj" or verb.tag_ != "VB" or not _is_step(verb):
        return None
    if any(c.dep_ == "aux" and not any(o.lower_ == c.lower_ for o in verb.head.children) for c in verb.children):
        return None
    above = verb.head.head if verb.head.dep_ == "xcomp" else verb.head
    return above if {above.i, verb.head.i} & found else None


def _doer(verb: Token) -> Token | None:
    """The verb whose subject is to do it, where the verb names a plan."""
    words, auxiliaries = plan_words(), {c.lower_ for c in verb.children if c.dep_ in AUXILIARIES}
    if _is_conditional(verb):
        return None
    if words.infinitive & auxiliaries:
        return _of_infinitive(verb)
    waits = any(c.dep_ == "advcl" and _marker(c) in words.until for c in verb.children)
    if _negated(verb) and not waits:
        return None
    if verb.tag_ == "VBG" and auxiliaries & words.being and _is_underway(verb):
        return verb
    ends = waits or deadline(verb) is not None
    if auxiliaries & words.shall or (auxiliaries & words.would and _is_reported(verb)):
        if not ends and any(c.dep_ == "advcl" and _marker(c) in words.conditions for c in verb.children):
            return None
        given = any(c.dep_ == "prep" and c.lower_ in words.beside for c in verb.children)  # "will supply it with arms"
        if not given and any(c.dep_ == "dobj" and c.pos_ in ("PRON", "DET") for c in verb.children):
            return None  # "it would study it"
        laid_down = any(c.dep_ == "prep" and c.lower_ in words.under and _names_terms(c) for c in verb.children)
        return verb if (ends or laid_down or _is_step(verb)) and _somebody(verb) else None
    if auxiliaries & words.duty:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        return verb if passive and verb.lemma_ in words.procedure else None
    return None


def _of_infinitive(verb: Token) -> Token | None:
    words, head = plan_words(), verb.head
    lemma = head.lemma_.lower()
    if verb.dep_ == "conj":
        return None
    if head.pos_ == "NOUN" and verb.dep_ == "acl" and lemma in words.intents:
        return head if (_is_step(verb) or deadline(verb)) and _is_new(head, verb) and _is_meant(head) else None
    if head.lower_ in words.being and verb.dep_ in ("xcomp", "ccomp", "advcl") and _is_due_to(head, verb):
        return head
    if head.pos_ in ("VERB", "ADJ") and lemma in words.awaits and not _had(head):
        aside = head.dep_ in ("amod", "compound", "pcomp") or (lemma in words.purpose and head.tag_ == "VBN")
        wrong = lemma in words.weak and not (_is_step(verb) or deadline(verb))
        wrong = wrong or (lemma in words.going and (head.tag_ != "VBG" or verb.i > head.i + 2 or _was(head)))
        return (
            None
            if aside or wrong or (lemma not in words.whichever and _negated(head)) or _is_conditional(head)
            else head
        )
    if head.pos_ == "VERB" and lemma in words.binds and not _negated(head) and not _had(head):
        lasting = verb.lemma_.lower() in words.lasts  # "agreed to stay in contact"
        agreed = verb.lemma_.lower() in words.acts and lemma not in words.promises  # "agreed to drop charges"
        step = _is_step(verb) and not agreed
        return head if lasting or step or deadline(verb) is not None else None
    if verb.dep_ == "ROOT" and any(c.dep_ in SUBJECTS for c in verb.children):
        return verb  # "Fiji to reopen embassy": a headline
    return head if deadline(verb) is not None else None


def _is_due_to(copula: Token, verb: Token) -> bool:
    """Whether "is to" tells a plan: no aim, no judgement ("it is hard to")."""
    if any(c.dep_ in ("acomp", "attr", "prep", "expl") for c in copula.children) or _negated(copula):
        return False
    if any(c.lower_ in plan_words().only for c in (*copula.rights, *verb.lefts)):
        return False
    topic = next((c for c in copula.children if c.dep_ in SUBJECTS), None)
    return topic is not None and topic.lemma_.lower() not in plan_words().aims | plan_words().nobody


def _is_step(verb: Token) -> bool:
    words, lemma = plan_words(), verb.lemma_.lower()
    if lemma in words.passive_steps and any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if lemma in words.goes_on and any(c.dep_ == "dobj" and c.lemma_ in words.kept_up for c in verb.children):
        return True
    if lemma in words.goes_on and not any(c.dep_ in ("dobj", "xcomp", "prep") for c in verb.children):
        return any(c.dep_ in SUBJECTS and c.pos_ == "NOUN" for c in verb.children)  # "the broadcasts will continue"
    if lemma in words.lasts:
        within = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        return any(c.dep_ == "advcl" and _marker(c) in words.until for v in within for c in v.children) or any(
            v.lemma_.lower() in words.steps for v in within[1:]
        )
    if lemma in words.acts:
        doer = subject(verb)
        open_ = any(c.dep_ == "advcl" and _marker(c) in words.conditions for c in verb.children)
        return doer is not None and not open_ and _can_act(antecedent(doer))
    if lemma not in words.steps:
        return False
    return lemma not in words.needs_object or any(c.dep_ in ("dobj", "prt", "prep") for c in verb.children)


def _can_act(doer: Token) -> bool:
    """Whether it is a party, a person, or a body of people: an army, a delegation."""
    return any(acts_for(doer.doc, doer)) or (doer.pos_ == "NOUN" and doer.lemma_.lower() in plan_words().bodies)


def _is_new(intent: Token, verb: Token) -> bool:
    """Whether a plan is told as news: somebody announces it, or it is to hold an occasion, or another one."""
    words = plan_words()
    told = intent.dep_ == "dobj" and intent.head.lemma_.lower() in words.says
    return told or any(c.dep_ == "dobj" and c.lemma_.lower() in words.occasions for c in verb.children)


def _is_meant(noun: Token) -> bool:
    """Whether a plan, an offer, a decision stands: nobody is told to take it back or to fight it."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above.lemma_.lower() not in plan_words().unmade and not _negated(above) and not _negated(noun)


def _is_reported(verb: Token) -> bool:
    """Whether "would" is the future of what was said, or of what a deal lays down."""
    words, token = plan_words(), verb
    for _ in range(_STEPS):
        if token.dep_ == "conj":
            token = token.head
            continue
        break
    if token.dep_ == "ccomp" and token.head.lemma_.lower() in words.says:
        return True
    if token.dep_ == "relcl":
        return token.head.lemma_.lower() in words.occasions | words.terms
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words.under:
            return _names_terms(child)
        if child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.lemma_ in words.says):
            return True
    return False


def _names_terms(prep: Token) -> bool:
    return any(inner.lemma_.lower() in plan_words().terms for inner in prep.children)


def _is_underway(verb: Token) -> bool:
    """Whether somebody is on the way: "are flying to Lima"; who "is coming under pressure" is not."""
    where = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in plan_words().whither)
    return verb.lemma_ in plan_words().motion and any(
        c.dep_ == "pobj" and c.pos_ == "PROPN" for prep in where for c in prep.children
    )


def _somebody(verb: Token) -> bool:
    """Whether the subject can be held to it: no "it" or "this", no first person's promise of no more than effort."""
    words, token = plan_words(), verb
    for _ in range(_STEPS):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                if child.lower_ in words.which and token.dep_ == "relcl":
                    return token.head.pos_ != "PRON"
                return child.lower_ not in words.nobody or (child.lower_ in words.told_before and token.dep_ == "ccomp")
        if token.dep_ != "conj":
            break
        token = token.head
    return False


def _is_conditional(verb: Token) -> bool:
    words = plan_words()
    if _marker(verb) in words.conditions:
        return True
    first = next((c for c in verb.children if c.dep_ in AUXILIARIES | SUBJECTS), None)
    if first is not None and first.lower_ in words.inverted:
        return True
    return any(c.dep_ == "advcl" and _marker(c) in words.conditions and c.i < verb.i for c in verb.children)


def _marker(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i), "")


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in plan_words().denials for c in verb.children)


def _had(verb: Token) -> bool:
    """Whether the plan is a past one: "had planned to", "was to have met"."""
    return any(c.dep_ in AUXILIARIES and c.lower_ in plan_words().had for c in verb.children)


def _was(going: Token) -> bool:
    """Whether "going to" is told as a plan of the past, and not as what somebody said: "they were going to leave"."""
    past = any(c.dep_ == "aux" and c.tag_ == "VBD" for c in going.children)
    return past and not (going.dep_ == "ccomp" and going.head.lemma_.lower() in plan_words().says)


def _coming(noun: Token) -> Token | None:
    """The noun of an occasion still to come ("the next round", "a pending ruling"), or the verb that awaits it."""
    words = plan_words()
    if noun.lemma_.lower() not in words.occasions:
        return None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.waits:
        return noun.head
    before = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "det")}
    if before & words.coming or (before & words.second and _is_sought(noun)):
        return _of_occasion(noun) or noun
    return None


def _fixed(noun: Token) -> Token | None:
    """The verb that sets a day for an occasion: "called an election for April 13", "set a deadline of May 1"."""
    words = plan_words()
    if noun.lemma_.lower() not in words.occasions or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    return noun.head if noun.head.lemma_.lower() in words.fixes and not _negated(noun.head) else None


def _of_occasion(noun: Token) -> Token | None:
    """The verb by which somebody wants, sets or agrees on an occasion: "agreed to a future meeting"."""
    words, above = plan_words(), noun.head
    if noun.dep_ == "pobj" and above.lower_ in words.sought_for:
        above = above.head
    elif noun.dep_ != "dobj":
        return None
    return above if above.lemma_.lower() in words.seeks | words.fixes | words.binds and not _negated(above) else None


def _is_sought(noun: Token) -> bool:
    """Whether another such occasion is wanted or got ready: "want a second summit", "prepare for a new round"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in plan_words().sought_for else noun.head
    return noun.dep_ in ("dobj", "pobj") and above.lemma_.lower() in plan_words().seeks | plan_words().binds
