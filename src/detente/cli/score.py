"""``detente score``: what marked lines say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answer import Format

if TYPE_CHECKING:
    from detente.record.judgements import Precision


def score(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="What detente sample wrote, marked; one of each who marked.")
    ],
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
) -> None:
    """Say how much of each section is right, with 95 percent intervals, and how far several people agree."""
    from detente.cli.answer import put_csv, put_json
    from detente.cli.terminal import put
    from detente.errors import UsageError
    from detente.formats.score_rows import COLUMNS, score_json, score_rows
    from detente.record.judgements import MARKS, agreement, judgements, precision

    sheets = [judgements(path) for path in files]
    if not any(sheets):
        raise UsageError(f"nothing is marked in {', '.join(map(str, files))}; write {', '.join(MARKS)} in column mark")
    found = {str(path): precision(sheet) for path, sheet in zip(files, sheets, strict=True)}
    shared, alpha = agreement(sheets)
    if format is Format.JSON:
        told = {name: score_json(sections) for name, sections in found.items()}
        put_json({"precision": told, "shared": shared, "alpha": alpha})
        return
    if format is Format.CSV:
        put_csv(("file", *COLUMNS), [(name, *row) for name, sections in found.items() for row in score_rows(sections)])
        return
    for name, sections in found.items():
        put(f"{name}\n" if len(files) > 1 else "")
        for one in sections:
            put(f"{_line(one)}\n")
    if len(files) > 1:
        told_alpha = f"Krippendorff's alpha {alpha:.3f}" if alpha is not None else "alpha cannot be told"
        put(f"{shared:,} items marked by several: {told_alpha}\n")


def _line(one: Precision) -> str:
    marks = ", ".join(f"{count} {mark}" for mark, count in one.marks.items() if count)
    right, partly = _share(one.right, one.right_interval), _share(one.partly, one.partly_interval)
    return f"{one.section:<12} right {right}   right or partly {partly}   {marks}"


def _share(share: float, interval: tuple[float, float]) -> str:
    return f"{share:.2f} ({interval[0]:.2f}–{interval[1]:.2f})"
