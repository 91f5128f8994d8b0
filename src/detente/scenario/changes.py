"""Changes of what a party wants: asked for in words (``russia: recognise first``), or every small one there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from detente.errors import BadStatement, UsageError, did_you_mean
from detente.scenario.grammar import parse_statement
from detente.scenario.model import Party, Scenario, Want

How = Literal["above", "below", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """One want of a party moved, dropped or added. ``beside`` is the want that it now stands right above or below."""

    party: str
    want: Want
    how: How
    beside: Want | None
    wants: tuple[Want, ...]  #: of the party, after the change

    def apply(self, scenario: Scenario) -> Scenario:
        """The scenario with the party wanting this."""
        return with_wants(scenario, self.party, self.wants)


def with_wants(scenario: Scenario, party: str, wants: tuple[Want, ...]) -> Scenario:
    """The scenario with one party's wants replaced."""
    parties = (replace(one, wants=wants, ranking=None) if one.id == party else one for one in scenario.parties)
    return replace(scenario, parties=tuple(parties))


def every_change(party: Party) -> Iterator[Change]:
    """Each way to move one want to another place or to drop it; those that give the same order come once."""
    seen = {party.wants}
    for place, want in enumerate(party.wants):
        others = party.wants[:place] + party.wants[place + 1 :]
        for target in range(len(others) + 1):
            wants = (*others[:target], want, *others[target:])
            if wants in seen:
                continue
            seen.add(wants)
            if target < place:
                yield Change(party.id, want, "above", others[target], wants)
            else:
                yield Change(party.id, want, "below", others[target - 1], wants)
        if others not in seen:
            seen.add(others)
            yield Change(party.id, want, "dropped", None, others)


def asked_for(texts: Iterable[str], scenario: Scenario) -> list[Change]:
    """Read changes, each ``PARTY: CHANGE; CHANGE …``, and each seen after those before it. Raises UsageError.

    A change is ``A > B`` (A counts just more than B), ``A < B`` (just less), ``A first``, ``A last`` or ``drop A``. A
    and B are statements, or numbers of wants such as ``#3``. An A that the party does not want yet is added.
    """
    parties = {party.id: party for party in scenario.parties}
    changes = []
    for text in texts:
        name, colon, rest = text.partition(":")
        party = parties.get(name.strip())
        if not colon or party is None:
            hint = did_you_mean(name.strip(), parties) or f"; the parties are {', '.join(parties)}"
            raise UsageError(f'what-if begins with a party and a colon, as "{next(iter(parties))}: A > B"{hint}')
        if party.ranking is not None:
            raise UsageError(f"what-if changes wants, and {party.id!r} has a ranking of states instead")
        parts = [part.strip() for part in rest.split(";") if part.strip()]
        if not parts:
            raise UsageError("what-if needs a change after the colon: 'A > B', 'A < B', 'A first', 'A last', 'drop A'")
        for part in parts:
            change = _change(part, party, scenario)
            changes.append(change)
            party = parties[party.id] = replace(party, wants=change.wants)
    return changes


def _change(text: str, party: Party, scenario: Scenario) -> Change:
    how: How
    for sign in (">", "<"):
        if sign in text:
            one, _, other = text.partition(sign)
            want, beside = _want(one, party, scenario), _want(other, party, scenario)
            if beside not in party.wants:
                raise UsageError(f"what-if: {beside.text!r} is not among the wants of {party.id!r}; {_list(party)}")
            if want == beside:
                raise UsageError(f"what-if: {want.text!r} stands on both sides of {sign!r}")
            others = tuple(other for other in party.wants if other != want)
            at = others.index(beside) + (sign == "<")
            how = "added" if want not in party.wants else "above" if sign == ">" else "below"
            return Change(party.id, want, how, beside, (*others[:at], want, *others[at:]))
    word, _, rest = text.partition(" ")
    if word in ("drop", "without") and rest:
        want = _want(rest, party, scenario)
        if want not in party.wants:
            raise UsageError(f"what-if: {want.text!r} is not among the wants of {party.id!r}; {_list(party)}")
        return Change(party.id, want, "dropped", None, tuple(other for other in party.wants if other != want))
    rest, _, word = text.rpartition(" ")
    if word in ("first", "last") and rest:
        want = _want(rest, party, scenario)
        others = tuple(other for other in party.wants if other != want)
        how = "added" if want not in party.wants else "above" if word == "first" else "below"
        order = (want, *others) if word == "first" else (*others, want)
        return Change(party.id, want, how, (others[0] if word == "first" else others[-1]) if others else None, order)
    raise UsageError(f"what-if: {text!r} is no change; say 'A > B', 'A < B', 'A first', 'A last', 'drop A'")


def _want(text: str, party: Party, scenario: Scenario) -> Want:
    """The want that is meant; a new one where the party has none such."""
    text = text.strip()
    if text.startswith("#"):
        number = int(text[1:]) if text[1:].isdecimal() else 0
        if not 1 <= number <= len(party.wants):
            raise UsageError(f"what-if: {party.id!r} has no want {text}; {_list(party)}")
        return party.wants[number - 1]
    try:
        statement = parse_statement(text, [option.id for option in scenario.options])
    except BadStatement as error:
        raise UsageError(f"what-if: {error.reason}, in {text!r} at column {error.column}") from None
    return next((want for want in party.wants if want.statement == statement), Want(statement, text))


def _list(party: Party) -> str:
    return "there are " + ", ".join(f"#{number} {want.text!r}" for number, want in enumerate(party.wants, start=1))
