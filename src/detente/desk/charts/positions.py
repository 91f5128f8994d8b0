"""Stances -> positions over time: a lane for each party, consent above, refusal below, shifts marked.

Where one issue is asked for, a line leads from stance to stance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from detente.controls import harmless
from detente.desk.charts import PLAIN_AXIS, SCHEMA, WHEN, Chart, time_axis
from detente.dossier.account import Dossier
from detente.dossier.brief import stance_text
from detente.dossier.days import Span, span
from detente.dossier.positions import SIGN, Line, Stance
from detente.dossier.wording import cut, shown_date

_LANE = 64
_LANES = 8  # parties that are drawn
_LEAST = 120
_SIDES = {1: "consents", 0: "says or wants", -1: "refuses"}
_CHANGES = ("as before", "shifted")


def lanes(lines: list[Line], made: Dossier) -> list[Line]:
    """The lines that are drawn: those that have a date, of the dispute's own parties and then of others."""
    dated = [line for line in lines if any(span(stance.date) for stance in line.stances)]
    every = dict.fromkeys([*made.about.parties, *(line.party for line in dated)])
    parties = [party for party in every if any(line.party == party for line in dated)][:_LANES]
    return sorted((line for line in dated if line.party in parties), key=lambda line: parties.index(line.party))


def reported(made: Dossier, lines: list[Line]) -> Span:
    """The days that reports are of; without such, that the stances are of."""
    found = [days for one in made.sources if (days := span(one.published))]
    found = found or [days for line in lines for one in line.stances if (days := span(one.date))]
    return min(found)[0], max(last for _, last in found)


def positions_chart(
    lines: Iterable[Line], days: Span, names: Mapping[str, str], address: Callable[[Stance], str], *, joined: bool
) -> Chart:
    """The lanes of the parties of these lines, in their order, at first of some days; what has no date is left out."""
    values = [value for line in lines for value in _values(line, names, address)]
    parties = list(dict.fromkeys(value["party"] for value in values))
    order = list(_SIDES.values())
    lane = {
        "x": {"field": "date", **PLAIN_AXIS},
        "y": {"field": "party", "type": "nominal", "title": None, "sort": parties, "axis": {"grid": True}},
        "yOffset": {"field": "side", "type": "ordinal", "sort": order, "scale": {"domain": order}},
    }
    marks: list[dict[str, Any]] = [
        {
            "params": [WHEN],
            "mark": {"type": "point", "filled": True, "clip": True, "opacity": 0.85},
            "encoding": lane | {
                "x": {"field": "date", **time_axis(days)},
                "color": {"field": "side", "type": "nominal", "title": None, "scale": {"domain": order[::-1]},
                          "legend": {"orient": "top"}},
                "shape": {"field": "change", "type": "nominal", "title": None, "legend": {"orient": "top"},
                          "scale": {"domain": _CHANGES, "range": ["circle", "diamond"]}},
                "size": {"condition": {"test": "datum.change == 'shifted'", "value": 190}, "value": 45},
                "tooltip": {"field": "told", "type": "nominal"}, "href": {"field": "href", "type": "nominal"},
            },
        }
    ]  # fmt: skip
    if joined:
        marks.insert(0, {
            "mark": {"type": "line", "clip": True, "interpolate": "step-after", "strokeWidth": 1.5, "opacity": 0.5},
            "encoding": lane | {"detail": {"field": "party"}},
        })  # fmt: skip
    return {
        "$schema": SCHEMA, "width": "container", "height": max(_LANE * len(parties), _LEAST),
        "data": {"values": values}, "layer": marks,
    }  # fmt: skip


def _values(
    line: Line, names: Mapping[str, str], address: Callable[[Stance], str]
) -> Iterator[dict[str, Any]]:  # fmt: skip
    for one in line.stances:
        days = span(one.date)
        if days is None:
            continue
        shifted = one.change == "shifted"
        before = f" (before: {cut(one.before, 90)})" if one.before else ""
        yield {
            "party": harmless(names[line.party]), "date": date.fromordinal(days[0]).isoformat(),
            "stance": one.stance, "side": _SIDES[SIGN.get(one.stance, 0)], "change": _CHANGES[shifted],
            "told": harmless(f"{shown_date(one.date)}, on {line.issue}: {stance_text(one)}{before}"),
            "href": address(one),
        }  # fmt: skip
