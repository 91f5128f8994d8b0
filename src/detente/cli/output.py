"""Where readings go: a stream, one file, or one file a report in a folder."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from detente.errors import UsageError
from detente.formats.json_reading import dumps, reading_json
from detente.model.reading import Reading

_ENDING = {
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "timeml": ".tml",
    "jsonld": ".jsonld",
    "plover": ".plover.jsonl",
    "geojson": ".geojson",
}
_ARRAYS = frozenset({"json", "jsonld"})  # several reports make an array
_UNSAFE = re.compile(r"[^\w.,=+-]+")


class Output:
    """Writes readings as they come.

    ``out`` is a folder if it is one already, ends in a slash or has no ending of a file; each report then gets a file
    under its own name. Otherwise it is one file, and without it standard output. JSON is one object for one report and
    an array for several. Raises UsageError where ``out`` cannot be written.
    """

    def __init__(self, format: str, out: Path | None, *, text: bool, evidence: bool, times: bool) -> None:  # noqa: A002
        self.format, self.text, self.evidence, self.times = format, text, evidence, times
        self.folder = out if out is not None and (out.is_dir() or not out.suffix) else None
        self.file = out if self.folder is None else None
        self._stream: IO[str] = sys.stdout
        self._held: Reading | None = None  # the first JSON object waits to see whether it is alone
        self._written = 0
        self._names: set[str] = set()

    def __enter__(self) -> Output:
        try:
            if self.folder is not None:
                self.folder.mkdir(parents=True, exist_ok=True)
            elif self.file is not None:
                self._stream = self.file.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot write to {self.folder or self.file}: {error.strerror}") from error
        return self

    def write(self, reading: Reading) -> None:
        """Write one reading."""
        if self.folder is not None:
            path = self.folder / self._name(reading)
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(self._render(reading, width=100))
        elif self.format in _ARRAYS:
            self._write_json(reading)
        else:
            self._stream.write(self._render(reading, width=None))
        self._written += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.folder is None and self.format in _ARRAYS:
            if self._held is not None:
                self._stream.write(self._render(self._held, width=None))
            elif self._written:
                self._stream.write("]\n")
        self._stream.flush()
        if self.file is not None:
            self._stream.close()

    def _write_json(self, reading: Reading) -> None:
        if not self._written:
            self._held = reading
            return
        if self._held is not None:
            self._stream.write("[\n" + self._render(self._held, width=None))
            self._held = None
        self._stream.write(",\n" + self._render(reading, width=None))

    def _render(self, reading: Reading, width: int | None) -> str:
        if self.format == "json":
            return dumps(reading_json(reading, text=self.text)) + "\n"
        if self.format == "jsonl":
            return dumps(reading_json(reading, text=self.text), indent=None) + "\n"
        if self.format == "jsonld":
            from detente.formats.json_ld import json_ld

            return dumps(json_ld(reading)).replace("<", "\\u003c") + "\n"  # it may stand in a page's script element
        if self.format == "timeml":
            from detente.formats.timeml import timeml

            return timeml(reading)
        if self.format == "plover":
            from detente.formats.plover import plover

            return plover(reading, text=self.text)
        if self.format == "geojson":
            from detente.formats.geojson import geojson

            return geojson(reading)
        return self._dossier(reading, width)

    def _dossier(self, reading: Reading, width: int | None) -> str:
        from rich.console import Console

        from detente.formats.dossier import print_dossier

        live = width is None and self.file is None and self._stream.isatty()
        console = Console(width=None if live else width or 100, force_terminal=live, highlight=False, emoji=False)
        with console.capture() as capture:
            print_dossier(reading, console, evidence=self.evidence, times=self.times)
        return capture.get()

    def _name(self, reading: Reading) -> str:
        report = reading.report
        stem = report.id if report.format == "jsonl" or report.source == "-" else Path(report.source).stem
        stem = _UNSAFE.sub("-", stem).strip("-.") or report.text_sha256[:16]
        name = stem + _ENDING[self.format]
        if name in self._names:  # two reports of one name, in different folders
            name = f"{stem}-{report.text_sha256[:8]}{_ENDING[self.format]}"
        self._names.add(name)
        return name
