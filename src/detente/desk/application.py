"""The desk as an ASGI application: which address is which view's, and what becomes of errors.

A page stands at its address, the same as JSON at that address with ``.json``, as CSV, where it is a table, with
``.csv``, and what is drawn on it, as Vega-Lite, with ``.vl.json``, as a picture with ``.svg`` and ``.png``. Views that
change the record answer with where to look next.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from detente.desk.answers import Answer, csv_answer, json_answer
from detente.desk.charts import encoded
from detente.desk.charts.picture import MEDIA, Kind, may_draw, picture
from detente.desk.guard import Guard, Refused
from detente.desk.kept import Kept
from detente.desk.pages import environment, rendered
from detente.desk.site import Site
from detente.desk.views import Change, Check, File, View
from detente.desk.views.disputes import disputes
from detente.desk.views.table import CHANGES, CHECKS, FILES, PAGES, STEADY
from detente.errors import DetenteError, RecordLocked, UnknownDispute, UnknownId, UsageError
from detente.record.revision import revision

_MOST = 200  # files, and fields, of a form
_PAGES = 200  # that are kept as they were laid out
_DRAWN = 32  # drawings that are kept
_LONGEST = 4 << 20  # bytes of a field
CHART = ".vl.json"  #: the ending of a page's chart, as a Vega-Lite specification
PICTURES: dict[str, Kind] = {".svg": "svg", ".png": "png"}  #: the endings of the same as a picture
_DATA = (CHART, *PICTURES, ".json", ".csv")
LARGEST = 64 << 20  #: bytes that may be given to the desk at once


def application(site: Site, hosts: frozenset[str], largest: int = LARGEST) -> ASGIApp:
    """The desk of a site; ``hosts`` are the values of Host that it answers to, such as ``127.0.0.1:8765``."""
    desk = _Desk(site)
    routes: list[BaseRoute] = [Route("/", desk.page(disputes, ""))]
    routes += [Route(path, desk.file(view)) for path, view in FILES]
    for path, view in PAGES:
        routes += [
            Route(f"{path}{ending}", desk.page(view, ending)) for ending in (CHART, *PICTURES, ".json", ".csv", "")
        ]
    routes += [Route(path, desk.change(change), methods=["POST"]) for path, change in CHANGES]
    routes += [Route(path, desk.check(check), methods=["POST"]) for path, check in CHECKS]
    routes.append(Mount("/static", _Static(packages=[("detente.desk", "static")]), name="static"))
    errors: dict[Any, Any] = {
        DetenteError: desk.error, HTTPException: desk.error, Refused: desk.error, Exception: desk.error,
    }  # fmt: skip
    return Guard(Starlette(routes=routes, exception_handlers=errors), hosts, largest)


class _Static(StaticFiles):
    """Files that a browser may keep, for their address changes with them."""

    async def get_response(self, path: str, scope: Any) -> Response:
        found = await super().get_response(path, scope)
        found.headers["Cache-Control"] = "max-age=31536000, immutable" if scope["query_string"] else "no-cache"
        return found


class _Desk:
    """Views of a site, as endpoints."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._templates = environment(site.to, site.unread)
        self._kept = Kept(_PAGES)
        self._drawings = Kept(_DRAWN)
        self._token = secrets.token_hex(32)  # stands in pages that are kept where a reader's own token goes

    def page(self, view: View, ending: str) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._page, view, ending, request)

        return endpoint

    def file(self, view: File) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(view, self._site, request)

        return endpoint

    def change(self, change: Change) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            async with request.form(max_files=_MOST, max_fields=_MOST, max_part_size=_LONGEST) as form:
                where = await run_in_threadpool(change, self._site, request, form)
            return RedirectResponse(where, HTTPStatus.SEE_OTHER)

        return endpoint

    def check(self, check: Check) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            async with request.form(max_files=0, max_fields=_MOST, max_part_size=_LONGEST) as form:
                answer = await run_in_threadpool(check, self._site, request, form)
            return await run_in_threadpool(self._laid_out, answer, request)

        return endpoint

    def _page(self, view: View, ending: str, request: Request) -> Response:
        if ending == "" and view in STEADY:
            return self._steady(view, request)
        if ending == CHART or ending in PICTURES:
            return self._drawing(view, ending, request)
        answer = view(self._site, request)
        if ending == ".json":
            return json_answer(answer.values(), answer.status)
        if ending == ".csv":
            if answer.table is None:
                raise HTTPException(HTTPStatus.NOT_FOUND, "This page is no table; it can be had with .json.")
            return csv_answer(answer.table())
        return self._laid_out(answer, request)

    def _drawing(self, view: View, ending: str, request: Request) -> Response:
        """What is drawn on a page, as data or as a picture: made once for a revision of the record."""

        def made() -> bytes:
            chart = view(self._site, request).chart
            if chart is None:
                raise HTTPException(HTTPStatus.NOT_FOUND, "Nothing is drawn on this page.")
            return encoded(chart()) if ending == CHART else picture(chart(), PICTURES[ending])

        with self._site.store.reading() as connection:
            key = str(request.url), revision(connection)
        media = "application/json" if ending == CHART else MEDIA[PICTURES[ending]]
        return Response(self._drawings.of(key, made), media_type=media)

    def _steady(self, view: View, request: Request) -> Response:
        """A page that is laid out once for each revision of the record; in it, the reader's own token."""
        with self._site.store.reading() as connection:
            key = str(request.url), revision(connection)
        status, page = self._kept.of(key, lambda: self._made(view(self._site, request), request, self._token))
        return HTMLResponse(page.replace(self._token, request.scope["detente.token"]), status)

    def _laid_out(self, answer: Answer, request: Request) -> Response:
        status, page = self._made(answer, request, request.scope["detente.token"])
        return HTMLResponse(page, status)

    def _made(self, answer: Answer, request: Request, token: str) -> tuple[int, str]:
        forms = _forms(answer, request)
        shown = {
            "token": token,
            "by": self._site.by,
            "at": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            "forms": forms,
            "chart": forms.get("Chart"),
            "words": request.query_params.get("q", ""),
            "within": answer.shown.get("name") if "name" in request.path_params else None,  # the search's dispute
        } | answer.shown
        return answer.status, rendered(self._templates, answer.template, shown)

    async def error(self, request: Request, error: Exception) -> Response:
        status, told = _told(error)
        if request.url.path.endswith((".json", ".csv")):
            return json_answer({"error": told}, status)
        shown = {"status": status, "told": told, "title": HTTPStatus(status).phrase}
        return self._laid_out(Answer("error.html", shown, dict, None, status), request)


