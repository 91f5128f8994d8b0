"""Words -> the stance that they carry by themselves: "reject", "rule out", "put on hold"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.positions.lexicon import stance_of_word, stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Stance

_FOLLOWING = frozenset({"ccomp", "xcomp", "oprd", "acomp"})  # codes: labels


def stance_in_words(verb: Token) -> Stance | None:
    """The stance that a verb carries by itself, or with what follows."""
    return phrasal(verb) or stance_of_word().get(verb.lemma_.lower())


def phrasal(verb: Token) -> Stance | None:
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
