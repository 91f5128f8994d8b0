"""What was found -> lines for the terminal: each hit in its sentence, with the words marked and its report below."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.formats.printed_items import flat, lines_of
from detente.model.sections import SECTIONS
from detente.record.passage import Passage
from detente.record.search import Hit, Source

Short = Callable[[str], str]  #: an id as short as is unique


def print_hits(hits: Iterable[Hit], page: Console, short: Short) -> None:
    """Print hits, the words that fit in a style, or between asterisks where that would not be seen."""
    found = False
    for hit in hits:
        found = True
        page.print(_head(hit, short))
        page.print(Padding(marked(hit.passage, asterisks=not page.is_terminal), (0, 0, 0, 4)))
        page.print(Padding(source_line(hit.report, short), (0, 0, 1, 4)))
    if not found:
        page.print(Text("Nothing found.", style="dim"))


def marked(passage: Passage, *, asterisks: bool) -> Text:
    """A passage on one line, its marked words set off."""
    line = Text()
    for piece, is_marked in passage.pieces():
        words = " ".join(f"x{piece}x".split())[1:-1]  # what stands at the ends is kept
        if is_marked:
            line.append(f"*{words}*" if asterisks else words, style="bold underline")
        else:
            line.append(words)
    return line


def source_line(source: Source, short: Short) -> Text:
    """Where it stands: publisher, date, headline and the report's id."""
    name = source.headline or source.source
    facts = [fact for fact in (source.publisher, source.published, flat(name)) if fact]
    return Text(f"{' · '.join(facts)} [{short(source.id)}]", style="dim")


def _head(hit: Hit, short: Short) -> Text:
    """The id, the section, and what of the item its words do not tell: when, who, what became of it."""
    if hit.item is None or hit.section is None:
        return Text("text", style="dim")
    line = Text(short(hit.item.id), style="yellow").append(f"  {SECTIONS[hit.section].title}", style="dim")
    cells, _ = next(iter(lines_of(hit.section, hit.item)))
    said = hit.section == "statements"
    for cell in filter(None, cells[:2] if said else cells):
        line.append(" · ", style="dim").append_text(cell)
    return line
