"""A solution as JSON, with the parts that answers to a case have: a list a line, however many states there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.controls import harmless_json
from detente.scenario import kernel
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.solution import Solution
from detente.scenario.truth import Bools

Piece = bytes | memoryview
Part = Callable[[], Iterable[Piece]]  # a value, written when its turn comes: of a million states each is some 20 MB


def answer(solution: Solution) -> dict[str, Any]:
    """The answer as plain objects."""
    found: dict[str, Any] = json.loads(dumps(solution))
    return found


def dumps(solution: Solution) -> str:
    """The answer as text."""
    return b"".join(map(bytes, written(solution))).decode("utf-8")


def written(solution: Solution) -> Iterator[Piece]:
    """The answer in pieces of UTF-8. Each must be used before the next is asked for."""
    yield from _object(_parts(solution), 1)
    yield b"\n"


def _parts(solution: Solution) -> dict[str, Any]:
    scenario = solution.game.scenario
    keys = _Keys(solution.game.states.letters)
    ids = [party.id for party in scenario.parties]

    def lists(where: dict[str, Bools]) -> dict[str, Part]:
        return {name: partial(keys.listed, chosen) for name, chosen in where.items()}

    parts: dict[str, Any] = {
        "case": lambda: [_text(scenario.name)],
        "states": partial(keys.listed, None),
        "ranking": {id_: partial(keys.tiers, rank) for id_, rank in zip(ids, solution.ranks, strict=True)},
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
        parts["nonmyopic"] = partial(keys.listed, solution.nonmyopic)
    now = scenario.now
    if now is not None and solution.moves is not None and solution.improvements is not None:
        parts["status_quo"] = {
            "from": lambda: [_text(now)],
            "moves": partial(keys.fewest, solution.moves),
            "improvements": partial(keys.fewest, solution.improvements),
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
    return harmless_json(json.dumps(text, ensure_ascii=False)).encode("utf-8")


class _Keys:
    """The keys of all states, as they are written. Pieces hold until the next one is made: they share their memory."""

    def __init__(self, letters: NDArray[np.uint8]) -> None:
        self._rows = np.empty((len(letters), letters.shape[1] + 4), np.uint8)  # in quotes, with a comma and a blank
        self._rows[:, 0] = ord('"')
        self._rows[:, 1:-3] = letters
        self._rows[:, -3:] = list(b'", ')
        self._text = np.empty(0, np.uint8)

    def listed(self, where: Bools | None) -> Iterator[Piece]:
        """A list of all keys, or of those where it is true."""
        rows = self._rows
        text = rows.reshape(-1).data if where is None or where.all() else self._filled("write_chosen", where, 0)
        yield from (b"[", text[:-2], b"]")

    def tiers(self, rank: Ranks) -> Iterator[Piece]:
        """The list of tiers, best first."""
        yield from (b"[", self._filled("write_tiers", rank, 2)[3:], b"]]")

    def fewest(self, moves: Indices) -> Iterator[Piece]:
        """The object with the number of moves by state, of the states that take some."""
        numbers = moves.astype(np.int64, copy=False)
        text = self._filled("write_numbered", numbers, 2 + len(str(numbers.max(initial=0))))
        yield from (b"{", text[:-2], b"}")

    def _filled(self, writer: str, values: NDArray[Any], more: int) -> memoryview:
        """What a function of the kernel writes about the states; ``more``: bytes a state besides its key."""
        most = self._rows.size + more * len(self._rows)
        if self._text.size < most:
            self._text = np.empty(most, np.uint8)
        return self._text[: kernel.call(writer, *self._rows.shape, self._rows, values, self._text)].data
