"""The solver against the definitions, taken literally: sets, recursion and the keys of states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.scenario.answer_json import answer
from detente.scenario.model import Moves, Never, Option, Party, Scenario, Want
from detente.scenario.solution import solve
from detente.scenario.statement import And, If, Iff, Not, Or, Statement, Taken

Cell = tuple[bool, ...]
State = tuple[Cell, ...]  # its cells, in order


class Conflict:
    """A scenario by its definitions."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.options = [option.id for option in scenario.options]
        self.parties = [party.id for party in scenario.parties]
        cells = [cell[::-1] for cell in product([False, True], repeat=len(self.options))]
        cells = [cell for cell in cells if not any(self.true(never.statement, cell) for never in scenario.nevers)]
        joined = [{cell} for cell in cells]
        for statement in scenario.combine:
            one = {cell for cell in cells if self.true(statement, cell)}
            joined = [cells for cells in joined if not cells & one] + [
                set().union(*(cells for cells in joined if cells & one))
            ]
        self.states: list[State] = sorted(
            (tuple(sorted(state, key=binary)) for state in joined if state), key=lambda state: binary(state[0])
        )
        self.combined = any(len(state) > 1 for state in self.states)
        self.rank = {party.id: self.ranked(party) for party in scenario.parties}
        self.reachable = {party: {s: self.moves(party, s) for s in self.states} for party in self.parties}

    def true(self, statement: Statement, cell: Cell) -> bool:
        if isinstance(statement, Taken):
            return cell[self.options.index(statement.option)]
        if isinstance(statement, Not):
            return not self.true(statement.operand, cell)
        if isinstance(statement, If):
            return not (self.true(statement.condition, cell) and not self.true(statement.then, cell))
        one, other = self.true(statement.left, cell), self.true(statement.right, cell)
        if isinstance(statement, And):
            return one and other
        return (one or other) if isinstance(statement, Or) else one == other

    def key(self, state: State) -> str:
        return "".join("-" if len(set(column)) > 1 else "NY"[column[0]] for column in zip(*state, strict=True))

    def ranked(self, party: Party) -> dict[State, tuple[bool, ...] | int]:
        if party.ranking is not None:
            return {s: -[self.key(s) in tier for tier in party.ranking].index(True) for s in self.states}
        return {s: tuple(self.true(want.statement, s[0]) for want in party.wants) for s in self.states}

    def prefers(self, party: str, one: State, other: State) -> bool:
        return self.rank[party][one] > self.rank[party][other]  # type: ignore[operator]

    def permitted(self, party: str, start: Cell, end: Cell) -> bool:
        return all(
            a == b or (option.party == party and option.moves in ("both", "take" if b else "drop"))
            for option, a, b in zip(self.scenario.options, start, end, strict=True)
        )

    def moves(self, party: str, start: State) -> list[State]:
        return [
            end for end in self.states if end != start and any(self.permitted(party, a, b) for a in start for b in end)
        ]

    def improvements(self, party: str, start: State) -> list[State]:
        return [end for end in self.reachable[party][start] if self.prefers(party, end, start)]

    def reached(self, group: Iterable[str], start: State, improving: bool) -> dict[State, int]:
        """The ends of legal sequences, and the fewest moves to each."""
        members = list(group)
        fewest: dict[State, int] = {}
        seen: set[tuple[State, str]] = set()
        last, moves = {(start, "")}, 0
        while last:
            moves += 1
            new = {
                (end, party)
                for state, mover in last
                for party in members
                if party != mover
                for end in (self.improvements(party, state) if improving else self.reachable[party][state])
            } - seen
            seen |= new
            for end, _ in new:
                fewest.setdefault(end, moves)
            last = new
        return fewest

    def deterred(self, concept: str, i: str, s: State, s1: State) -> bool:
        others = [party for party in self.parties if party != i]
        if concept == "nash":
            return False
        if concept == "sim":
            ways = [[s[0]] + [end[0] for end in self.improvements(j, s)] for j in others]
            for answers in product(*ways):
                together = [
                    next((way[n] for way in (s1[0], *answers) if way[n] != s[0][n]), s[0][n])
                    for n in range(len(self.options))
                ]
                if (tuple(together),) in self.states and not self.prefers(i, (tuple(together),), s):
                    return True
            return False
        return any(
            not self.prefers(i, s2, s)
            and (concept in ("gmr", "seq") or not any(self.prefers(i, s3, s) for s3 in self.reachable[i][s2]))
            for s2 in self.reached(others, s1, improving=concept in ("seq", "sseq"))
        )

    def answer(self) -> dict[str, object]:
        concepts = ["nash", "gmr", "smr", "seq", "sseq"] + ["sim"] * (not self.combined)
        stable = {
            concept: {i: self.where(partial(self.stable, concept, i)) for i in self.parties} for concept in concepts
        }
        found: dict[str, object] = {
            "case": self.scenario.name,
            "states": [self.key(s) for s in self.states],
            "ranking": {
                i: [
                    [self.key(s) for s in self.states if self.rank[i][s] == tier]
                    for tier in sorted(set(self.rank[i].values()), reverse=True)
                ]
                for i in self.parties
            },
            "stable": stable,
            "equilibria": {
                c: [s for s in map(self.key, self.states) if all(s in states for states in by.values())]
                for c, by in stable.items()
            },
            "coalition_nash": {
                "+".join(group): self.where(partial(self.kept, group))
                for size in range(2, len(self.parties) + 1)
                for group in combinations(self.parties, size)
            },
        }
        strict = all(len(set(ranks.values())) == len(self.states) for ranks in self.rank.values())
        if len(self.parties) == 2 and strict:
            equilibria = {h: self.where(partial(self.foreseen, h)) for h in range(1, 200)}
            found["limited"] = {str(h): equilibria[h] for h in range(1, 7)}
            found["nonmyopic"] = [s for s in equilibria[100] if all(s in equilibria[h] for h in range(100, 200))]
        if self.scenario.now is not None:
            now = next(s for s in self.states if self.key(s) == self.scenario.now)
            found["status_quo"] = {"from": self.scenario.now} | {
                name: {self.key(s): n for s, n in self.reached(self.parties, now, improving).items() if s != now}
                for name, improving in (("moves", False), ("improvements", True))
            }
        return found

    def where(self, holds: Callable[[State], bool]) -> list[str]:
        return [self.key(s) for s in self.states if holds(s)]

    def stable(self, concept: str, i: str, s: State) -> bool:
        return all(self.deterred(concept, i, s, s1) for s1 in self.improvements(i, s))

    def kept(self, group: Iterable[str], s: State) -> bool:
        return not any(all(self.prefers(i, t, s) for i in group) for t in self.reached(group, s, improving=False))

    def foreseen(self, h: int, s: State) -> bool:
        return self.end(h, 0, s) == s == self.end(h, 1, s)

    @cache  # noqa: B019 - lives as long as one example
    def end(self, h: int, number: int, s: State) -> State:
        """G_h, where the conflict ends if the party moves first."""
        if h == 0:
            return s
        i = self.parties[number]
        ends = [self.end(h - 1, 1 - number, t) for t in self.reachable[i][s]]
        best = max(ends, key=lambda e: self.rank[i][e], default=s)
        return best if self.prefers(i, best, s) else s


