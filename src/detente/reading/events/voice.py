"""Whose words alone tell an event, and which statement's act it is: statements of the Doc -> for a trigger, both.

In: ``doc._.detente_statements``. What lies in a statement's content is told by its speaker, the innermost one; a
threat, demand or refusal whose word is the statement's own cue is the act of that statement.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from detente.model.references import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from detente.model.items import Statement
    from detente.model.words import Words
    from detente.reading.cited import Cited
    from detente.reading.events.triggers import Trigger

#: Acts done by words: that they were done, the statement shows.
BY_WORDS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_BACK = 12  # statements before a place that may hold it


class Voice(NamedTuple):
    """Whose words alone tell an event, in which statement, and whose act it is; null where there is none."""

    by: Reference | None = None
    act_of: Statement | None = None
    told_in: Statement | None = None  #: the statement that tells it


class Voices:
    """The statements of one Doc by where they stand."""

    def __init__(self, doc: Doc, cited: Cited) -> None:
        statements: tuple[Statement, ...] = doc._.detente_statements or ()
        self._cited = cited
        self._statements = sorted(statements, key=lambda s: (s.evidence.start, s.evidence.end))
        self._starts = [each.evidence.start for each in self._statements]

    def of(self, trigger: Trigger) -> Voice:
        """Who tells what a trigger names."""
        act_of = self._act(trigger) if trigger.cue.type in BY_WORDS else None
        told_in = self._told_in(trigger.name.idx, act_of)
        return Voice(self._by(told_in, trigger.name.idx) if told_in is not None else None, act_of, told_in)

    def _near(self, char: int) -> Iterator[Statement]:
        """The statements that may hold a character, the innermost first."""
        at = bisect_right(self._starts, char)
        around = [s for s in self._statements[max(at - _BACK, 0) : at] if s.evidence.end > char]
        yield from sorted(around, key=lambda s: s.evidence.end - s.evidence.start)

    def _act(self, trigger: Trigger) -> Statement | None:
        for word in (trigger.token, trigger.name):
            for statement in self._near(word.idx):
                if statement.cue is not None and _within(statement.cue, word.idx):
                    return statement
        return None

    def _told_in(self, char: int, act_of: Statement | None) -> Statement | None:
        """The innermost statement whose content holds a character, and that says whose it is."""
        for statement in self._near(char):
            if statement is act_of or statement.content is None or not _within(statement.content, char):
                continue
            if any(_within(link.content, char) for link in statement.chain):
                return statement
            if statement.speaker is not None or statement.party is not None or statement.source is not None:
                return statement
        return None

    def _by(self, statement: Statement, char: int) -> Reference | None:
        for link in reversed(statement.chain):
            if _within(link.content, char):
                return link.speaker or Reference.described(link.source.text)
        if statement.speaker is not None:
            return statement.speaker
        if statement.party is not None:
            return self._cited.party(statement.party)
        return Reference.described(statement.source.text) if statement.source is not None else None


def _within(words: Words, char: int) -> bool:
    """Whether a character lies in one of the pieces of some words."""
    if not words.start <= char < words.end:
        return False
    return any(start <= char < end for start, end in words.spans or ((words.start, words.end),))
