"""A browser without a screen: it keeps cookies, knows a page's links and forms, and sends what a page would send."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from lxml import html  # type: ignore[import-untyped]
from starlette.types import ASGIApp

HOST = "127.0.0.1:8765"
ROOT = f"http://{HOST}"


class Client:
    """Asks an application as a page of its own would; ``headers`` are sent with every request."""

    def __init__(self, app: ASGIApp) -> None:
        self._loop = asyncio.new_event_loop()
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._client = httpx.AsyncClient(transport=transport, base_url=ROOT)

    def close(self) -> None:
        self._loop.run_until_complete(self._client.aclose())
        self._loop.close()

    def send(self, method: str, path: str, **given: Any) -> httpx.Response:
        return self._loop.run_until_complete(self._client.request(method, path, **given))

    def get(self, path: str, **given: Any) -> httpx.Response:
        return self.send("GET", path, **given)

    def post(self, path: str, form: dict[str, Any], **given: Any) -> httpx.Response:
        """As a form of the desk sends it: with its token and origin."""
        headers = {"Origin": ROOT, "Sec-Fetch-Site": "same-origin"} | given.pop("headers", {})
        return self.send("POST", path, data={"token": self.token()} | form, headers=headers, **given)

    def token(self) -> str:
        found = page(self.get("/log")).xpath("//input[@name='token']/@value")
        return str(found[0]) if found else self._of_dispute()

    def _of_dispute(self) -> str:
        first = page(self.get("/disputes")).xpath("//tbody//th/a/@href")[0]
        return str(page(self.get(first)).xpath("//input[@name='token']/@value")[0])


def page(response: httpx.Response) -> Any:
    return html.document_fromstring(response.text)


def links(response: httpx.Response) -> list[str]:
    """The addresses of the desk that a page leads to, without their fragments."""
    found = [urlsplit(urljoin(str(response.request.url), str(link))) for link in page(response).xpath("//@href")]
    return [f"{part.path}{f'?{part.query}' if part.query else ''}" for part in found if part.netloc == HOST]
