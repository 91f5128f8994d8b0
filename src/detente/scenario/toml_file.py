"""Scenario files: ``scenario/1``, TOML that an analyst writes. docs/reference/scenario-file.md describes the format."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import partial
from typing import cast

from detente.errors import BadScenario, did_you_mean
from detente.scenario.grammar import WORDS
from detente.scenario.limits import LIMITS
from detente.scenario.model import Moves, Never, Option, Party, Scenario, View, Want
from detente.scenario.places import DEEP_KEY, Places, bare
from detente.scenario.statement import Statement
from detente.scenario.table import Table, kind

FORMAT = "scenario/1"
_ID = re.compile(r"\w[\w.\-]*")
_KEY = re.compile(r"[YN-]+")
_MOVES = ("both", "take", "drop")


def read_toml(text: str, source: str = "scenario") -> Scenario:
    """Read a scenario file's text; ``source`` names it in messages. Raises BadScenario with line and column."""
    top = Table(_toml(text, source), "", Places(source, text))
    if top.values.get("format") != FORMAT:
        top.fail(f'not a scenario: the file must say format = "{FORMAT}"', top.place("format"))
    top.only("format", "name", "as_of", "now", "notes", "party", "never", "combine", "view")
    tables = top.tables("party", "party")
    if len(tables) > LIMITS.parties:
        tables[-1].fail(f"{len(tables):,} parties; at most {LIMITS.parties} can be solved")
    if not tables:
        top.fail("a scenario needs a [[party]]")
    options: dict[str, Option] = {}
    for table in tables:
        _options(table, _party_id(table), options)
    if not options:
        top.fail("a scenario needs options: no party can do anything")
    return Scenario(
        name=top.string("name") or "Scenario",
        as_of=_as_of(top),
        parties=_parties(tables, options),
        options=tuple(options.values()),
        nevers=tuple(_never(table, options) for table in top.tables("never", "never")),
        combine=_combine(top, options),
        now=_now(top, options),
        views=tuple(_view(table, options, tables) for table in top.tables("view", "view")),
    )


