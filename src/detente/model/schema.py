"""The JSON Schema (draft 2020-12) of a reading, made from the model's types and their comments.

A type's docstring and the comment ``#:`` beside or above a field are their descriptions.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from detente.model.date import Date
from detente.model.reading import Provenance
from detente.model.report import Front, Report
from detente.model.round_trip import FORMAT
from detente.model.sections import SECTIONS
from detente.model.words import Words

_ADDRESS = "#/$defs/{name}"
_COMMENT = re.compile(r"^    (\w+): [^#\n]*?  #: (.+)$", re.MULTILINE)
_SPAN = {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}], "items": False, "minItems": 2}
_TEXTS = {"type": "array", "items": {"type": "string"}}
_SPANS = {"type": "array", "items": _SPAN}
_DATE = {"type": "string", "description": "EDTF (ISO 8601-2); early, mid and late as 2019-02-early."}

#: What ``report`` has besides the fields of Report: those of the front as plain values, for quick use.
_BESIDE: dict[str, dict[str, Any]] = {
    "id": {"type": "string", "description": "Of this version of the report: a hash of key and version."},
    "headline": {"type": ["string", "null"], "description": "The headline's words."},
    "published": {"type": ["string", "null"], "description": "EDTF date or interval of publication."},
    "dateline": {**_TEXTS, "description": "Places of writing."},
    "chrome": {**_SPANS, "description": "Menus, share lines, related headlines: where they stand."},
    "captions": {**_SPANS, "description": "Likewise the captions of pictures."},
    "credits": {**_SPANS, "description": "Likewise by-lines, desks, agencies, translators."},
    "characters": {"type": "integer", "description": "The length of the text in code points."},
    "text_sha256": {"type": "string", "description": "Of the text in UTF-8."},
}

#: What only the record knows of a report.
_RELATED = {
    "type": "array",
    "items": {"type": "object"},
    "description": "Only from a record, and only where there are any: the near-copies, corrections and versions that "
    "the report hangs together with, each with its relation, id and reason.",
}


def schema() -> dict[str, Any]:
    """The schema of one object as :func:`detente.model.round_trip.reading_json` gives it."""
    kinds: list[type[Any]] = [Report, Front, Provenance, *(section.item for section in SECTIONS.values())]
    references, types = msgspec.json.schema_components(kinds, schema_hook=_special, ref_template=_ADDRESS)
    for name, kind in _types(kinds).items():
        if name in types:
            _describe(types[name], kind)
    types["Report"]["properties"] |= _BESIDE
    types["Report"]["required"] = [name for name in types["Report"]["properties"] if name != "text"]
    sections = {
        section.name: {"type": "array", "title": section.title, "items": reference}
        for section, reference in zip(SECTIONS.values(), references[3:], strict=True)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A reading",
        "description": "What was read out of one report. Offsets count code points of the report's text, half open. "
        "Sections that were not asked for are absent; what is not known is null.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT, "description": "The version of this shape."},
            "report": references[0],
            "front": references[1],
            **sections,
            "reading": references[2],
            "related": _RELATED,
        },
        "required": ["format", "report", "front", "reading"],
        "additionalProperties": False,
        "$defs": dict(sorted(types.items())),
    }


def _special(kind: type[Any]) -> dict[str, Any]:
    if kind is Date:
        return dict(_DATE)
    raise NotImplementedError(kind)


def _types(kinds: list[type[Any]]) -> dict[str, type[Any]]:
    """The classes of the modules that the kinds are of and take from, by name."""
    found: dict[str, type[Any]] = {"Words": Words}
    for kind in kinds:
        module = inspect.getmodule(kind)
        for name, value in vars(module).items():
            if inspect.isclass(value):
                found.setdefault(name, value)
    return found


def _describe(node: dict[str, Any], kind: type[Any]) -> None:
    """All fields always stand there, but for the spans of words in one piece; each with its comment."""
    comments = dict(_COMMENT.findall(inspect.getsource(kind)))
    for name, value in node.get("properties", {}).items():
        value.pop("default", None)
        if name in comments:
            node["properties"][name] = value | {"description": comments[name]}
    node["required"] = [name for name in node.get("properties", {}) if name != "spans"]
    node["additionalProperties"] = False


def names(node: Any) -> set[str]:
    """Every name of a field in a schema."""
    if isinstance(node, Mapping):
        return set(node.get("properties", {})).union(*(names(inner) for inner in node.values()))
    return set().union(*(names(inner) for inner in node)) if isinstance(node, list) else set()
