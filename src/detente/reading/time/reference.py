"""What is known while a report is read from top to bottom: the day of publication, and the dates mentioned so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from detente.reading.time.days import add_months, clamp, quarter_of
from detente.reading.time.learned import Model

#: A date, its unit (D, W, M, Q, H, Y) and its TIMEX3 value; no date where a value has unknown digits.
Resolved = tuple[date | None, str, str]

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "WE": "XXXX-WXX-WE",
    "DE": "XXX",
    "CE": "XX",
    "TH": "XXXX-XX-XX",
    "TM": "XXXX-XX-XX",
    "TS": "XXXX-XX-XX",
}


_EXACT = ("D", "W", "M", "Q", "H", "Y")
_NEAR = 40  #: tokens from a day to a vaguer date after it, within which the day is still what is told of


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that was mentioned."""

    day: date  #: its first day
    unit: str  #: its precision: D, W, M, Q, H, Y
    at: int  #: the token that it begins at

    def vaguer(self, unit: str) -> bool:
        """Whether it is less exact than a unit: "the next day" after "in March" is no day that is known."""
        return unit in _EXACT and _EXACT.index(self.unit) > _EXACT.index(unit)

    def unknown(self, unit: str) -> str:
        """The value of some day, week or month in it: 2006-03-XX."""
        year = f"{self.day.year:04d}"
        if unit == "W":
            return f"{year}-WXX"
        month = f"{self.day.month:02d}" if self.unit == "M" else "XX"
        return f"{year}-{month}" if unit == "M" else f"{year}-{month}-XX"


@dataclass(slots=True)
class Reference:
    """The day of publication, and what was last mentioned."""

    published: date | None
    model: Model  #: decides between past and future
    last: Mention | None = None  #: the date last mentioned
    named: Mention | None = None  #: the day of the calendar last mentioned
    told: Mention | None = None  #: the same, of those up to publication
    quarter: tuple[int, int] | None = None  #: the quarter last mentioned: year, number
    quarter_age: int = 99  #: expressions since
    years: dict[tuple[int, int], int] = field(default_factory=dict)  #: of days that were named with their year

    def remember(self) -> None:
        """Note that another expression has been read."""
        self.quarter_age += 1

    def mention(self, day: date, unit: str, at: int, *, aside: bool = False) -> None:
        """Note a date; one told ``aside`` only says which thing is meant, and the story goes on from its own day."""
        self.last = Mention(day, unit, at)
        if unit == "D" and not (aside and self.told):
            self.named = self.last
            if self.published is None or day <= self.published:
                self.told = self.last

    def since(self, unit: str, *, behind: bool) -> Mention | None:
        """What "the next day" or "two weeks later" counts from.

        Days and weeks count from a day, not from the earlier month or year that a clause after it mentions by the way;
        what is told in the past (``behind``) never from a day ahead. Months and years count from what was last named.
        """
        last = self.last
        if last is None or unit not in ("D", "W", "FN"):
            return last
        day = self.told if behind else self.named
        if behind and self.published and last.day > self.published:
            return day
        aside = day is not None and last.day <= day.day and last.at - day.at <= _NEAR
        return day if day and (last.unit == "D" or aside) else last

    @property
    def latest_quarter(self) -> tuple[int, int] | None:
        """The quarter last mentioned if it is over, else the last that is."""
        if self.quarter and (self.published is None or clamp(self.quarter[0], self.quarter[1] * 3, 1) < self.published):
            return self.quarter
        if self.published is None:
            return None
        before = add_months(self.published, -3)
        return before.year, quarter_of(before)
