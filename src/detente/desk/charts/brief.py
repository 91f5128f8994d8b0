"""A dossier -> the pictures of its brief: the charts that its pages show where nothing is narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from detente.desk.charts import Chart
from detente.desk.charts.picture import picture
from detente.desk.charts.positions import lanes, positions_chart
from detente.desk.charts.positions import reported as days_of
from detente.desk.charts.territories import points_of, rows_of, territories_chart
from detente.desk.charts.timeline import extent, reported, timeline_chart
from detente.dossier.account import Dossier
from detente.dossier.choice import chosen
from detente.dossier.timeline import Narrowed, timeline
from detente.formats.brief_docx import Picture
from detente.formats.printed_timeline import TITLES


def pictures(made: Dossier) -> list[Picture]:
    """The timeline, the positions and the map as PNG, each with what its marks stand for.

    Raises UsageError where the extra is not installed.
    """
    return [Picture(title, picture(chart, "png"), notes) for title, chart, notes in _charts(made)]


def _charts(made: Dossier) -> Iterator[tuple[str, Chart, tuple[str, ...]]]:
    found = timeline(made, chosen(made), Narrowed())
    lists = list(zip(TITLES, (found.deeds, found.words, found.coming), strict=True))
    shown = extent(lists, *reported(made))
    if shown is not None:
        notes = "A dot is a day; a band is a date that is not known to the day."
        yield "Timeline", timeline_chart(lists, shown, lambda _: None), (notes,)
    drawn = lanes([line for line in made.positions if line.party in made.parties], made)
    if drawn:
        chart = positions_chart(drawn, days_of(made, drawn), made.parties, lambda one: one.item, joined=False)
        yield (
            "Positions over time",
            chart,
            ("A party consents above its line and refuses below; a diamond is a shift.",),
        )
    rows = rows_of(made)
    if points := points_of(rows, str):
        yield "Territories", territories_chart(points), tuple(row.told for row in rows if row.place)
