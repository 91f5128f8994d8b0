"""A dispute of a few reports on an invented river, told by two agencies, and the example dispute, each read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.model.reading import Reading
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text, reports
from tests.record.conftest import empty, readings, store

__all__ = ["empty", "readings", "store"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "disputes" / "south-atlantic-2025"
RIVER = {
    "2030-03-01-alpha": """Peru and Chile to hold river talks

LIMA - Peru and Chile will hold talks on the Lauca river in Arica on March 20, Foreign Minister Rosa Paredes of Peru
said on Friday.

Chile shut the sluice at Tacora last year, and the two presidents met in Quito in October 2029.
""",
    "2030-03-12-beta": """River talks between Peru and Chile put off

SANTIAGO - Talks between Peru and Chile on the Lauca river, planned for March 20, have been postponed until April 3,
the Chilean foreign ministry said on Tuesday.

Chile's Foreign Minister Iván Soto refused to open the sluice at Tacora. "We will not open it," Soto said.
""",
    "2030-04-03-alpha": """Peru and Chile open river talks

ARICA - Peru and Chile opened talks on the Lauca river in Arica on Wednesday.

Chile is ready to open the sluice at Tacora, Foreign Minister Iván Soto said.
""",
    "2030-04-05-beta": """Peru and Chile end first round

ARICA - Talks between Peru and Chile on the Lauca river opened in Arica on April 3 and ended on Thursday without a deal.

Rosa Paredes resigned as foreign minister of Peru on Friday.
""",
    "2030-05-02-alpha": """Peru names minister

LIMA - Peru's new foreign minister, Marta Quispe, said on Thursday that the river talks collapsed in April.

"Peru will not attend while the sluice is shut," Quispe told reporters.
""",
}


def read(reader: Reader, texts: dict[str, str]) -> list[Reading]:
    """Readings of texts; each name begins with the day of publication."""
    return [
        reader.read(report_from_text(text, source=f"/news/{name}.txt", published=name[:10]))
        for name, text in texts.items()
    ]


@pytest.fixture(scope="session")
def river(reader: Reader) -> list[Reading]:
    return read(reader, RIVER)


@pytest.fixture(scope="session")
def river_dossier(river: list[Reading]) -> Dossier:
    return dossier(river, About("The Lauca"))


@pytest.fixture(scope="session")
def example(reader: Reader) -> list[Reading]:
    found = reports([str(EXAMPLE / "reports")], index=str(EXAMPLE / "index.tsv"))
    return [reader.read(report) for report in found if isinstance(report, Report)]
