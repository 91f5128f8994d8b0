"""A text in the user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from detente.errors import UsageError
from detente.files import WholeFile


def edited(text: str, name: str) -> tuple[str, Path]:
    """The text as the user saved it, and the file that it stands in, in a folder of its own. Raises UsageError."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    path = Path(tempfile.mkdtemp(prefix="detente-")) / name
    with WholeFile(str(path)) as file:
        file.write(text.encode("utf-8"))
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        discard(path)
        raise UsageError(f"the editor {command!r} cannot be started; name one in EDITOR") from error
    if done.returncode:
        raise UsageError(f"the editor {command!r} ended with {done.returncode}; nothing was stored, the text is {path}")
    return path.read_text(encoding="utf-8"), path


def discard(path: Path) -> None:
    """Remove an edited file and its folder."""
    path.unlink(missing_ok=True)
    path.parent.rmdir()
