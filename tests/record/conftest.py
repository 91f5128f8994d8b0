"""A record of three short reports, read once and written for each test that wants one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.model.reading import Reading
from detente.reading.reader import Reader
from detente.record.store import Store
from detente.record.writer import keep
from detente.sources import report_from_text

AT = "2030-01-02T03:04:05Z"
TEXTS = {
    "lima": """Ministers of Peru and Chile meet

LIMA, 4 May 2021 - Foreign Minister Rosa Paredes of Peru said on Monday that talks with Chile would go on.

"We have agreed on a calendar," Paredes told reporters. Chile's President Iñigo Łasz will visit Lima on 3 June.
""",
    "lome": """Togo and Benin reopen a crossing

LOMÉ, 9 May 2021 - Togo and Benin reopened a border crossing on Saturday after three weeks.

Togo's Interior Minister Kossi Adjovi said that lorries would pass from Monday.
""",
    "oslo": """Norway denies a halt of talks

OSLO, 11 May 2021 - Norway denied on Tuesday that its talks with Russia on cod quotas had been halted.
""",
}


@pytest.fixture(scope="session")
def readings(reader: Reader) -> dict[str, Reading]:
    """The three reports' readings, by name."""
    return {
        name: reader.read(report_from_text(text, source=f"/news/{name}.txt", published="2021-05-12"))
        for name, text in TEXTS.items()
    }


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "record.db", create=True) as store:
        yield store


@pytest.fixture
def store(empty: Store, readings: dict[str, Reading]) -> Store:
    for reading in readings.values():
        add(empty, reading)
    return empty


def add(store: Store, reading: Reading, at: str = AT) -> str:
    """Keep a reading of a plain text; returns what became of it."""
    with store.writing() as connection:
        return keep(connection, reading, reading.report.text.encode(), at).outcome
