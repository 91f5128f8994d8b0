"""Detente reads the reporting on an international dispute and keeps the record: every line with its source words.

>>> import detente
>>> reading = detente.read("PARIS, 3 May 2021 - France and Italy will meet on Friday.")
>>> [party.id for party in reading.parties]
['FRA', 'ITA']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente._version import __version__

if TYPE_CHECKING:
    from detente.api import Reader, Reading, Report, read

__all__ = ["Reader", "Reading", "Report", "__version__", "read"]


def __getattr__(name: str) -> Any:
    # spaCy takes a second and more to import: only who reads pays for it.
    if name in __all__:
        from detente import api

        return getattr(api, name)
    raise AttributeError(f"module 'detente' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
