"""Why a state holds or does not: for each party its gains, how the others can answer, and whether it can escape."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.errors import UsageError
from detente.scenario.board import Board
from detente.scenario.limits import LIMITS
from detente.scenario.solution import Solution
from detente.scenario.stable_at import Answer, answer_to, better_than
from detente.scenario.states import States
from detente.scenario.words.concepts import NAME, holds_in_words
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.wording import Wording, listed

MOST_GAINS = 3
Item = str | tuple[str, tuple[str, ...]]


def check_size(states: States) -> None:
    """Raise UsageError where the search for answers would take too long."""
    if len(states) > LIMITS.states_tried:
        raise UsageError(f"{len(states):,} states; one is explained in scenarios of at most {LIMITS.states_tried:,}")


def explained(solution: Solution, state: int) -> list[Block]:
    """The explanation of one state."""
    board = Board.of(solution.game, solution.ranks)
    words = Wording(board)
    name = words.name(state)
    blocks: list[Block] = [Heading(f"{board.scenario.name}: {name}", 1), Bullets(tuple(words.by_party(state)))]
    holds = [concept for concept, where in solution.equilibria.items() if where[state]]
    told = f"It holds for everybody: {holds_in_words(holds)}." if holds else "It does not hold, with any foresight."
    blocks.append(Paragraph(told))
    for party, party_name in enumerate(words.names):
        blocks += [Heading(party_name), *_party(solution, words, party, state)]
    return blocks


def _party(solution: Solution, words: Wording, party: int, state: int) -> Iterator[Block]:
    board = words.board
    moves, gains = board.moves(party, state), board.improvements(party, state)
    rank = solution.ranks[party]
    worse = int((rank < rank[state]).sum())
    better = int((rank > rank[state]).sum())
    place = f"{better} {'state is' if better == 1 else 'states are'} better for it, {worse} worse"
    if not moves:
        yield Paragraph(f"It cannot move. ({place}.)")
        return
    if not gains:
        told = f"none of its {len(moves)} moves is a gain" if len(moves) > 1 else "its one move is no gain"
        yield Paragraph(f"It stays: {told}. ({place}.)")
        return
    stable = [concept for concept, by_party in solution.stable.items() if by_party[party][state]]
    not_stable = [NAME[concept] for concept in solution.stable if concept not in stable]
    verdict = f"Stable for it: {holds_in_words(stable)}. " if stable else ""
    verdict += f"Not stable under {listed(not_stable, quotes=False)}." if not_stable else ""
    if len(moves) == 1:
        count = "Its one move is a gain"
    else:
        count = f"{len(gains)} of its {len(moves)} moves {'are gains' if len(gains) > 1 else 'is a gain'}"
    yield Paragraph(f"{count}. ({place}.) {verdict}")
    gains = _telling_first(board, party, state, gains)
    yield Bullets(tuple(_gain(words, party, state, gain) for gain in gains[:MOST_GAINS]))


def _telling_first(board: Board, party: int, state: int, gains: list[int]) -> list[int]:
    """Gains that nobody can take back come first: they are why the state does not hold."""
    if len(gains) > 16 or len(board.states) > 1 << 12:  # the search for answers would take long
        return gains
    better = better_than(board, party, state)
    answered = {gain: _answers(board, party, gain, better) for gain in gains}
    return sorted(gains, key=lambda gain: sum(answer is not None for answer in answered[gain].values()))


def _answers(board: Board, party: int, gain: int, better: Callable[[int], bool]) -> dict[str, Answer | None]:
    return {concept: answer_to(board, party, gain, concept, better) for concept in ("gmr", "smr", "seq", "sseq")}


def _gain(words: Wording, party: int, state: int, gain: int) -> Item:
    board = words.board
    better = better_than(board, party, state)
    answers = _answers(board, party, gain, better)
    told = f"It {words.doing(party, state, gain)}: {words.name(gain)}, {words.why(party, gain, state)}."
    if answers["gmr"] is None:
        return told, ("Nothing that the others can do takes this gain back.",)
    items = []
    credible = answers["sseq"] or answers["seq"]
    answer = credible or answers["smr"] or answers["gmr"]
    items.append(_answered(words, party, state, gain, answer, credible=credible is not None))
    if credible is None:
        items.append("No answer by gains of the others alone would take it back (SEQ).")
    last = answer.end
    escapes = [target for target in board.moves(party, last) if better(target)]
    if escapes:
        best = max(escapes, key=lambda target: (int(board.ranks[party][target]), -target))
        items.append(f"But it could escape from there: it {words.doing(party, last, best)}, to {words.name(best)}.")
    else:
        items.append("It could not escape from there to anything better than it has.")
    return told, tuple(items)


def _answered(words: Wording, party: int, state: int, gain: int, answer: Answer, *, credible: bool) -> str:
    way = words.way(gain, answer.way)
    rank = words.board.ranks[party]
    end = words.name(answer.end) if answer.end != state else "back where it was"
    outcome = "which is worse for it than before" if rank[answer.end] < rank[state] else "no better for it than before"
    reason = f", {words.why(party, state, answer.end)}" if rank[answer.end] < rank[state] else ""
    interest = "; each step is a gain for the one who makes it" if credible else _cost(words, gain, answer)
    return f"Answer: {way}: {end}, {outcome}{reason}{interest}."


def _cost(words: Wording, start: int, answer: Answer) -> str:
    """Whom an answer costs something."""
    losers = []
    for step in answer.way:
        if not words.board.prefers(step.party, step.to, start):
            losers.append(words.mid(step.party))
        start = step.to
    return f"; {listed(dict.fromkeys(losers), quotes=False)} would not gain by it" if losers else ""
