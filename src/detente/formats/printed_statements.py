"""The statements of a reading by who speaks: a party's people under it, then those without one, then the unnamed.

In: a reading's statements and who is told of in it. Out: groups with a title, each of speakers with their lines; one's
own words come before what is reported of him, and a date stands once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from detente.formats.printed_items import Line, flat, said_words
from detente.knowledge.parties import records

if TYPE_CHECKING:
    from detente.model.items import Party, Person, Statement

#: How a group of speakers is headed; parties come first, under the title of the section.
OTHERS = "Others who are heard"
UNNAMED = "Without a name"
_OWN_WORDS = ("direct", "mixed")
_LAST = ("position", "declined")


@dataclass(slots=True)
class Voice:
    """One speaker with what he says."""

    heading: Text
    said: list[Statement] = field(default_factory=list)

    def in_order(self) -> list[Statement]:
        """Own words first, stances and silence last."""
        return sorted(self.said, key=_worth)

    def lines(self) -> Iterator[Line]:
        """A line a statement: the date where it is not that of the line before, and the words."""
        before = None
        for each in self.in_order():
            again = each.date is not None and each.date == before
            date = Text() if again else Text(str(each.date or "–"), style="cyan" if each.date else "dim")
            marked = ("speaker", "addressee", "venue") + (() if again else ("date",))
            yield (date, said_words(each, *marked)), each.evidence
            before = each.date


def voices(
    title: str, statements: Iterable[Statement], parties: Iterable[Party], people: Iterable[Person]
) -> dict[str, list[Voice]]:
    """The groups by title, those without a speaker left out; ``title`` is that of those who speak for a party."""
    names = {party.id: party.name for party in parties}
    offices = {person.id: person.office for person in people}
    found: dict[tuple[str, str, str], Voice] = {}
    for each in statements:
        group = UNNAMED if each.anonymous or each.speaker is None else title if each.party else OTHERS
        who = flat(each.speaker.name) if each.speaker else "not named"
        key = (group, each.party or "", who if each.speaker is None or each.speaker.id is None else each.speaker.id)
        if key not in found:
            office = offices.get(each.speaker.id or "") if each.speaker else None
            found[key] = Voice(_heading(each, who, office, names))
        found[key].said.append(each)
    first: dict[str, int] = {}
    for n, (_, party, _) in enumerate(found):
        first.setdefault(party, n)
    groups: dict[str, list[Voice]] = {title: [], OTHERS: [], UNNAMED: []}
    for key in sorted(found, key=lambda key: (first[key[1]], key[2] != key[1])):
        groups[key[0]].append(found[key])
    return {name: listed for name, listed in groups.items() if listed}


def _heading(said: Statement, who: str, office: str | None, names: dict[str, str]) -> Text:
    """The speaker, his office and his party, with what the party is known from."""
    heading = Text(who, style="bold")
    known = records().get(said.party or "")
    party = names.get(said.party or "") or (known.name if known is not None else said.party)
    itself = said.speaker is not None and said.speaker.id == said.party
    about = [flat(office) if office else None, party if party != who and not itself else None]
    if told := ", ".join(part for part in about if part):
        heading.append(f", {told}", style="not bold")
    bases = dict.fromkeys(
        f"{each.basis}, {each.as_of}" if each.as_of else each.basis for each in said.inferred if each.field == "party"
    )
    if bases and not itself:
        heading.append(f" [party: {', '.join(bases)}]", style="dim not bold")
    return heading


def _worth(said: Statement) -> tuple[int, int]:
    """Own words first, stances and silence last, else in the order of the text."""
    rank = 0 if said.manner in _OWN_WORDS else 2 if said.manner in _LAST else 1
    return rank, said.evidence.start
