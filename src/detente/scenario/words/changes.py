"""Changes of wants and what follows from them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.board import Board
from detente.scenario.changes import Change
from detente.scenario.sensitivity import Effect
from detente.scenario.words.concepts import NAME, strongest
from detente.scenario.words.document import Block, Bullets, Heading, Paragraph
from detente.scenario.words.wording import Wording, listed

MOST_STATES = 4  #: named in a list before "and … more"
Item = str | tuple[str, tuple[str, ...]]


def change_in_words(change: Change, words: Wording, *, mid: bool = False) -> str:
    """``Russia puts “recognise” above “not handover”``; ``mid``: inside a sentence."""
    party = [party.id for party in words.parties].index(change.party)
    name = words.mid(party) if mid else words.names[party]
    want = f"“{change.want.text}”"
    beside = f"“{change.beside.text}”" if change.beside else ""
    match change.how:
        case "dropped":
            return f"{name} gives up {want}"
        case "added":
            place = [one == change.want for one in change.wants].index(True) + 1
            return f"{name} also wants {want}, as its want {place} of {len(change.wants)}"
        case _:
            return f"{name} puts {want} {change.how} {beside}"


def openings(effects: Sequence[Effect], words: Wording, *, holding: bool) -> Iterator[Block]:
    """Which single changes open a deal (or, with ``holding``, one that holds), those of one want and way together."""
    chosen = [effect for effect in effects if (effect.holding if holding else effect.deals)]
    what = "would make a deal hold" if holding else "would open a deal"
    if not chosen:
        yield Paragraph(f"None of the {len(effects)} changes of one want {what}. It would take more than one.")
        return
    names = {party.id: words.mid(number) for number, party in enumerate(words.parties)}
    whose = listed(dict.fromkeys(names[effect.changes[0].party] for effect in chosen), quotes=False)
    owner = f"all of them {whose}’s" if " and " not in whose else f"they are {whose}’s"
    yield Paragraph(f"{len(chosen)} of the {len(effects)} changes of one want {what}, {owner}:")
    yield Bullets(tuple(_opening(group, words) for group in _grouped(chosen)))


def _undoings(effects: Sequence[Effect], words: Wording) -> Iterator[Block]:
    chosen = [effect for effect in effects if not effect.holding]
    if not chosen:
        yield Paragraph(f"None of the {len(effects)}.")
        return
    yield Paragraph(f"{len(chosen)} of the {len(effects)}:")
    yield Bullets(tuple(_extent(group, words)[0] for group in _grouped(chosen)))


def _grouped(effects: Sequence[Effect]) -> list[list[Effect]]:
    """Changes of one want in one direction together; giving it up is the end of moving it down."""
    groups: dict[tuple[str, str, bool], list[Effect]] = {}
    for effect in effects:
        change = effect.changes[0]
        groups.setdefault((change.party, change.want.text, change.how == "above"), []).append(effect)
    return list(groups.values())


def _opening(group: Sequence[Effect], words: Wording) -> tuple[str, tuple[str, ...]]:
    """A group of changes, and the best deal that the smallest of them opens."""
    text, smallest = _extent(group, words)
    return text, tuple(_deal_opened(smallest, words))


def _extent(group: Sequence[Effect], words: Wording) -> tuple[str, Effect]:
    """The smallest change of a group, and how far it may go."""
    ups = [effect for effect in group if effect.changes[0].how == "above"]
    smallest = ups[-1] if ups else group[0]
    further = [effect for effect in group if effect is not smallest]
    text = change_in_words(smallest.changes[0], words)
    if any(effect.changes[0].how == "dropped" for effect in further):
        text += ", or lower still, or gives it up" if len(further) > 1 else ", or gives it up"
    elif further:
        text += ", or higher still" if ups else ", or lower still"
    count = f" ({len(group)} changes)" if len(group) > 1 else ""
    return f"{text}{count}.", smallest


def _deal_opened(effect: Effect, words: Wording) -> Iterator[str]:
    board = words.board
    assert board.now is not None
    deal = (effect.holding or effect.deals)[0]
    steps = [
        words.move(party, board.now, deal)
        for party in range(len(words.parties))
        if words.doing(party, board.now, deal) != "moves"
    ]
    everybody = "both prefer" if len(words.parties) == 2 else "all prefer"
    more = len(effect.deals) - 1
    others = f" (and {more} more)" if more else ""
    yield f"Then {everybody} {words.name(deal)} to now{others}: {'; '.join(steps)}."
    if effect.holding:
        yield "It would hold: nobody gains by leaving it alone."
    else:
        yield "It would not hold by itself: somebody gains by leaving it."


def effect_in_words(effect: Effect, words: Wording, after: Board) -> Iterator[Block]:
    """What follows from changes, in full. ``words`` are of the game as it is, ``after`` is the game as it would be."""
    yield Paragraph(
        "If " + "; and if ".join(change_in_words(change, words, mid=True) for change in effect.changes) + ":"
    )
    if effect.same_ranking:
        yield Paragraph(f"Nothing changes: {_undone(effect, words)}")
        return
    items: list[Item] = []
    now = words.board.now
    if now is not None:
        if now in effect.ceases.get("nash", ()):
            items.append("Now no longer holds by itself: somebody then gains by moving alone.")
        elif now in effect.becomes.get("nash", ()):
            items.append("Now then holds: nobody gains by moving alone.")
        items += _where_gains_lead(effect, words, after)
        everybody = "both prefer" if len(words.parties) == 2 else "all prefer"
        if effect.deals:
            held = "and that hold" if effect.holding else "though somebody gains by leaving them"
            items.append((f"What {everybody} to now, {held}:", _some(effect.holding or effect.deals, words)))
        else:
            items.append("No joint move is better for everybody.")
    for turn, by_concept in (("Holds that did not", effect.becomes), ("No longer holds", effect.ceases)):
        for concepts, states in _by_concepts(by_concept).items():
            items.append((f"{turn} ({listed(map(NAME.__getitem__, concepts), quotes=False)}):", _some(states, words)))
    if not items:
        items.append("The same outcomes hold as before.")
    yield Bullets(tuple(items))


def _where_gains_lead(effect: Effect, words: Wording, after: Board) -> Iterator[Item]:
    """Where the parties would end from now, each moving only if it gains, and what those that changed go without."""
    now = after.now
    assert now is not None
    holds = {state for state in range(len(after.states)) if _nobody_gains(after, state)}
    everybody = range(len(after.parties))
    reached = {end: way for end, way in after.ways(everybody, now, improving=True) if way and end in holds}
    if not reached:
        return
    nearest = min(reached, key=lambda end: (len(reached[end]), end))
    told = [f"the nearest way: {words.way(now, reached[nearest])}"]
    for change in {change.party: change for change in effect.changes}.values():
        party = [one.id for one in after.parties].index(change.party)
        for number, want in enumerate(after.parties[party].wants, start=1):
            truth = after.states.holds(want.statement)
            if not any(truth[end] for end in reached):
                told.append(f"in none of them {words.mid(party)} has “{want.text}”, its want {number} today")
    numbers = listed([str(end + 1) for end in sorted(reached)[:MOST_STATES]], quotes=False)
    more = f" and {len(reached) - MOST_STATES} more" if len(reached) > MOST_STATES else ""
    states = "states" if len(reached) > 1 else "state"
    yield f"From now, gains lead to {states} {numbers}{more}, and end there:", tuple(f"{line}." for line in told)


def _nobody_gains(board: Board, state: int) -> bool:
    return not any(board.improvements(party, state) for party in range(len(board.parties)))


def _some(states: Sequence[int], words: Wording) -> tuple[str, ...]:
    shown = tuple(words.state(state) for state in states[:MOST_STATES])
    return (*shown, f"and {len(states) - MOST_STATES} more") if len(states) > MOST_STATES else shown


def _undone(effect: Effect, words: Wording) -> str:
    """Why a change has no effect."""
    change = effect.changes[-1]
    name = {party.id: party.name for party in words.parties}[change.party]
    return f"{name} ranks all states as before; its more important wants decide wherever this one would."


def sensitivity_in_words(effects: Sequence[Effect], words: Wording, before: Effect) -> Iterator[Block]:
    """Every change of one want: what opens or undoes a deal, and what changes the outcomes that hold.

    ``before`` is the effect of no change.
    """
    yield Heading(f"{words.board.scenario.name}: changes of one want", 1)
    if not effects:
        yield Paragraph("No party has wants to change; rankings of states are not changed.")
        return
    same = sum(effect.same_ranking for effect in effects)
    tried = f"{len(effects)} changes were tried: each want in every other place, and given up."
    yield Paragraph(f"{tried} {same or 'None'} of them {'alter' if same > 1 else 'alters'} no ranking.")
    if words.board.now is not None:
        if before.holding:
            yield Heading("Which would leave no deal that holds")
            yield from _undoings(effects, words)
        else:
            yield Heading("Which would make a deal hold" if before.deals else "Which would open a deal")
            yield from openings(effects, words, holding=bool(before.deals))
    yield Heading("What becomes stable, and what no longer is")
    changed = [effect for effect in effects if effect.becomes or effect.ceases]
    if not changed:
        yield Paragraph("No change of one want makes another outcome hold, or one no longer.")
    by_outcome: dict[tuple[str, ...], list[Effect]] = {}
    for effect in changed:
        by_outcome.setdefault(tuple(_turns(effect)), []).append(effect)
    items = []
    for outcome, alike in by_outcome.items():
        told = tuple(f"if {change_in_words(effect.changes[0], words, mid=True)}" for effect in alike)
        items.append((f"{'; '.join(outcome)}:", told))
    if items:
        yield Bullets(tuple(items))


def _turns(effect: Effect) -> Iterator[str]:
    told = (("begin to hold", "begins to hold", effect.becomes), ("no longer hold", "no longer holds", effect.ceases))
    for several, one, by_concept in told:
        for concepts, states in _by_concepts(by_concept).items():
            under = ", ".join(NAME[concept] for concept in concepts)
            numbers = listed([str(state + 1) for state in states], quotes=False)
            yield f"states {numbers} {several} ({under})" if len(states) > 1 else f"state {numbers} {one} ({under})"


def _by_concepts(by_concept: dict[str, tuple[int, ...]]) -> dict[tuple[str, ...], list[int]]:
    """The states by the strongest concepts under which they begin, or cease, to hold."""
    of_state: dict[int, list[str]] = {}
    for concept, states in by_concept.items():
        for state in states:
            of_state.setdefault(state, []).append(concept)
    found: dict[tuple[str, ...], list[int]] = {}
    for state in sorted(of_state):
        found.setdefault(tuple(strongest(of_state[state])), []).append(state)
    return found
