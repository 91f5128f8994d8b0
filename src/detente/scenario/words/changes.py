"""Changes of wants and what follows from them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.changes import Change
from detente.scenario.sensitivity import Effect
from detente.scenario.words.concepts import NAME
from detente.scenario.words.document import Block, Bullets, Paragraph
from detente.scenario.words.wording import Wording, listed


def change_in_words(change: Change, words: Wording) -> str:
    """``Russia puts “recognise” above “not handover”``."""
    name = {party.id: party.name for party in words.parties}[change.party]
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
    names = {party.id: party.name for party in words.parties}
    whose = listed(dict.fromkeys(names[effect.changes[0].party] for effect in chosen), quotes=False)
    owner = f"all of them {whose}’s" if " and " not in whose else f"they are {whose}’s"
    yield Paragraph(f"{len(chosen)} of the {len(effects)} changes of one want {what}, {owner}:")
    yield Bullets(tuple(_opening(group, words) for group in _grouped(chosen)))


def _grouped(effects: Sequence[Effect]) -> list[list[Effect]]:
    """Changes of one want in one direction together; giving it up is the end of moving it down."""
    groups: dict[tuple[str, str, bool], list[Effect]] = {}
    for effect in effects:
        change = effect.changes[0]
        groups.setdefault((change.party, change.want.text, change.how == "above"), []).append(effect)
    return list(groups.values())


def _opening(group: Sequence[Effect], words: Wording) -> tuple[str, tuple[str, ...]]:
    """The smallest change of a group, how far it may go, and the best deal that it opens."""
    ups = [effect for effect in group if effect.changes[0].how == "above"]
    smallest = ups[-1] if ups else group[0]
    further = [effect for effect in group if effect is not smallest]
    text = change_in_words(smallest.changes[0], words)
    if any(effect.changes[0].how == "dropped" for effect in further):
        text += ", or lower still, or gives it up" if len(further) > 1 else ", or gives it up"
    elif further:
        text += ", or higher still" if ups else ", or lower still"
    count = f" ({len(group)} changes)" if len(group) > 1 else ""
    return f"{text}{count}.", tuple(_deal_opened(smallest, words))


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


def effect_in_words(effect: Effect, words: Wording) -> Iterator[Block]:
    """What follows from changes, in full."""
    yield Paragraph("If " + "; and if ".join(change_in_words(change, words) for change in effect.changes) + ":")
    if effect.same_ranking:
        yield Paragraph(f"Nothing changes: {_undone(effect, words)}")
        return
    items: list[str | tuple[str, tuple[str, ...]]] = []
    now = words.board.now
    if now is not None:
        if now in effect.ceases.get("nash", ()):
            items.append("Now no longer holds by itself: somebody then gains by moving alone.")
        elif now in effect.becomes.get("nash", ()):
            items.append("Now then holds: nobody gains by moving alone.")
    for told, by_concept in (("Then hold that did not", effect.becomes), ("No longer hold", effect.ceases)):
        for states, concepts in _by_states(by_concept).items():
            under = listed([NAME[concept] for concept in concepts], quotes=False)
            items.append((f"{told} ({under}):", tuple(words.state(state) for state in states)))
    if now is not None:
        everybody = "both prefer" if len(words.parties) == 2 else "all prefer"
        if effect.deals:
            shown = effect.holding or effect.deals
            held = "and that hold" if effect.holding else "though somebody gains by leaving them"
            items.append((f"What {everybody} to now, {held}:", tuple(words.state(state) for state in shown)))
        else:
            items.append("No joint move is better for everybody.")
    yield Bullets(tuple(items))


def _by_states(by_concept: dict[str, tuple[int, ...]]) -> dict[tuple[int, ...], list[str]]:
    found: dict[tuple[int, ...], list[str]] = {}
    for concept, states in by_concept.items():
        found.setdefault(states, []).append(concept)
    return found


def _undone(effect: Effect, words: Wording) -> str:
    """Why a change has no effect."""
    change = effect.changes[-1]
    name = {party.id: party.name for party in words.parties}[change.party]
    return f"{name} ranks all states as before; its more important wants decide wherever this one would."
