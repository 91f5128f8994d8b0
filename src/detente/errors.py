"""What can go wrong, as one tree.

::

    DetenteError
    ├── UnreadableReport      a report is set aside: the others are still read
    ├── BadReading            a reading in JSON that lacks something or has it wrong
    ├── BadScenario           a scenario file that cannot be read, or that makes no sense
    ├── BadStatement          a statement of a scenario that cannot be read
    ├── NotWritten            an answer that could not be written to its end: a full disk, a closed output
    └── UsageError            asked for something that cannot be done: nothing is read
        ├── BadDate           a date that is not a year, month or day
        ├── BadIndex          a list of files that cannot be read
        ├── UnknownModel      no such spaCy pipeline is installed
        ├── UnfitModel        a spaCy pipeline that lacks what reading needs
        ├── UnknownSection    no such section of a reading
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
