"""Who else has a part in an event: mediators, hosts and guarantors by syntax, whom a threat or demand is told.

In: a trigger. Out: :class:`~detente.model.items.Role` items: "talks mediated by Oman", "under the auspices of Qatar",
"a summit hosted by Peru"; the addressee of the statement whose act it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from detente.model.items import EventRole, Role
from detente.reading.english.clauses import child, preps
from detente.reading.events.lexicon import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.items import Statement
    from detente.model.references import Reference
    from detente.reading.cited import Cited
    from detente.reading.english.cast import Cast
    from detente.reading.events.triggers import Trigger


def parts_in(trigger: Trigger, cast: Cast, cited: Cited, act_of: Statement | None) -> tuple[Role, ...]:
    """The parts that others have in it, each once, in the order of the text."""
    found = [
        Role(part, who)
        for word in dict.fromkeys((trigger.name, trigger.token, *trigger.words))
        for part, head in _named(word)
        for who in _references(head, cast, cited)
    ]
    if act_of is not None and act_of.addressee is not None:
        found.append(Role("addressee", act_of.addressee))
    return tuple(dict.fromkeys(found))


def without_parts(side: tuple[Reference, ...], parts: tuple[Role, ...]) -> tuple[Reference, ...]:
    """A side without mediators, hosts and guarantors, unless it has nobody else: then the mediation is the event."""
    apart = {each.who for each in parts if each.role != "addressee"}
    return tuple(who for who in side if who not in apart) or side


def _named(word: Token) -> Iterator[tuple[EventRole, Token]]:
    """The parts that hang on a word, each with the head of who has it."""
    for c in word.children:
        if c.dep_ in ("acl", "advcl") and (part := _part(c)) is not None and (agent := child(c, "agent")) is not None:
            yield from ((part, o) for o in agent.children if o.dep_ == "pobj")
    for _, noun in preps(word, "under", "with", "through", "by"):
        if (part := _part(noun)) is not None:
            yield from ((part, o) for _, o in preps(noun, "of", "by"))
            yield from ((part, c) for c in noun.children if c.dep_ in ("poss", "amod", "compound"))


def _part(word: Token) -> EventRole | None:
    lists = word_lists("parts")
    return next((part for part in get_args(EventRole) if word.lemma_.lower() in lists.get(part, ())), None)


def _references(head: Token, cast: Cast, cited: Cited) -> tuple[Reference, ...]:
    found = cast.named(head, places=True)
    return cited.parties(found.parties) or cited.persons(found.people)
