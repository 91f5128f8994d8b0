"""Save files of gmcr-py (``.gmcr``): JSON with options by number, conditions as lists of taken or not.

What was not described was learned from the files that come with the program, versions 0.3.1 to 0.3.12.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import reduce
from typing import Any

from detente.errors import BadScenario
from detente.scenario.grammar import WORDS, to_text
from detente.scenario.limits import LIMITS
from detente.scenario.model import Moves, Never, Option, Party, Scenario, Want
from detente.scenario.statement import And, Not, Or, Statement, Taken
from detente.scenario.states import states_of

_MOVES: dict[str, Moves] = {"both": "both", "fwd": "take", "back": "drop"}


def read_gmcr_py(text: str, name: str, source: str) -> Scenario:
    """Make a scenario of a save file's text. Raises BadScenario.

    A file has no state of now. A ranking names the feasible states by their number, from 1, by binary value.
    """
    try:
        return _scenario(json.loads(text), name, source)
    except json.JSONDecodeError as error:
        raise BadScenario(f"not JSON: {error.msg}", source, error.lineno, error.colno) from None
    except RecursionError:
        raise BadScenario("not a save file: brackets nested too deep", source) from None
    except BadScenario:
        raise
    except (KeyError, TypeError, IndexError, ValueError, AttributeError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise BadScenario(f"not a save file of gmcr-py as we know it: {what}", source) from None


def _scenario(values: dict[str, Any], name: str, source: str) -> Scenario:
    makers = values["decisionMakers"]
    for what, found, most in (("parties", makers, LIMITS.parties), ("options", values["options"], LIMITS.options)):
        if len(found) > most:
            raise BadScenario(f"{len(found):,} {what}; at most {most} can be solved", source)
    party_ids = _ids((maker["name"] for maker in makers), "party")
    option_ids = _ids((option["name"] for option in values["options"]), "option")
    owner: dict[int, str] = {}
    for party, maker in zip(party_ids, makers, strict=True):
        for number in maker["options"]:
            if owner.setdefault(number, party) != party:
                raise BadScenario(f"option {option_ids[number]!r} has two owners; an option has one", source)
        if maker.get("misperceptions"):
            raise BadScenario(
                f"{maker['name']!r} has misperceptions, which are states; write them as a view of what others want",
                source,
            )
    options = tuple(
        Option(key, owner[number], _text(option["name"]), _MOVES[option["permittedDirection"]])
        for number, (key, option) in enumerate(zip(option_ids, values["options"], strict=True))
    )
    nevers = tuple(_never(_statement(condition, option_ids)) for condition in values["infeasibles"])
    by_hand = values.get("useManualPreferenceRanking", values.get("useManualPreferenceVectors", False))
    states = states_of(Scenario(name, (), options, nevers)).keys() if by_hand else []
    parties = tuple(
        _party(party, maker, option_ids, states if by_hand else None)
        for party, maker in zip(party_ids, makers, strict=True)
    )
    return Scenario(name, parties, options, nevers)


def _party(party: str, maker: dict[str, Any], options: list[str], states: list[str] | None) -> Party:
    if states is None:
        statements = [_statement(condition, options) for condition in maker["preferences"]]
        return Party(party, _text(maker["name"]), tuple(Want(one, to_text(one)) for one in statements))
    ranking = maker.get("preferenceRanking", maker.get("preferenceVector"))
    if ranking is None:
        raise KeyError("preferenceRanking")
    tiers = tuple(
        tuple(states[number - 1] for number in (tier if isinstance(tier, list) else [tier])) for tier in ranking
    )
    return Party(party, _text(maker["name"]), ranking=tiers)


def _statement(condition: Any, options: list[str]) -> Statement:
    """Options taken ("Y") or not ("N"), all of which must hold; or a compound of such lists, one of which must."""
    if isinstance(condition, dict):
        return reduce(Or, (_statement(member, options) for member in condition["members"]))
    terms: list[Statement] = []
    for number, taken in condition:
        if taken not in ("Y", "N") or not 0 <= number < len(options):
            raise ValueError(f"condition [{number}, {taken!r}]")
        terms.append(Taken(options[number]) if taken == "Y" else Not(Taken(options[number])))
    return reduce(And, terms)


def _text(name: object) -> str:
    text = str(name)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("a name has half of a character")
    return text


def _never(statement: Statement) -> Never:
    return Never(statement, to_text(statement))


def _ids(names: Iterable[object], otherwise: str) -> list[str]:
    """Ids made of names: lower case, underscores, a number where two would be the same."""
    ids: list[str] = []
    for name in names:
        base = re.sub(r"\W+", "_", _text(name).lower()).strip("_") or otherwise
        base = f"{base}_" if base in WORDS else base
        number, key = 2, base
        while key in ids:
            number, key = number + 1, f"{base}_{number}"
        ids.append(key)
    return ids