def _toml(text: str, source: str) -> object:
    if deep := DEEP_KEY.search(bare(text)):
        start = deep.start()
        at = (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        raise BadScenario(f"a key of more than {LIMITS.key_parts} parts; a scenario has none", source, *at)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", str(error), re.DOTALL)
        reason, line, column = found.groups() if found else (str(error), None, None)
        end = text.count("\n") + 1
        place = (int(line), int(column)) if line and column else (end, len(text) - text.rfind("\n"))
        raise BadScenario(f"not TOML: {' '.join(reason.split())}", source, *place) from None
    except ValueError:
        raise BadScenario("not a scenario: a number has too many digits", source) from None
    except RecursionError:
        raise BadScenario("not a scenario: brackets nested too deep", source) from None


def _as_of(top: Table) -> str | None:
    value = top.values.get("as_of")
    if value is None or isinstance(value, str):
        return top.string("as_of")
    if kind(value) != "a date or time":
        top.fail_at("as_of", f"must be a date such as 2019-02-16, not {kind(value)}")
    return str(value)


def _party_id(table: Table) -> str:
    party = table.needed("id")
    if not _ID.fullmatch(party):
        table.fail_at("id", f"{party!r} must be letters, digits, _, . and - without spaces")
    table.name = f"party {party!r}"
    return party


def _options(table: Table, party: str, options: dict[str, Option]) -> None:
    """Add the options of a party, each a text or a table with one."""
    table.only("id", "name", "wants", "ranking", "options")
    values = table.values.get("options", {})
    if not isinstance(values, dict):
        table.fail_at("options", f"must be a table, not {kind(values)}")
    for key, value in values.items():
        place = partial(table.place, key)
        if len(options) >= LIMITS.options:
            table.fail(f"more than {LIMITS.options} options, and at most as many can be solved", place())
        if not _ID.fullmatch(key) or key in WORDS:
            table.fail(f"option {key!r}: an id is letters, digits, _, . and -, and none of {', '.join(WORDS)}", place())
        if key in options:
            table.fail(f"option {key!r} is of {options[key].party!r} already; an option has one owner", place())
        inner = Table(
            {"text": value} if isinstance(value, str) else value, f"option {key!r}", table.places, place=place
        )
        inner.only("text", "moves", "evidence")
        moves = inner.string("moves") or "both"
        if moves not in _MOVES:
            inner.fail_at("moves", f"must be {', '.join(_MOVES)}, not {moves!r}{did_you_mean(moves, _MOVES)}")
        options[key] = Option(key, party, inner.needed("text"), cast("Moves", moves), inner.strings("evidence"))


def _parties(tables: Sequence[Table], options: dict[str, Option]) -> tuple[Party, ...]:
    parties: dict[str, Party] = {}
    for table in tables:
        party = _party(table, options)
        if party.id in parties:
            table.fail_at("id", f"{party.id!r} is another party's already")
        parties[party.id] = party
    return tuple(parties.values())


def _party(table: Table, options: dict[str, Option]) -> Party:
    party = table.needed("id")
    ranking = _ranking(table, len(options)) if "ranking" in table.values else None
    if ranking is not None and "wants" in table.values:
        table.fail_at("ranking", "and wants: give the one or the other")
    wants = tuple(
        _want(table, f"{table.name}, want {number}", value, options)
        for number, value in enumerate(table.items("wants"), start=1)
    )
    return Party(party, table.string("name") or party[:1].upper() + party[1:].replace("_", " "), wants, ranking)


def _want(table: Table, name: str, value: object, options: dict[str, Option]) -> Want:
    if not isinstance(value, dict):
        return Want(table.statement(value, name, "wants", options), _line(value))
    inner = Table(value, name, table.places, place=partial(table.places.of_string, str(value.get("that"))))
    inner.only("that", "evidence", "strongly", "unsure")
    inner.needed("that")
    statement = inner.statement(value["that"], name, "that", options)
    strongly, unsure = inner.flag("strongly"), inner.flag("unsure")
    if strongly and unsure:
        inner.fail(f"{name} is both strongly wanted and unsure; choose one")
    return Want(statement, _line(value["that"]), inner.strings("evidence"), strongly, unsure)


def _ranking(table: Table, length: int) -> tuple[tuple[str, ...], ...]:
    """Tiers of state keys, best first; a tier of one state may stand without brackets."""
    tiers = []
    for number, tier in enumerate(table.items("ranking"), start=1):
        keys = [tier] if isinstance(tier, str) else tier
        if not isinstance(keys, list) or not keys:
            table.fail_at("ranking", f"tier {number} must be a state's key or a list of them, not {kind(tier)}")
        for key in keys:
            if not isinstance(key, str) or not _KEY.fullmatch(key) or len(key) != length:
                place = table.places.of_string(key) if isinstance(key, str) else table.place("ranking")
                table.fail(
                    f"{table.name}, ranking, tier {number}: {key!r} is no state's key: "
                    f"{length} letters Y or N, one an option in the order of the file", place,
                )  # fmt: skip
        tiers.append(tuple(keys))
    return tuple(tiers)


def _never(table: Table, options: dict[str, Option]) -> Never:
    table.only("that", "why", "evidence")
    text = table.needed("that")
    return Never(
        table.statement(table.values["that"], table.name, "that", options), text,
        table.string("why"), table.strings("evidence"),
    )  # fmt: skip


def _combine(top: Table, options: dict[str, Option]) -> tuple[Statement, ...]:
    """A list of statements, or tables with one each."""
    statements = []
    for number, value in enumerate(top.items("combine")):
        name = f"combine {number + 1}"
        if isinstance(value, dict):
            table = Table(value, name, top.places, header="combine", number=number)
            table.only("that", "why", "evidence")
            table.needed("that")
            value = value["that"]  # noqa: PLW2901
        statements.append(top.statement(value, name, "combine", options))
    return tuple(statements)


def _now(top: Table, options: dict[str, Option]) -> str | None:
    """The key of the state at the time of the analysis, from the options that are taken."""
    if "now" not in top.values:
        return None
    taken = top.strings("now")
    for option in taken:
        if option not in options:
            place = top.places.of_string(option)
            top.fail(f"now: no option {option!r}{did_you_mean(option, options)}", place)
    return "".join("Y" if option in taken else "N" for option in options)


def _view(table: Table, options: dict[str, Option], parties: Sequence[Table]) -> View:
    """How a party sees the others."""
    table.only("party", "sees")
    known = [str(party.values["id"]) for party in parties]
    whose = table.needed("party")
    if whose not in known:
        table.fail_at("party", f"{whose!r} is no party{did_you_mean(whose, known)}")
    seen = []
    for number, inner in enumerate(table.tables("sees", "sees")):
        inner.only("party", "wants", "ranking")
        party = inner.needed("party")
        if party not in known:
            inner.fail_at("party", f"{party!r} is no party{did_you_mean(party, known)}")
        if party == whose:
            inner.fail_at("party", f"{party!r} sees itself; a view is of the other parties")
        inner.values = {**inner.values, "id": party}
        if name := parties[known.index(party)].string("name"):
            inner.values["name"] = name
        inner.name = f"view {table.number + 1}, {party!r}"
        seen.append(_party(inner, options))
        if number and party in [other.id for other in seen[:-1]]:
            inner.fail_at("party", f"{party!r} is seen twice")
    if not seen:
        table.fail(
            f"{table.name} of {whose!r} is empty: say [[view.sees]] with a party and its wants as {whose!r} sees them"
        )
    return View(whose, tuple(seen))


def _line(value: object) -> str:
    return " ".join(str(value).split())
