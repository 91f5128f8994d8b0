"""Where docs/reference/json.md and the schema differ: what the one has and the other lacks."""

from __future__ import annotations

import re
from typing import Any

from detente.model.schema import schema

_OF_EVERY_ITEM = ("id", "evidence", "inferred")  # described once
_HEADING = re.compile(r"#+ .*`(\w+)`")
_NAME = re.compile(r"`(\w+)`")


def differences(reference: str) -> list[str]:
    """Each type or field without its row, and each row without its field, in the order of the schema."""
    documented, wanted = _tables(reference), _fields()
    found = []
    for name, fields in wanted.items():
        if name not in documented:
            found.append(f"{name}: lacks a table")
            continue
        found += [f"{name}: lacks {field}" for field in fields if field not in documented[name]]
        found += [f"{name}: has no field {field}" for field in documented[name] if field not in fields]
    return [*found, *(f"{name}: is nothing of a reading" for name in documented if name not in wanted)]


def _tables(reference: str) -> dict[str, list[str]]:
    """The fields in the first column of the table below each heading that names a field or type."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in reference.splitlines():
        if line.startswith("#"):
            heading = _HEADING.match(line)
            current = found.setdefault(heading[1], []) if heading else None
        elif line.startswith("|") and current is not None:
            current += _NAME.findall(line.split("|")[1])
    return found


def _fields() -> dict[str, list[str]]:
    """The fields of each object by what the reference calls it: a section, or a type that is part of others."""
    whole = schema()
    types: dict[str, Any] = dict(whole["$defs"])
    found: dict[str, list[str]] = {}
    for name, node in whole["properties"].items():
        address = node.get("$ref") or node.get("items", {}).get("$ref")
        if address is None:
            continue
        fields = types.pop(address.rpartition("/")[2])["properties"]
        common = _OF_EVERY_ITEM if node.get("type") == "array" else ()
        found[name] = [field for field in fields if field not in common]
    return found | {name: list(node["properties"]) for name, node in types.items() if "properties" in node}
