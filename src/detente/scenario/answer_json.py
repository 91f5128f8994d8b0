"""A solution as JSON, with the parts that answers to a case have: a list a line, however many states there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario import kernel
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.solution import Solution
from detente.scenario.truth import Bools

Rows = NDArray[np.uint8]  # (states, characters)
Piece = bytes | memoryview
Part = Callable[[], Iterable[Piece]]  # a value, written when its turn comes: of a million states each is some 20 MB


def answer(solution: Solution) -> dict[str, Any]:
    """The answer as plain objects."""
    found: dict[str, Any] = json.loads(dumps(solution))
    return found


def dumps(solution: Solution) -> str:
    """The answer as text."""
    return b"".join(written(solution)).decode("utf-8")


def written(solution: Solution) -> Iterator[Piece]:
    """The answer in pieces of UTF-8."""
    yield from _object(_parts(solution), 1)
    yield b"\n"


def _parts(solution: Solution) -> dict[str, Any]:
    states, scenario = solution.game.states, solution.game.scenario
    keys = _rows(states.letters)
    ids = [party.id for party in scenario.parties]

    def lists(where: dict[str, Bools]) -> dict[str, Part]:
        return {name: partial(_listed, keys, chosen) for name, chosen in where.items()}

    parts: dict[str, Any] = {
        "case": lambda: [_text(scenario.name)],
        "states": partial(_listed, keys, None),
        "ranking": {id_: partial(_tiers, keys, rank) for id_, rank in zip(ids, solution.ranks, strict=True)},
        "stable": {
            concept: lists(dict(zip(ids, by_party, strict=True))) for concept, by_party in solution.stable.items()
        },
        "equilibria": lists(solution.equilibria),
        "coalition_nash": lists(
            {"+".join(ids[member] for member in group): where for group, where in solution.coalition_nash.items()}
        ),
    }
    if solution.limited is not None and solution.nonmyopic is not None:
        parts["limited"] = lists({str(horizon): where for horizon, where in enumerate(solution.limited, 1)})
        parts["nonmyopic"] = partial(_listed, keys, solution.nonmyopic)
    now = scenario.now
    if now is not None and solution.moves is not None and solution.improvements is not None:
        parts["status_quo"] = {
            "from": lambda: [_text(now)],
            "moves": partial(_fewest, keys, solution.moves),
            "improvements": partial(_fewest, keys, solution.improvements),
        }
    return parts


def _object(parts: dict[str, Any], depth: int) -> Iterator[Piece]:
    yield b"{"
    for number, (name, part) in enumerate(parts.items()):
        yield (b"," if number else b"") + b"\n" + b" " * depth + _text(name) + b": "
        if isinstance(part, dict):
            yield from _object(part, depth + 1)
        else:
            yield from part()
    yield b"\n" + b" " * (depth - 1) + b"}"


def _text(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode("utf-8")


def _rows(letters: NDArray[np.uint8]) -> Rows:
    """Each key in quotes, with a comma and a blank."""
    rows = np.empty((len(letters), letters.shape[1] + 4), np.uint8)
    rows[:, 0] = ord('"')
    rows[:, 1:-3] = letters
    rows[:, -3:] = list(b'", ')
    return rows


def _listed(rows: Rows, where: Bools | None) -> Iterator[Piece]:
    """A list of all keys, or of those where it is true."""
    text = rows.reshape(-1).data if where is None or where.all() else _filled("write_chosen", rows, where, rows.size)
    yield from (b"[", text[:-2], b"]")


def _tiers(rows: Rows, rank: Ranks) -> Iterator[Piece]:
    """The list of tiers, best first."""
    text = _filled("write_tiers", rows, rank, rows.size + 2 * len(rows))
    yield from (b"[", text[3:], b"]]")


def _fewest(rows: Rows, moves: Indices) -> Iterator[Piece]:
    """The object with the number of moves by state, of the states that take some."""
    digits = len(str(moves.max(initial=0)))
    text = _filled("write_numbered", rows, moves.astype(np.int64, copy=False), rows.size + (digits + 2) * len(rows))
    yield from (b"{", text[:-2], b"}")


def _filled(writer: str, rows: Rows, values: NDArray[Any], most: int) -> Piece:
    """What a function of the kernel writes about the states, at most so many bytes."""
    text = np.empty(most, np.uint8)
    return text[: kernel.call(writer, *rows.shape, rows, values, text)].data
