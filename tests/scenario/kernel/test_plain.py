"""The solver without its library: the same answers, to the byte, on random models and on every example."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from detente.scenario import kernel
from detente.scenario.answer_json import dumps
from detente.scenario.grammar import parse_statement
from detente.scenario.model import Moves, Never, Option, Party, Scenario, Want
from detente.scenario.reader import read_scenario
from detente.scenario.solution import solve

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "scenarios").glob("*.toml"))
STATEMENTS = ("o0", "not o1", "o2 iff o3", "o4 or not o5", "o6 if o0", "o3 and not o6")


@contextmanager
def without_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(kernel, "_LIBRARY", Path("/nowhere/_kernel.so"))
        kernel._library.cache_clear()
        assert not kernel.built()
        yield
    kernel._library.cache_clear()


def _model(seed: int) -> Scenario:
    random = np.random.default_rng(seed)
    parties = int(random.integers(1, 5))
    ids = [f"o{number}" for number in range(7)]
    kinds: list[Moves] = ["both", "both", "take", "drop"]
    options = tuple(Option(id_, f"p{random.integers(parties)}", id_, kinds[random.integers(4)]) for id_ in ids)

    def wants() -> tuple[Want, ...]:
        chosen = [STATEMENTS[number] for number in random.permutation(len(STATEMENTS))[: random.integers(1, 6)]]
        return tuple(Want(parse_statement(text, ids), text) for text in chosen)

    nevers = ["o0 and o3", "o1 and not o5 and o6"][: random.integers(3)]
    return Scenario(
        "example",
        tuple(Party(f"p{number}", f"p{number}", wants()) for number in range(parties)),
        options,
        tuple(Never(parse_statement(never, ids), never) for never in nevers),
        now="N" * len(ids),
    )


@pytest.mark.parametrize("seed", range(40))
def test_random_models_have_the_same_answer(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    model = _model(seed)
    assert kernel.built()
    compiled = dumps(solve(model))
    with without_library(monkeypatch):
        assert dumps(solve(model)) == compiled


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_have_the_same_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = dumps(solve(read_scenario(str(path))))
    with without_library(monkeypatch):
        assert dumps(solve(read_scenario(str(path)))) == compiled
