"""People named like months and days: Theresa May, April Haines, Mr. March, Tuesday Nkosi.

In goes a token, out comes whether it is part of somebody's name and not a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.people.lexicon import fold, names, offices

if TYPE_CHECKING:
    from detente.reading.people.tokens import Tokens

_TABLE = "en/offices/no_people"
_PROPER = frozenset({"NNP", "NNPS"})


def is_calendar_name(tokens: Tokens, i: int) -> bool:
    """Whether a month's or day's word at a token is a surname behind a given name or title, or a given name."""
    if tokens.lower[i] not in words(_TABLE, "calendar") or not tokens.text[i][0].isupper() or tokens.sentence[i] < 0:
        return False
    first, last = tokens.sentences[tokens.sentence[i]]
    after = tokens.text[i + 1] if i + 1 < last else ""
    if after[:1].isdigit():
        return False
    return _surname(tokens, i, first) or _given(tokens, i, first, last)


def _surname(tokens: Tokens, i: int, first: int) -> bool:
    before = tokens.lower[i - 1] if i > first else ""
    if before == "." and i - 1 > first:
        before = tokens.lower[i - 2]
    if before in names().honorifics:
        return True
    given = fold(tokens.text[i - 1]) if i > first else ""
    capital = i > first and tokens.text[i - 1][0].isupper()
    return capital and given in names().gender and given not in words(_TABLE, "calendar")


def _given(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Whether a surname follows, and nothing before says that it is a date: not "in April Nkosi said"."""
    if i + 1 >= last or (i > first and tokens.lower[i - 1] in words(_TABLE, "dating")):
        return False
    after = tokens.text[i + 1]
    if tokens.tag[i + 1] not in _PROPER or not after[0].isupper() or not after[1:].islower():
        return False
    if after in names().not_people or tokens.lower[i + 1] in offices().nouns or tokens.party[i + 1] is not None:
        return False
    before = tokens.text[i - 1] if i > first else ""
    behind = tokens.text[i + 2] if i + 2 < last else ""
    closed = before == "," and behind in {",", "."}
    office = before.lower() in offices().nouns
    acts = (
        i == first
        and i + 2 < last
        and tokens.tag[i + 2] in {"VBD", "VBZ"}
        and tokens.lower[i] not in words(_TABLE, "modal")
    )
    apposed = i == first and behind == "," and tokens.says(i + 3, words("en/function_words", "articles"))
    return closed or office or acts or apposed
