"""Web address -> the one form of it by which a report is known again, whichever way a reader came to it.

The form is for comparing, not for fetching. Two addresses have one form where they differ only in: http and https;
upper and lower case of scheme and host; a ``www.``, ``m.``, ``mobile.`` or ``amp.`` before the host; the port that goes
without saying; a user's name; the fragment, unless it begins with ``!``; how a character is percent-encoded; ``.`` and
``..`` in the path and a slash at its end; the order of parameters; parameters that only track (a table of names); and
whether it is the page, its AMP page, or the copy of that in an AMP cache.
"""

from __future__ import annotations

import re
from posixpath import normpath
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit

from detente.knowledge.loader import Entry, table

_STANDARD_PORTS = {"http": 80, "https": 443}
_VARIANT = re.compile(r"\A(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])")
_AMP_CACHES = (
    re.compile(r"https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)", re.IGNORECASE | re.DOTALL),
    re.compile(r"https?://[^/]+\.cdn\.ampproject\.org/[acv]/(s/)?(.+)", re.IGNORECASE | re.DOTALL),
)
_AMP_PATH = re.compile(r"/amp(?=/.)|(?<=.)/amp/?\Z|\.amp(?=(?:\.html?)?\Z)", re.IGNORECASE)
_SUFFIX_LABELS = frozenset({"ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "mil", "net", "or", "org"})
_LONGEST = 8_000  # characters; what is longer is no address of a page
_SPACE = re.compile(r"[\x00-\x20\x7f]+")


def canonical_address(address: str) -> str | None:
    """The one form of an http or https address; of that form, itself. None for what is no such address."""
    found: str | None = _SPACE.sub("", address) if len(address) <= _LONGEST else None
    seen = None
    while found is not None and found != seen:  # an address may be wrapped in another; each turn shortens it or ends
        seen, found = found, _simpler(found)
    return found


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on hosts of one owner, as far as their names tell."""
    hosts = [_host(parts) if (parts := _split(address)) else None for address in (one, other)]
    return None not in hosts and _domain(hosts[0] or "") == _domain(hosts[1] or "")


def page_address(named: list[str], fetched: str | None) -> str | None:
    """Where a page says it lives, of the addresses that it names, best first; else where it was fetched from.

    Of a page that was fetched, only an address on its own site counts, and none of the site's front: syndicated copies
    name the first publisher, and careless ones their own home page.
    """
    for name in named:
        address = _joined(fetched, name.strip())
        parts = _split(address)
        if parts and (fetched is None or (same_site(address, fetched) and not _is_front(parts, fetched))):
            return address
    return fetched


def _joined(fetched: str | None, address: str) -> str:
    try:
        return urljoin(fetched or "", address)
    except ValueError:
        return ""


def _simpler(address: str) -> str | None:
    for cache_of in _AMP_CACHES:
        if (wrapped := cache_of.fullmatch(address)) is not None:
            return ("https://" if wrapped[1] else "http://") + wrapped[2]
    parts = _split(address)
    if parts is None:
        return None
    host, port = _host(parts), _port(parts)
    scheme = parts.scheme if port else "https"
    place = f"{scheme}://{host}:{port}" if port else f"{scheme}://{host}"
    query = _query(parts.query)
    fragment = f"#{_encoded(parts.fragment)}" if parts.fragment.startswith("!") else ""
    return place + _path(parts.path) + (f"?{query}" if query else "") + fragment


def _split(address: str) -> SplitResult | None:
    """The parts of an http or https address with a host, or None."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # raises where it is no number
    except ValueError:
        return None
    return parts if parts.scheme in _STANDARD_PORTS and _host(parts) else None


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").strip(".")
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = quote(host, safe="[]:%.-_").lower()
    host = _VARIANT.sub("", host)
    return f"[{host}]" if ":" in host else host


def _port(parts: SplitResult) -> int | None:
    return None if parts.port in {None, _STANDARD_PORTS[parts.scheme]} else parts.port


def _domain(host: str) -> str:
    """The part of a host's name that its owner registered, as ``river.gov.xx`` or ``paper.example``, without a list."""
    labels = host.split(".")
    if labels[-1].isdecimal() or ":" in host:
        return host
    long = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SUFFIX_LABELS
    return ".".join(labels[-3:] if long else labels[-2:])


def _path(path: str) -> str:
    encoded = _encoded(path)
    if encoded.strip("/"):
        encoded = "/" + normpath(encoded).lstrip("/")
    encoded = _AMP_PATH.sub("", encoded, count=1)
    return "/" + encoded.strip("/") if encoded.strip("/.") else "/"


def _query(query: str) -> str:
    rules = _rules()
    kept = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        name = name.lower()
        tracks = name in rules.names or name.startswith(rules.beginnings)
        if pair and not tracks and value.lower() not in rules.dress.get(name, ()):
            kept.append(_encoded(pair))
    return "&".join(sorted(kept))


def _encoded(part: str) -> str:
    """Each byte percent-encoded where it must be, in capitals, and nowhere else; reserved characters stay."""
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", part)
    return "".join(_byte(piece) if number % 2 else quote(piece, safe=_RESERVED) for number, piece in enumerate(pieces))


_RESERVED = "/!$&'()*+,;=:@?~"


def _byte(escape: str) -> str:
    character = unquote_to_bytes(escape).decode("latin-1")
    plain = character.isascii() and (character.isalnum() or character in "-._~")
    return character if plain else escape.upper()


def _is_front(parts: SplitResult, fetched: str) -> bool:
    other = _split(fetched)
    return other is not None and _path(parts.path) == "/" and not parts.query and _path(other.path) != "/"


class _Rules(Entry, frozen=True):
    beginnings: tuple[str, ...]
    names: frozenset[str]
    dress: dict[str, tuple[str, ...]]


def _rules() -> _Rules:
    return table("facts/web/tracking_parameters", _Rules)
