"""What can go wrong, as one tree.

::

    DetenteError
    ├── UnreadableReport      a report is set aside: the others are still read
    ├── BadReading            a reading in JSON that lacks something or has it wrong
    ├── RecordFault           the record on disk cannot be used as asked
    │   ├── BadRecord         it is no record, or it is damaged
    │   ├── NewerRecord       a newer version of the program made it
    │   ├── RecordLocked      another program is writing to it
    │   ├── ReadOnlyRecord    it may be read but not written
    │   └── RecordFull        nothing more can be written: the disk is full, or the system sets a limit
    ├── BadSheet              a sheet of judgements that cannot be read
    ├── BadExport             a file that is no exported record
    ├── BadDispute            a dispute file that cannot be read, or that makes no sense
    ├── BadScenario           a scenario file that cannot be read, or that makes no sense
    ├── BadStatement          a statement of a scenario that cannot be read
    ├── NotWritten            an answer that could not be written to its end: a full disk, a closed output
    └── UsageError            asked for something that cannot be done: nothing is read
        ├── BadDate           a date that is not a year, month or day
        ├── BadIndex          a list of files that cannot be read
        ├── UnknownModel      no such spaCy pipeline is installed
        ├── UnfitModel        a spaCy pipeline that lacks what reading needs
        ├── UnknownSection    no such section of a reading
        ├── NoRecord          there is no record yet where one was to be read
        ├── UnknownId         nothing in the record has this id, or several have
        ├── BadSearch         words to search for that make no query
        ├── UnknownDispute    no dispute in the record has this name
        ├── BadField          an item has no such field, or it cannot have this value
        ├── WordsNotFound     words that stand in a report nowhere, or in several places
        └── MissingComponent  a spaCy component runs without one whose items it needs

A message is one line: what was wrong, where, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST_NAME = 200


class DetenteError(Exception):
    """Everything that Detente raises on purpose."""


class UnreadableReport(DetenteError):
    """A report cannot be read. ``reason`` is one line that does not name the report; ``source`` does, where known."""

    def __init__(self, reason: str, source: str | None = None) -> None:
        self.reason = reason
        self.source = source
        super().__init__(reason if source is None else f"{source}: {reason}")


class BadReading(DetenteError):
    """A reading in JSON cannot be taken for one; the message says what is wrong, and where."""


class RecordFault(DetenteError):
    """The record at a path cannot be used as asked."""

    reason = "cannot be used"

    def __init__(self, path: object, reason: str = "") -> None:
        self.path = path
        super().__init__(f"the record {path} {reason or self.reason}")


class BadRecord(RecordFault):
    """The file is no record, or it is damaged."""

    reason = "is damaged, or no record of Detente; restore a backup, or give another --record"


class NewerRecord(RecordFault):
    """A newer version of the program made the record."""

    reason = "was made by a newer version of Detente; update Detente to open it"


class RecordLocked(RecordFault):
    """Another program is writing to the record, and did not end in the time that we wait."""

    reason = "is being written to by another program; try again when that has ended"


class ReadOnlyRecord(RecordFault):
    """The record may be read, but not written."""

    reason = "may not be written: its file, its folder or its disk is read-only; nothing was changed"


class RecordFull(RecordFault):
    """Nothing more can be written."""

    reason = (
        "cannot grow: the disk is full or a limit is reached; what was acknowledged is safe, so make room and go on"
    )


class BadSheet(DetenteError):
    """A sheet of judgements cannot be read. ``line`` counts from 1, where known."""

    def __init__(self, reason: str, source: str, line: int | None = None) -> None:
        self.reason, self.source, self.line = reason, source, line
        super().__init__(f"{source}:{line}: {reason}" if line is not None else f"{source}: {reason}")


class BadExport(DetenteError):
    """A file is no exported record, or one that cannot be taken."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, reason
        super().__init__(f"{source} {reason}")


class BadDispute(DetenteError):
    """A dispute file cannot be read or makes no sense. ``line`` counts from 1, where known."""

    def __init__(self, reason: str, source: str, line: int | None = None) -> None:
        self.reason, self.source, self.line = reason, source, line
        super().__init__(f"{source}:{line}: {reason}" if line is not None else f"{source}: {reason}")


