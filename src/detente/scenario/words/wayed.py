"""Ways from now to outcomes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.scenario.ways import Way, Ways
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.wording import Wording

Item = str | tuple[str, tuple[str, ...]]


def wayed(found: Mapping[int, Ways], start: int, words: Wording) -> list[Block]:
    """The ways to each outcome, a heading an outcome."""
    blocks: list[Block] = [
        Heading(f"{words.board.scenario.name}: ways from {words.name(start)}", 1),
        Bullets(tuple(words.by_party(start))),
    ]
    for end, ways in found.items():
        blocks += [Heading(f"To {words.name(end)}"), Bullets(tuple(words.by_party(end)))]
        blocks += _outcome(ways, start, words)
    return blocks


def _outcome(ways: Ways, start: int, words: Wording) -> Iterator[Block]:
    shortest, improving, easiest = ways.shortest, ways.improving, ways.easiest
    if shortest is None or easiest is None:
        yield Paragraph("There is no way: somebody would have to take back what cannot be taken back.")
        return
    if improving is not None:
        yield Paragraph(f"{_moves(improving)}, each a gain for the one who makes it:")
        yield Bullets(tuple(_steps(improving, start, words)))
    else:
        yield Paragraph("Not by gains alone: somebody must move against its own interest.")
        yield Paragraph(f"The way with the fewest such moves, {_moves(easiest).lower()}:")
        yield Bullets(tuple(_steps(easiest, start, words)))
    chosen = improving or easiest
    if len(shortest.steps) < len(chosen.steps):
        yield Paragraph(f"The shortest way, {_moves(shortest).lower()}:")
        yield Bullets(tuple(_steps(shortest, start, words)))


def _steps(way: Way, start: int, words: Wording) -> Iterator[str]:
    here = start
    for place, step in enumerate(way.steps):
        told = f"{words.move(step.party, here, step.to)}: {words.name(step.to)}"
        if place in way.against:
            if words.board.prefers(step.party, here, step.to):
                told += f"; against its interest, {words.why(step.party, here, step.to)}"
            else:
                told += "; it gains nothing by it"
        else:
            told += f", {words.why(step.party, step.to, here)}"
        yield told + "."
        here = step.to


def _moves(way: Way) -> str:
    return "One move" if len(way.steps) == 1 else f"{len(way.steps)} moves"
