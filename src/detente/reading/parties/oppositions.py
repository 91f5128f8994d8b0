"""Oppositions: "the Syrian opposition", "Syria's opposition", and later in the report "the opposition".

In go the names found in a report, out come they and the oppositions that act by themselves, each a party of its own
that goes by its words. Where the word only stands before an office ("the opposition leader"), it is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.parties import neutral, records
from detente.knowledge.surfaces import Surface
from detente.model.mention import Mention
from detente.reading.parties.found import Found

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

_THE = words("en/function_words", "the")
_OPPOSITION = words("en/parties/oppositions", "opposition")
_BODIES = words("en/parties/oppositions", "bodies")
_BETWEEN = words("en/parties/oppositions", "between")
_ARTICLES = frozenset({"DT", "JJ", "JJS"})
_BESIDE = 4  # tokens between a nation and its opposition


class Oppositions:
    """Adds oppositions to the names found."""

    def __init__(self, strings: StringStore) -> None:
        self._words = frozenset(strings.add(form) for word in _OPPOSITION for form in (word, word.title()))

    def add(self, doc: Doc, orths: list[int], found: list[Found]) -> list[Found]:
        """The names found and the oppositions, in the order of the text."""
        if self._words.isdisjoint(orths):
            return found
        of_token = {name.tokens[1] - 1: name for name in found if _is_nation(name)}
        whose: dict[int, Found | None] = {}
        states: set[tuple[str, ...]] = set()
        for at, orth in enumerate(orths):
            if orth not in self._words:
                continue
            nation = _nation(doc, at, of_token)
            if nation is not None:
                states.add(nation.mention.parties)
            if _acts(doc[at]):
                whose[at] = nation
        if len(states) != 1:  # of two states' oppositions none goes by "the opposition"
            whose = {at: name for at, name in whose.items() if name is not None}
        only = next(iter(states)) if len(states) == 1 else None
        added = [
            _opposition(doc, at, name, name.mention.parties if name is not None else only)
            for at, name in whose.items()
            if name is not None or (only is not None and _known(doc, at))
        ]
        inside = {id(name) for name in whose.values() if name is not None}
        kept = [name for name in found if id(name) not in inside]
        return sorted([*kept, *added], key=lambda name: name.mention.start)


def _is_nation(name: Found) -> bool:
    record = records().get(name.mention.parties[0]) if len(name.mention.parties) == 1 else None
    return record is not None and record.kind.endswith("state") and name.mention.kind in {"adjective", "name", "people"}


def _acts(token: Token) -> bool:
    """Whether the word is a noun that stands for somebody: itself, or before a body ("the opposition grouping")."""
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} and (_body(token) is not None or token.dep_ not in _BEFORE)


_BEFORE = frozenset({"compound", "amod", "nmod"})


def _body(token: Token) -> Token | None:
    """The noun right after the word that makes a body of it."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after if after is not None and after.lower_ in _BODIES else None


def _nation(doc: Doc, at: int, of_token: dict[int, Found]) -> Found | None:
    """The nation right before an opposition: "the main Syrian opposition", "Syria's armed opposition"."""
    for before in range(at - 1, max(at - 1 - _BESIDE, -1), -1):
        if before in of_token:
            return of_token[before]
        if doc[before].tag_ not in {"POS", "JJ", "VBN", "HYPH"} and doc[before].lower_ not in _BETWEEN:
            return None
    return None


def _known(doc: Doc, at: int) -> bool:
    """Whether the one opposition of the report is meant: "the opposition", "Opposition" at a sentence's beginning."""
    token = doc[at]
    return bool(token.is_sent_start) or any(child.lower_ in _THE for child in token.lefts) or doc[at - 1].lower_ in _THE


def _opposition(doc: Doc, at: int, nation: Found | None, parties: tuple[str, ...] | None) -> Found:
    state = (parties or ("",))[0]
    adjective = records()[state].adjectives[0] if records()[state].adjectives else records()[state].name
    id_ = neutral(f"{adjective} {doc[at].lower_}")
    body = _body(doc[at])
    end = (body.i if body is not None else at) + 1
    start = nation.tokens[0] if nation is not None else at
    while start > 0 and (doc[start - 1].tag_ in _ARTICLES) and doc[start - 1].head.i in range(start, end):
        start -= 1
    last = doc[end - 1]
    mention = Mention(doc[start].idx, last.idx + len(last), "group", (id_,))
    surface = (
        replace(nation.surface, parties=(id_,), kind="group") if nation else Surface(doc[at].text, (id_,), "group")
    )
    return Found(mention, surface, (start, end), group=True)
