"""What a report's source says it is known by: an address, or an id that is qualified by where it came from."""

from __future__ import annotations

from pathlib import Path

from detente.sources.canonical_address import canonical_address
from detente.sources.raw import Draft, Raw

_UNIQUE = frozenset({"email", "factiva"})  # formats whose ids are given out once in the world


def key_of(draft: Draft, raw: Raw) -> str:
    """The key that the source gives, empty where it gives none.

    The address of the report comes first. A Message-ID or the number of an archive is unique in the world; any other id
    only within the file that gives it, so that the file's name and folder go before it. Not its whole path: a
    collection may be moved.
    """
    address = canonical_address(_whole(draft.url or raw.url or ""))
    if address is not None:
        return address
    if draft.id is None:
        return ""
    if draft.format in _UNIQUE:
        return f"{draft.format}:{_whole(draft.id)}"
    return f"{draft.format}:{_place(draft, raw)}#{_whole(draft.id)}"


def _whole(id_: str) -> str:
    """An id or address that can be written, whatever half characters (lone surrogates) stand in it."""
    return id_.encode("utf-8", "replace").decode("utf-8")


def _place(draft: Draft, raw: Raw) -> str:
    """The file that gives an id, with its folder: of a JSON line without its number."""
    file = raw.source.rpartition(":")[0] if draft.format == "jsonl" else raw.source
    return file if file == "-" else "/".join(Path(file).absolute().parts[-2:])
