"""Outcomes side by side: a row an option, a column a state, a mark where it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.solution import Solution
from detente.scenario.words.concepts import NAME
from detente.scenario.words.document import Block, Paragraph, Table
from detente.scenario.words.wording import Wording

COLUMNS = 8


def option_form(solution: Solution, words: Wording, states: Sequence[int]) -> Iterator[Block]:
    """The states as columns, those that hold most widely first; what is left out is said."""
    equilibria = solution.equilibria
    now = words.board.now

    def width(state: int) -> int:
        return sum(bool(where[state]) for where in equilibria.values())

    shown = sorted(states, key=lambda state: (state != now, -width(state), state))[:COLUMNS]
    shown = sorted(shown, key=lambda state: (state != now, state))
    keys = [words.board.states.key(state) for state in shown]
    rows = []
    names = {party.id: party.name for party in words.parties}
    before = None
    for number, option in enumerate(words.board.scenario.options):
        party = names[option.party] if option.party != before else ""
        before = option.party
        marks = tuple({"Y": "■", "N": "·", "-": "?"}[key[number]] for key in keys)
        rows.append((party, option.text, *marks))
    for number, (concept, where) in enumerate(equilibria.items()):
        marks = tuple("yes" if where[state] else "" for state in shown)
        rows.append(("" if number else "Holds", NAME[concept], *marks))
    head = ("", "", *(f"{state + 1}" + (" now" if state == now else "") for state in shown))
    yield Table(head, tuple(rows), left=2)
    if len(states) > len(shown):
        yield Paragraph(f"{len(states) - len(shown)} more; all of them with --format json.")
