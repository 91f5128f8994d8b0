"""What a report's source says it is known by: an address, or an id that is qualified by where it came from."""

from __future__ import annotations

import os.path

from detente.sources.raw import Draft, Raw


def key_of(draft: Draft, raw: Raw) -> str:
    """The key that the source gives, empty where it gives none.

    The address of the report comes first. A Message-ID is unique in the world; any other id only within the file that
    gives it, whose path as it was given goes before it.
    """
    address = draft.url or raw.url
    if address:
        return f"address:{' '.join(address.split())}"
    if draft.id is None:
        return ""
    if draft.format == "email":
        return f"mail:{draft.id}"
    return f"{draft.format}:{os.path.normpath(_file(draft, raw))}#{draft.id}"


def _file(draft: Draft, raw: Raw) -> str:
    """The file that gives an id: of a JSON line without its number."""
    return raw.source.rpartition(":")[0] if draft.format == "jsonl" else raw.source
