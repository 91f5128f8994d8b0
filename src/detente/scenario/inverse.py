"""Under which orders of a party's wants an outcome would be an equilibrium; the others' wants given.

The inverse approach of Kinsara, Kilgour and Hipel (2015), over the orders of the statements that a party holds rather
than over rankings of states. Of n wants there are n! orders; they are counted exactly, not sampled.

Whether a state s is stable for a party depends only on which states it likes better than s. Reading its wants in
order, the first in which a state differs from s decides which of the two is better; so the wants already read, and the
states found better so far, are all that matters for what follows. Orders with the same of both are counted together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import factorial

from detente.errors import UsageError
from detente.scenario.board import Board
from detente.scenario.model import Want
from detente.scenario.preferences import prioritised
from detente.scenario.stable_at import stable_for

MOST_WANTS = 12
MOST_WANTS_ONE_BY_ONE = 8  #: where each order must be tried, since it also decides how the party answers others


@dataclass(frozen=True, slots=True)
class Clause:
    """One of ``some`` must count more than every one of ``all``; ``rival`` is a state that this rules out."""

    some: tuple[Want, ...]
    all: tuple[Want, ...]
    rival: int


@dataclass(frozen=True, slots=True)
class Inverse:
    """The answer for one party and one concept.

    ``aim`` is ``count``, or ``gained`` where there is a now to compare with; ``always`` and ``clauses`` are of the aim.
    """

    party: int
    state: int
    concept: str
    orders: int  #: how many there are
    count: int  #: how many make the state an equilibrium
    gained: int | None  #: how many of those put it above now; None without a now, or for now itself
    present: bool  #: whether the present order does
    leavers: tuple[int, ...]  #: other parties that would leave, whatever this one wants
    always: tuple[tuple[Want, Want], ...]  #: pairs of which the first stands before the second in every such order
    clauses: tuple[Clause, ...]  #: for Nash: together they are exactly the condition


def inverse(board: Board, party: int, state: int, concept: str) -> Inverse:
    """Count the orders of a party's wants that make a state an equilibrium. Raises UsageError: too many wants."""
    wants = board.parties[party].wants
    name = board.parties[party].name
    if not wants:
        raise UsageError(f"{name} has no wants to put in order")
    if len(wants) > MOST_WANTS:
        raise UsageError(f"{name} has {len(wants)} wants; orders of at most {MOST_WANTS} are counted")
    others = [other for other in range(len(board.parties)) if other != party]
    depends = concept in ("seq", "sseq") and any(board.improvements(other, state) for other in others)
    leavers = () if depends else tuple(other for other in others if not stable_for(board, other, state, concept))
    if leavers:
        counted = _Counted(0, 0, {})
    elif depends:
        counted = _one_by_one(board, party, state, concept)
    else:
        counted = _together(board, party, state, concept)
    always = tuple(
        (wants[first], wants[second])
        for (first, second), together in sorted(counted.before.items())
        if counted.aim and together == counted.aim
    )
    present = all(stable_for(board, one, state, concept) for one in range(len(board.parties)))
    clauses = _clauses(board, party, state) if concept == "nash" else ()
    gained = None if board.now in (None, state) else counted.aim
    return Inverse(
        party, state, concept, factorial(len(wants)), counted.count, gained, present, leavers, always, clauses
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    count: int
    aim: int  #: of those, the orders that put the state above now
    before: dict[tuple[int, int], int]  #: in how many of these the one want stands before the other


def _together(board: Board, party: int, state: int, concept: str) -> _Counted:
    """Count by wants read and states found better, first forward, then back from the orders that do."""
    wants = board.parties[party].wants
    signs = _signs(board, wants, state)
    size = len(wants)
    ways: list[dict[tuple[int, int], int]] = [{(0, 0): 1}]  # after each number of wants: (read, better) -> orders
    undecided = _undecided(signs, size)
    for _ in range(size):
        further: dict[tuple[int, int], int] = defaultdict(int)
        for (read, better), count in ways[-1].items():
            for want, (plus, _) in enumerate(signs):
                if not read >> want & 1:
                    further[read | 1 << want, better | (plus & undecided(read))] += count
        ways.append(further)
    good: dict[tuple[int, int], int] = {}
    worse = _below(board, state, undecided((1 << size) - 1))
    total = aim = 0
    for (read, better), count in ways[-1].items():
        stable = stable_for(board, party, state, concept, better=_among(better))
        good[read, better] = int(stable and worse(better))
        total += count * stable
        aim += count * good[read, better]
    before: dict[tuple[int, int], int] = defaultdict(int)
    for level in reversed(ways[:-1]):
        earlier: dict[tuple[int, int], int] = {}
        for (read, better), count in level.items():
            completions = 0
            for want, (plus, _) in enumerate(signs):
                if read >> want & 1:
                    continue
                then = good[read | 1 << want, better | (plus & undecided(read))]
                completions += then
                if then:
                    for earlier_want in range(size):
                        if read >> earlier_want & 1:
                            before[earlier_want, want] += count * then
            earlier[read, better] = completions
        good = earlier
    return _Counted(total, aim, dict(before))


def _among(better: int) -> Callable[[int], bool]:
    return lambda other: bool(better >> other & 1)


def _below(board: Board, state: int, alike: int) -> Callable[[int], bool]:
    """Whether now is worse than the state, by the states that are better; always so without a now to compare with."""
    now = board.now
    if now is None or now == state:
        return lambda _: True
    return lambda better: not (better | alike) >> now & 1


def _signs(board: Board, wants: Sequence[Want], state: int) -> list[tuple[int, int]]:
    """For each want, as bits over the states: those that satisfy it where this one does not, and the reverse."""
    signs = []
    for want in wants:
        truth = board.states.holds(want.statement)
        differ = sum(1 << int(other) for other in (truth != truth[state]).nonzero()[0])
        signs.append((0, differ) if truth[state] else (differ, 0))
    return signs


def _undecided(signs: Sequence[tuple[int, int]], size: int) -> Callable[[int], int]:
    """The states that agree with the state asked about in all wants that were read."""
    known = {0: -1}

    def undecided(read: int) -> int:
        if read not in known:
            last = read.bit_length() - 1
            plus, minus = signs[last]
            known[read] = undecided(read & ~(1 << last)) & ~(plus | minus)
        return known[read]

    assert size == len(signs)
    return undecided


def _one_by_one(board: Board, party: int, state: int, concept: str) -> _Counted:
    """Try every order: it decides what the party itself gains by, and with that how it would answer others."""
    wants = board.parties[party].wants
    if len(wants) > MOST_WANTS_ONE_BY_ONE:
        raise UsageError(
            f"{board.parties[party].name} has {len(wants)} wants; under {concept.upper()} their order also decides how "
            f"it answers others, and then orders of at most {MOST_WANTS_ONE_BY_ONE} are counted"
        )
    count = aim = 0
    before: dict[tuple[int, int], int] = defaultdict(int)
    cache: dict[bytes, bool] = {}
    compare = board.now is not None and board.now != state
    for order in permutations(range(len(wants))):
        rank = prioritised([wants[want].statement for want in order], board.states)
        key = rank.tobytes()
        if key not in cache:
            changed = board.with_rank(party, rank)
            cache[key] = all(stable_for(changed, one, state, concept) for one in range(len(board.parties)))
        if cache[key]:
            count += 1
            if compare and rank[state] <= rank[board.now]:
                continue
            aim += 1
            for place, second in enumerate(order):
                for first in order[:place]:
                    before[first, second] += 1
    return _Counted(count, aim, dict(before))


def _clauses(board: Board, party: int, state: int) -> tuple[Clause, ...]:
    """What Nash stability asks of the order: against each state within reach, and now, a want for this one comes first.

    A state that differs in no want is no rival; now must also differ in one.
    """
    wants = board.parties[party].wants
    truths = [board.states.holds(want.statement) for want in wants]
    found: dict[tuple[frozenset[int], frozenset[int]], int] = {}
    now = () if board.now in (None, state) else (board.now,)
    for rival in (*now, *board.moves(party, state)):
        stay = frozenset(n for n, truth in enumerate(truths) if truth[state] and not truth[rival])
        go = frozenset(n for n, truth in enumerate(truths) if truth[rival] and not truth[state])
        if go or rival in now:
            found.setdefault((stay, go), rival)
    needed = [
        (stay, go)
        for stay, go in found
        if not any(other != (stay, go) and other[0] <= stay and other[1] >= go for other in found)
    ]
    return tuple(
        Clause(tuple(wants[n] for n in sorted(stay)), tuple(wants[n] for n in sorted(go)), found[stay, go])
        for stay, go in needed
    )
