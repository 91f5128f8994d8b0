"""Several items of one sentence, and its copies in other reports, are told once."""

from __future__ import annotations

from detente.record.passage import Passage
from detente.record.search import Hit, Source
from detente.record.sentences import reports_of, sentences


def source(name: str, day: str | None) -> Source:
    return Source(name, f"key {name}", f"/{name}.txt", name, day, None)


def hit(report: Source, start: int, text: str, section: str | None = None) -> Hit:
    return Hit(section, None, Passage(start, start + len(text), text, ()), report)


LATE, EARLY, UNDATED = source("late", "2031-05-02"), source("early", "2031-05-01"), source("undated", None)
HITS = [
    hit(LATE, 0, "The ferry was stopped.", "events"),
    hit(UNDATED, 5, "No ferry came."),
    hit(LATE, 0, "The ferry was stopped.", "statements"),
    hit(EARLY, 90, "the FERRY was stopped", "events"),
    hit(LATE, 0, "The ferry was stopped. Nobody said why.", "positions"),
]


def test_items_of_one_sentence_stand_together_and_its_copies_behind_the_first() -> None:
    found = sentences(HITS)
    assert [one.report.id for one in found] == ["late", "undated", "early"]
    assert [each.section for each in found[0].hits] == ["events", "statements", "positions"]
    assert found[0].passage.text.endswith("why.")
    assert [one.report.id for one in sentences(HITS[:4])] == ["undated", "early"]
    assert [place[0].id for place in sentences(HITS[:4])[1].others] == ["late"]


def test_by_day_what_has_none_comes_last() -> None:
    assert [one.report.id for one in sentences(HITS, by_day=True)] == ["early", "late", "undated"]


def test_the_reports_are_told_by_day_with_how_many_they_have() -> None:
    found = [(one.id, passage.start, count) for one, passage, count in reports_of(sentences(HITS[:4]))]
    assert found == [("early", 90, 1), ("late", 0, 1), ("undated", 5, 1)]
