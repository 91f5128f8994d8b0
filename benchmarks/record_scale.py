"""The record at scale: how fast it is written, how fast it answers, how large it grows.

    python -m benchmarks.record_scale [--reports 121000] [--record PATH] [--figures PATH.json] [--together 1]

Writes that many made-up reports (a mix of items as in the examples, 50 a report), each in its own transaction unless
``--together`` says otherwise, into a record that is thrown away afterwards unless ``--record`` names it; what that has
already is not written again. Prints, twenty times on the way, items a second, bytes a report and the peak of memory;
then the slowest of some rounds of each search and list, in CPU time, too, and the 95th percentile; and how fast known
reports are passed over.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.synthetic_reports import example_readings, variant
from detente.model.reading import Reading
from detente.record.filters import Filters
from detente.record.report_list import reports
from detente.record.search import search
from detente.record.search_query import search_query
from detente.record.status import status
from detente.record.store import Store
from detente.record.writer import keep

AT = "2030-01-01T00:00:00Z"
KNOWN = 5_000
ROUNDS = 5
SEARCHES = (
    "licence",
    "squid AND patrol",
    '"Foreign Minister"',
    "surcharg*",
    "talks NOT flight",
    "Montevideo",
    "hotline OR trawler",
)
LISTS = (
    Filters(section="statements", speaker="Whitcombe"),
    Filters(section="events", party="ARG", since="2010-02-01", until="2010-06-30"),
    Filters(section="ahead", since="2024-01-01"),
    Filters(party="FLK", since="2015-01-01", until="2015-12-31"),
    Filters(section="agreements"),
    Filters(section="statements", party="URY", publisher="La Rosa"),
    Filters(section="statements", party="ARG", publisher="Mirror"),
    Filters(publisher="La Rosa"),
    Filters(since="2020-03-01", until="2020-03-31"),
)  # fmt: skip
BOTH = (
    ("licence", Filters(since="2012-04-01", until="2012-04-30")),
    ("talks", Filters(speaker="Whitcombe")),
    ("Montevideo", Filters(section="agreements")),
    ("Foreign Minister", Filters(party="URY", since="2019-01-01")),
    ("patrol", Filters(publisher="La Rosa")),
    ("talks", Filters(publisher="Mirror", speaker="Whitcombe")),
)
REPORTS = (Filters(since="2011-01-01", until="2011-12-31"), Filters(publisher="La Rosa"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=121_000)
    parser.add_argument("--together", type=int, default=1, help="reports a transaction")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--figures", type=Path)
    asked = parser.parse_args()
    with ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:  # whose memory is not the record's
        examples = elsewhere.submit(example_readings).result()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "record.db"
        with Store(path, create=True) as store:
            figures["growth"] = list(_written(store, examples, asked.reports, asked.together))
            figures["status"] = max(_timed("status", lambda: status(store))[0])
            figures["answers"] = _answers(store)
            figures["known"] = _known(store, examples, asked.reports, Path(folder))
    figures["memory_mb"] = _memory()
    print(f"peak of memory: {_memory():.0f} MB")
    if asked.figures:
        asked.figures.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _written(store: Store, examples: list[Reading], count: int, together: int) -> Iterator[dict[str, float]]:
    """Write; ten times on the way, what it took since the last."""
    items = done_items = 0
    spent = cpu = 0.0
    there = status(store).versions
    for first in range(there, count, together):
        numbers = range(first, min(first + together, count))
        made = [variant(examples[number % len(examples)], number) for number in numbers]
        began, began_cpu = time.perf_counter(), time.process_time()
        with store.writing() as connection:
            for read, data in made:
                keep(connection, read, data, AT)
        spent += time.perf_counter() - began
        cpu += time.process_time() - began_cpu
        items += sum(len(values) for read, _ in made for values in read.items.values())
        done = numbers[-1] + 1
        if done // max(count // 20, 1) > numbers[0] // max(count // 20, 1):
            new = items - done_items
            size = store.path.stat().st_size
            yield {
                "reports": done, "items_here": new, "items_a_second": new / spent, "items_a_cpu_second": new / cpu,
                "bytes_a_report": size / done, "memory_mb": _memory(),
            }  # fmt: skip
            told = f"{new / spent:,.0f} items/s ({new / cpu:,.0f} by CPU time)"
            print(
                f"{done:,} reports, {new:,} items more: {told}, {size / done:,.0f} bytes a report, {_memory():.0f} MB"
            )
            spent = cpu = 0.0
            done_items = items


def _answers(store: Store) -> dict[str, float]:
    """Milliseconds of each search and list, the slowest of several rounds."""
    with store.reading() as connection:
        found = partial(search, connection)
        asked: list[tuple[str, Callable[[], object]]] = [
            *((words, partial(found, search_query(words), Filters(), 20)) for words in SEARCHES),
            *((f"{words} {_told(wanted)}", partial(found, search_query(words), wanted, 20)) for words, wanted in BOTH),
            *((_told(wanted), partial(found, None, wanted, 20)) for wanted in LISTS),
            *((f"reports {_told(wanted)}", partial(reports, connection, wanted, None, 20)) for wanted in REPORTS),
        ]
        times = {name: _timed(name, ask) for name, ask in asked}
    for what, part in (("", 0), (" of CPU time", 1)):
        every = [one for rounds in times.values() for one in rounds[part]]
        print(f"95th percentile of all: {statistics.quantiles(every, n=20)[-1]:.0f} ms{what}", flush=True)
    return {name: max(rounds[0]) for name, rounds in times.items()}


def _told(wanted: Filters) -> str:
    return ", ".join(f"{name}={value}" for name, value in asdict(wanted).items() if value is not None)


def _timed(name: str, ask: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Milliseconds of each round, and of CPU time."""
    times, cpu = [], []
    for _ in range(ROUNDS):
        began, began_cpu = time.perf_counter(), time.process_time()
        ask()
        times.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - began_cpu))
    print(f"{max(times):8.1f} ms ({max(cpu):6.1f} of CPU time)  {name}", flush=True)
    return times, cpu


def _known(store: Store, examples: list[Reading], count: int, folder: Path) -> float:
    """Known reports passed over a second, out of one file of JSON lines."""
    from detente.cli.intake import Intake
    from detente.reading.pool import Pool, Settings
    from detente.sources import Before, captures

    path = folder / "known.jsonl"
    numbers = range(count)[-KNOWN:]
    with path.open("wb") as stream:
        for number in numbers:
            stream.write(variant(examples[number % len(examples)], number)[1] + b"\n")
    with Pool(Settings("none")) as pool:
        for turn in ("first, from a new place", "again"):
            intake = Intake(store, pool, "benchmark")
            began = time.perf_counter()
            intake.take(captures([str(path)], before=Before(intake.has_bytes)))
            rate = len(numbers) / (time.perf_counter() - began)
            assert intake.result.counts == {"known": len(numbers)}
            print(f"known reports {turn}: {rate:,.0f} a second")
    return rate


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
