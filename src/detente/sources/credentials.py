"""Addresses without the name and password that may stand in them: what is shown and stored is never a secret."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_USER = re.compile(r"([a-z][a-z0-9+.-]*://)[^/?#]*@", re.IGNORECASE)
_BEFORE_LAST_AT = re.compile(r"([a-z][a-z0-9+.-]*://).*@", re.IGNORECASE | re.DOTALL)


def without_credentials(address: str) -> str:
    """``https://paper.example/1`` of ``https://user:secret@paper.example/1``; whatever is no address stays as it is."""
    found = _USER.match(address)
    if found is None and not _has_sound_port(address):
        found = _BEFORE_LAST_AT.match(address)  # a password with a slash in it, which makes the address a broken one
    return found[1] + address[found.end() :] if found else address


def _has_sound_port(address: str) -> bool:
    try:
        _ = urlsplit(address).port
    except ValueError:
        return False
    return True
