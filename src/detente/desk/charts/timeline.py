"""Events -> a timeline: a dot is a day, a band a date that is not known to the day; deeds and words in lanes apart.

Within a lane events that would lie on one another lie in rows below one another. The axis can be drawn closer, from
years to days, by the interval ``when``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.controls import harmless
from detente.desk.charts import PLAIN_AXIS, SCHEMA, WHEN, Chart, time_axis
from detente.dossier.account import Dossier
from detente.dossier.days import Span, day, span
from detente.dossier.event import DossierEvent
from detente.dossier.wording import cut, shown_date
from detente.model.date import Date

_ROW = 7
_ROWS = 22  # of a lane; what has no room there lies in the last
_HEAD = 20  # room for a lane's name
_VAGUE = 3  # days: what is dated less exactly is a band
_BEFORE, _AFTER = 31, 183  # days around the reports
_SHARE = 160  # of the time shown, that a mark takes at least

Lanes = Sequence[tuple[str, Sequence[DossierEvent]]]


@dataclass(frozen=True, slots=True)
class Extent:
    """The days that are shown, and how many events have no day or lie before or behind them."""

    days: Span
    undated: int
    outside: int


def extent(lanes: Lanes, since: Date | None, until: Date | None) -> Extent | None:
    """The days between two dates; where one is not given, as far as there are events. Null where none has a date."""
    every = [found for _, events in lanes for one in events if (found := span(one.date))]
    undated = sum(len(events) for _, events in lanes) - len(every)
    if not every:
        return None
    first, last = span(since), span(until)
    begin, end = min(found[0] for found in every), max(found[1] for found in every)
    begin = max(begin, first[0]) if first else begin
    end = max(min(end, last[1]) if last else end, begin)
    return Extent((begin, end), undated, sum(not (begin <= found[1] and found[0] <= end) for found in every))


def reported(made: Dossier) -> tuple[Date | None, Date | None]:
    """From a month before the first report to half a year after the last.

    What reports tell of long ago or far ahead would leave no room for what they are about.
    """
    days = [found for one in made.sources if (found := span(one.published))]
    if not days:
        return None, None
    return day(min(days)[0] - _BEFORE), day(max(days)[1] + _AFTER)


def timeline_chart(lanes: Lanes, shown: Extent, address: Callable[[DossierEvent], str | None]) -> Chart:
    """The timeline of some lanes; what lies outside of the extent comes into view when it is drawn farther."""
    begin, end = shown.days
    least = max(1, (end - begin) // _SHARE)
    values: list[dict[str, Any]] = []
    names, top = [], 0
    for name, events in lanes:
        dated = sorted(
            ((found, one) for one in events if (found := span(one.date))), key=lambda pair: (pair[0], pair[1].id)
        )
        if dated:
            names.append({"lane": name, "y": top + _HEAD - 8})
            rows = _rows([found for found, _ in dated], least)
            values += (
                _value(name, one, found, top + _HEAD + row * _ROW, address(one))
                for row, (found, one) in zip(rows, dated, strict=True)
            )
            top += _HEAD + (max(rows) + 1) * _ROW
    return _specification(values, names, top + 4, shown.days)


def _rows(spans: list[Span], least: int) -> list[int]:
    """For each of the spans in order the first row where it has room."""
    free: list[int] = []
    rows = []
    for first, last in spans:
        row = next((row for row, until in enumerate(free) if until < first), min(len(free), _ROWS - 1))
        free[row : row + 1] = [max(last, first + least)]
        rows.append(row)
    return rows


def _value(lane: str, one: DossierEvent, days: Span, y: int, address: str | None) -> dict[str, Any]:
    first, last = days
    made = {
        "lane": lane, "from": date.fromordinal(first).isoformat(), "y": y,
        "told": harmless(f"{shown_date(one.date)}: {cut(one.line, 200)}"),
    }  # fmt: skip
    if last - first > _VAGUE:
        made |= {"to": date.fromordinal(last).isoformat(), "below": y + _ROW - 2}
    return made | ({"href": address} if address else {})


def _specification(values: list[dict[str, Any]], names: list[dict[str, Any]], height: int, days: Span) -> Chart:
    depth = {"type": "quantitative", "axis": None, "scale": {"domain": [0, height], "reverse": True, "nice": False}}
    kind = {"field": "lane", "type": "nominal", "legend": None, "scale": {"domain": [one["lane"] for one in names]}}
    told = {"tooltip": {"field": "told", "type": "nominal"}, "href": {"field": "href", "type": "nominal"}}
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": height,
        "layer": [
            {
                "params": [WHEN],
                "data": {"values": [one for one in values if "to" in one]},
                "mark": {"type": "rect", "clip": True, "fillOpacity": 0.35, "strokeDash": [2, 1.5]},
                "encoding": {
                    "x": {"field": "from", **PLAIN_AXIS}, "x2": {"field": "to"},
                    "y": {"field": "y", **depth}, "y2": {"field": "below"},
                    "fill": kind, "stroke": kind, **told,
                },
            },
            {
                "data": {"values": [one for one in values if "to" not in one]},
                "mark": {"type": "circle", "clip": True, "size": 34, "opacity": 0.9, "yOffset": 2},
                "encoding": {
                    "x": {"field": "from", **time_axis(days)}, "y": {"field": "y", **depth}, "color": kind, **told,
                },
            },
            {
                "data": {"values": names},
                "mark": {"type": "text", "align": "left", "baseline": "middle", "fontWeight": "bold"},
                "encoding": {"x": {"value": 6}, "y": {"field": "y", **depth}, "text": {"field": "lane"}},
            },
        ],
    }  # fmt: skip
