"""Fetching one web address, and nothing else: no other address of the page is ever asked for.

Each hop's host is resolved once, its addresses are checked, and the connection goes to a checked address, so that a
name cannot lead elsewhere between the check and the connection.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from detente._version import __version__
from detente.errors import UnreadableReport
from detente.sources.address import checked_addresses
from detente.sources.clock import Clock
from detente.sources.credentials import without_credentials
from detente.sources.gzip_stream import GzipStream
from detente.sources.limits import Limits, size
from detente.sources.raw import Raw
from detente.sources.told import is_media_type

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"detente/{__version__} (reads reports for analysts; one page at a time)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",  # zlib can be told how much to unpack at once, other decoders cannot
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch(address: str, limits: Limits, *, allow_private: bool = False) -> Raw:
    """The bytes at an address. Raises UnreadableReport with the reason where they cannot be had.

    Proxies named by the environment are not used: behind one, nothing could be checked.
    """
    import httpx

    clock = Clock(limits.fetch_seconds)
    timeout = httpx.Timeout(min(limits.connect_seconds, limits.fetch_seconds))
    try:
        # SSL_CERT_FILE and SSL_CERT_DIR do count: offices have certificates of their own.
        context = httpx.create_ssl_context(trust_env=True)
        with clock, httpx.Client(verify=context, timeout=timeout, headers=_HEADERS, trust_env=False) as client:
            url = _url(address)
            for _ in range(limits.redirects + 1):
                found = _ask(client, url, address, limits, clock, allow_private=allow_private)
                if isinstance(found, Raw):
                    return found
                url = found
        raise UnreadableReport(f"cannot be fetched: it redirects more than {limits.redirects} times")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, OSError) as error:
        if clock.over or isinstance(error, httpx.TimeoutException):
            raise clock.reason() from None
        raise UnreadableReport(f"cannot be fetched: {_why(error)}") from None


def _url(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError, ValueError):  # the error's own words may hold a password
        url = httpx.URL()
    if url.scheme not in {"http", "https"} or not url.host:
        raise UnreadableReport("is no address that can be fetched; it must begin with http:// or https://")
    return url


def _ask(
    client: httpx.Client, url: httpx.URL, source: str, limits: Limits, clock: Clock, *, allow_private: bool
) -> Raw | httpx.URL:
    """One hop: the content, or where it says to go instead."""
    with _connected(client, url, clock, allow_private=allow_private) as response:
        location = response.headers.get("location")
        if response.status_code in _REDIRECTS and location:
            return _url(str(url.join(location)))
        if response.status_code != 200:
            answer = f"{response.status_code} {response.reason_phrase}".strip()
            raise UnreadableReport(f"cannot be fetched: the server answers {answer}")
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not is_media_type(media_type):
            raise UnreadableReport(f"is {media_type}, not a page or a text")
        data = _body(response, limits.file_bytes, clock)
    shown, final = without_credentials(source), without_credentials(str(url))
    return Raw(data, shown, PurePosixPath(url.path).name, final, media_type, response.charset_encoding)


def _connected(client: httpx.Client, url: httpx.URL, clock: Clock, *, allow_private: bool) -> _Stream:
    """An open response from one of the host's checked addresses, the first that takes the connection."""
    import httpx

    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = clock.wait_for(lambda: checked_addresses(url.host, port, allow_private=allow_private))
    host = url.netloc.decode("ascii")
    for number, address in enumerate(addresses, start=1):
        clock.check()
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": host},
            # The certificate is checked against the name, though the connection is made to the number.
            extensions={"sni_hostname": url.host, "trace": clock.watch},
        )
        try:
            return _Stream(client.send(request, stream=True))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            if number == len(addresses):
                raise
    raise AssertionError


class _Stream:
    """Closes a response that was asked for as a stream."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response

    def __enter__(self) -> httpx.Response:
        return self.response

    def __exit__(self, *_: object) -> None:
        self.response.close()


def _body(response: httpx.Response, limit: int, clock: Clock) -> bytes:
    """The content, unpacked, up to the limit in both states."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "", "gzip", "x-gzip"}:
        raise UnreadableReport(f"cannot be fetched: it is packed in a way that was not asked for ({coding})")
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise UnreadableReport(f"has {size(int(declared))}; at most {size(limit)} are read")
    packed = GzipStream() if "gzip" in coding else None
    body = bytearray()
    received = 0
    for chunk in response.iter_raw(65536):
        clock.check()
        received += len(chunk)
        body += packed.unpack(chunk, limit + 1 - len(body)) if packed else chunk
        if max(len(body), received) > limit:
            raise UnreadableReport(f"has more than {size(limit)}, which is the most that is read")
    if packed:
        packed.end()
    return bytes(body)


def _why(error: Exception) -> str:
    """The reason in a word or two, on one line."""
    import httpx

    text = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, httpx.ConnectError):
        return f"no connection ({text})"
    return text[:1].lower() + text[1:200]
