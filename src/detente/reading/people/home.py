"""Where a report is at home: the states of the capitals in its dateline, and the state of its letterhead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.parties import records
from detente.model.report import Zone
from detente.reading.people.lexicon import fold, offices

if TYPE_CHECKING:
    from detente.reading.people.tokens import Tokens

_HEAD = 12  # tokens of a text without zones that its dateline stays within
_LONGEST = 6  # words of a state's name
_MOST = 120  # tokens before the body that are looked at
_DASHES = frozenset({"-", "--", "—", "–"})


def home_states(tokens: Tokens) -> tuple[frozenset[str], str | None]:
    """The states whose capitals the dateline names, and the one that the letterhead does."""
    zones = tokens.doc._.detente_zones
    if zones is None:
        return frozenset(capitals_in(_bare_dateline(tokens))), None
    dateline: list[str] = []
    head: list[str] = []
    for zone in zones:
        if zone.zone is Zone.DATELINE:
            dateline += _folded(tokens, zone.start, zone.end)
        elif zone.zone is Zone.BODY:
            break
        elif zone.zone in {Zone.CREDIT, Zone.CHROME, Zone.BYLINE} and len(head) < _MOST:
            head += _folded(tokens, zone.start, zone.end)
    letterhead = None
    if offices().letterheads.intersection(head):
        named = dict.fromkeys(_states_in(head))
        letterhead = next(iter(named)) if len(named) == 1 else None
    return frozenset(capitals_in(dateline)), letterhead


def words_of_state(words: list[str]) -> int:
    """How many words at the beginning are a state's name; 0 for none."""
    folded = [fold(word) for word in words[:_LONGEST]]
    return next((size for size in range(len(folded), 0, -1) if tuple(folded[:size]) in _names()), 0)


def _folded(tokens: Tokens, start: int, end: int) -> list[str]:
    """The words of a stretch of characters, past any line end before it."""
    first, last = tokens.at(start), tokens.at(max(end - 1, start)) + 1
    return [fold(word) for word in tokens.text[first : min(last, first + _MOST)] if word.strip()]


def _bare_dateline(tokens: Tokens) -> list[str]:
    """The words in capitals that a text without zones opens with, up to a dash."""
    words: list[str] = []
    dash = next((i for i, word in enumerate(tokens.text[:_HEAD]) if word in _DASHES), 0)
    for word in tokens.text[:dash]:
        if len(word) > 1 and word.isupper():
            words.append(fold(word))
        elif words:
            words.append("|")
    return words


def capitals_in(words: list[str]) -> list[str]:
    """The states whose capitals are among folded words, a name of several words by its words in a row."""
    return _found(words, _capitals())


def _states_in(words: list[str]) -> list[str]:
    return _found(words, _names())


def bodies_in(words: list[str]) -> list[str]:
    """The states and organisations that are named among folded words."""
    return _found(words, _bodies())


def _found(words: list[str], table: dict[tuple[str, ...], str]) -> list[str]:
    found: list[str] = []
    i = 0
    while i < len(words):
        for size in range(_LONGEST, 0, -1):
            state = table.get(tuple(words[i : i + size]))
            if state is not None:
                found.append(state)
                i += size - 1
                break
        i += 1
    return found


@cache
def _capitals() -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(name.removeprefix("~")).split()): record.id
        for record in reversed(records().values())
        if record.kind == "state"
        for name in record.capitals
    }


@cache
def _names() -> dict[tuple[str, ...], str]:
    return _names_of("state")


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    return _names_of("state", "organisation")


def _names_of(*kinds: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(name).split()): record.id
        for record in reversed(records().values())
        if record.kind in kinds
        for name in (record.name, *record.names)
        if not name.startswith("?") and (len(name) > len(record.id) or not name.isupper())
    }
