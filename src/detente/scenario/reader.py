"""Any scenario file: TOML of an analyst, a case in JSON, a save file of gmcr-py; told apart by their content."""

from __future__ import annotations

import sys
from pathlib import Path

from detente.errors import BadScenario
from detente.scenario.model import Scenario

MOST_TOML = 4 << 20  #: bytes; nobody writes more by hand
MOST_JSON = 256 << 20


def read_scenario(path: str) -> Scenario:
    """Read the scenario in a file, or on standard input for ``-``. Raises BadScenario."""
    data = _bytes(path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        from detente.scenario.toml_file import read_toml

        if len(data) > MOST_TOML:
            raise BadScenario(f"{_size(len(data))}; a scenario file has at most {_size(MOST_TOML)}", path)
        return read_toml(_text(data, path), path)
    if b'"decisionMakers"' in data:
        from detente.scenario.gmcr_py import read_gmcr_py

        return read_gmcr_py(_text(data, path), Path(path).stem, path)
    from detente.scenario.case_json import case_of_bytes

    return case_of_bytes(data, path)


def _bytes(path: str) -> bytes:
    try:
        if path == "-":
            if sys.stdin is None:
                raise BadScenario("standard input is closed", path)
            return sys.stdin.buffer.read(MOST_JSON + 1)
        file = Path(path)
        if file.is_file() and file.stat().st_size > MOST_JSON:
            raise BadScenario(f"{_size(file.stat().st_size)}; at most {_size(MOST_JSON)} are read", path)
        return file.read_bytes()
    except OSError as error:
        raise BadScenario(f"cannot be read: {error.strerror}", path) from None


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadScenario("not UTF-8 text; save it as UTF-8", path, line) from None


def _size(size: int) -> str:
    return f"{size / (1 << 20):.0f} MB"
