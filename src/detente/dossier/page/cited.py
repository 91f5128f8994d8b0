"""Sources -> lines: each by its number, with its headline; or those cited in a few lines, without."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from detente.dossier.page.line import BriefLine
from detente.dossier.source import Source
from detente.dossier.wording import cut, shown_date

_HEADLINE = 75


def source_lines(given: Sequence[Source]) -> Iterator[BriefLine]:
    """A line for each source."""
    by_id = {source.id: source for source in given}
    for source in given:
        text = " · ".join(part for part in (source.outlet, source.headline) if part)
        first = by_id.get(source.origin, source)
        marks = (f"counts with [{first.number}]",) if first is not source else ()
        yield BriefLine(shown_date(source.published), f"[{source.number}]", cut(text, _HEADLINE), marks, ())


def sources_in_short(given: Sequence[Source], cited: Collection[int]) -> Iterator[BriefLine]:
    """Those cited in one line that is folded: by outlet, the numbers of each, and what it counts with."""
    outlets: dict[str, list[str]] = {}
    by_id = {source.id: source for source in given}
    for source in given:
        if source.number in cited:
            first = by_id.get(source.origin, source)
            same = f" (as {first.number})" if first is not source else ""
            outlets.setdefault(source.outlet or cut(source.headline, 40), []).append(f"{source.number}{same}")
    if outlets:
        told = (f"{name} [{', '.join(numbers)}]" for name, numbers in outlets.items())
        yield BriefLine("", "", " · ".join(told), (), ())
