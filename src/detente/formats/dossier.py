"""A reading as a dossier for the terminal: who said what, what happened, what is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.model.items import Agreement, Ahead, Event, Person, Statement, Territory
from detente.model.reading import Reading
from detente.model.words import Words

#: A line of a section: its cells, and the words that it rests on.
Line = tuple[tuple[Text, ...], Words]

_WIDEST = 28  # columns for a name before it wraps, so that the words beside it have room
_PARTY_FROM = {"context": "context", "table": "the table of leaders"}
_IN = re.compile(
    r"\b(statement|communiqu[eé]|interview|letter|post|tweet|message|article|speech|remarks|note|document)\b"
)
_STATUS_STYLE = {"scheduled": "cyan", "hypothetical": "yellow", "denied": "red", "ongoing": "green"}


def print_dossier(reading: Reading, console: Console, *, evidence: bool = False, times: bool = False) -> None:
    """Print one reading; ``evidence`` adds the source words to each line, ``times`` the time expressions."""
    console.print(_head(reading))
    for title, lines in _sections(reading, times=times):
        console.print(Text(f"\n{title}", style="bold"))
        if lines:
            console.print(Padding(_table(lines, evidence=evidence), (0, 0, 0, 2)))
        else:
            console.print(Text("  none found", style="dim"))
    console.print()


def _head(reading: Reading) -> RenderableType:
    report, front = reading.report, reading.front
    title = front.headline.text if front.headline else report.title or report.source
    published = front.published
    dated = f"published {published.date} ({published.basis})" if published.date else "date of publication unknown"
    places = ", ".join(line.place for line in front.dateline)
    facts = " · ".join(part for part in (report.publisher, places, dated, report.source) if part)
    head = [Text(" ".join(title.split()), style="bold underline"), Text(facts, style="dim")]
    if published.basis == "inferred":
        basis = "; ".join(candidate.source for candidate in published.candidates if candidate.basis == "inferred")
        head.append(Text(f"dated from the text: {basis}", style="dim"))
    if front.translated_from:
        head.append(Text(f"translated (original language: {front.translated_from})", style="dim"))
    return Group(*head)


def _sections(reading: Reading, *, times: bool) -> Iterator[tuple[str, list[Line]]]:
    if reading.parties is not None:
        yield (
            "Parties",
            [
                ((_cell(p.id, "bold"), _cell(p.name), _cell(_others(p.names, p.name))), p.evidence)
                for p in reading.parties
            ],
        )
    if reading.people is not None:
        yield "People", [(_person(person), person.evidence) for person in reading.people]
    if reading.statements is not None:
        yield "Who said what", [(_statement(statement), statement.evidence) for statement in reading.statements]
    if reading.events is not None:
        yield "Events", [(_event(event), event.evidence) for event in reading.events]
    if reading.ahead is not None:
        yield (
            "Ahead",
            [
                ((_date(item.date), _cell(", ".join(item.who), "bold"), _ahead(item)), item.evidence)
                for item in reading.ahead
            ],
        )
    if reading.terms is not None:
        yield (
            "Terms of office",
            [
                ((_cell(f"until {t.until}", "cyan"), _cell(t.person, "bold"), _cell(t.office)), t.evidence)
                for t in reading.terms
            ],
        )
    if reading.agreements is not None:
        yield "Agreements", [line for agreement in reading.agreements for line in _agreement(agreement)]
    if reading.territories is not None:
        yield "Territories", [(_territory(territory), territory.evidence) for territory in reading.territories]
    if times and reading.times is not None:
        yield (
            "Times",
            [
                ((_cell(t.value, "cyan"), _cell(t.type.lower(), "dim"), _cell(t.evidence.text)), t.evidence)
                for t in reading.times
            ],
        )


def _person(person: Person) -> tuple[Text, ...]:
    office = _cell(person.office)
    if person.party_basis in ("context", "table"):
        office.append(f" [{person.party} from {_PARTY_FROM[person.party_basis]}]", style="dim")
    return _cell(person.name, "bold"), _cell(person.party), office


def _statement(statement: Statement) -> tuple[Text, ...]:
    speaker = Text(_flat(statement.speaker or "not named"), style="bold" if statement.speaker else "dim")
    if statement.party and statement.party != statement.speaker:
        speaker.append(f" ({statement.party})", style="not bold")
    said = Text()
    if statement.content:
        words = " … ".join(_flat(part) for part in statement.content.parts)
        said.append(f"“{words}”" if statement.manner == "direct" else words)
    about = [
        statement.manner if statement.manner in ("position", "declined") else None,
        f"“{_flat(statement.cue.text)}”" if statement.cue else None,
        f"to {statement.addressee}" if statement.addressee else None,
        _venue(_flat(statement.venue)) if statement.venue else None,
    ]
    if noted := " · ".join(part for part in about if part):
        said.append(f"{' ' if said else ''}[{noted}]", style="dim")
    return _date(statement.date), speaker, said


def _ahead(item: Ahead) -> Text:
    what = Text(_flat(item.what.text))
    if item.status != "due":
        what.append(f" [{item.status}]", style="yellow")
    if item.recurs:
        what.append(f" [recurs: {item.recurs}]", style="dim")
    return what


def _event(event: Event) -> tuple[Text, ...]:
    status = Text(event.status, style=_STATUS_STYLE.get(event.status, ""))
    between = ", ".join(event.source)
    if event.target:
        between += f" → {', '.join(event.target)}"
    what = Text(_flat(event.what.text))
    if event.place:
        what.append(f" [{_flat(event.place)}]", style="dim")
    return _date(event.date), Text(event.type or "", style="magenta"), Text(between, style="bold"), what, status


def _agreement(agreement: Agreement) -> Iterator[Line]:
    """A line for the agreement, and one for each of its provisions."""
    status = _cell(agreement.status)
    if agreement.status_basis in ("context", "table"):
        status.append(f" [{agreement.status_basis}]", style="dim")
    parties = _cell(", ".join(agreement.parties), "bold")
    if agreement.parties and agreement.parties_basis in ("context", "table"):
        parties.append(f" [{agreement.parties_basis}]", style="dim")
    yield (_date(agreement.date), parties, _cell(agreement.name), status), agreement.evidence
    for provision in agreement.provisions:
        condition = _cell(provision.condition.text, "yellow") if provision.condition else Text()
        yield (Text(), Text(), Text(f"· {_flat(provision.text.text)}"), condition), provision.text


def _territory(territory: Territory) -> tuple[Text, ...]:
    """Claimants, holder and name; who is known from the table alone is dimmed."""
    claimed, held = Text("claimed by "), Text("held by ")
    said = {claim.party for claim in territory.claims if claim.basis == "said"}
    for n, party in enumerate(territory.claimed_by):
        claimed.append(", " if n else "").append(party, style="bold" if party in said else "dim")
    said = {holding.party for holding in territory.holdings if holding.basis == "said"}
    held.append(territory.held_by or "–", style="bold" if territory.held_by in said else "dim")
    name = _cell(territory.name)
    if territory.members:
        name.append(f" ({', '.join(territory.members)})")
    return claimed if territory.claimed_by else Text("–", style="dim"), held, name


def _date(date: str | None) -> Text:
    return Text(date, style="cyan") if date else Text("–", style="dim")


def _cell(text: str | None, style: str = "") -> Text:
    return Text(_flat(text), style=style) if text else Text("–", style="dim")


def _others(names: Iterable[str], name: str) -> str:
    return ", ".join(dict.fromkeys(_flat(other) for other in names if other != name))


def _flat(text: str) -> str:
    """On one line; the terminal wraps it anew."""
    return " ".join(text.split())


def _table(lines: list[Line], *, evidence: bool) -> Table:
    table = Table.grid(padding=(0, 2))
    columns = len(lines[0][0])
    for column in range(columns):
        table.add_column(no_wrap=column == 0, overflow="fold", max_width=_WIDEST if 0 < column < columns - 1 else None)
    for cells, words in lines:
        table.add_row(*cells)
        if evidence:
            quoted = Text(f"[{words.start}–{words.end}] {_flat(words.text)}", style="dim italic")
            table.add_row(*[Text()] * (columns - 1), quoted)
    return table


def _venue(words: str) -> str:
    """Where something was said: at a meeting, but in a statement."""
    return f"{'in' if _IN.search(words) else 'at'} {words}"
