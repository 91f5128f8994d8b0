"""A solution as JSON, with the parts that answers to a case have: a list a line, however many states there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario.preferences import Ranks, is_strict
from detente.scenario.ranges import Indices
from detente.scenario.solution import Solution
from detente.scenario.truth import Bools

Letters = NDArray[np.uint8]  # (states, characters)
Part = Callable[[], bytes]  # a value, written when its turn comes: of a million states each is some 20 MB
_FILL = b"\0"  # makes rows equally long, and is taken out again


def answer(solution: Solution) -> dict[str, Any]:
    """The answer as plain objects."""
    found: dict[str, Any] = json.loads(dumps(solution))
    return found


def dumps(solution: Solution) -> str:
    """The answer as text."""
    return b"".join(written(solution)).decode("utf-8")


def written(solution: Solution) -> Iterator[bytes]:
    """The answer in pieces of UTF-8."""
    yield from _object(_parts(solution), 1)
    yield b"\n"


def _parts(solution: Solution) -> dict[str, Any]:
    states, scenario = solution.game.states, solution.game.scenario
    letters = states.letters
    keys = _rows(letters, b'"', b'", ')
    ids = [party.id for party in scenario.parties]

    def lists(where: dict[str, Bools]) -> dict[str, Part]:
        return {name: partial(_listed, keys, chosen) for name, chosen in where.items()}

    parts: dict[str, Any] = {
        "case": partial(_text, scenario.name),
        "states": partial(_listed, keys, None),
        "ranking": {id_: partial(_tiers, letters, rank) for id_, rank in zip(ids, solution.ranks, strict=True)},
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
    if scenario.now is not None and solution.moves is not None and solution.improvements is not None:
        parts["status_quo"] = {
            "from": partial(_text, scenario.now),
            "moves": partial(_fewest, letters, solution.moves),
            "improvements": partial(_fewest, letters, solution.improvements),
        }
    return parts


def _object(parts: dict[str, Any], depth: int) -> Iterator[bytes]:
    yield b"{"
    for number, (name, part) in enumerate(parts.items()):
        yield (b"," if number else b"") + b"\n" + b" " * depth + _text(name) + b": "
        if isinstance(part, dict):
            yield from _object(part, depth + 1)
        else:
            yield part()
    yield b"\n" + b" " * (depth - 1) + b"}"


def _text(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode("utf-8")


def _rows(letters: Letters, before: bytes, after: bytes) -> Letters:
    """Rows of letters with the same characters before and after each."""
    rows = np.empty((len(letters), len(before) + letters.shape[1] + len(after)), np.uint8)
    rows[:, : len(before)] = list(before)
    rows[:, len(before) : len(before) + letters.shape[1]] = letters
    rows[:, len(before) + letters.shape[1] :] = list(after)
    return rows


def _listed(keys: Letters, where: Bools | None) -> bytes:
    """A list of all keys, or of those where it is true."""
    rows = keys if where is None or where.all() else keys[where]
    return b"[" + rows.tobytes()[:-2] + b"]"


def _tiers(letters: Letters, rank: Ranks) -> bytes:
    """The list of tiers, best first."""
    if is_strict(rank):
        order = np.empty(len(rank), np.intp)
        order[rank.max(initial=0) - rank] = np.arange(len(rank))
        return b"[" + _rows(letters[order], b'["', b'"], ').tobytes()[:-2] + b"]"
    order = np.argsort(rank.max(initial=0) - rank, kind="stable")
    rows = _rows(letters[order], b'], ["', b'"')
    same = np.flatnonzero(np.diff(rank[order]) == 0) + 1
    rows[same, :5] = list(b', "' + 2 * _FILL)
    return b"[" + rows.tobytes()[3:].replace(_FILL, b"") + b"]]"


def _fewest(letters: Letters, moves: Indices) -> bytes:
    """The object with the number of moves by state, of the states that take some."""
    states = np.flatnonzero(moves > 0)
    if not len(states):
        return b"{}"
    numbers = np.char.mod(b"%d", np.arange(moves.max() + 1))
    width = numbers.dtype.itemsize  # shorter numbers are filled up with zero bytes
    digits = np.frombuffer(numbers.tobytes(), np.uint8).reshape(-1, width)[moves[states]]
    rows = _rows(np.concatenate([_rows(letters[states], b'"', b'": '), digits], axis=1), b"", b", ")
    return b"{" + rows.tobytes()[:-2].replace(_FILL, b"") + b"}"
