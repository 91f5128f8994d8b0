"""Where the record is: ``--record``, else ``DETENTE_RECORD``, else the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "DETENTE_RECORD"


def location(given: Path | str | None = None) -> Path:
    """The path of the record's file, whether there is one or not."""
    chosen = str(given) if given is not None else os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("detente", appauthor=False) / "record.db"
