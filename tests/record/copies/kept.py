"""Pieces of the story as readings without items, so that the record can keep them."""

from __future__ import annotations

from detente.model.reading import Provenance, Reading
from detente.model.report import Report
from detente.reading.front import read_front
from detente.reading.identity import identified
from detente.record.store import Store
from detente.record.writer import keep
from detente.sources import report_from_text

from .story import BODY, OTHER, PARAGRAPHS

MADE_BY = Provenance("test", "", "", "", {}, {}, {})
HEAD = "Peru, Ecuador to clear mountain road"


def reading(
    name: str, body: str = BODY, day: str | None = "2025-05-09", headline: str = HEAD, url: str | None = None
) -> Reading:
    """A reading of a report whose file and publisher have the name."""
    text = f"{headline}\n\n{body}\n"
    given = report_from_text(text, source=f"/news/{name}.txt", published=day, url=url, publisher=name.title())
    return read(given)


def read(given: Report) -> Reading:
    front = read_front(given)
    return Reading(identified(given, front), front, MADE_BY, {})


#: In the order of their days: what each is stands in its name.
READINGS = [
    reading("agency"),
    reading("rerun", "\n\n".join(PARAGRAPHS[:3]), "2025-05-10", "Mountain road to be cleared"),
    reading("corrected", BODY.replace("14", "41"), "2025-05-11", f"CORRECTED-{HEAD}"),
    reading("undated", "\n\n".join(PARAGRAPHS[1:]), None, "Road in the Cóndor range to be cleared"),
    reading("page", OTHER, "2025-05-09", "Mules to rest", "https://canchis.example/mules"),
    reading("page", f"{OTHER}\n\nThe bridge is open.", "2025-05-10", "Mules to rest", "https://canchis.example/mules"),
    reading("unlike", "\n\n".join(f"Word{number} of quite another story" for number in range(60))),
]


def keep_all(store: Store, order: list[Reading] | None = None) -> list[int]:
    """Keep the readings, each at the time of its place in READINGS; returns the numbers of their reports."""
    numbers = []
    for one in READINGS if order is None else order:
        with store.writing() as connection:
            at = f"2025-06-01T00:00:{READINGS.index(one):02}Z"
            numbers.append(keep(connection, one, one.report.text.encode(), at).report_n)
    return numbers
