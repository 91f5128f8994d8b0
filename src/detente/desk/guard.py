"""Every request and answer -> the same, if it is one that the desk's own pages make, with the headers that keep it so.

The desk listens on this machine alone, and still a page of another site may call it through the user's browser. So the
Host must be the desk's (a name that was made to point here is refused), what changes something must come from a page of
the desk (Origin, and a token that only such a page holds), and a body has a limit that is checked as it comes. Headers
are those of the OWASP Secure Headers Project; nothing but the desk's own files may run, show or be sent to.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "detente-desk"
FIELD = "token"  #: of every form that changes something
LARGEST_FORM = 1 << 20  #: bytes of a form without files
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_ALLOWED = frozenset({"GET", "HEAD", "POST"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # none at all would take the Origin from our own forms, too
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class Refused(Exception):
    """A request that no page of the desk makes: the status and why, in one line."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        super().__init__(reason)


class Guard:
    """The outermost part of the application. ``hosts`` are the values of Host that are the desk's."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], largest: int) -> None:
        self.app, self.hosts, self.largest = app, hosts, largest
        self._secret = secrets.token_bytes(32)  # of this run: an older page's forms are refused, and say so

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is not the desk's own; else pass it on, and set the headers of what comes back."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page of the desk opens a socket
            return
        headers = Headers(scope=scope)
        known = _cookie(headers)
        cookie = known or secrets.token_urlsafe(32)
        scope["detente.token"] = self._token(cookie)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    given[name] = value
                given.setdefault("Cache-Control", "no-store")
                if known is None:
                    given.append("Set-Cookie", f"{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        try:
            self._check(scope, headers)
            if scope["method"] in _CHANGING:
                receive = await self._checked(scope, headers, receive)
        except Refused as refused:
            response = PlainTextResponse(f"{refused}\n", refused.status)
            await response(scope, receive, answer)
            return
        await self.app(scope, receive, answer)

    def _token(self, cookie: str) -> str:
        return hmac.new(self._secret, cookie.encode(), hashlib.sha256).hexdigest()

    def _check(self, scope: Scope, headers: Headers) -> None:
        if [host.lower() for host in headers.getlist("host")] not in [[host] for host in self.hosts]:
            raise Refused(421, "This address is not the desk's; open the one that detente desk printed.")
        if scope["method"] not in _ALLOWED:
            raise Refused(405, "The desk knows GET and POST.")
        if scope["method"] not in _CHANGING:
            return
        origin = headers.get("origin")
        if origin is None or origin not in {f"http://{host}" for host in self.hosts}:
            raise Refused(403, "What changes the record must come from a page of the desk.")
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refused(403, "What changes the record must come from a page of the desk.")
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length[:20]) > self.largest:
            raise _too_much(self.largest)

    async def _checked(self, scope: Scope, headers: Headers, receive: Receive) -> Receive:
        """The request's body, once its token was found to be right; raises Refused."""
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/x-www-form-urlencoded":
            body = await Request(scope, _limited(receive, LARGEST_FORM)).body()
            token = parse_qs(body.decode("utf-8", "replace"), max_num_fields=200).get(FIELD, [""])[0]
            self._compare(scope, token)
            return _again(body)
        if kind == "multipart/form-data":  # large: the token stands in the address, before any of it is kept
            query = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=20)
            self._compare(scope, query.get(FIELD, [""])[0])
            return _limited(receive, self.largest)
        raise Refused(415, "The desk takes forms.")

    def _compare(self, scope: Scope, token: str) -> None:
        if not hmac.compare_digest(token.encode(), scope["detente.token"].encode()):
            raise Refused(403, "This page is from before the desk was started anew; go back, reload it, and try again.")


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found is not None and 20 <= len(found.value) <= 100 else None


def _limited(receive: Receive, largest: int) -> Receive:
    """The body as it comes, until it is too large."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise _too_much(largest)
        return message

    return limited


def _too_much(largest: int) -> Refused:
    return Refused(413, f"More than {largest >> 20} MB at once; send less, or use detente add.")


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
