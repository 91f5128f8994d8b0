"""The table of addresses: which view answers at which, in the order in which they are tried."""

from __future__ import annotations

from detente.desk.views import Change, Check, File, View
from detente.desk.views.add import add, again, forget, given
from detente.desk.views.agenda import agenda_page
from detente.desk.views.agreements import agreements_page
from detente.desk.views.correct import confirm, correct, hide, mark_words, merge, rename, split
from detente.desk.views.dispute import dispute, saw_it, what_changed
from detente.desk.views.disputes import disputes
from detente.desk.views.figures import figures_page
from detente.desk.views.given import calendar, feed, found, found_calendar, markdown
from detente.desk.views.item import item
from detente.desk.views.log import log, undo
from detente.desk.views.people import people_page
from detente.desk.views.positions import positions
from detente.desk.views.report import report, report_list
from detente.desk.views.review import review
from detente.desk.views.sample import draw_sample, mark_line, sample_page
from detente.desk.views.scenario import check, keep, scenario
from detente.desk.views.search import search_page
from detente.desk.views.sources import sources
from detente.desk.views.territories import territories
from detente.desk.views.timeline import timeline_page

#: Each a page, and the same as JSON and CSV at the address with that ending.
PAGES: tuple[tuple[str, View], ...] = (
    ("/disputes/{name}", dispute),
    ("/disputes/{name}/timeline", timeline_page),
    ("/disputes/{name}/agenda", agenda_page),
    ("/disputes/{name}/positions", positions),
    ("/disputes/{name}/agreements", agreements_page),
    ("/disputes/{name}/people", people_page),
    ("/disputes/{name}/figures", figures_page),
    ("/disputes/{name}/territories", territories),
    ("/disputes/{name}/scenario", scenario),
    ("/disputes/{name}/sources", sources),
    ("/disputes/{name}/changes", what_changed),
    ("/disputes", disputes),
    ("/reports/{id}", report),
    ("/reports", report_list),
    ("/items/{report}/{id}", item),
    ("/items/{id}", item),
    ("/search", search_page),
    ("/add", add),
    ("/review/sample", sample_page),
    ("/review", review),
    ("/log", log),
)

#: Views whose pages follow from their address and from the truths of the record alone, until one is added.
STEADY = frozenset(
    {timeline_page, agenda_page, positions, agreements_page, people_page, figures_page, territories, sources, report,
     report_list, item, search_page}
)  # fmt: skip

#: What forms are sent to.
CHANGES: tuple[tuple[str, Change], ...] = (
    ("/disputes/{name}/again", again),
    ("/disputes/{name}/seen", saw_it),
    ("/disputes/{name}/scenario", keep),
    ("/items/{id}/confirm", confirm),
    ("/items/{id}/hide", hide),
    ("/items/{id}/correct", correct),
    ("/items/{id}/rename", rename),
    ("/items/{id}/merge", merge),
    ("/items/{id}/split", split),
    ("/reports/{id}/mark", mark_words),
    ("/review/sample", draw_sample),
    ("/review/sample/mark", mark_line),
    ("/add", given),
    ("/add/forget", forget),
    ("/log/undo", undo),
)

#: What forms are sent to that only ask.
CHECKS: tuple[tuple[str, Check], ...] = (("/disputes/{name}/scenario/check", check),)

#: For other programs.
FILES: tuple[tuple[str, File], ...] = (
    ("/disputes/{name}/agenda.ics", calendar),
    ("/disputes/{name}/feed.atom", feed),
    ("/disputes/{name}/brief.md", markdown),
    ("/search.atom", found),
    ("/search.ics", found_calendar),
)
