"""What a report adds where preferences are marked strong or unsure, or parties see the game differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.board import Board
from detente.scenario.graded import CONCEPTS, MOST_STATES, PLAIN, STRONG, UNSURE, Graded
from detente.scenario.solution import Solution
from detente.scenario.views import Seen, kept_to, seen
from detente.scenario.words.concepts import NAME
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.wording import Wording, listed

Item = str | tuple[str, tuple[str, ...]]


def further(solution: Solution, words: Wording) -> Iterator[Block]:
    """The sections that the scenario asks for; none where nothing is marked."""
    wants = [want for party in words.parties for want in party.wants]
    for wanted, title, section in (
        (any(want.strongly for want in wants), "How firmly it holds", _strength),
        (any(want.unsure for want in wants), "What is not known", _unknown),
    ):
        if wanted:
            yield Heading(title)
            if len(solution.game.states) > MOST_STATES:
                yield Paragraph(f"Not judged: this is done for at most {MOST_STATES} states.")
            else:
                yield from section(words)
    if words.board.scenario.views:
        yield Heading("How the parties see it")
        yield from _views(solution, words)


def _strength(words: Wording) -> Iterator[Block]:
    graded = Graded(words.board, as_written=True)
    yield Paragraph("A state holds firmly if whoever leaves it for a gain can be left greatly worse than before.")
    items = []
    for concept in CONCEPTS[1:]:
        plain, strong = graded.equilibria(concept, PLAIN), set(graded.equilibria(concept, STRONG))
        if not plain:
            continue
        firm = [state for state in plain if state in strong]
        loose = [state for state in plain if state not in strong]
        told = [f"{_hold(firm)} firmly"] if firm else []
        told += [f"{_hold(loose)} less firmly"] if loose else []
        items.append(f"{NAME[concept]}: {'; '.join(told)}.")
    yield Bullets(tuple(items)) if items else Paragraph("Nothing holds under GMR, SMR, SEQ or SSEQ.")


def _unknown(words: Wording) -> Iterator[Block]:
    graded = Graded(words.board)
    unsure = [
        f"{words.names[number]}’s want {place}, “{want.text}”"
        for number, party in enumerate(words.parties)
        for place, want in enumerate(party.wants, start=1)
        if want.unsure
    ]
    told = listed(unsure, quotes=False)
    yield Paragraph(f"It is not known which way it goes in {told}. All above takes it as written.")
    items = []
    for concept in CONCEPTS:
        by_type = [set(graded.equilibria(concept, judgement)) for judgement in UNSURE.values()]
        always = set.intersection(*by_type)
        open_ones = sorted(set.union(*by_type) - always)
        told = f"{_hold(sorted(always))} in any case"
        if open_ones:
            told += (
                f"; {_numbers(open_ones)} {'depend' if len(open_ones) > 1 else 'depends'} on how bold the parties are"
            )
        items.append(f"{NAME[concept]}: {told}.")
    yield Bullets(tuple(items))


def _hold(states: Sequence[int]) -> str:
    return f"{_numbers(states)} {'hold' if len(states) > 1 else 'holds'}"


def _views(solution: Solution, words: Wording) -> Iterator[Block]:
    views = seen(solution)
    for view in views:
        name = words.mid(view.party)
        told = [
            f"{party.name} wanting " + ", then ".join(f"“{want.text}”" for want in party.wants)
            if party.wants
            else f"{party.name} with a ranking of its own"
            for party in view.view.parties
        ]
        yield Paragraph(f"{words.names[view.party]} sees {'; '.join(told)}.")
        items: list[Item] = [f"In its eyes hold (Nash) {_numbers(view.holds['nash'].nonzero()[0].tolist())}."]
        items += [_surprise(view, state, solution, words) for state in view.surprising(solution, "nash")]
        unforeseen = view.unforeseen(solution, "nash")
        if unforeseen:
            items.append(f"What holds, though {name} does not see it: {_numbers(unforeseen)}.")
        yield Bullets(tuple(items))
    kept = kept_to(solution, views, "nash")
    yield Paragraph(f"What each keeps to, playing the game that it sees: {_numbers(kept)}.")


def _surprise(view: Seen, state: int, solution: Solution, words: Wording) -> str:
    """Who leaves a state that the party takes to hold."""
    board = words.board
    seen_board = Board.of(solution.game, view.ranks)
    for party in range(len(words.parties)):
        gains = board.improvements(party, state)
        if gains and not seen_board.improvements(party, state):
            why = words.why(party, gains[0], state)
            return f"A surprise: {words.state(state)} would not hold. {words.move(party, state, gains[0])}, {why}."
    return f"A surprise: {words.state(state)} would not hold."


def _numbers(states: Sequence[int]) -> str:
    if not states:
        return "nothing"
    told = listed([str(state + 1) for state in states], quotes=False)
    return f"state {told}" if len(states) == 1 else f"states {told}"
