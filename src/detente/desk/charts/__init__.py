"""What a dossier holds -> drawings of it, as Vega-Lite specifications with their data in them.

A specification has no colours and no sizes of letters: the page gives them, in the light and in the dark. Whatever is
drawn stands in a table or a list on the same page.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from detente.dossier.days import Span

Chart = dict[str, Any]  #: a Vega-Lite specification
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


#: How a time is drawn closer: by the wheel with Ctrl, by dragging, and by the page's own buttons.
WHEN: Chart = {
    "name": "when", "bind": "scales",
    "select": {"type": "interval", "encodings": ["x"], "zoom": "wheel![event.ctrlKey || event.metaKey]"},
}  # fmt: skip
PLAIN_AXIS: Chart = {
    "type": "temporal", "title": None, "axis": {"grid": True, "tickCount": 10}, "scale": {"type": "utc"},
}  # fmt: skip


def encoded(chart: Chart) -> bytes:
    """A chart as JSON in one line; with msgspec, for a map of the world is long."""
    return msgspec.json.encode(chart)


def time_axis(days: Span) -> Chart:
    """An axis of time that shows these days to begin with, and some room around them."""
    room = max(1, (days[1] - days[0]) // 60)
    return PLAIN_AXIS | {"scale": {"type": "utc", "domain": [_day(days[0] - room), _day(days[1] + room)]}}


def _day(number: int) -> dict[str, int | bool]:
    day = date.fromordinal(min(max(number, 1), date.max.toordinal()))
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}
