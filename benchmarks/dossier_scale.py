"""A dispute of many reports: what its dossier costs to work out, to ask again, and to ask after one more report.

    python -m benchmarks.dossier_scale [--reports 5000] [--record PATH] [--figures PATH.json]

Writes that many made-up reports (see ``synthetic_reports``) of one dispute into a record that is thrown away unless
``--record`` names it; what that has already is not written again. Then it asks for the brief, the timeline, the
positions, the agenda, a longer brief, and again for the brief: for the first time, after one more report, and after a
report that is none of the dispute's. Prints seconds, also of CPU
time, and the peak of memory. Each question is a process of its own, as on the command line; of the seconds, those of a
command that only prints its help are told beside.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.synthetic_reports import example_readings, variant
from detente.model.reading import Reading
from detente.record.memberships import name_dispute, put
from detente.record.status import status
from detente.record.store import Store
from detente.record.writer import keep

AT = "2030-01-01T00:00:00Z"
NAME = "The islands"
TOGETHER = 50
ASKED = (
    ("brief", NAME), ("timeline", NAME), ("positions", NAME), ("agenda", NAME), ("brief", NAME, "--length", "full"),
    ("brief", NAME),
)  # fmt: skip


def main() -> None:
    """Write, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--figures", type=Path)
    asked = parser.parse_args()
    with ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:
        examples = elsewhere.submit(example_readings).result()
    figures: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "record.db"
        with Store(path, create=True) as store:
            _write(store, examples, asked.reports)
        _ask(path, "--help")
        for when in ("as it is", "one more report", "one more of none of its"):
            if when != "as it is":
                with Store(path) as store:
                    _write(store, examples, _count(store) + 1, inside=when == "one more report")
            figures += [{"when": when, "asked": " ".join(one[::2]), **_ask(path, *one, when=when)} for one in ASKED]
    if asked.figures:
        asked.figures.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _count(store: Store) -> int:
    return status(store).versions


def _write(store: Store, examples: list[Reading], count: int, *, inside: bool = True) -> None:
    with store.writing() as connection:
        name_dispute(connection, NAME, "benchmark", AT)
    for first in range(_count(store), count, TOGETHER):
        with store.writing() as connection:
            for number in range(first, min(first + TOGETHER, count)):
                read, data = variant(examples[number % len(examples)], number)
                keep(connection, read, data, AT)
                if inside:
                    put(connection, NAME, read.report.key, "benchmark", AT)


def _ask(path: Path, *question: str, when: str = "") -> dict[str, float]:
    """Seconds, seconds of CPU time and megabytes of one command."""
    command = [str(Path(sys.executable).with_name("detente")), *question]
    began = time.perf_counter()
    if question[0] != "--help":
        command += ["--record", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    seconds = time.perf_counter() - began
    cpu = used.ru_utime + used.ru_stime
    assert process.returncode == 0
    found = {"seconds": seconds, "cpu_seconds": cpu, "memory_mb": used.ru_maxrss / 1024}
    print(
        f"{seconds:8.2f} s ({cpu:7.2f} of CPU time), {used.ru_maxrss / 1024:6.0f} MB  {' '.join(question[::2])} {when}",
        flush=True,
    )
    return found


if __name__ == "__main__":
    main()
