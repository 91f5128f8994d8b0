"""What an extractor gives, or None where it fails: on odd pages they raise errors of many kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


def tried(extract: Callable[[], _T]) -> _T | None:
    """What is extracted, or None. Raises TimeoutError."""
    try:
        return extract()
    except TimeoutError:
        raise
    except Exception:  # one page must not stop the others
        return None