def _forms(answer: Answer, request: Request) -> dict[str, str]:
    """The addresses of the same as data, for the page's foot."""
    path = request.url.path if request.url.path != "/" else "/disputes"
    query = f"?{request.url.query}" if request.url.query else ""
    if answer.template == "error.html" or request.method == "POST":
        return {}
    found = {"JSON": f"{path}.json{query}"}
    if answer.table is not None:
        found["CSV"] = f"{path}.csv{query}"
    if answer.chart is not None:
        found["Chart"] = f"{path}{CHART}{query}"
        found |= {kind.upper(): f"{path}{ending}{query}" for ending, kind in PICTURES.items() if may_draw()}
    return found | answer.links


def _told(error: Exception) -> tuple[int, str]:
    """The status of an error, and what to tell of it: nothing of the inside."""
    if isinstance(error, HTTPException):
        missing = error.status_code == HTTPStatus.NOT_FOUND and error.detail == HTTPStatus.NOT_FOUND.phrase
        return error.status_code, "There is no such page." if missing else str(error.detail)
    if isinstance(error, Refused):
        return error.status, str(error)
    if isinstance(error, (UnknownId, UnknownDispute)):
        return HTTPStatus.NOT_FOUND, str(error)
    if isinstance(error, UsageError):
        return HTTPStatus.BAD_REQUEST, str(error)
    if isinstance(error, RecordLocked):
        return HTTPStatus.SERVICE_UNAVAILABLE, str(error)
    if isinstance(error, DetenteError):
        return HTTPStatus.INTERNAL_SERVER_ERROR, str(error)
    return HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong in Detente itself; the record is as it was."
