"""A chart -> the same as SVG or PNG, for a brief: in the colours of the desk by daylight, without links.

Needs the extra ``pictures`` (vl-convert, which has Vega in it); nothing is fetched.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from importlib.util import find_spec
from typing import Any, Literal

from detente.desk.charts import Chart
from detente.errors import UsageError

Kind = Literal["svg", "png"]
KINDS: tuple[Kind, ...] = ("svg", "png")
MEDIA: dict[Kind, str] = {"svg": "image/svg+xml", "png": "image/png"}
_WIDE = 900  # pixels of what is drawn
_SCALE = 2.0  # of PNG: sharp in print
_VERSION = "6.4"  # of Vega-Lite, as the page has it
_SKIPPED = frozenset({"href", "tooltip"})  # of an encoding: what only a page can do
_CLIP = re.compile(r'(\bid="|\burl\(#)(clip\d+)\b')
_COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


def may_draw() -> bool:
    """Whether the extra is installed."""
    return find_spec("vl_convert") is not None


def picture(chart: Chart, kind: Kind) -> bytes:
    """The chart as SVG (UTF-8) or PNG. Raises UsageError where the extra is not installed."""
    if not may_draw():
        raise UsageError("pictures of charts need vl-convert; install it with pip install 'detente[pictures]'")
    import vl_convert

    given: dict[str, Any] = {
        "vl_spec": _still(chart) | {"width": _WIDE}, "vl_version": _VERSION, "config": _config(),
        "allowed_base_urls": [],
    }  # fmt: skip
    if kind == "svg":
        return _numbered_anew(vl_convert.vegalite_to_svg(**given)).encode()
    return bytes(vl_convert.vegalite_to_png(**given, scale=_SCALE))


def _numbered_anew(svg: str) -> str:
    """The SVG with the ids of its clips from 0: Vega counts them on from one picture to the next."""
    ids: dict[str, str] = {}
    return _CLIP.sub(lambda found: found[1] + ids.setdefault(found[2], f"clip{len(ids)}"), svg)


def _still(part: Any) -> Any:
    """The part of a chart without what asks for a reader: links, words at the pointer, zoom. Data stay as they are."""
    if isinstance(part, list):
        return [_still(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: one for key, one in part.items() if key != "data" and not _asks(key, one)}
    return {key: _still(one) for key, one in kept.items()} | ({"data": part["data"]} if "data" in part else {})


def _asks(key: str, one: Any) -> bool:
    return key in _SKIPPED or (key == "params" and isinstance(one, list) and any("select" in each for each in one))


@cache
def _config() -> dict[str, Any]:
    """What ``static/chart.js`` gives a chart on the page, from the same colours."""
    css = (resources.files("detente.desk") / "static" / "desk.css").read_text(encoding="utf-8")
    of: dict[str, str] = {}
    for name, colour in _COLOUR.findall(css):
        of.setdefault(name, colour)  # those of the light come first
    ink, soft, rule = of["ink"], of["soft"], of["rule"]
    axis = {"labelColor": soft, "titleColor": soft, "gridColor": rule, "domainColor": rule, "tickColor": rule}
    return {
        "background": of["sheet"],
        "font": "Liberation Sans, Arial, sans-serif",
        "view": {"stroke": None},
        "range": {"category": [of["deed"], of["accent"], of["due"]]},
        "axis": axis | {"labelFontSize": 11, "labelLimit": 140},
        "legend": {
            "symbolBaseFillColor": soft,
            "labelColor": soft,
            "titleColor": soft,
            "labelFontSize": 11,
            "columns": 4,
        },
        "title": {"color": soft, "fontWeight": "normal"},
        "text": {"color": soft, "fontSize": 11},
        "line": {"color": soft},
        "circle": {"color": of["deed"]},
        "geoshape": {"fill": rule, "stroke": of["other"], "strokeWidth": 0.5},
        "style": {"number": {"fill": of["sheet"], "color": of["sheet"]}, "group-title": {"fill": ink}},
    }
