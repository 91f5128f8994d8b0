"""What it costs to add one report to many: processor time, candidates and rows, as their number grows.

    python benchmarks/near_copies_scale.py [NUMBER]

Writes NUMBER (100,000) synthetic reports into SQLite as a record does (bands as rows, each with how many its report
has, so that no other table is read to count) and looks each up first. Their words follow one another as in the example
reports, so that phrases come again. They belong to disputes of 500 reports with six background sentences each, of which
every report has two; one report in fifty is a copy of an earlier one, cut by a third and with one word in thirty
changed. Nothing is kept.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from detente.record.copies import Piece, bands, decide, signature, worth_comparing

REPORTS = Path(__file__).parents[1] / "examples"
WORDS = 420
DISPUTE = 500
OTHER_WORDS = 0.25  # as names and figures break off phrases


def main() -> None:
    """Measure and print ten times on the way."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        measure(sqlite3.connect(Path(folder) / "record.db"), number)


def measure(database: sqlite3.Connection, number: int) -> None:
    """Write so many reports, and print."""
    database.executescript(
        "PRAGMA journal_mode = WAL;"
        "CREATE TABLE report (n INTEGER PRIMARY KEY, signature BLOB, body TEXT);"
        "CREATE TABLE band (band INTEGER, n INTEGER, size INTEGER, PRIMARY KEY (band, n)) WITHOUT ROWID;"
        "PRAGMA cache_size = -65536;"
    )
    rng = random.Random(7)
    chain = _chain()
    background = [[_text(chain, rng, 24) for _ in range(6)] for _ in range(number // DISPUTE + 1)]
    bodies: list[str] = []
    spent: list[float] = []
    sharing, compared, right, wrong, made = 0, 0, 0, 0, 0
    for n in range(number):
        source = rng.randrange(n) if n and rng.random() < 0.02 else None
        if source is not None:
            body, made = _copy(bodies[source], rng), made + 1
        else:
            body = " ".join([_text(chain, rng, WORDS), *rng.sample(background[n // DISPUTE], 2)])
        bodies.append(body)
        begin = time.process_time()
        signed = signature(body)
        candidates, worth = _candidates(database, signed)
        decided = decide(Piece(str(n), str(n), str(n), None, body), worth)
        database.execute("INSERT INTO report VALUES (?, ?, ?)", (n, signed, body))
        database.executemany(
            "INSERT INTO band VALUES (?, ?, ?)", [(band, n, len(bands(signed))) for band in bands(signed)]
        )
        database.commit()
        spent.append(time.process_time() - begin)
        sharing, compared = sharing + candidates, compared + len(worth)
        found = {int(copy.of) for copy in decided} | {int(copy.by) for copy in decided} - {n}
        right += source in found
        wrong += source is None and bool(found)
        if (n + 1) % max(number // 10, 1) == 0:
            ordered = sorted(spent)
            (rows,) = database.execute("SELECT count(*) FROM band").fetchone()
            mean, late = 1e3 * statistics.fmean(spent), 1e3 * ordered[-len(ordered) // 20]
            print(f"{n + 1:8,} reports: {mean:5.2f} ms each (p95 {late:5.2f}), ", end="")
            print(f"{sharing / len(spent):6.1f} share a band, {compared / len(spent):5.2f} compared; ", end="")
            print(f"{rows / (n + 1):.1f} rows a report; copies found {right} of {made}, wrong {wrong}", flush=True)
            spent, sharing, compared = [], 0, 0


def _candidates(database: sqlite3.Connection, signed: bytes) -> tuple[int, list[Piece]]:
    """How many reports share a band, and those of them that are worth comparing."""
    wanted = bands(signed)
    counts = f"SELECT n, max(size), count(*) FROM band WHERE band IN ({','.join('?' * len(wanted))}) GROUP BY n"
    found = database.execute(counts, wanted).fetchall()
    near = [n for n, size, shared in found if worth_comparing(shared, len(wanted), size)]
    texts = [database.execute("SELECT body FROM report WHERE n = ?", (n,)).fetchone()[0] for n in near]
    return len(found), [Piece(str(n), str(n), str(n), None, body) for n, body in zip(near, texts, strict=True)]


def _chain() -> dict[str, list[str]]:
    follows: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(REPORTS.rglob("*.txt")):
        words = path.read_text(encoding="utf-8").split()
        for word, following in itertools.pairwise(words):
            follows[word].append(following)
    return follows


def _text(chain: dict[str, list[str]], rng: random.Random, length: int) -> str:
    known = list(chain)
    words = [rng.choice(known)]
    while len(words) < length:
        other = rng.random() < OTHER_WORDS
        words.append(rng.choice(known if other else chain.get(words[-1]) or known))
    return " ".join(words)


def _copy(body: str, rng: random.Random) -> str:
    words = body.split()[: len(body.split()) * 2 // 3]
    return " ".join(word if rng.random() > 1 / 30 else rng.choice(words) for word in words)


if __name__ == "__main__":
    main()
