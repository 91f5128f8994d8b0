"""How fast scenarios are solved, from 256 to 1,048,576 states: the whole command, and the solver alone.

    python benchmarks/scenario_speed.py [--most OPTIONS] [--svg FILE]

Three parties share 8 to 20 options. Each has a random strict ranking of all states, the hardest kind: nothing in it
repeats. In one row of conflicts every move can be taken back, in the other three options in ten only be taken. The case
files, with rankings spelt out, are written to a folder of their own. The command is a process of its own that writes
the whole answer to a file; the solver has the states and ranks. Processor time, the least of the rounds. ``--svg``
draws time against states, both on logarithmic scales.
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
from multiprocessing import Process
from pathlib import Path

import numpy as np

from detente.scenario.case_json import read_case
from detente.scenario.sensitivity import Sensitivity
from detente.scenario.solution import game_of, solve_game
from detente.scenario.toml_file import read_toml

PARTIES = ("one", "two", "three")
SIZES = (8, 10, 12, 14, 16, 18, 20)  # options
SAMPLE = Path(__file__).parents[1] / "examples" / "scenarios" / "japan-russia-peace-treaty.toml"
Row = tuple[str, int, float, float, float]  # moves, states, seconds of the command, of the solver, megabytes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="options of the largest conflict")
    parser.add_argument("--svg", type=Path, help="draw time against states into this file")
    asked = parser.parse_args()
    print("moves       states     command     solver   memory of the command")
    rows = []
    for moves, one_way in (("reversible", 0.0), ("one-way", 0.3)):
        for options in (size for size in SIZES if size <= asked.most):
            with ProcessPoolExecutor(1) as apart:  # so that this process stays small: its memory is its children's, too
                row = apart.submit(measured, moves, options, one_way).result()
            rows.append(row)
            print(f"{moves:10s} {row[1]:9,d} {row[2]:9.2f} s {1000 * row[3]:8.1f} ms {row[4]:8.0f} MB", flush=True)
    if SAMPLE.exists():
        game = game_of(read_toml(SAMPLE.read_text(encoding="utf-8"), str(SAMPLE)))
        effects = len(list(Sensitivity(game).effects()))
        seconds = least(lambda: list(Sensitivity(game).effects()), 5)
        print(f"{SAMPLE.name}: {effects} variants of one statement in {1000 * seconds:.0f} ms")
    if asked.svg:
        asked.svg.write_text(drawn(rows), encoding="utf-8")


def measured(moves: str, options: int, one_way: float) -> Row:
    """One conflict: the command and the solver."""
    rounds = 5 if options <= 16 else 1  # the large ones take seconds
    with tempfile.TemporaryDirectory() as folder:
        path, answer = Path(folder) / "case.json", Path(folder) / "answer.json"
        writer = Process(target=write_case, args=(path, options, one_way))
        writer.start()
        writer.join()
        command, memory = min(run(path, answer) for _ in range(rounds))
        game = game_of(read_case(path))
    ranks = game.ranks()
    solver = least(lambda: solve_game(game, ranks), 4 * rounds if options <= 12 else rounds)
    return moves, 1 << options, command, solver, memory


def write_case(path: Path, options: int, one_way: float) -> None:
    """Write a random conflict to a file."""
    path.write_text(json.dumps(case(options, one_way)), encoding="utf-8")


def case(options: int, one_way: float) -> dict[str, object]:
    """A random conflict as a case; the same each time."""
    random = np.random.default_rng(options)
    ids = [f"o{number}" for number in range(options)]
    keys = ["".join("NY"[code >> bit & 1] for bit in range(options)) for code in range(1 << options)]
    return {
        "format": "gmcr-case/1",
        "name": f"random {options}",
        "decision_makers": PARTIES,
        "options": [
            {
                "id": id_,
                "dm": PARTIES[number * len(PARTIES) // options],
                "label": id_,
                "moves": "take" if random.random() < one_way else "both",
            }
            for number, id_ in enumerate(ids)
        ],
        "preferences": {
            party: {"ranking": [[keys[code]] for code in random.permutation(1 << options)]} for party in PARTIES
        },
        "status_quo": "N" * options,
    }


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
