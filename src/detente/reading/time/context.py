"""A match of a form in its report: the words of its slots and of what stands around it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from spacy.tokens import Doc, Token

from detente.reading.time.expression import Expression, Relation, TimexType
from detente.reading.time.grammar import Match
from detente.reading.time.lexicon import listed, meaning
from detente.reading.time.numbers import number

_AROUND = 30  # tokens that tell whether a half is one of a match
_STRENGTH = ("the", "this", "that", "last", "next", "previous", "following", "latest")  # codes: relations


class Found:
    """A match and its context."""

    def __init__(self, match: Match, doc: Doc, low: int, high: int) -> None:
        self.match, self.doc, self.low, self.high = match, doc, low, high
        self.slots, self.start, self.end = match.slots, match.start, match.end

    @cached_property
    def forms(self) -> list[str]:
        """The words of the whole match."""
        return [self.doc[at].text for at in range(self.start, self.end)]

    @cached_property
    def previous(self) -> str:
        """The word before, in lower case; empty at the beginning of the prose."""
        return self.doc[self.start - 1].lower_ if self.start > self.low else ""

    @cached_property
    def next(self) -> str:
        """The word after, in lower case; empty at the end of the prose."""
        return self.doc[self.end].lower_ if self.end < self.high else ""

    @cached_property
    def next_noun(self) -> bool:
        """Whether a noun follows that the last number may count."""
        return self.end < self.high and self.doc[self.end].tag_ in ("NNS", "NN")

    @cached_property
    def previous_modal(self) -> bool:
        """Whether a modal verb stands right before."""
        return self.start > self.low and self.doc[self.start - 1].tag_ == "MD"

    @cached_property
    def rate(self) -> bool:
        """Whether "a day", "a week" or the like follows: "24 hours a day" is no length of time."""
        return self.end + 1 < self.high and self.doc[self.end + 1].lower_ in listed("per")

    @cached_property
    def sporting(self) -> bool:
        """Whether the words around are those of a match, so that its halves and quarters are none of the year."""
        around = self.doc[max(self.start - _AROUND, self.low) : min(self.end + _AROUND, self.high)]
        words = {token.lower_ for token in around}
        return len(words & listed("sports")) > 1 and not words & listed("business")

    def has(self, slot: str) -> bool:
        """Whether the slot has words."""
        return slot in self.slots

    def words(self, slot: str) -> list[str]:
        """The words of a slot, none if it is empty."""
        start, end = self.slots.get(slot, (0, 0))
        return [self.doc[at].text for at in range(start, end)]

    def form(self, slot: str) -> str:
        """The last word of a slot, empty if it has none."""
        return self.doc[self.slots[slot][1] - 1].text if slot in self.slots else ""

    def token(self, slot: str) -> Token:
        """The last token of a slot."""
        return self.doc[self.slots[slot][1] - 1]

    def month(self, slot: str) -> int | None:
        """The month of a slot, 1 to 12."""
        return meaning("month", self.form(slot)) if slot in self.slots else None

    def weekday(self, slot: str) -> int | None:
        """The weekday of a slot, 1 to 7."""
        return meaning("weekday", self.form(slot)) if slot in self.slots else None

    def daypart(self, slot: str) -> str | None:
        """The part of the day of a slot."""
        return meaning("daypart", self.form(slot)) if slot in self.slots else None

    def unit(self, slot: str) -> str | None:
        """The unit of a slot."""
        if slot not in self.slots:
            return None
        if self.form(slot).lower() in listed("seconds"):
            return "TS"
        found: str | None = meaning("unit", self.form(slot))
        return found

    def count(self, slot: str) -> float | None:
        """The number of a slot; None if it is vague."""
        words = [word.lower() for word in self.words(slot)]
        if "couple" in words:
            return 2.0
        if "dozen" in words:
            return 12.0
        return number(words)

    def expression(self, kind: str, type: TimexType = "DATE", **fields: Any) -> Expression:  # noqa: A002
        """An expression of the whole match, with the part or approximation that its words give."""
        made = Expression(self.start, self.end, kind, type, **fields)
        if part := self.words("p") or self.words("p2"):
            made.mod = self.part_mod(part)
        if approximation := self.words("m"):
            made.mod = meaning("approximation", " ".join(approximation)) or "APPROX"
        if "s" in self.slots and kind in ("offset", "duration"):
            made.mod = "APPROX"
        return made

    def piece(self, start: int, end: int, kind: str, **fields: Any) -> Expression:
        """An expression of some of the matched tokens."""
        return Expression(start, end, kind, "DATE", **fields)

    @staticmethod
    def part_mod(words: list[str]) -> str | None:
        """The TIMEX3 mod of "early", "mid-", "the end of"."""
        found = [mod for word in words if (mod := meaning("part", word)) is not None]
        return found[0] if found else "APPROX" if words else None

    def relation(self, slot: str = "r") -> Relation | None:
        """What "this", "last", "the same" and the like come to; "this past" is last, "this coming" next."""
        found: list[Relation] = [kind for word in self.words(slot) if (kind := meaning("relation", word)) is not None]
        return max(found, key=_STRENGTH.index, default=None)

    def relate(self, made: Expression) -> None:
        """Set the relation and its unit."""
        made.relation = self.relation()
        made.relation_unit = self.unit("u")
