"""A console that lays text out for people: coloured by us alone, whatever the text has in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from detente.controls import harmless


def console(file: IO[str], width: int | None, *, live: bool) -> Console:
    """A console of a width, or of the terminal's; ``live`` for one that shows colours."""
    made = Console(file=file, width=width, force_terminal=live, highlight=False, emoji=False)
    made.push_render_hook(_Hook())
    return made


class _Hook(RenderHook):
    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Harmless(one) for one in renderables]


class _Harmless:
    """What is laid out, before it is coloured, without what a terminal would obey."""

    def __init__(self, content: ConsoleRenderable) -> None:
        self.content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.content, options):
            yield Segment(harmless(segment.text), segment.style)
