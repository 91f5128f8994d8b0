"""The report on a scenario: is now an impasse, what holds, which deal there is, and what would open one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from detente.scenario.board import Board
from detente.scenario.deals import Deal, deals, unwilling
from detente.scenario.sensitivity import Sensitivity
from detente.scenario.solution import Solution
from detente.scenario.ways import ways_to
from detente.scenario.words.changes import openings
from detente.scenario.words.concepts import MEANING, NAME, holds_in_words
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.further import further
from detente.scenario.words.grounds import grounds
from detente.scenario.words.option_form import option_form
from detente.scenario.words.together import left_together
from detente.scenario.words.wording import Wording, listed

MOST_DEALS = 4
MOST_STATES_TRIED = 1 << 12  #: larger games are not solved again for every change


def report(solution: Solution, told: Mapping[str, str] | None = None) -> list[Block]:
    """The whole report; ``told`` has, by id, the words of evidence that the record has."""
    board = Board.of(solution.game, solution.ranks)
    words = Wording(board)
    blocks: list[Block] = [Heading(board.scenario.name, 1), Paragraph(_size(board))]
    found = deals(solution)
    if board.now is not None:
        blocks += [Heading("Now"), *_now(solution, words), *_deals(found, words)]
    blocks += [Heading("What would hold"), *_outcomes(solution, words)]
    if board.now is not None:
        blocks += _openings(solution, words, found)
    return [*blocks, *further(solution, words), *grounds(board.scenario, told or {})]


def _size(board: Board) -> str:
    scenario = board.scenario
    as_of = f"As of {scenario.as_of}. " if scenario.as_of else ""
    parties = f"{len(scenario.parties)} parties, {len(scenario.options)} options"
    return f"{as_of}{parties}, {len(board.states):,} states that can occur."


def _now(solution: Solution, words: Wording) -> Iterator[Block]:
    board = words.board
    now = board.now
    assert now is not None
    yield Paragraph(f"{words.name(now)[:1].upper()}{words.name(now)[1:]}:")
    yield Bullets(tuple(words.by_party(now)))
    holds = [concept for concept, where in solution.equilibria.items() if where[now]]
    if "nash" in holds:
        yield Paragraph(
            "This is an impasse: nobody gains by moving alone (Nash), and so it holds under every other foresight too."
        )
        return
    movers = [party for party in range(len(board.parties)) if not solution.stable["nash"][party][now]]
    gains = []
    for party in movers:
        best = board.improvements(party, now)[0]
        gains.append(f"{words.move(party, now, best)}, {words.why(party, best, now)}")
    if holds:
        yield Paragraph(f"It holds, but only with foresight ({listed(map(NAME.__getitem__, holds), quotes=False)}):")
        yield Bullets(tuple(f"{NAME[concept]}: {MEANING[concept]}." for concept in holds))
        yield Paragraph("Without foresight there would be a gain:")
    else:
        yield Paragraph("It will not last, with any foresight. There is a gain that no answer takes back:")
    yield Bullets(tuple(f"{gain}." for gain in gains))


def _deals(found: list[Deal], words: Wording) -> Iterator[Block]:
    board = words.board
    everybody = "both" if len(board.parties) == 2 else "all"
    if not found:
        yield Paragraph(f"No joint move is better for {everybody}.")
        yield from _why_no_deal(words)
        return
    shown = [deal for deal in found if "nash" in deal.holds] or found
    several = f"{len(found)} joint moves are" if len(found) > 1 else "One joint move is"
    held = ""
    if shown is not found and len(found) > 1:
        held = f"; {len(shown)} of them would hold" if len(shown) < len(found) else "; they would hold"
    more = ", these among them" if len(shown) > MOST_DEALS else ""
    yield Paragraph(f"{several} better for {everybody}{held}{more}:")
    yield Bullets(tuple((words.state(deal.state), tuple(_about(deal, words))) for deal in shown[:MOST_DEALS]))


def _about(deal: Deal, words: Wording) -> Iterator[str]:
    """Why each prefers it, whether it holds, and who would not deliver last."""
    board = words.board
    now = board.now
    assert now is not None
    for party in range(len(words.names)):
        yield f"For {words.mid(party)} it is better than now, {words.why(party, deal.state, now)}."
    if "nash" in deal.holds:
        yield "It would hold: nobody gains by leaving it alone."
    else:
        for party in deal.leaving:
            to = board.improvements(party, deal.state)[0]
            yield f"{words.move(party, deal.state, to)} and gains, {words.why(party, to, deal.state)}."
        yield f"It would hold with foresight: {holds_in_words(deal.holds)}." if deal.holds else "It would not hold."
    for party, short in unwilling(board, deal.state):
        yield (
            f"{words.names[party]} would not deliver last: once all others have, it prefers {words.name(short)}, "
            f"{words.why(party, short, deal.state)}."
        )
    if deal.holds and len(board.states) <= MOST_STATES_TRIED:
        yield from _first(deal, words)


def _first(deal: Deal, words: Wording) -> Iterator[str]:
    """Who would have to move against its own interest on the easiest way to a deal."""
    board = words.board
    assert board.now is not None
    way = ways_to(board, [deal.state], board.now)[deal.state].easiest
    if way is None or not way.against:
        return
    starts = [board.now, *(step.to for step in way.steps)]
    told = [
        words.move(way.steps[place].party, starts[place], way.steps[place].to)
        + (f", giving up {words.name(starts[place])} for {words.name(starts[place + 1])}" if place else "")
        for place in way.against
    ]
    yield f"On the way there, against its own interest: {'; '.join(told)}."


def _why_no_deal(words: Wording) -> Iterator[Block]:
    """For each party, why it puts below now what all others prefer."""
    board = words.board
    now = board.now
    assert now is not None
    reach = board.game.moves.fewest(now, None) > 0
    items: list[str | tuple[str, tuple[str, ...]]] = []
    for party in range(len(words.names)):
        others = reach.copy()
        for other, rank in enumerate(board.ranks):
            if other != party:
                others &= rank > rank[now]
        wanted = np.flatnonzero(others)
        if not len(wanted):
            continue
        rest = listed([words.mid(other) for other in range(len(words.names)) if other != party], quotes=False)
        rest = rest[:1].upper() + rest[1:]
        prefer = "prefer" if len(words.names) > 2 else "prefers"
        reasons: Counter[str] = Counter()
        for state in wanted.tolist():
            decides = words.deciding(party, now, state)
            if decides:
                reasons[f"for the sake of “{decides[1].text}”, its want {decides[0]}"] += 1
            else:
                worse = board.prefers(party, now, state)
                reasons["which it ranks lower than now" if worse else "to which it is indifferent"] += 1
        told = tuple(f"{count} {reason}" for reason, count in reasons.most_common())
        items.append((f"{rest} {prefer} {len(wanted)} states to now, and {words.mid(party)} none of them:", told))
    if items:
        yield Bullets(tuple(items))


def _outcomes(solution: Solution, words: Wording) -> Iterator[Block]:
    equilibria = solution.equilibria
    any_concept = np.logical_or.reduce(list(equilibria.values()))
    states = np.flatnonzero(any_concept).tolist()
    if not states:
        yield Paragraph("Nothing holds, with any foresight.")
        return
    nash = int(equilibria["nash"].sum())
    several = f"{len(states)} states hold" if len(states) > 1 else "One state holds"
    of_them = "there" if nash == len(states) else f"in {nash} of them" if nash else "but in each"
    nobody = "nobody gains" if nash else "somebody gains"
    yield Paragraph(f"{several} for everybody with some foresight; {of_them} {nobody} by moving alone (Nash).")
    yield from option_form(solution, words, states)
    yield from left_together(solution, words)
    if solution.nonmyopic is not None:
        far = np.flatnonzero(solution.nonmyopic).tolist()
        told = listed([words.name(state) for state in far], quotes=False) if far else "none"
        yield Paragraph(f"With foresight without limit (non-myopic): {told}.")


def _openings(solution: Solution, words: Wording, found: list[Deal]) -> Iterator[Block]:
    if any("nash" in deal.holds for deal in found):
        return
    title = "What would make a deal hold" if found else "What would open it"
    if len(solution.game.states) > MOST_STATES_TRIED:
        yield Heading(title)
        yield Paragraph("Not tried: the model is large. `detente scenario sensitivity` tries every change of one want.")
        return
    sensitivity = Sensitivity(solution.game)
    effects = list(sensitivity.effects())
    if effects:
        yield Heading(title)
        yield from openings(effects, words, holding=bool(found))
