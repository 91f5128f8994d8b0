"""Where reports come from: files, folders, standard input and web addresses, in many formats.

``reports`` goes through inputs of any kind and never raises for a bad one; ``captures`` gives the bytes, too, and lets
be what is known; ``report_from_text`` takes a text as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from detente.attempt import attempt
from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources.finish import finish
from detente.sources.index_file import Index, index_file
from detente.sources.inputs import pieces
from detente.sources.limits import DEFAULT_LIMITS, Limits
from detente.sources.publication_date import edtf_date
from detente.sources.raw import NOTHING, Before, Draft, Known, Raw

__all__ = ["DEFAULT_LIMITS", "Before", "Capture", "Known", "Limits", "captures", "report_from_text", "reports"]


@dataclass(frozen=True, slots=True)
class Capture:
    """A report and the bytes that it was made of."""

    report: Report
    data: bytes


def reports(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    index: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    allow_private_addresses: bool = False,
    seconds: float = 0,
) -> Iterator[Report | SetAside]:
    """The reports in the inputs, in their order, and a ``SetAside`` for each that cannot be read.

    An input is a file's or folder's path, ``-`` for standard input, or an http or https address. Folders are gone
    through by name, with the folders in them. ``published`` is an EDTF year, month or day that holds for all of them;
    ``index`` the path of a TSV that says what is known of each file; ``seconds`` the longest time for one report, 0 for
    no limit. Raises BadDate for a bad ``published`` and BadIndex for a bad ``index``, nothing else.
    """
    found = captures(
        inputs,
        published=published,
        index=index,
        limits=limits,
        allow_private_addresses=allow_private_addresses,
        seconds=seconds,
    )
    return (item.report if isinstance(item, Capture) else item for item in found if not isinstance(item, Known))


def captures(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    index: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    allow_private_addresses: bool = False,
    seconds: float = 0,
    before: Before = NOTHING,
) -> Iterator[Capture | Known | SetAside]:
    """As :func:`reports`, with each report's bytes; ``Known`` for what came before.

    ``before`` is asked before anything is made of the bytes of a file, a line, a message or a page, and before a page
    is fetched that a feed leads to. Raises as ``reports``.
    """
    day = edtf_date(published) if published is not None else None
    rows = index_file(index, limits) if index is not None else None
    return _captures(inputs, day, rows, limits, seconds, before, allow_private=allow_private_addresses)


def _captures(
    inputs: Iterable[str],
    published: str | None,
    index: Index | None,
    limits: Limits,
    seconds: float,
    before: Before,
    *,
    allow_private: bool,
) -> Iterator[Capture | Known | SetAside]:
    for given in inputs:
        for piece in pieces(given, limits, seconds, index=index, before=before, allow_private=allow_private):
            if isinstance(piece, (SetAside, Known)):
                yield piece
                continue
            raw, draft = piece
            try:
                report = attempt(partial(finish, draft, raw, published, limits), seconds)
            except UnreadableReport as error:
                yield SetAside(raw.source, error.reason)
            else:
                yield Capture(report, raw.data)
    yield from index.not_met() if index is not None else ()


def report_from_text(
    text: str,
    *,
    published: str | None = None,
    source: str = "text",
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Report:
    """A report from a text as it is, kept to the character.

    Raises UnreadableReport for a text that is empty or too long, and BadDate for a bad ``published``.
    """
    day = edtf_date(published) if published is not None else None
    raw = Raw(text.encode("utf-8", "surrogatepass"), source)
    draft = Draft(text, "text", id=id, title=title, url=url, publisher=publisher)
    return finish(draft, raw, day, limits)
