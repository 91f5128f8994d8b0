"""One reader's fuzzing: atheris where it is installed, else Hypothesis. Run by ``python -m fuzz``."""

from __future__ import annotations

import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fuzz.seeds import PIECES, SEEDS

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FOUND = Path(__file__).parent / "found"
LONGEST = 40_000  # bytes of an input
SLOWEST = 60  # seconds for one, on a machine that does other work, too
LARGEST = 1_000  # MB of the process


def main() -> None:
    """Fuzz the reader named first, for so many seconds, from that seed. Leaves with another code than 0 for a fault."""
    reader, seconds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    try:
        import atheris
    except ImportError:
        _by_hypothesis(reader, seconds, seed)
    else:
        _by_atheris(atheris, reader, seconds, seed)


def _by_atheris(atheris: Any, reader: str, seconds: int, seed: int) -> None:
    with atheris.instrument_imports(include=["detente", "email", "tomllib", "json"]):
        from fuzz.check import check

        work = check(reader)
        for content in SEEDS.get(reader, ()):  # what readers import when they are first used is instrumented, too
            work(content)
    with tempfile.TemporaryDirectory() as folder:
        seeds, corpus, words = (Path(folder) / name for name in ("seeds", "corpus", "words.dict"))
        seeds.mkdir()
        corpus.mkdir()
        for number, content in enumerate(SEEDS.get(reader, (b"",))):
            (seeds / str(number)).write_bytes(content)
        words.write_text(
            "".join('"' + "".join(f"\\x{b:02x}" for b in piece) + '"\n' for piece in PIECES), encoding="ascii"
        )
        options = {
            "max_total_time": seconds, "seed": seed, "max_len": LONGEST, "timeout": SLOWEST, "rss_limit_mb": LARGEST,
            "dict": words, "artifact_prefix": f"{FOUND}/{reader}-", "verbosity": 0, "print_final_stats": 1,
        }  # fmt: skip
        flags = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([reader, str(corpus), str(seeds), *flags], work)
        atheris.Fuzz()


def _by_hypothesis(reader: str, seconds: int, seed: int) -> None:
    """Rounds of examples until the time is over, each round from a seed of its own."""
    import hypothesis

    from fuzz.check import check

    work = check(reader)
    end = time.monotonic() + seconds
    count = 0

    def one(data: bytes) -> None:
        nonlocal count
        if time.monotonic() < end:
            count += 1
            _kept(work, data, reader)

    settings = hypothesis.settings(
        max_examples=1_000, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    while time.monotonic() < end:
        hypothesis.seed(seed)(settings(hypothesis.given(_inputs(reader))(one)))()
        seed += 1
    print(f"{reader}: {count:,} inputs, {_megabytes():,} MB", flush=True)


def _inputs(reader: str) -> SearchStrategy[bytes]:
    """Seeds that are cut, repeated and mixed with pieces and with bytes."""
    from hypothesis import strategies as st

    whole = st.sampled_from(SEEDS.get(reader, (b"",)))
    cut = st.tuples(whole, st.integers(0, 600), st.integers(0, 600)).map(lambda t: t[0][t[1] : t[1] + t[2]])
    piece = st.one_of(st.sampled_from(PIECES), st.binary(max_size=8), cut)
    often = st.tuples(piece, st.sampled_from((1, 1, 1, 2, 30, 1000))).map(lambda t: t[0] * t[1])
    return st.tuples(cut, st.lists(often, max_size=12).map(b"".join), whole).map(lambda t: b"".join(t)[:LONGEST])


def _kept(work: Callable[[bytes], None], data: bytes, reader: str) -> None:
    """Do the work within the limits; keep the input where it fails."""
    from detente.time_limit import time_limit

    try:
        with time_limit(SLOWEST):
            work(data)
        assert _megabytes() < LARGEST, f"{_megabytes():,} MB"
    except BaseException:
        (FOUND / f"{reader}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
        raise


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