def binary(cell: Cell) -> int:
    return sum(1 << n for n, taken in enumerate(cell) if taken)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    parties = [f"p{n}" for n in range(draw(st.integers(2, 5)))]
    owners = draw(st.lists(st.sampled_from(parties), min_size=1, max_size=5))
    moves: st.SearchStrategy[Moves] = st.sampled_from(["both", "both", "both", "take", "drop"])
    options = tuple(Option(f"o{n}", owner, f"o{n}", draw(moves)) for n, owner in enumerate(owners))
    statements = st.recursive(
        st.sampled_from([option.id for option in options]).map(Taken),
        lambda inner: st.one_of(
            inner.map(Not),
            *(st.builds(kind, inner, inner) for kind in (And, Or, If, Iff)),
        ),
        max_leaves=4,
    )
    cut = st.tuples(statements, statements).map(lambda pair: And(*pair))
    nevers = tuple(Never(never, "") for never in draw(st.lists(cut, max_size=3)))
    combine = tuple(draw(st.lists(cut, max_size=draw(st.sampled_from([0, 0, 2])))))
    plain = Scenario("example", tuple(Party(id_, id_) for id_ in parties), options, nevers, combine)
    conflict = Conflict(plain)
    if not conflict.states:
        return draw(scenarios())
    keys = [conflict.key(state) for state in conflict.states]
    strict = draw(st.booleans())
    found = []
    for id_ in parties:
        if not strict and draw(st.booleans()):
            found.append(Party(id_, id_, tuple(Want(want, "") for want in draw(st.lists(statements, max_size=5)))))
            continue
        order = draw(st.permutations(keys))
        ends = set(range(len(order))) if strict else draw(st.sets(st.integers(0, len(order) - 1)))
        tiers, tier = [], []
        for number, key in enumerate(order):
            tier.append(key)
            if number in ends or number == len(order) - 1:
                tiers.append(tuple(tier))
                tier = []
        found.append(Party(id_, id_, ranking=tuple(tiers)))
    now = draw(st.sampled_from([None, *keys]))
    return Scenario("example", tuple(found), options, nevers, combine, now)


@given(scenarios())
@settings(deadline=None)
def test_every_cell_is_what_the_definitions_say(scenario: Scenario) -> None:
    assert answer(solve(scenario)) == Conflict(scenario).answer()
