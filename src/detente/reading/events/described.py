"""Who does or suffers what a trigger names, where the report only describes them: by its own words.

In: a trigger whose roles are open. Out: :class:`Reference` of kind "described": "three gunmen", "residents of the
village"; nothing for a thing, a pronoun, or a word that stands for nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import listed
from detente.model.references import Reference
from detente.reading.english.clauses import antecedent, conjuncts, is_passive, owner, patients, preps, subject
from detente.reading.events.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from detente.reading.events.triggers import Trigger

_SOMEBODY = frozenset({"PERSON", "NORP", "ORG"})
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "case", "quantmod", "nmod", "advmod", "punct"})
_LONGEST = 10  # words of a description
_ON = listed("en/events/described", "done_to")


def described_source(trigger: Trigger) -> tuple[Reference, ...]:
    """Who does it, in the report's words."""
    token = trigger.token
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        actor = subject(token) if token.pos_ != "ADJ" else subject(token.head)
        found = _described([actor] if actor is not None else [])
        if found or trigger.noun is None:
            return found
    noun = trigger.name
    whose = owner(noun) if noun.pos_ == "NOUN" else None
    return _described([whose] if whose is not None else [])


def described_target(trigger: Trigger) -> tuple[Reference, ...]:
    """Whom it is done to, in the report's words."""
    token, noun = trigger.token, trigger.name
    if noun.pos_ == "NOUN":
        return _described(o for _, o in preps(noun, *_ON))
    if token.pos_ != "VERB" or (is_passive(token) and not patients(token)):
        return ()
    return _described(patients(token))


def _described(heads: Iterable[Token]) -> tuple[Reference, ...]:
    found = (_words(each) for head in heads for each in conjuncts(antecedent(head)) if _is_somebody(each))
    return tuple(dict.fromkeys(map(Reference.described, found)))


def _is_somebody(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in _SOMEBODY
    lists = word_lists("described")
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "ADJ", "NUM"):
        return False
    return lemma in lists["people"] or lemma in lists["bodies"] or noun.lower_ in lists["people"]


def _words(head: Token) -> str:
    """The phrase: what stands before its head, and the "of" or "from" after it."""
    first = min((c.left_edge.i for c in head.lefts if c.dep_ in _INSIDE), default=head.i)
    last = head.i
    lists = word_lists("described")
    for c in head.rights:
        if (
            c.dep_ == "prep"
            and c.lower_ in lists["belonging"] | lists["standing"]
            and c.right_edge.i - first < _LONGEST
        ):
            if c.lower_ in lists["standing"] and not any(o.ent_type_ for o in c.children):
                break
            last = c.right_edge.i
        break
    doc = head.doc
    first = max(first, last - _LONGEST)
    return doc[first : last + 1].text
