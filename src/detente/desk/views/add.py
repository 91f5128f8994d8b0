"""What is given to be read: files, a text, an address go to the queue; a process of its own reads them."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from detente.desk.addresses import decoded
from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.uploads import kept, kept_text, safe
from detente.desk.views.asked import text_asked
from detente.errors import BadDate, UnknownDispute, UsageError
from detente.model.date import Date, NotADate
from detente.model.round_trip import plain
from detente.record import waiting
from detente.record.disputes import names

_SHOWN = 100
_COLUMNS = ("n", "at", "called", "dispute", "state", "new", "known", "aside", "reason")
_LONGEST = 2_000  # characters of an address


def add(site: Site, request: Request) -> Answer:
    """The forms, and what became of what was given."""
    with site.store.reading() as connection:
        found = waiting.every(connection, _SHOWN)
        known = names(connection)
    if any(one.is_open for one in found):
        site.wake()
    rows = [
        (one.n, one.at, one.called, one.dispute, one.state, one.counts.get("new", 0), one.counts.get("known", 0),
         one.counts.get("aside", 0), one.reason)
        for one in found
    ]  # fmt: skip
    shown = {
        "found": found,
        "open": sum(one.is_open for one in found),
        "disputes": known,
        "chosen": text_asked(request, "dispute"),
    }
    return Answer("add.html", shown, lambda: [plain(one) for one in found], lambda: (_COLUMNS, rows))


def given(site: Site, _: Request, form: FormData) -> str:
    """Keep what is given and put it in the queue. Raises UsageError for nothing, BadDate for a date that is none."""
    dispute = _text(form, "dispute_new") or _text(form, "dispute")
    published = _date(_text(form, "published"))
    places: list[tuple[str, str]] = []
    address = _text(form, "address")
    if address is not None:
        places.append((_address(address), address))
    files = [file for file in form.getlist("files") if isinstance(file, UploadFile) and file.filename]
    places += [(str(kept(site.uploads, str(file.filename), file.file)), safe(str(file.filename))) for file in files]
    text = str(form.get("text") or "").strip()
    if text:
        title = _text(form, "title")
        path = kept_text(site.uploads, text.replace("\r\n", "\n"), title, _text(form, "publisher"))
        places.append((str(path), title or f"pasted: {text[:60]}"))
    if not places:
        raise UsageError("nothing was given; choose files, paste a text, or write an address")
    with site.store.writing() as connection:
        for place, called in places:
            waiting.give(connection, place, " ".join(called.split()), site.by, site.now(), dispute, published)
    site.wake()
    return site.to.page("add")


def again(site: Site, request: Request, _: FormData) -> str:
    """Have the reports of a dispute that another version of the program read read again. Raises UnknownDispute."""
    name = decoded(str(request.path_params["name"])) or ""
    with site.store.writing() as connection:
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
        waiting.give(connection, waiting.AGAIN, f"read again: {name}", site.by, site.now(), name)
    site.wake()
    return site.to.page("add")


def forget(site: Site, _: Request, __: FormData) -> str:
    """Clear the list of what is settled."""
    with site.store.writing() as connection:
        waiting.forget_settled(connection)
    return site.to.page("add")


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip()[:_LONGEST] or None if isinstance(value, str) else None


def _date(given: str | None) -> str | None:
    try:
        date = Date.parse(given) if given is not None else None
    except NotADate:
        raise BadDate(given) from None
    if date is not None and date.precision not in ("day", "month", "year"):
        raise BadDate(given)
    return given


def _address(given: str) -> str:
    """An address of the web; who may be asked is decided where it is fetched. Raises UsageError."""
    try:
        parts = urlsplit(given)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or any(char.isspace() for char in given):
        raise UsageError(f"{given[:80]!r} is no address of the web; write one that begins with https://")
    return given
