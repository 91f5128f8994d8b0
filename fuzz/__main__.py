"""Fuzz the readers, one after the other: ``python -m fuzz [--seconds 60] [--seed 1] [READER…]``.

With atheris, bytes are changed by what the code does with them; without it, Hypothesis puts seeds and pieces together.
Each reader runs in a process of its own, and one input may take 60 seconds and 1 GB. An input that shows a fault stays
in ``fuzz/found/``; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from fuzz.check import READERS

FOUND = Path(__file__).parent / "found"


def main() -> int:
    """Run each reader's fuzzer; 1 where one of them found a fault."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Fuzz the readers.")
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"some of {', '.join(READERS)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each reader")
    parser.add_argument(
        "--seed", type=int, default=1, help="the same seed makes the same inputs, as far as time allows"
    )
    given = parser.parse_args()
    if unknown := set(given.readers) - set(READERS):
        parser.error(f"no reader {', '.join(sorted(unknown))}; there are {', '.join(READERS)}")
    FOUND.mkdir(exist_ok=True)
    faults = []
    for reader in given.readers or READERS:
        print(f"{reader}: {given.seconds} seconds", flush=True)
        one = [sys.executable, "-m", "fuzz.engine", reader, str(given.seconds), str(given.seed)]
        if subprocess.run(one, check=False).returncode:
            faults.append(reader)
    print(f"faults: {', '.join(faults)}; the inputs are in {FOUND}" if faults else "no fault", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
