"""Any scenario file: TOML of an analyst, a case in JSON, a save file of gmcr-py; told apart by their content."""

from __future__ import annotations

from pathlib import Path

from detente.errors import BadScenario
from detente.scenario.limits import LIMITS, size
from detente.scenario.model import Scenario
from detente.scenario.source import read_bytes


def read_scenario(path: str) -> Scenario:
    """Read the scenario in a file, or on standard input for ``-``. Raises BadScenario."""
    data = read_bytes(path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        from detente.scenario.toml_file import read_toml

        if len(data) > LIMITS.toml_bytes:
            raise BadScenario(f"{size(len(data))}; a scenario file has at most {size(LIMITS.toml_bytes)}", path)
        return read_toml(_text(data, path), path)
    if b'"decisionMakers"' in data:
        from detente.scenario.gmcr_py import read_gmcr_py

        return read_gmcr_py(_text(data, path), Path(path).stem, path)
    from detente.scenario.case_json import case_of_bytes

    return case_of_bytes(data, path)


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadScenario("not UTF-8 text; save it as UTF-8", path, line) from None
