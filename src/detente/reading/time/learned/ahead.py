"""Whether an open date ("Friday", "June 4", "May") lies ahead of the publication date or behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from detente.reading.time.expression import Expression
from detente.reading.time.learned.model import Model

_STEPS = 8  #: into how many parts the way from the last such day to the next one is cut


def choose(model: Model, expression: Expression, unit: str, back: date, ahead: date, published: date) -> date:
    """``ahead`` or ``back``, the next such day after publication and the last one up to it."""
    features = pointing(expression, unit, (published - back).days, (ahead - published).days)
    return ahead if model.odds(features) > 0 else back


def around(candidates: Callable[[int], date], published: date) -> tuple[date, date]:
    """Of yearly days ``candidates(year)`` the last one up to a day and the next one after it."""
    years = [year for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    days = sorted(candidates(year) for year in years)
    back = [day for day in days if day <= published]
    ahead = [day for day in days if day > published]
    return (back or ahead)[-1 if back else 0], (ahead or back)[0 if ahead else -1]


def pointing(expression: Expression, unit: str, back: int, ahead: int) -> Iterator[str]:
    """Features of a date that is ``back`` days ago or ``ahead`` days on; ``unit`` is W for weekdays, D, M, Q or S."""
    place = f"weekday {back}" if unit == "W" else f"{_STEPS * ahead // max(back + ahead, 1)}/{_STEPS}"
    direction = f"direction={expression.direction}"
    yield from (f"unit={unit}", f"place={place}", direction, f"unit={unit} {direction}", f"place={place} {direction}")
    yield f"preposition={expression.preposition} {direction}"
    if unit != "W":
        side = "near" if ahead < back else "far"
        yield from (f"unit={unit} place={place}", side, f"{side} {direction}")
    if expression.relation:
        yield f"unit={unit} relation={expression.relation}"
    if expression.fiscal:
        yield "fiscal"
    yield from expression.cues
    if "present" in expression.cues:
        yield f"present unit={unit}"
