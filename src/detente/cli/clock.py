"""The present time, as the record keeps it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """UTC to the second, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
