"""What an address asks for -> typed values; errors say what is wrong with them."""

from __future__ import annotations

from starlette.requests import Request

from detente.desk.addresses import decoded
from detente.desk.site import Site
from detente.dossier.lookup import Lookup
from detente.dossier.timeline import Narrowed
from detente.errors import UnknownDispute, UnknownId
from detente.model.date import Date
from detente.record.date_text import date_of
from detente.record.disputes import names


def named(request: Request, part: str) -> str:
    """The name in a part of the path. Raises UnknownId where nothing can be called so."""
    given = str(request.path_params[part])
    name = decoded(given)
    if not name:
        raise UnknownId(given)
    return name


def text_asked(request: Request, name: str) -> str | None:
    """What the query string has under a name; null for nothing but space."""
    return request.query_params.get(name, "").strip() or None


def date_asked(request: Request, name: str) -> Date | None:
    """A date of the query string. Raises BadDate."""
    return date_of(text_asked(request, name))


def number_asked(request: Request, name: str, usual: int, most: int) -> int:
    """A number from 1 of the query string; the usual one for anything else."""
    given = request.query_params.get(name, "")
    return min(max(int(given[:9]), 1), most) if given.isdecimal() and given.isascii() else usual


def narrowed_asked(request: Request) -> Narrowed:
    """What a timeline is narrowed to. Raises BadDate."""
    return Narrowed(
        party=text_asked(request, "party"), person=text_asked(request, "person"), place=text_asked(request, "place"),
        since=date_asked(request, "from"), until=date_asked(request, "to"),
        min_reports=number_asked(request, "reports", 1, 1000),
    )  # fmt: skip


def told_of(site: Site, request: Request) -> tuple[str, Lookup]:
    """The dispute that the path names, and its dossier. Raises UnknownDispute, BadDispute."""
    name = decoded(str(request.path_params["name"]))
    with site.store.reading() as connection:
        if name is None:
            raise UnknownDispute(str(request.path_params["name"]), names(connection))
        return name, site.dossiers.of(connection, name)
