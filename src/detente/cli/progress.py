"""How far a long command is: a bar with rate and time left on a terminal, a plain line now and then in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from detente.cli.terminal import say

_EVERY = 10.0  # seconds between lines in a log


class Progress:
    """Shows on standard error how many of ``total`` are done; None where nobody knows how many there are."""

    def __init__(self, total: int | None, what: str = "reports") -> None:
        self._total, self._what = total, what
        self._done = 0
        self._began = self._told = time.monotonic()  # anew at the first that is done: before it, the model is loaded
        self._bar = _bar(total, what) if sys.stderr is not None and sys.stderr.isatty() else None

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._done == 1:
            self._began = time.monotonic()
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self.tell(line(self._done, self._total, self._told - self._began, self._what))

    def tell(self, text: str) -> None:
        """A line beside the bar, or in the log."""
        if self._bar is not None:
            self._bar.console.print(text, highlight=False, markup=False)
        else:
            say(text)


def line(done: int, total: int | None, seconds: float, what: str) -> str:
    """``120 of 400 reports, 3.4 a second, 1 min 22 s left``; ``seconds`` are those since the first was done."""
    if done < 2:
        return f"{done} of {total:,} {what}" if total is not None else f"{done} {what}"
    rate = (done - 1) / seconds if seconds else 0.0
    told = f"{done:,} {what}" if total is None else f"{done:,} of {total:,} {what}"
    left = f", {_span((total - done) / rate)} left" if total is not None and rate and total >= done else ""
    return f"{told}, {rate:.1f} a second{left}"


def _span(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _bar(total: int | None, what: str):  # type: ignore[no-untyped-def]  # rich is imported only here
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    rate = TextColumn("{task.fields[what]}, {task.speed:.1f} a second")
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total, what=what)
    return bar
