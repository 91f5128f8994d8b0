"""How fast a reading is, against the bare spaCy pass over the same texts, on one core.

    python benchmarks/reading_speed.py [REPORT …]

Without arguments the example reports are read. Prints the ratio (median of the rounds, reading and bare pass in turn),
pages a second from HTML to Report, cold starts of the command, and the peak of memory.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does

from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import reports

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 7
COLD_RUNS = 5


def main() -> None:
    """Measure and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    inputs = sys.argv[1:] or [str(EXAMPLES)]
    found = [report for report in reports(inputs) if isinstance(report, Report)]
    reader = Reader()
    words = sum(len(reader.nlp.make_doc(report.text)) for report in found)
    print(f"{len(found)} reports, {words:,} tokens, {reader.provenance.model}, one core")

    ratios, passes, readings = [], [], []
    for _ in range(ROUNDS + 1):
        bare = _timed(lambda: [reader.nlp(report.text) for report in found])
        full = _timed(lambda: [reader.read(report) for report in found])
        ratios.append(full / bare)
        passes.append(bare)
        readings.append(full)
    ratios, passes, readings = ratios[1:], passes[1:], readings[1:]  # the first round warms up
    for what, spent in (("bare spaCy pass", passes), ("full reading", readings)):
        seconds = statistics.median(spent)
        print(f"{what:20} {seconds:7.3f} s   {words / seconds:7,.0f} tokens/s")
    print(f"reading / bare pass  {statistics.median(ratios):7.2f}     ({min(ratios):.2f} to {max(ratios):.2f})")

    pages = sorted(EXAMPLES.rglob("*.html")) * 20
    if pages:
        seconds = _timed(lambda: list(reports([str(page) for page in pages])))
        print(f"HTML to Report       {len(pages) / seconds:7.0f} pages/s")
    command = Path(sys.executable).with_name("detente")
    one = str(next(path for path in sorted(EXAMPLES.iterdir()) if path.suffix == ".txt"))
    print(f"detente --help       {_cold([str(command), '--help']):7.2f} s   cold process, median of {COLD_RUNS}")
    print(f"detente read PAGE    {_cold([str(command), 'read', one]):7.2f} s   cold process, median of {COLD_RUNS}")
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory          {own:7.0f} MB  this process; {children:.0f} MB reading one page")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _cold(command: list[str]) -> float:
    return statistics.median(
        _timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)) for _ in range(COLD_RUNS)
    )


if __name__ == "__main__":
    main()
