"""What people make of a dispute in the desk -> its file in a folder beside the record, under a name that leads nowhere.

Other programs take these files, too: a scenario, a sheet of marks.
"""

from __future__ import annotations

from pathlib import Path

from detente.desk.addresses import coded
from detente.errors import UsageError
from detente.files import WholeFile
from detente.model.ids import hashed

_NAME = 80  # characters of a file's name that tell whose it is


def beside(record: Path, kind: str, *names: str, ending: str) -> Path:
    """The file of a kind for these names: ``RECORD.scenarios/NAME-1a2b3c4d.toml``."""
    told = "-".join(coded(name) for name in names)[:_NAME]
    return record.with_name(f"{record.name}.{kind}") / f"{told}-{hashed(*names)[:8]}{ending}"


def read(path: Path) -> str | None:
    """The text of such a file; null where there is none. Raises UsageError."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {(error.strerror or 'it fails').lower()}") from None


def write(path: Path, text: str) -> None:
    """Write such a file, and its folder where it is not there. Raises UsageError, NotWritten."""
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot keep anything in {path.parent}: {(error.strerror or 'it fails').lower()}") from None
    with WholeFile(str(path)) as file:
        file.write(text.encode("utf-8", "backslashreplace"))
