"""What is known while a report is read from top to bottom: the day of publication, and the dates mentioned so far."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(slots=True)
class Reference:
    """The day of publication, and what was last mentioned."""

    published: date | None
    model: Model  #: decides between past and future
    day: date | None = None  #: the date last mentioned, its first day
    day_unit: str = "D"  #: its precision: D, W, M, Q, Y
    day_at: int = -1  #: the token that it begins at
    quarter: tuple[int, int] | None = None  #: the quarter last mentioned: year, number
    quarter_age: int = 99  #: expressions since

    def remember(self) -> None:
        """Note that another expression has been read."""
        self.quarter_age += 1

    def mention(self, day: date, unit: str, at: int) -> None:
        """Note a date."""
        self.day, self.day_unit, self.day_at = day, unit, at

    @property
    def latest_quarter(self) -> tuple[int, int] | None:
        """The quarter last mentioned if it is over, else the last that is."""
        if self.quarter and (self.published is None or clamp(self.quarter[0], self.quarter[1] * 3, 1) < self.published):
            return self.quarter
        if self.published is None:
            return None
        before = add_months(self.published, -3)
        return before.year, quarter_of(before)
