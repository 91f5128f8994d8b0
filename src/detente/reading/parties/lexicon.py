"""The names of parties as a tree over tokens, and the pass that finds them in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.knowledge.surfaces import Surface, combining_forms, surfaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.strings import StringStore

_JOINT = re.compile(r"[-–—/]")
_ARTICLES = ("the", "The", "THE")


@dataclass(slots=True)
class _Node:
    next: dict[int, _Node] = field(default_factory=dict)
    surface: Surface | None = None
    after_the: Surface | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at the tokens ``[start, end)``; inside one token, ``within`` gives its characters there."""

    start: int
    end: int
    surface: Surface
    within: tuple[int, int] | None = None


class Lexicon:
    """Finds names in a list of token ids (spaCy's ORTH). Every distinct token is looked into once and remembered."""

    def __init__(self, nlp: Language) -> None:
        self._strings: StringStore = nlp.vocab.strings
        self._root = _Node()
        self._first: dict[int, _Node | tuple[tuple[int, int, Surface], ...] | None] = {}
        self._capitalised: dict[int, int] = {}
        self._known: set[int] = set()
        self._single: dict[str, Surface] = {}
        for surface in surfaces():
            self._add(surface, nlp)
        self._articles = {self._strings.add(word) for word in _ARTICLES}
        self._hyphens = {self._strings.add(mark) for mark in "-–—/"}
        self._forms = {self._strings.add(form): form for form in combining_forms()}
        self._first.update(self._root.next)
        for form in self._forms:
            self._first.setdefault(form, _Node())

    def hits(self, orths: Sequence[int], start: int, end: int, strings: StringStore) -> Iterator[Hit]:
        """The names in ``orths[start:end]``, longest first, in order and never overlapping; hidden ones left out."""
        first, at = self._first, start
        while at < end:
            orth = orths[at]
            try:
                node = first[orth]
            except KeyError:
                node = first[orth] = self._look_into(strings[orth])
            if node is None:
                at += 1
            elif isinstance(node, tuple):
                for low, high, surface in node:
                    yield Hit(at, at + 1, surface, (low, high))
                at += 1
            else:
                hit = self._longest(node, orths, at, end, strings)
                if hit is None:
                    at += 1
                    continue
                at = hit.end
                if hit.surface.parties:
                    yield hit

    def _longest(self, node: _Node, orths: Sequence[int], start: int, end: int, strings: StringStore) -> Hit | None:
        has_the = start > 0 and orths[start - 1] in self._articles
        at, best = start + 1, None
        if orths[start] in self._forms and at + 1 < end and orths[at] in self._hyphens:
            form = self._forms[orths[start]]
            best = Hit(start, at, Surface(form, (combining_forms()[form],), "adjective"))
        while True:
            surface = node.surface or (node.after_the if has_the else None)
            if surface is not None:
                best = Hit(start, at, surface)
            if at >= end or not node.next:
                return best
            following = node.next.get(orths[at]) or node.next.get(self._in_capitals(orths[at], strings))
            if following is None:
                return best
            node, at = following, at + 1

    def _in_capitals(self, orth: int, strings: StringStore) -> int:
        """The word as the tables have it, for one printed in capitals; 0 for none."""
        known = self._capitalised.get(orth)
        if known is None:
            text = strings[orth]
            title = self._strings.add(text.title()) if text.isupper() and len(text) > 1 else 0
            lower = self._strings.add(text.lower()) if title else 0
            known = title if title in self._known else lower if lower in self._known else 0
            self._capitalised[orth] = known
        return known

    def _look_into(self, text: str) -> _Node | tuple[tuple[int, int, Surface], ...] | None:
        """What a token that begins no name holds: a name in capitals, or names joined to others."""
        if text.isupper() and len(text) > 3 and text.isalpha():
            return self._root.next.get(self._strings.add(text.title()))
        if len(text) < 4 or not _JOINT.search(text):
            return None
        found, low = [], 0
        for piece in _JOINT.split(text):
            surface = self._single.get(piece)
            if surface is not None:
                found.append((low, low + len(piece), surface))
            low += len(piece) + 1
        return tuple(found) or None

    def _add(self, surface: Surface, nlp: Language) -> None:
        for text in {surface.text, surface.text.replace("'", "’")}:
            plain = text.replace(" ", "")
            words = text.split(" ") if plain.isalpha() else [token.text for token in nlp.make_doc(text)]
            node = self._root
            for word in words:
                orth = self._strings.add(word)
                self._known.add(orth)
                node = node.next.setdefault(orth, _Node())
            if surface.after_the:
                node.after_the = surface
            else:
                node.surface = surface
                if len(words) == 1 and surface.parties:
                    self._single[text] = surface
