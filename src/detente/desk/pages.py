"""Answers -> HTML by the desk's templates: every value is escaped, and a name that a template lacks is an error."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.controls import harmless
from detente.desk.addresses import Addresses, coded
from detente.desk.styled import styled
from detente.dossier.echoes import is_echo
from detente.dossier.wording import cut, shown_date
from detente.formats.printed_items import flat
from detente.model.date import Date
from detente.model.sections import SECTIONS
from detente.record.unread import Unread

_ID = re.compile(r"\b([a-z]+-[0-9a-f]{16})\b")


def environment(to: Addresses, unread: Callable[[str], Unread | None]) -> Environment:
    """The templates, with the addresses that they link to; ``unread`` says what of a dispute was never read."""
    made = Environment(
        loader=PackageLoader("detente.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
        auto_reload=False,
    )
    made.globals |= {"to": to, "static": False, "sections": SECTIONS, "assets": _assets()}
    made.globals["unread"] = unread
    made.tests["echo"] = is_echo
    made.filters |= {
        "cut": cut,
        "flat": flat,
        "date": shown_date,
        "styled": styled,
        "breakable": _breakable,
        "known_by": _known_by,
        "coded": coded,
        "drawing": _drawing,
        "linked": partial(_linked, to),
    }
    return made


def rendered(made: Environment, template: str, shown: dict[str, Any]) -> str:
    """A page as HTML."""
    return made.get_template(template).render(shown)


def _breakable(date: object) -> Markup:
    """A date that may go on in the next line behind the slash of an interval."""
    return Markup("/<wbr>").join(str(date).split("/"))


def _known_by(date: Date | None) -> str:
    """The beginning or end of an office: where reports leave it open, the day by which it is known."""
    begin, slash, end = shown_date(date).partition("/")
    if not slash:
        return begin
    return f"by {end}" if begin == ".." else f"{begin} to {end}"


def _drawing(svg: str) -> Markup:
    """A drawing of ours, whose words were escaped where it was made."""
    return Markup(harmless(svg))


def _linked(to: Addresses, text: str) -> Markup:
    """Text in which the ids of items lead to them."""
    pieces = _ID.split(str(_plain(text)))
    made = [
        Markup('<a class="no" href="{}">{}</a>').format(to.item(piece), piece.partition("-")[0]) if place % 2 else piece
        for place, piece in enumerate(pieces)
    ]
    return Markup("").join(made)


def _plain(value: Any) -> Any:
    """No control character of a report reaches a page; what is escaped already was made by us."""
    return harmless(value) if type(value) is str and not value.isprintable() else value


@cache
def _assets() -> str:
    """A few digits that change with the style sheet and scripts, so that a browser may keep them."""
    folder = resources.files("detente.desk") / "static"
    files = sorted((one for one in folder.iterdir() if one.is_file()), key=lambda one: one.name)
    return hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()[:12]
