"""The record under ``kill -9``: nothing that was counted is lost, nothing is there twice, nothing is half there.

    python -m benchmarks.record_kill [--kills 200] [--reports 60] [--jobs 1] [--counted 12] [--seconds 0.1]

A process takes reports in as ``detente add`` does, and names each through a pipe once it counts; it is killed at a
random moment, and started again on the same inputs until they are all in; then with a new record, until so many kills
are reached. A moment is a number of reports that have come to count, and a part of ``--seconds`` after it, so that a
busy machine changes nothing; one in five comes while the record is opened or made. After each kill the record is
checked, whole, as by ``detente verify``. The reader is a quick one that finds no more than lines, for it is the keeping
that is tried; with ``--jobs 2`` real ones read beside it.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import tempfile
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.record_kill_victim import BEGUN, take_in
from detente.record.schema import capture, reading, report
from detente.record.store import Store
from detente.record.verify import verify

_BEGUN = 0.8  # of them, counted from when it begins to take reports in; else from when it is started


def main() -> None:
    """Kill, check, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--counted", type=int, default=12, help="the most reports that come to count before a kill")
    parser.add_argument("--seconds", type=float, default=0.1, help="the longest that a process lives after them")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    kills = records = counted = damages = lost = twice = 0
    while kills < asked.kills:
        with tempfile.TemporaryDirectory() as folder:
            inputs = _inputs(Path(folder) / "reports.jsonl", asked.reports)
            path = Path(folder) / "record.db"
            told: set[str] = set()
            done = False
            while not done and kills < asked.kills:
                wanted = chance.randint(0, asked.counted) if chance.random() < _BEGUN else None
                new, done = _killed(inputs, path, asked.jobs, chance.uniform(0, asked.seconds), wanted, told)
                told |= new
                kills += not done
                if path.exists():
                    found = _checked(path, told)
                    damages, lost, twice = damages + found[0], lost + found[1], twice + found[2]
            counted += len(told)
            records += 1
        print(f"{kills} kills, {records} records, {counted:,} reports counted: "
              f"{damages} damages, {lost} lost, {twice} twice", flush=True)  # fmt: skip
    sys.exit(1 if damages or lost or twice else 0)


def _inputs(path: Path, count: int) -> Path:
    lines = (
        {"id": str(number), "text": f"Envoys meet\n\nLIMA, 4 May 2021 - Round {number} of the talks went on. " * 5}
        for number in range(count)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _killed(
    inputs: Path, record: Path, jobs: int, seconds: float, wanted: int | None, known: set[str]
) -> tuple[set[str], bool]:
    """The sources that a process counted before it was killed, and whether it was done before that.

    It is killed so many seconds after so many reports beside the ``known`` came to count, or, without ``wanted``, after
    it was started.
    """
    context = get_context("fork")  # a new one would take seconds to start, each time
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=take_in, args=(inputs, record, jobs, theirs.send))
    process.start()
    theirs.close()
    told: set[str] = set()
    with suppress(EOFError):  # a name of which only a part came was not said
        while wanted is not None and len(told - known - {BEGUN}) < wanted + (BEGUN not in told):
            told.add(ours.recv())
        process.join(seconds)
        process.kill()
        process.join()
        while True:
            told.add(ours.recv())
    process.join(60)  # of itself, where it was done before so many came
    process.kill()
    process.join()
    ours.close()
    if process.exitcode not in (0, -signal.SIGKILL):
        raise SystemExit(f"the process failed of itself: {process.exitcode}")
    return told - {BEGUN}, process.exitcode == 0


def _checked(path: Path, told: set[str]) -> tuple[int, int, int]:
    """How many damages there are, how many reports that were counted are lost, and how many are there twice."""
    with Store(path) as store:
        damages = [str(damage) for damage in verify(store)]
        with store.reading() as connection:
            there = list(connection.scalars(select(report.c.source)))
            captures = connection.scalar(select(func.count()).select_from(capture))
            readings = connection.scalar(select(func.count()).select_from(reading))
    for damage in damages[:5]:
        print(damage)
    twice = len(there) - len(set(there)) + abs(len(there) - (captures or 0)) + abs(len(there) - (readings or 0))
    return len(damages), len(told - set(there)), twice


if __name__ == "__main__":
    main()
