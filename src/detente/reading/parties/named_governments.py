"""Governments that go by a person's name: "the Sánchez government", once the report says whose Sánchez is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.surfaces import Surface
from detente.model.mention import Mention
from detente.reading.parties.found import Found
from detente.reading.parties.word_classes import word_classes

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_THE = words("en/function_words", "the")
_REACH = 6  # tokens from a nation to the surname of its leader: "Spanish Prime Minister Pedro Sánchez"


class NamedGovernments:
    """Adds such governments to the names found. Tables need not know the person; the report must."""

    def __init__(self, strings: StringStore) -> None:
        self._nouns = frozenset(strings.add(noun) for noun in word_classes().of_people)

    def add(self, doc: Doc, orths: list[int], found: list[Found]) -> list[Found]:
        """The names found, and the governments named after persons, in the order of the text."""
        if not self._nouns.intersection(orths):
            return found
        taken = {token for name in found for token in range(*name.tokens)}
        of_token = {name.tokens[0]: name for name in found if name.mention.kind in {"adjective", "name"}}
        added = []
        for at, orth in enumerate(orths):
            if orth not in self._nouns or at < 2 or at in taken or at - 1 in taken:
                continue
            surname = doc[at - 1]
            if surname.pos_ == "PROPN" and surname.is_title and surname.ent_type_ not in {"GPE", "DATE", "NORP"}:
                parties = _nation_of(doc, orths, surname.i, of_token)
                if parties:
                    added.append(_government(doc, surname.i, at + 1, parties))
        return sorted([*found, *added], key=lambda name: name.mention.start) if added else found


def _nation_of(doc: Doc, orths: list[int], surname: int, of_token: dict[int, Found]) -> tuple[str, ...]:
    for at, orth in enumerate(orths):
        if orth != orths[surname] or at == surname:
            continue
        for before in range(at - 1, max(at - _REACH, -1), -1):
            if before in of_token:
                return of_token[before].mention.parties
            if doc[before].pos_ not in {"PROPN", "NOUN", "ADJ", "PART"}:
                break
    return ()


def _government(doc: Doc, surname: int, end: int, parties: tuple[str, ...]) -> Found:
    start = surname - 1 if doc[surname - 1].lower_ in _THE else surname
    last = doc[end - 1]
    mention = Mention(doc[start].idx, last.idx + len(last), "group", parties)
    return Found(mention, Surface(doc[surname].text, parties, "group"), (start, end))
