"""How fast scenarios are solved, from 256 to 1,048,576 states: the whole command, and the solver alone.

    python benchmarks/scenario_speed.py [--parties N] [--statements N] [--least OPTIONS] [--most OPTIONS] [--svg FILE]

Three parties share 8 to 20 options. Each has a random strict ranking of all states, in which nothing repeats, or with
``--statements`` so many random statements. In one row of conflicts every move can be taken back, in the other three
options in ten only be taken. The case files are written to a folder of their own, rankings spelt out. The command is a
process of its own that writes the whole answer to a file; the solver has the states and ranks. Processor time, the
least of the rounds. ``--svg`` draws time against states, both on logarithmic scales.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import Process
from pathlib import Path

import numpy as np

from detente.scenario.case_json import read_case
from detente.scenario.sensitivity import Sensitivity
from detente.scenario.solution import game_of, solve_game
from detente.scenario.toml_file import read_toml

SIZES = (8, 10, 12, 14, 16, 18, 20)  # options
SAMPLE = Path(__file__).parents[1] / "examples" / "scenarios" / "japan-russia-peace-treaty.toml"


@dataclass(frozen=True)
class Kind:
    """What kind of conflict: one-way options are a share."""

    options: int
    one_way: float
    parties: int
    statements: int | None


Row = tuple[str, int, float, float, float]  # moves, states, seconds of the command, of the solver, megabytes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parties", type=int, default=3, help="how many share the options")
    parser.add_argument("--statements", type=int, help="of each party, in place of a ranking")
    parser.add_argument("--least", type=int, default=SIZES[0], help="options of the smallest conflict")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="options of the largest conflict")
    parser.add_argument("--svg", type=Path, help="draw time against states into this file")
    asked = parser.parse_args()
    print("moves       states     command     solver   memory of the command")
    rows = []
    for moves, one_way in (("reversible", 0.0), ("one-way", 0.3)):
        for options in (size for size in SIZES if asked.least <= size <= asked.most):
            with ProcessPoolExecutor(1) as apart:  # so that this process stays small: its memory is its children's, too
                kind = Kind(options, one_way, asked.parties, asked.statements)
                row = apart.submit(measured, moves, kind).result()
            rows.append(row)
            print(f"{moves:10s} {row[1]:9,d} {row[2]:9.2f} s {1000 * row[3]:8.1f} ms {row[4]:8.0f} MB", flush=True)
    if SAMPLE.exists():
        game = game_of(read_toml(SAMPLE.read_text(encoding="utf-8"), str(SAMPLE)))
        effects = len(list(Sensitivity(game).effects()))
        seconds = least(lambda: list(Sensitivity(game).effects()), 5)
        print(f"{SAMPLE.name}: {effects} variants of one statement in {1000 * seconds:.0f} ms")
    if asked.svg:
        asked.svg.write_text(drawn(rows), encoding="utf-8")


def measured(moves: str, kind: Kind) -> Row:
    """One conflict: the command and the solver."""
    rounds = 5 if kind.options <= 16 else 3  # the large ones take seconds
    with tempfile.TemporaryDirectory() as folder:
        path, answer = Path(folder) / "case.json", Path(folder) / "answer.json"
        writer = Process(target=write_case, args=(path, kind))
        writer.start()
        writer.join()
        command, memory = min(run(path, answer) for _ in range(rounds))
        game = game_of(read_case(path))
    ranks = game.ranks()
    solver = least(lambda: solve_game(game, ranks), 4 * rounds if kind.options <= 12 else rounds)
    return moves, 1 << kind.options, command, solver, memory


def write_case(path: Path, kind: Kind) -> None:
    """Write a random conflict to a file."""
    path.write_text(json.dumps(case(kind)), encoding="utf-8")


def case(kind: Kind) -> dict[str, object]:
    """A random conflict as a case; the same each time."""
    random = np.random.default_rng(kind.options)
    ids = [f"o{number}" for number in range(kind.options)]
    parties = [f"p{number}" for number in range(kind.parties)]
    keys = ["".join("NY"[code >> bit & 1] for bit in range(kind.options)) for code in range(1 << kind.options)]

    def preferences() -> dict[str, object]:
        if kind.statements is None:
            return {"ranking": [[keys[code]] for code in random.permutation(1 << kind.options)]}
        return {"statements": [statement(random, ids, 3) for _ in range(kind.statements)]}

    return {
        "format": "gmcr-case/1",
        "name": f"random {kind.options}",
        "decision_makers": parties,
        "options": [
            {
                "id": id_,
                "dm": parties[number * kind.parties // kind.options],
                "label": id_,
                "moves": "take" if random.random() < kind.one_way else "both",
            }
            for number, id_ in enumerate(ids)
        ],
        "preferences": {party: preferences() for party in parties},
        "status_quo": "N" * kind.options,
    }


def statement(random: np.random.Generator, ids: list[str], depth: int) -> str:
    """A random statement of at most 2 to the power of ``depth`` options."""
    if depth == 0 or random.random() < 0.5:
        return str(random.choice(["", "not "])) + str(random.choice(ids))
    left, right = statement(random, ids, depth - 1), statement(random, ids, depth - 1)
    return f"({left} {random.choice(['and', 'or', 'if', 'iff'])} {right})"


def run(case: Path, answer: Path) -> tuple[float, float]:
    """Seconds and megabytes of the whole command."""
    command = [str(Path(sys.executable).with_name("detente")), "scenario", "solve", str(case), "--format", "json"]
    with answer.open("wb") as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(work: Callable[[], object], rounds: int) -> float:
    """The least time that it took."""
    seconds = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        seconds.append(time.process_time() - begin)
    return min(seconds)


def drawn(rows: list[Row]) -> str:
    """Time against states as SVG, both on logarithmic scales."""
    width, height, left, bottom = 640, 420, 70, 50

    def x(states: float) -> float:
        return left + (math.log2(states) - 8) / 12 * (width - left - 20)

    def y(seconds: float) -> float:
        return height - bottom - (math.log10(seconds) + 3) / 5 * (height - bottom - 20)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-size="12">',
        "<style>text {font-family: sans-serif}</style>",
    ]
    for power in range(-3, 3):
        at = y(10.0**power)
        parts.append(f'<path d="M{left} {at:.1f}H{width - 20}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    for options in SIZES:
        label = (
            f'<text x="{x(1 << options):.1f}" y="{height - bottom + 20}" text-anchor="middle">{1 << options:,}</text>'
        )
        parts.append(label)
    parts.append(f'<text x="{width / 2}" y="{height - 8}" text-anchor="middle">states</text>')
    lines = [(moves, what) for moves in ("reversible", "one-way") for what in ("command", "solver")]
    for (moves, what), colour in zip(lines, ("#1b4f9c", "#8fb3e8", "#b3541e", "#f0b48a"), strict=True):
        points = [(x(row[1]), y(row[2] if what == "command" else row[3])) for row in rows if row[0] == moves]
        path = " ".join(f"{one:.1f},{other:.1f}" for one, other in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        place = 30 + 18 * lines.index((moves, what))
        parts.append(f'<text x="{left + 12}" y="{place}" fill="{colour}">{what}, {moves} moves</text>')
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    main()
