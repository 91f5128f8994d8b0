"""Where readings go: a stream, one file, or one file a report in a folder."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from detente.cli import terminal
from detente.cli.names import Names
from detente.errors import NotWritten, UsageError
from detente.files import Inputs, WholeFile
from detente.model.reading import Reading
from detente.model.round_trip import dumps, reading_json

if TYPE_CHECKING:
    from detente.formats.geojson import Feature

_ENDING = {
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "timeml": ".tml",
    "jsonld": ".jsonld",
    "plover": ".plover.jsonl",
    "geojson": ".geojson",
}
_SHOWN = 6  # characters of an id behind its kind
_ARRAYS = frozenset({"json", "jsonld"})  # several reports make an array


class Output:
    """Writes readings as they come.

    ``out`` is a folder if it is one already, ends in a slash, or is no file and has no ending of one; each report then
    gets a file under its own name. Otherwise it is one file, and without it standard output. JSON is one object for one
    report and an array for several, GeoJSON one collection. Raises UsageError where ``out`` cannot be written or is
    part of ``inputs``.
    """

    def __init__(
        self,
        format: str,  # noqa: A002
        out: str | None,
        inputs: Sequence[str],
        *,
        text: bool,
        evidence: bool,
        times: bool,
        ids: bool = False,
    ) -> None:
        if out is not None and not out.strip():
            raise UsageError("--out is empty; name a file or a folder, or leave it out")
        self.format, self.text, self.evidence, self.times, self.ids = format, text, evidence, times, ids
        self.folder = Path(out) if out is not None and _is_folder(out) else None
        self._inputs = Inputs(inputs)
        self._names = Names(_ENDING[format])
        self._file: WholeFile | None = None
        if self.folder is not None:
            self._inputs.refuse(str(self.folder))
            for name in inputs:  # what is known before anything is read
                self._inputs.refuse(str(self.folder / self._names.of_file(name)))
        elif out is not None:
            self._inputs.refuse(out)
            self._file = WholeFile(out)
        elif sys.stdout is None:
            raise NotWritten("standard output is closed; name a file or a folder with --out")
        else:
            self._inputs.refuse_stream(1)
        self._held: Reading | None = None  # the first JSON object waits to see whether it is alone
        self._features: list[Feature] = []  # all reports' are one collection, written at the end
        self._written = 0

    def __enter__(self) -> Output:
        if self.folder is not None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=self.folder):  # that files can be made in it
                    pass
            except OSError as error:
                raise UsageError(f"cannot write to {self.folder}: {str(error.strerror).lower()}") from error
        elif self._file is not None:
            self._file.__enter__()
        return self

    def write(self, reading: Reading) -> None:
        """Write one reading. Raises UsageError where this one may not be written, NotWritten where none can."""
        if self.folder is not None:
            path = str(self.folder / self._names.of_report(reading.report))
            self._inputs.refuse(path)
            with WholeFile(path) as file:
                file.write(self._render(reading, width=100).encode("utf-8"))
        elif self.format in _ARRAYS:
            self._write_json(reading)
        elif self.format == "geojson":
            from detente.formats.geojson import features

            self._features += features(reading)
        elif self.format == "timeml" and self._file is not None and self._written:
            raise UsageError("TimeML has one report a file; give --out a folder, with a slash at its end")
        else:
            self._put(self._render(reading, width=None))
        self._written += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._file is None or kind is None:
                self._end()  # of standard output whatever happened: what came so far is there
        except BaseException as lost:
            kind = type(lost)
            raise
        finally:
            if self._file is not None:
                self._file.__exit__(kind if self._written else UsageError, error, trace)  # nothing is no file, either

    def _end(self) -> None:
        if self._held is not None:
            self._put(self._render(self._held, width=None))
        elif self._written and self.folder is None and self.format == "geojson":
            from detente.formats.geojson import geojson

            self._put(geojson(self._features))
        elif self._written and self.folder is None and self.format in _ARRAYS:
            self._put("]\n")

    def _write_json(self, reading: Reading) -> None:
        if not self._written:
            self._held = reading
            return
        if self._held is not None:
            held, self._held = self._held, None
            self._put("[\n" + self._render(held, width=None))
        self._put(",\n" + self._render(reading, width=None))

    def _put(self, text: str) -> None:
        if self._file is not None:
            self._file.write(text.encode("utf-8"))
        elif self.format == "text":
            terminal.put_styled(text)
        else:
            terminal.put_data([text.encode("utf-8")])

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
            from detente.formats.geojson import features, geojson

            return geojson(features(reading))
        return self._printed(reading, width)

    def _printed(self, reading: Reading, width: int | None) -> str:
        from detente.cli.console import console
        from detente.formats.printed_reading import print_reading

        live = width is None and self._file is None and sys.stdout.isatty()
        page = io.StringIO()
        laid_out = console(page, None if live else width or 100, live=live)
        short = _id if self.ids else None
        print_reading(reading, laid_out, evidence=self.evidence, times=self.times, short=short)
        return page.getvalue() if live else "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _id(id_: str) -> str:
    """As much of an item's id as tells it from others of its report; a party's whole."""
    kind, _, rest = id_.rpartition("-")
    return f"{kind}-{rest[:_SHOWN]}" if kind and len(rest) > _SHOWN else id_


def _is_folder(out: str) -> bool:
    path = Path(out)
    return path.is_dir() or out.endswith(("/", os.sep)) or not (path.suffix or path.exists())
