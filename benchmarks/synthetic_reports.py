"""Many readings out of the example reports: the mix of items as it is, the words of each report its own.

In: the readings of the examples, and a number. Out: a reading of a made-up report with that number, and its bytes. Most
of its words are other ones of the same length, so that offsets stay and none is a near-copy of another; its ids and
people are its own, and its years go from 2001 to 2024.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from detente.model.date import Date
from detente.model.ids import hashed
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.words import Words

EXAMPLE = Path(__file__).parents[1] / "examples" / "disputes" / "south-atlantic-2025" / "reports"
_WORD = re.compile(r"\b[A-Za-z][a-z]+\b")
_YEAR = re.compile(r"(?<!\d)2\d{3}")
_VOCABULARY = 20_000  # words of each length
_KEPT = 0.3  # of the words


def example_readings() -> list[Reading]:
    """The readings of the example reports."""
    from detente.model.report import Report
    from detente.reading.reader import Reader
    from detente.sources import reports

    reader = Reader()
    return [reader.read(report) for report in reports([str(EXAMPLE)]) if isinstance(report, Report)]


def variant(reading: Reading, number: int) -> tuple[Reading, bytes]:
    """A reading like this one, of another report; the bytes are those of a JSON line."""
    chance = random.Random(number)

    def other(match: re.Match[str]) -> str:
        if chance.random() < _KEPT:
            return match[0]
        made = _word(len(match[0]), int(_VOCABULARY ** chance.random()))
        return made.capitalize() if match[0][0].isupper() else made

    text = _WORD.sub(other, reading.report.text)
    data = json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode()
    moved = _Moved(text, number)
    report = replace(
        reading.report, text=text, source=f"/synthetic/{number}", given_id=str(number), url=None,
        key=f"synthetic:{number}", version=hashed(str(number)), raw_sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    items = {name: tuple(moved(item) for item in values) for name, values in reading.items.items()}
    return Reading(report, moved(reading.front), reading.provenance, items), data


@lru_cache(maxsize=100_000)
def _word(length: int, rank: int) -> str:
    digest = hashlib.sha256(f"{length} {rank}".encode()).digest()
    return "".join(chr(97 + digest[place % 32] % 26) for place in range(length))


class _Moved:
    """Values of the model in another text and another year, with ids of their own."""

    def __init__(self, text: str, number: int) -> None:
        self._text, self._number, self._year = text, number, str(2001 + number % 24)

    def __call__(self, value: Any) -> Any:
        if isinstance(value, Words):
            return Words(value.start, value.end, self._text[value.start : value.end], value.spans)
        if isinstance(value, Date):
            return Date(_YEAR.sub(self._year, value.edtf), value.part)
        if isinstance(value, Reference):
            return Reference(value.kind, self._id(value.id), value.name) if value.kind == "person" else value
        if isinstance(value, tuple):
            return tuple(self(inner) for inner in value)
        if is_dataclass(value) and not isinstance(value, type):
            moved = {field.name: self(getattr(value, field.name)) for field in fields(value)}
            if isinstance(moved.get("id"), str) and "-" in moved["id"]:
                moved["id"] = self._id(moved["id"])
            return type(value)(**moved)
        return value

    def _id(self, identity: str | None) -> str:
        kind, _, digits = (identity or "").rpartition("-")
        return f"{kind}-{hashed(str(self._number), digits)}"
