"""Readings as they are told -> CSV, one row an item."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from detente.formats.item_facts import date_of, who_of
from detente.model.round_trip import dumps, plain
from detente.record.amendment import Amended

# codes: columns
COLUMNS = (
    "id", "section", "date", "who", "words", "start", "end", "corrections",
    "report", "published", "publisher", "headline", "source", "item",
)  # fmt: skip


def item_table(told: Iterable[Amended]) -> Iterator[str]:
    """Lines of CSV (RFC 4180) with a head: ``corrections`` are numbers of the log, ``item`` is the whole as JSON."""
    yield _line(COLUMNS)
    for each in told:
        report, front = each.reading.report, each.reading.front
        headline = " ".join(front.headline.text.split()) if front.headline else None
        about = (report.id, front.published.date, report.publisher, headline, report.source)
        for section, items in each.reading.items.items():
            for item in items:
                words = item.evidence
                numbers = " ".join(str(one.n) for one in each.applied.get(item.id, ()))
                own = (item.id, section, date_of(item), who_of(item), words.text, words.start, words.end, numbers)
                yield _line((*own, *about, dumps(plain(item), indent=None)))


def _line(values: Iterable[object]) -> str:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerow(["" if value is None else value for value in values])
    return page.getvalue()
