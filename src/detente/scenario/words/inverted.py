"""An inverse analysis in words: how many orders of a party's wants would make an outcome hold, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.inverse import Clause, Inverse
from detente.scenario.words.concepts import MEANING, NAME
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.wording import Wording, listed

MOST_PAIRS = 12


def inverted(found: Sequence[Inverse], state: int, concept: str, words: Wording) -> list[Block]:
    """The answers for several parties, of one state and one concept."""
    blocks: list[Block] = [
        Heading(f"{words.board.scenario.name}: what would make {words.name(state)} hold", 1),
        Bullets(tuple(words.by_party(state))),
        Paragraph(f"To hold means here: {MEANING[concept]} ({NAME[concept]})."),
    ]
    if not found:
        blocks.append(Paragraph("No party has wants to put in order; rankings of states are not changed."))
    for one in found:
        blocks += [Heading(words.names[one.party]), *_party(one, words)]
    return blocks


def _party(one: Inverse, words: Wording) -> Iterator[Block]:
    name = words.mid(one.party)
    if one.leavers:
        leavers = listed([words.mid(party) for party in one.leavers], quotes=False)
        yield Paragraph(f"No order of {name}’s wants makes it hold: whatever {name} wants, {leavers} would leave.")
        return
    if not one.count:
        yield Paragraph(f"None of the {one.orders:,} orders of {name}’s wants makes it hold.")
        yield from _impossible(one, words)
        return
    today = "as they are today" if one.present else "but not as they are today"
    wants = f"{name}’s {len(words.parties[one.party].wants)} wants"
    yield Paragraph(f"{_share(one.count, one.orders)} of the {one.orders:,} orders of {wants} make it hold, {today}.")
    if one.gained is not None:
        also = f"{_share(one.gained, one.orders)} also put it above now." if one.gained else "None puts it above now."
        yield Paragraph(also)
    clauses = [clause for clause in one.clauses if clause.some]
    if clauses and (one.gained is None or one.gained):
        yield Paragraph("For both, exactly this is needed:" if one.gained is not None else "Exactly this is needed:")
        yield Bullets(tuple(_clause(clause, words) for clause in clauses))
    elif one.always:
        yield Paragraph("In every one of them:")
        pairs = [f"“{first.text}” counts more than “{second.text}”" for first, second in one.always]
        yield Bullets(tuple(pairs[:MOST_PAIRS]))


def _impossible(one: Inverse, words: Wording) -> Iterator[Block]:
    hopeless = next((clause for clause in one.clauses if not clause.some and clause.all), None)
    if hopeless is not None:
        yield Paragraph(
            f"In {words.name(hopeless.rival)}, which it can move to, it has all that it has here and "
            f"{listed([want.text for want in hopeless.all])} besides."
        )


def _share(count: int, orders: int) -> str:
    return "All" if count == orders else f"{count:,} ({100 * count / orders:.3g} %)"


def _clause(clause: Clause, words: Wording) -> str:
    some, rival = _one_of([want.text for want in clause.some]), words.name(clause.rival)
    if not clause.all:
        return f"nothing against {rival}: {some} speaks for it, and no want speaks for the other"
    return f"{some} counts more than {listed(want.text for want in clause.all)} (or else {rival} is better)"


def _one_of(texts: Sequence[str]) -> str:
    return f"“{texts[0]}”" if len(texts) == 1 else f"one of {listed(texts, word='or')}"
