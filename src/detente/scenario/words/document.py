"""A document as blocks, written as plain text or as Markdown; needs no library, so that it starts at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Literal

WIDTH = 100
Format = Literal["text", "markdown"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; what belongs to an item follows it, one step in."""

    items: tuple[str | tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Columns after the first ``left`` are centred."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 1


_MARKS = frozenset("\\*_<|[]`&")
_ADDRESS = re.compile(r"\b(https?|ftp|mailto|xmpp|javascript|data):", re.IGNORECASE)

Block = Heading | Paragraph | Bullets | Table


def write(blocks: Iterable[Block], format: Format = "text") -> str:  # noqa: A002
    """Write a document, ending in a line feed."""
    one = _markdown if format == "markdown" else _text
    return "\n".join(one(block) + "\n" for block in blocks)


def _text(block: Block) -> str:
    match block:
        case Heading(text, level):
            return text + "\n" + ("=" if level == 1 else "-") * len(text) if level < 3 else text
        case Paragraph(text):
            return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
        case Bullets(items):
            return "\n".join(_item(item, "- ") for item in items)
        case Table(head, rows, left):
            return _columns([head, *rows], left)


def _item(item: str | tuple[str, tuple[str, ...]], mark: str, step: str = "") -> str:
    text, below = (item, ()) if isinstance(item, str) else item
    own = fill(
        text, WIDTH, initial_indent=step + mark, subsequent_indent=step + " " * len(mark),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join([own, *(_item(inner, mark, step + "  ") for inner in below)])


def _columns(rows: Sequence[tuple[str, ...]], left: int) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if column < left else cell.center(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join("  " + line for line in lines)


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, level):
            return "#" * level + " " + _escaped(text)
        case Paragraph(text):
            return _escaped(text)
        case Bullets(items):
            lines = []
            for item in items:
                text, below = (item, ()) if isinstance(item, str) else item
                lines.append("- " + _escaped(text))
                lines += ["    - " + _escaped(inner) for inner in below]
            return "\n".join(lines)
        case Table(head, rows, left):
            rule = ["---" if column < left else ":-:" for column in range(len(head))]
            return "\n".join("| " + " | ".join(map(_escaped, row)) + " |" for row in [head, tuple(rule), *rows])


def _escaped(text: str) -> str:
    """Text that Markdown takes as it is: no link, picture or tag, and no address that becomes a link by itself."""
    text = "".join(f"\\{letter}" if letter in _MARKS else letter for letter in text)
    return _ADDRESS.sub(r"\1\\:", text)
