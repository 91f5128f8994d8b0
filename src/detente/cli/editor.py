"""A text in the user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from detente.errors import UsageError


def edited(text: str, ending: str) -> tuple[str, Path]:
    """The text as the user saved it, and the file that it stands in, for the caller to remove. Raises UsageError."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.NamedTemporaryFile("w", suffix=ending, delete=False, encoding="utf-8") as file:
        file.write(text)
    path = Path(file.name)
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        path.unlink()
        raise UsageError(f"the editor {command!r} cannot be started; name one in EDITOR") from error
    if done.returncode:
        raise UsageError(
            f"the editor {command!r} ended with {done.returncode}; nothing was stored, {path} has the text"
        )
    return path.read_text(encoding="utf-8"), path
