"""One item of a reading -> lines of a table for the terminal: a printer for each section, one for all others.

Whatever an item shows and the report does not plainly say is marked at the end of its line, fields with what they
rest on: ``[party: table · date, place: context]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rich.text import Text

from detente.formats.printed_deed import is_pronoun, told
from detente.knowledge.loader import Entry, table
from detente.model.date import Date
from detente.model.items import (
    Agreement,
    Ahead,
    Event,
    Figure,
    Party,
    Person,
    Position,
    Pressure,
    Statement,
    Term,
    Territory,
    Time,
)
from detente.model.references import Reference
from detente.model.words import Words

#: A line of a section: its cells, and the words that it rests on.
Line = tuple[tuple[Text, ...], Words]

_IN = re.compile(
    r"\b(statement|communiqu[eé]|interview|letter|post|tweet|message|article|speech|remarks|note|document)\b"
)
_TWO = 2
_LONGEST_DEED = 320  # characters that a line of an event takes
# codes: fields, states and colours
_STATUS_STYLE = {"scheduled": "cyan", "hypothetical": "yellow", "denied": "red", "ongoing": "green"}
# codes: states, and how a line tells them
_STATUS_TOLD = {"scheduled": "planned", "hypothetical": "open", "denied": "did not happen", "ongoing": "under way"}
# codes: stances and colours
_STANCE_STYLE = {"rejects": "red", "threatens": "red", "denies": "red", "accepts": "green", "accepts if": "yellow"}
# codes: fields, states and colours
_NOT_TOLD = frozenset({"id", "evidence", "inferred"})


def lines_of(section: str, item: Any) -> Iterator[Line]:
    """The lines of an item of a section."""
    return _PRINTERS.get(section, _plain)(item)


def flat(text: str) -> str:
    """On one line; the terminal wraps it anew."""
    return " ".join(text.split())


def _time(item: Time) -> Iterator[Line]:
    yield (_cell(item.value, "cyan"), _cell(item.type.lower(), "dim"), _cell(item.evidence.text)), item.evidence


def _party(item: Party) -> Iterator[Line]:
    others = ", ".join(dict.fromkeys(flat(other) for other in item.names if other != item.name))
    yield (_cell(item.id, "bold"), _cell(item.name), _marked(_cell(others), item, "id")), item.evidence


def _person(item: Person) -> Iterator[Line]:
    office = _marked(_cell(item.office), item, "party", "office")
    yield (_cell(item.name, "bold"), _cell(item.party), office), item.evidence


def _statement(item: Statement) -> Iterator[Line]:
    speaker = _cell(_who(item.speaker), "bold") if item.speaker else Text("not named", style="dim")
    if item.party and not (item.speaker and item.speaker.id == item.party):
        speaker.append(f" ({item.party})", style="not bold")
    yield (_date(item.date), speaker, said_words(item, "speaker", "party", "addressee", "venue", "date")), item.evidence


def said_words(item: Statement, *marked: str) -> Text:
    """What somebody said, with the cue, hearer and venue, and what the fields ``marked`` are inferred from."""
    said = Text()
    leads = _leads(item)
    if leads and item.cue is not None:
        hearer = f" {_name(item.addressee)}:" if item.addressee else ""
        said.append(f"{flat(item.cue.text)}{hearer} ", style="dim")
    if item.content:
        words = " … ".join(flat(part) for part in item.content.parts)
        said.append(f"“{words}”" if item.manner == "direct" else words)
    about = [
        item.manner if item.manner in ("position", "declined") else None,
        f"“{flat(item.cue.text)}”" if item.cue and not leads else None,
        f"to {_name(item.addressee)}" if item.addressee and not leads else None,
        _venue(flat(item.venue)) if item.venue and not _same(item.venue, item.addressee) else None,
    ]
    if noted := " · ".join(part for part in about if part):
        said.append(f"{' ' if said else ''}[{noted}]", style="dim")
    return _marked(said, item, *marked)


def _leads(item: Statement) -> bool:
    """Whether the words are told as reported: "warned Peru: not to block the road", but not "according to"."""
    if item.manner == "direct" or item.cue is None or item.content is None:
        return False
    return (item.cue.start < item.content.start and item.evidence.start != item.cue.start) or item.manner == "declined"


def _same(venue: str, who: Reference | None) -> bool:
    """Whether the venue is whom it was said to: a conference, a council."""
    return who is not None and flat(who.name) == flat(venue)


def _event(item: Event) -> Iterator[Line]:
    """The deed in the report's words; its type is for programs, and stands in the JSON alone.

    Behind it how real it is, unless it happened; who did it to whom where the words do not name them; where; by whom.
    """
    clause = item.clause or item.what
    subject = clause.start < item.what.start
    verb = item.instance is not None and item.instance.pos == "VERB"
    what = Text(told(_pieces(item), item.source, verb=verb, subject=subject))
    if item.status in _STATUS_TOLD:
        what.append(f" · {_STATUS_TOLD[item.status]}", style=_STATUS_STYLE.get(item.status, ""))
    noted = [
        _between(item, what.plain),
        flat(item.place) if item.place and item.place not in what.plain else None,
        f"by {_name(item.by)}" if item.by and not is_pronoun(item.by.name) else None,
    ]
    if about := " · ".join(part for part in noted if part):
        what.append(f" [{about}]", style="dim")
    _marked(what, item, "source", "target", "date", "place", "status")
    yield (_date(item.date), what), item.evidence


def _between(item: Event, line: str) -> str | None:
    """Who did it to whom, by name; None where the words that tell it name them all."""
    source, target = ([name for name in map(_name, side) if name not in line] for side in (item.source, item.target))
    if source and target:
        return f"{', '.join(map(_name, item.source))} → {', '.join(map(_name, item.target))}"
    return f"to {', '.join(target)}" if target else ", ".join(source) or None


def _name(who: Reference) -> str:
    return flat(who.name)


def _pieces(item: Event) -> tuple[str, ...]:
    """The words that say who did what to whom; where they are many, the trigger with its object."""
    whole = item.clause.parts if item.clause else item.what.parts
    return whole if sum(map(len, whole)) <= _LONGEST_DEED else item.what.parts


def _ahead(item: Ahead) -> Iterator[Line]:
    what = Text(told(item.what.parts, item.who, verb=False, subject=True))
    if missing := [name for name in map(_name, item.who) if name not in what.plain]:
        what.append(f" · {', '.join(missing)}", style="bold")
    if item.status != "due":
        what.append(f" [{item.status}]", style="yellow")
    if item.recurs:
        what.append(f" [recurs: {item.recurs}]", style="dim")
    _marked(what, item, "who", "date", "status", "recurs")
    yield (_date(item.date), what), item.evidence


def _term(item: Term) -> Iterator[Line]:
    office = _marked(_cell(item.office), item, "person", "office", "until")
    yield (_cell(f"until {item.until}", "cyan"), _cell(item.person.name, "bold"), office), item.evidence


def _agreement(item: Agreement) -> Iterator[Line]:
    """A line for the agreement, and one for each of its provisions, with what it waits for or is given for."""
    told = _cell(item.name, "bold")
    if item.parties:
        told.append(f" · {' and '.join(map(_name, item.parties))}" if len(item.parties) == _TWO else (
            f" · {', '.join(map(_name, item.parties))}"), style="not bold")  # fmt: skip
    if item.status:
        told.append(f" · {item.status}", style="not bold green")
    yield (_date(item.date), _marked(told, item, "date", "parties", "status")), item.evidence
    for provision in item.provisions:
        term = Text(f"· {flat(provision.text.text)}")
        if provision.condition:
            term.append(f" – {flat(provision.condition.text)}", style="yellow")
        yield (Text(), term), provision.text


def _territory(item: Territory) -> Iterator[Line]:
    """Claimants, holder and name; who is known from the table alone is dimmed."""
    claimed, held = Text("claimed by "), Text("held by ")
    said = {claim.who for claim in item.claims if claim.basis == "said"}
    for n, party in enumerate(item.claimed_by):
        claimed.append(", " if n else "").append(_who(party), style="bold" if party in said else "dim")
    said = {holding.who for holding in item.holdings if holding.basis == "said"}
    held.append(_who(item.held_by) if item.held_by else "–", style="bold" if item.held_by in said else "dim")
    name = _cell(item.name)
    if item.members:
        name.append(f" ({', '.join(map(flat, item.members))})")
    _marked(name, item, "claimed_by", "held_by")
    yield (claimed if item.claimed_by else Text("–", style="dim"), held, name), item.evidence


def _figure(item: Figure) -> Iterator[Line]:
    """The number with its unit, and beside it what it counts; then when and where, and by whose word."""
    of = _cell(item.of.text if item.of else None)
    about = [
        f"{item.period}" if item.period else None,
        flat(item.place) if item.place else None,
        f"says {_who(item.said_by)}" if item.said_by else None,
    ]
    if noted := " · ".join(part for part in about if part):
        of.append(f" [{noted}]", style="dim")
    yield (_amount(item), _marked(of, item, "period", "place")), item.evidence


def _amount(item: Figure) -> Text:
    value = f"{item.value:,.12g}" + (f"–{item.upper:,.12g}" if item.upper is not None else "")
    unit = "%" if item.unit == "percent" else item.unit or ""
    amount = f"{unit} {value}" if item.measure == "money" else f"{value}{'' if unit == '%' else ' '}{unit}"
    sign = {"increase": "+", "decrease": "−"}.get(item.change or "", "")
    return Text(f"{item.bound} " if item.bound else "", style="dim").append(f"{sign}{amount}", style="bold not dim")


def _pressure(item: Pressure) -> Iterator[Line]:
    """Whom it presses on, the cause, which way, and the effect."""
    on = _cell(_who(item.on) if item.on else None, "bold")
    cue = f"“{flat(item.cue.text)}”" if item.cue else ""
    arrow = Text("→", style="green") if item.direction == "promotes" else Text("⊣", style="red")
    effect = Text(flat(item.effect.text))
    told = [cue, item.status if item.status == "hypothetical" else "", f"says {_who(item.by)}" if item.by else ""]
    if noted := " · ".join(part for part in told if part):
        effect.append(f" [{noted}]", style="dim")
    yield (on, _cell(item.cause.text), arrow, effect), item.evidence


def _position(item: Position) -> Iterator[Line]:
    """Who stands how, in whose words; then on what, on which condition, and how firm."""
    stance = Text(item.stance, style=_STANCE_STYLE.get(item.stance, ""))
    claim = Text(" … ".join(flat(part) for part in item.claim.parts))
    about = [
        flat(item.issue),
        item.firmness,
        f"then: {flat(item.consequence.text)}" if item.consequence else None,
        f"by {_who(item.by)}" if item.by else None,
        f"{len(item.mentions)} places" if len(item.mentions) > 1 else None,
    ]
    claim.append(f" [{' · '.join(part for part in about if part)}]", style="dim")
    _marked(claim, item, "party", "date")
    yield (_date(item.date), Text(_names(item.side), style="bold"), stance, claim), item.evidence


def _plain(item: Any) -> Iterator[Line]:
    """Any other item: its fields by name, those that are not known left out."""
    told = ((each.name, value_text(getattr(item, each.name))) for each in fields(item) if each.name not in _NOT_TOLD)
    cell = Text(" · ".join(f"{name.replace('_', ' ')}: {value}" for name, value in told if value))
    yield (_marked(cell, item, *(each.name for each in fields(item))),), item.evidence


def value_text(value: Any) -> str:
    """A field of an item on one line, names for who is meant; empty for what is not known."""
    if isinstance(value, Words):
        return " … ".join(flat(part) for part in value.parts)
    if isinstance(value, Reference):
        return flat(value.name)
    if isinstance(value, (tuple, list)):
        return ", ".join(text for inner in value if (text := value_text(inner)))
    if is_dataclass(value) and not isinstance(value, Date):
        return "; ".join(text for each in fields(value) if (text := value_text(getattr(value, each.name))))
    return "" if value is None else flat(str(value))


_PRINTERS: dict[str, Callable[[Any], Iterator[Line]]] = {
    "times": _time,
    "parties": _party,
    "people": _person,
    "statements": _statement,
    "events": _event,
    "ahead": _ahead,
    "terms": _term,
    "agreements": _agreement,
    "territories": _territory,
    "figures": _figure,
    "pressures": _pressure,
    "positions": _position,
}


def _marked(cell: Text, item: Any, *shown: str) -> Text:
    """The cell, with what the fields shown are inferred from."""
    by_basis: dict[str, list[str]] = {}
    for field, basis in dict.fromkeys(
        (name, f"{each.basis}, {each.as_of}" if each.as_of else each.basis)
        for name in shown
        for each in item.inferred
        if each.field == name
    ):
        by_basis.setdefault(basis, []).append(field.replace("_", " "))
    if by_basis:
        marks = " · ".join(f"{', '.join(names)}: {basis}" for basis, names in by_basis.items())
        cell.append(f"{' ' if cell else ''}[{marks}]", style="dim")
    return cell


def _names(who: Iterable[Reference]) -> str:
    return ", ".join(map(_who, who))


def _who(who: Reference) -> str:
    """A party by its id, which is short; everybody else by name."""
    return str(who.id) if who.kind == "party" else flat(who.name)


class _Seasons(Entry, frozen=True):
    names: dict[str, str]


def _date(date: Date | None) -> Text:
    """A date as EDTF has it, a season by its name."""
    if date is None:
        return Text("–", style="dim")
    year, _, part = str(date).partition("-")
    season = table("en/seasons", _Seasons).names.get(part[:2]) if date.precision == "season" else None
    return Text(f"{season} {year}" if season else str(date), style="cyan")


def _cell(text: str | None, style: str = "") -> Text:
    return Text(flat(text), style=style) if text else Text("–", style="dim")


def _venue(words: str) -> str:
    """Where something was said: at a meeting, but in a statement."""
    return f"{'in' if _IN.search(words) else 'at'} {words}"
