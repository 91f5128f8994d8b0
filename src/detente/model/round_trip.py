"""Reading <-> JSON values: one object a report, by the table of sections.

``FORMAT`` counts up whenever the shape changes, so that who reads it can tell what is before it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

import msgspec

from detente.controls import harmless_json
from detente.errors import BadReading
from detente.model.date import Date, NotADate
from detente.model.reading import Provenance, Reading
from detente.model.report import Front, Report
from detente.model.sections import SECTIONS
from detente.model.words import Words

FORMAT = 2

_OWN = {"report", "front", "reading", "format", "related"}  # what is no section; related is the record's
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_FIELDS: dict[type[Any], tuple[str, ...] | None] = {}  # looked up once a type, for readings have many values
_T = TypeVar("_T")


def dumps(value: object, *, indent: int | None = 1) -> str:
    """JSON text in UTF-8 characters, control characters by number; ``indent=None`` puts it on one line."""
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=indent))


def reading_json(reading: Reading, *, text: bool = True) -> dict[str, Any]:
    """The reading as plain values; ``text=False`` leaves the report's full text out.

    Sections that were not asked for are absent; what is not known is null.
    """
    return {
        "format": FORMAT,
        "report": _report(reading.report, reading.front, text=text),
        "front": plain(reading.front),
        **{name: [plain(item) for item in items] for name, items in reading.items.items()},
        "reading": plain(reading.provenance),
    }


def reading_of(given: str | bytes | Mapping[str, Any]) -> Reading:
    """The reading that :func:`reading_json` wrote, from JSON text or its plain values. Raises BadReading."""
    found = _object(given)
    if found.get("format") != FORMAT:
        raise BadReading(f"is in format {found.get('format')!r}; this program reads format {FORMAT}: read it anew")
    if not isinstance(found.get("report"), Mapping) or "text" not in found["report"]:
        raise BadReading("lacks the report's text (report.text): it was written with --no-text")
    items = {name: tuple(_items(name, found[name])) for name in found if name not in _OWN}
    return Reading(
        typed(found["report"], Report, "report"),
        typed(found.get("front"), Front, "front"),
        typed(found.get("reading"), Provenance, "reading"),
        items,
    )


def _object(given: str | bytes | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(given, Mapping):
        return given
    try:
        found = json.loads(given)
    except ValueError as error:
        raise BadReading(f"is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise BadReading("is no JSON object")
    return found


def _items(name: str, values: Any) -> Iterator[Any]:
    section = SECTIONS.get(name)
    if section is None:
        raise BadReading(f"has a section {name!r}, which this program does not know")
    if not isinstance(values, list):
        raise BadReading(f"{name} is no list")
    for number, value in enumerate(values):
        yield typed(value, section.item, f"{name}[{number}]")


def typed(value: Any, kind: type[_T], where: str) -> _T:
    """Plain values as a type of the model. Raises BadReading, which names the place that is wrong."""
    with _told(where):
        return msgspec.convert(value, kind, dec_hook=_special)


def typed_json(text: str, kind: type[_T], where: str) -> _T:
    """JSON text as a type of the model, likewise."""
    with _told(where):
        return cast("_T", _decoder(cast("Any", kind)).decode(text))


def typed_list(texts: Sequence[str], kind: type[_T], where: str) -> tuple[_T, ...]:
    """Several JSON texts as a type of the model, likewise; many at once take less than one by one."""
    with _told(where):
        return tuple(_list_decoder(cast("Any", kind)).decode(f"[{','.join(texts)}]"))


@lru_cache(maxsize=64)
def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, dec_hook=_special)


@lru_cache(maxsize=64)
def _list_decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(list[kind], dec_hook=_special)  # type: ignore[valid-type]


def packed(value: object, special: Callable[[Any], Any] = str) -> str:
    """A value of the model as JSON that :func:`typed_json` reads back; what has no order is sorted.

    ``special`` says what stands for a value of no type of JSON's or the model's.
    """
    return msgspec.json.encode(value, enc_hook=special, order="deterministic").decode()


def typed_around(text: str, kind: type[_T], where: str, special: Mapping[type[Any], Callable[[Any], Any]]) -> _T:
    """JSON text as a type of the model, in which values of further types stand for something else."""

    def of(wanted: type[Any], value: Any) -> Any:
        return special[wanted](value) if wanted in special else _special(wanted, value)

    with _told(where):
        return msgspec.json.decode(text, type=kind, dec_hook=of)


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, NotADate, ValueError) as error:
        reason = str(error).replace("`$", f"`{where}")
        raise BadReading(reason if where in reason else f"{where}: {reason}") from None


def _special(kind: type[Any], value: Any) -> Any:
    if kind is Date and isinstance(value, str):
        return _date(value)
    raise NotImplementedError(kind)


@lru_cache(maxsize=16384)
def _date(text: str) -> Date:
    return Date.parse(text)  # which never changes, and comes again in every item of a day


def plain(value: Any) -> Any:
    """Dataclasses to objects, tuples to lists, dates to strings; a passage in one piece has no spans."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is Words:
        words: dict[str, Any] = {"start": value.start, "end": value.end, "text": value.text}
        if value.spans:
            words["spans"] = [list(span) for span in value.spans]
        return words
    if kind is Date:
        return str(value)
    if (names := field_names(kind)) is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return value


def field_names(kind: type[Any]) -> tuple[str, ...] | None:
    """The fields of a dataclass, in order; None for another type."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
    return _FIELDS[kind]


def _report(report: Report, front: Front, *, text: bool) -> dict[str, Any]:
    """The report's own data, with its headline, date and set-aside lines as plain values for quick use."""
    own = plain(report)
    words = own.pop("text")
    return {
        "id": report.id,
        **own,
        "headline": front.headline.text if front.headline else None,
        "published": plain(front.published.date),
        "dateline": [line.place for line in front.dateline],
        "chrome": [[words.start, words.end] for words in front.chrome],
        "captions": [[words.start, words.end] for words in front.captions],
        "credits": [[words.start, words.end] for words in front.credits],
        "characters": len(report.text),
        "text_sha256": report.text_sha256,
        **({"text": words} if text else {}),
    }