class BadScenario(DetenteError):
    """A scenario cannot be read or makes no sense. ``line`` and ``column`` count from 1, where known."""

    def __init__(
        self, reason: str, source: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.reason, self.source, self.line, self.column = shortened(reason, 600), source, line, column
        place = ":".join(str(part) for part in (source, line, column) if part is not None)
        super().__init__(f"{place}: {self.reason}" if place else self.reason)


class BadStatement(DetenteError):
    """A statement of a scenario cannot be read. ``column`` counts its characters from 1."""

    def __init__(self, reason: str, column: int) -> None:
        self.reason, self.column = reason, column
        super().__init__(f"column {column}: {reason}")


class NotWritten(DetenteError):
    """An answer could not be written to its end."""


class UsageError(DetenteError):
    """What was asked for cannot be done."""


class BadDate(UsageError):
    """A date was given that is not an EDTF year, month or day."""

    def __init__(self, value: object) -> None:
        self.value = value
        super().__init__(f"{value!r} is not a date; write a day as 2019-02-17, a month as 2019-02 or a year as 2019")


class BadTime(UsageError):
    """A time was given that is not ISO 8601."""

    def __init__(self, value: object) -> None:
        self.value = value
        super().__init__(f"{value!r} is not a time; write a day as 2019-02-17, or with the hour as 2019-02-17T14:30")


class BadIndex(UsageError):
    """A list of files with what is known of each cannot be read. ``where`` is its name, and the line that is wrong."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"the index {where} {reason}")


class UnknownModel(UsageError):
    """No spaCy pipeline of this name is installed."""

    def __init__(self, model: str) -> None:
        self.model = model
        super().__init__(f"no spaCy pipeline {model!r} is installed; install it, or leave --model out for the default")


class UnfitModel(UsageError):
    """A spaCy pipeline lacks a pipe that reading needs, or is not for English."""

    def __init__(self, model: str, lacks: str) -> None:
        self.model = model
        super().__init__(
            f"the spaCy pipeline {model!r} {lacks}; choose an English one with tagger, parser and entities"
        )


class UnknownSection(UsageError):
    """A reading has no section of this name."""

    def __init__(self, section: str, sections: Iterable[str]) -> None:
        self.section = section
        known = list(sections)
        hint = did_you_mean(section, known) or f"; there are {', '.join(known)}"
        super().__init__(f"a reading has no section {section!r}{hint}")


class NoRecord(UsageError):
    """There is no record yet where one was to be read."""

    def __init__(self, path: object) -> None:
        self.path = path
        super().__init__(f"there is no record at {path} yet; make one with detente add, or give --record")


class UnknownId(UsageError):
    """An id, or the beginning of one, that nothing or more than one thing in the record has."""

    def __init__(self, given: str, found: Iterable[str] = (), reason: str = "is in the record nowhere") -> None:
        self.given, self.found = given, tuple(found)
        if self.found:
            reason = f"is short for several: {', '.join(self.found)}; give more of it"
        super().__init__(f"{given!r} {reason}")


class BadSearch(UsageError):
    """What somebody searches for makes no query."""

    def __init__(self, given: str, reason: str) -> None:
        self.given = given
        super().__init__(f"the search {given!r} {reason}")


class BadField(UsageError):
    """An item has no such field, or it cannot have this value."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        super().__init__(f"{field}: {reason}")


class WordsNotFound(UsageError):
    """Words that stand in a report nowhere, or in several places. ``places`` are offsets, each with what is around."""

    def __init__(self, given: str, places: Iterable[tuple[int, str]], count: int) -> None:
        self.given, self.places, self.count = given, tuple(places), count
        if count:
            listed = ", ".join(f"{start} ({around})" for start, around in self.places)
            more = f" and {count - len(self.places)} more" if count > len(self.places) else ""
            reason = f"stands in {count} places: {listed}{more}; give more words, or --at with the number of one"
        else:
            reason = "stands in the report nowhere; copy the words from it as they are"
        super().__init__(f"{given!r} {reason}")


class UnknownDispute(UsageError):
    """No dispute in the record has this name, or several begin so."""

    def __init__(self, given: str, known: Iterable[str], found: Iterable[str] = ()) -> None:
        self.given = given
        every, several = list(known), list(found)
        if several:
            reason = f"may be {', '.join(several)}; give more of the name"
        elif every:
            reason = f"is no dispute of the record{did_you_mean(given, every) or '; there are ' + ', '.join(every)}"
        else:
            reason = "is no dispute: the record has none; detente dispute new begins one, detente dispute suggest helps"
        super().__init__(f"{given!r} {reason}")


class MissingComponent(UsageError):
    """A component was added to a spaCy pipeline without one whose items it needs."""

    def __init__(self, component: str, needed: str) -> None:
        self.component, self.needed = component, needed
        super().__init__(f"{component} needs {needed}; add it to the pipeline before")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``; did you mean 'handover'?``, or nothing where none of the known names is near."""
    if len(name) > _LONGEST_NAME:
        return ""  # comparing takes the square of the length, and a name is no longer
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def shortened(text: str, longest: int = 120) -> str:
    """A text with its middle left out where it is longer, so that a message stays a line."""
    return text if len(text) <= longest else f"{text[: longest // 2]} … {text[-longest // 2 + 3 :]}"
