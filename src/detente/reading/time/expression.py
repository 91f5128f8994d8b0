"""A time expression as found: what its words say, before it is known which day they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["this", "last", "next", "that", "previous", "following", "the", "latest"]

PUBLISHED = ("this", "last", "next")  # codes: relations to the report's own day
TOLD = ("that", "previous", "following")  # codes: relations to a date told of before
STEP = {"last": -1, "previous": -1, "next": 1, "following": 1}  # codes: relations that count


@dataclass(slots=True)
class Expression:
    """Tokens ``[start, end)`` of a Doc and their meaning, without regard to any publication date.

    ``kind`` says how it is anchored (see :mod:`detente.reading.time.anchoring`). ``year`` has as many digits as are
    known. ``unit`` is an ISO 8601 letter (TH, D, W, M, Q, H, Y), or DE, CE, ML, WE, FN; ``count`` is None where the
    number is vague.
    ``direction`` is where the governing clause points: -1 past, 1 ahead, 0 not said.
    """

    start: int
    end: int
    kind: str
    type: TimexType = "DATE"
    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  #: 1 Monday to 7 Sunday
    season: str | None = None  #: SP, SU, FA, WI
    nth: int | None = None  #: of a quarter, half or century; -1 the last
    unit: str | None = None
    count: float | None = None
    relation: Relation | None = None
    relation_unit: str | None = None
    sign: int = 0  #: of an offset: -1 ago or earlier, 1 later
    deictic: bool = True  #: counted from the publication date, not from the date last mentioned
    daypart: str | None = None
    clock: str | None = None  #: hh:mm
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    value: str | None = None  #: where the words alone give the whole value
    holiday: tuple[str, object] | None = None
    direction: int = 0
    preposition: str = ""
    cues: tuple[str, ...] = ()  #: what else in the clause may tell where it points
    fiscal: bool = False
    tied: int = 0  #: counted from an event: 1 after it, -1 before it
    sentence: int = 0  #: the first token of its sentence
