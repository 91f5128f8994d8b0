"""Ids of items: hashes of content, so that the same report gives the same ids."""

from __future__ import annotations

import hashlib


def item_id(kind: str, report_id: str, *parts: object) -> str:
    """An id such as ``statement-3f9a0c1d2b4e``, from the report's id and what makes the item itself."""
    content = "\x1f".join([kind, report_id, *("" if part is None else str(part) for part in parts)])
    return f"{kind}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
