"""Cases in the format ``gmcr-case/1``: a conflict model as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import BadScenario, BadStatement, did_you_mean
from detente.scenario.grammar import parse_statement
from detente.scenario.limits import LIMITS
from detente.scenario.model import Moves, Never, Option, Party, Scenario, Want
from detente.scenario.packed_ranking import PackedRanking, taken_out
from detente.scenario.source import read_bytes
from detente.scenario.statement import Statement

FORMAT = "gmcr-case/1"
_MOVES: dict[str, Moves] = {"both": "both", "take": "take", "drop": "drop"}


def read_case(path: Path) -> Scenario:
    """Read a case from a file. Raises BadScenario."""
    return case_of_bytes(read_bytes(str(path)), str(path))


def case_of_bytes(data: bytes, source: str | None = None) -> Scenario:
    """Read a case from the bytes of its file. Raises BadScenario."""
    document = _decoded(data, source)
    try:
        return case_of(document)
    except BadScenario as error:
        raise BadScenario(error.reason, source) from error


def _decoded(data: bytes, source: str | None) -> object:
    for text, packed in (taken_out(data), (data, [])):  # a second time, as it is, to say where a mistake is
        rankings = iter(packed)

        def constant(name: str, rankings: Iterator[PackedRanking] = rankings) -> object:
            for ranking in rankings:
                return ranking
            raise BadScenario(f"is not JSON: {name} has no meaning", source)

        try:
            return json.loads(text.decode("utf-8-sig"), parse_constant=constant)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise BadScenario("is not UTF-8 text; save it as UTF-8", source, line) from error
        except json.JSONDecodeError as error:
            if not packed:
                raise BadScenario(f"is not JSON: {error.msg}", source, error.lineno, error.colno) from error
        except RecursionError:
            raise BadScenario("is no case: brackets nested too deeply", source) from None
        except ValueError:
            raise BadScenario("is no case: a number has too many digits", source) from None
    raise AssertionError  # the second time raises


def case_of(document: object) -> Scenario:
    """Read a case from decoded JSON. Raises BadScenario."""
    case = _object(document, "the case")
    if case.get("format") != FORMAT:
        raise BadScenario(f"format is {case.get('format')!r}; a case has {FORMAT!r}")
    labels = _object(case.get("labels", {}), "labels")
    makers = _few(case.get("decision_makers"), "decision_makers", LIMITS.parties)
    ids = _distinct(_texts(makers, "decision_makers"), "decision_makers")
    if not ids:
        raise BadScenario("decision_makers is empty")
    options = tuple(
        _option(_object(option, f"options[{number}]"), f"options[{number}]", ids)
        for number, option in enumerate(_few(case.get("options"), "options", LIMITS.options))
    )
    known = _distinct([option.id for option in options], "options")
    preferences = _object(case.get("preferences"), "preferences")
    for name in preferences:
        if name not in ids:
            raise BadScenario(f"preferences are given for {name!r}, no decision maker{did_you_mean(name, ids)}")
    infeasible = _texts(case.get("infeasible", []), "infeasible")
    combine = _texts(case.get("combine", []), "combine")
    now = case.get("status_quo")
    return Scenario(
        name=_text(case.get("name", ""), "name"),
        parties=tuple(_party(id_, labels, preferences, known) for id_ in ids),
        options=options,
        nevers=tuple(
            Never(_statement(text, known, f"infeasible[{number}]"), text) for number, text in enumerate(infeasible)
        ),
        combine=tuple(_statement(text, known, f"combine[{number}]") for number, text in enumerate(combine)),
        now=None if now is None else _text(now, "status_quo"),
    )


def _option(option: dict[str, Any], where: str, parties: list[str]) -> Option:
    id_ = _text(option.get("id"), f"{where}.id")
    party = _text(option.get("dm"), f"{where}.dm")
    if party not in parties:
        raise BadScenario(f"{where}.dm: no decision maker {party!r}{did_you_mean(party, parties)}")
    moves = _text(option.get("moves", "both"), f"{where}.moves")
    if moves not in _MOVES:
        raise BadScenario(f"{where}.moves is {moves!r}; give both, take or drop")
    return Option(id_, party, _text(option.get("label", id_), f"{where}.label"), _MOVES[moves])


def _party(id_: str, labels: dict[str, Any], preferences: dict[str, Any], options: list[str]) -> Party:
    where = f"preferences.{id_}"
    name = _text(labels.get(id_, id_), f"labels.{id_}")
    wanted = _object(preferences.get(id_), where)
    if ("statements" in wanted) == ("ranking" in wanted):
        raise BadScenario(f"{where} needs either statements or a ranking")
    if "statements" in wanted:
        texts = _texts(wanted["statements"], f"{where}.statements")
        return Party(
            id_,
            name,
            tuple(
                Want(_statement(text, options, f"{where}.statements[{number}]"), text)
                for number, text in enumerate(texts)
            ),
        )
    if isinstance(wanted["ranking"], PackedRanking):
        return Party(id_, name, ranking=wanted["ranking"])
    tiers = _list(wanted["ranking"], f"{where}.ranking")
    for number, tier in enumerate(tiers):
        if type(tier) is not list or any(type(key) is not str for key in tier):
            raise BadScenario(f"{where}.ranking[{number}] must be a list of state keys")
    return Party(id_, name, ranking=tuple(map(tuple, tiers)))


def _statement(text: str, options: list[str], where: str) -> Statement:
    try:
        return parse_statement(text, options)
    except BadStatement as error:
        raise BadScenario(f"{where}, {error}") from error


def _object(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadScenario(f"{where} {_instead(value)} an object")
    return value


def _list(value: object, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise BadScenario(f"{where} {_instead(value)} a list")
    return value


def _few(value: object, where: str, most: int) -> list[Any]:
    found = _list(value, where)
    if len(found) > most:
        raise BadScenario(f"{where}: {len(found):,}; at most {most} can be solved")
    return found


def _texts(value: object, where: str) -> list[str]:
    return [_text(item, f"{where}[{number}]") for number, item in enumerate(_list(value, where))]


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise BadScenario(f"{where} {_instead(value)} text")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadScenario(f"{where} has half of a character, as \\ud800 is; write the whole character")
    return value


def _instead(value: object) -> str:
    if value is None:
        return "is missing; it must be"
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return f"is {kinds.get(type(value), 'a list')}; it must be"


def _distinct(ids: list[str], where: str) -> list[str]:
    known: set[str] = set()
    for id_ in ids:
        if id_ in known:
            raise BadScenario(f"{where} has {id_!r} twice")
        known.add(id_)
    return ids
