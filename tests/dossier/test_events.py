"""One happening from many reports: put together, kept apart, dated, and said by whom."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.days import span
from detente.dossier.event import DossierEvent
from detente.dossier.joining import Decisions
from detente.model.reading import Reading
from detente.reading.reader import Reader
from tests.dossier.conftest import read


def told(made: Dossier, words: str) -> DossierEvent:
    """The one event that a mention with these words of its sentence is in."""
    found = {
        event.id: event
        for event in made.events
        for one in event.mentions
        if words in one.source.text[slice(*one.sentence)]
    }
    assert len(found) == 1, sorted(found)
    return next(iter(found.values()))


def test_what_two_reports_tell_is_one_event(river_dossier: Dossier) -> None:
    opened = told(river_dossier, "opened talks on the Lauca")
    assert [source.number for source in opened.sources] == [1, 2, 3, 4]  # planned, put off, opened, opened
    assert str(opened.date) == "2030-04-03"
    assert opened.type == "CONSULT"
    assert opened.id == next(one.event.id for one in opened.mentions if one.event.id.startswith("event-"))


def test_every_id_of_a_mention_leads_to_its_event(river_dossier: Dossier) -> None:
    for event in river_dossier.events:
        for one in event.mentions:
            assert river_dossier.event(one.event.id) is event
    assert river_dossier.event("event-0000000000000000") is None


def test_a_meeting_of_last_year_is_not_dated_to_this_one(river_dossier: Dossier) -> None:
    (met,) = [one for one in river_dossier.events if one.told.event.what.text == "met" and "Quito" in one.clause]
    assert str(met.date) == "2029-10"


def test_a_date_right_behind_other_words_is_not_of_what_follows(river_dossier: Dossier) -> None:
    put_off = [one for event in river_dossier.events for one in event.mentions if "postponed" in one.event.what.text]
    assert put_off
    assert all(str(one.date) != "2030-03-20" for one in put_off)  # "planned for March 20, have been postponed"


def test_nobody_can_have_seen_what_is_still_to_come(example: list[Reading]) -> None:
    made = dossier(example, About("South Atlantic"))
    held = [one for one in made.events if one.status == "occurred" and (days := span(one.date)) and days[0] == days[1]]
    assert held
    for one in held:
        days = span(one.date)
        told_by = [each.published for each in one.mentions if each.is_done and each.published is not None]
        assert days is not None and max(told_by, default=days[0]) >= days[0] - 1


def test_news_without_a_date_is_of_the_day_of_its_report_and_says_so(river_dossier: Dossier) -> None:
    refused = told(river_dossier, "refused to open the sluice")
    assert (str(refused.date), refused.date_inferred) == ("2030-03-12", True)


def test_who_alone_tells_it_is_named(river_dossier: Dossier) -> None:
    assert told(river_dossier, "collapsed in April").voice.by == "Marta Quispe"
    assert told(river_dossier, "opened talks on the Lauca").voice.by is None


def test_reports_that_disagree_on_a_date_stand_side_by_side(reader: Reader) -> None:
    told_by = "Envoys sign pact\n\nTogo and Benin signed the Mono river pact in Lomé on June {}, 2030.\n\n{}\n"
    texts = {
        "2030-06-11-a": told_by.format(10, "The pact was drawn up in Cotonou."),
        "2030-06-12-b": told_by.format(11, "Fishermen had waited for it since the flood."),
        "2030-06-13-c": told_by.format(11, "A copy was shown to reporters."),
    }
    signed = told(dossier(read(reader, texts), About("The Mono")), "signed the Mono river pact")
    assert str(signed.date) == "2030-06-11"
    assert [(one.field, one.value) for one in signed.disagreements] == [("date", "2030-06-10")]
    assert signed.disagreements[0].mention.source.number == 1


@pytest.mark.parametrize(("due", "date"), [("June 11", "2030-06-11"), ("June 9", "2030-06-10")])
def test_a_plan_bears_out_the_day_on_which_it_was_done_and_no_other(reader: Reader, due: str, date: str) -> None:
    told_by = "Ministers meet\n\nMinisters of Togo and Benin met in Lomé on June {}, 2030 over the Mono river.\n\n{}\n"
    texts = {
        "2030-06-05-a": f"Talks set\n\nMinisters of Togo and Benin are to meet in Lomé on {due} over the Mono river.\n",
        "2030-06-13-b": told_by.format(10, "The pact was drawn up in Cotonou."),
        "2030-06-14-c": told_by.format(11, "Fishermen had waited for it since the flood."),
    }
    made = dossier(read(reader, texts), About("The Mono"))
    met = next(event for event in made.events if event.told.event.what.text.startswith("met"))
    assert len(met.sources) == 3
    assert str(met.date) == date


def test_copies_count_as_one_source(reader: Reader) -> None:
    body = (
        "Togo and Benin opened a crossing on the Mono on Saturday, the interior ministry said. Lorries passed from "
        "noon, and traders who had waited for three weeks cheered as the barrier went up. Officers of both customs "
        "services stood by, and a band played.\n"
    )
    texts = {"2030-06-09-a": f"Crossing opens\n\n{body}", "2030-06-10-b": f"Border open again\n\n{body}"}
    made = dossier(read(reader, texts), About("The Mono"))
    assert len({source.origin for source in made.sources}) == 1
    assert [copy.kind.value for copy in made.copies] == ["near-copy"]
    opened = told(made, "opened a crossing")
    assert len(opened.sources) == 2
    assert not any("independent" in reason for reason in opened.weight.reasons)


def test_what_the_analyst_puts_together_and_apart_wins(river: list[Reading], river_dossier: Dossier) -> None:
    opened = told(river_dossier, "opened talks on the Lauca")
    refused = told(river_dossier, "refused to open the sluice")
    one, other = opened.mentions[0].event.id, opened.mentions[-1].event.id
    apart = dossier(river, About("The Lauca"), decisions=Decisions(cannot=frozenset({(one, other)})))
    first, second = apart.event(one), apart.event(other)
    assert first is not None and second is not None and first.id != second.id
    far = tuple(sorted((one, refused.id)))
    merged = dossier(river, About("The Lauca"), decisions=Decisions(must=frozenset({(far[0], far[1])})))
    first, second = merged.event(one), merged.event(refused.id)
    assert first is not None and first is second
    assert any(join.by == "analyst" for join in merged.joins)


def test_each_join_says_why(river_dossier: Dossier) -> None:
    assert river_dossier.joins
    assert all(join.why for join in (*river_dossier.joins, *river_dossier.refused))


def test_a_confirmed_event_weighs_more_and_says_so(river: list[Reading], river_dossier: Dossier) -> None:
    last = river_dossier.events[-1]
    made = dossier(river, About("The Lauca"), confirmed={last.id})
    again = made.event(last.id)
    assert again is not None and again.weight.value > last.weight.value
    assert again.weight.reasons[0] == "confirmed by the analyst"


def test_the_plain_past_is_news_at_the_head_of_a_report_and_not_further_down(reader: Reader) -> None:
    filler = "\n\n".join(f"Nobody in the valley of the Mono, a trader of stall {n} said, was sure." for n in range(6))
    text = (
        "Envoys in Lomé\n\nLOMÉ - Rain fell on Lomé.\n\nMore rain was due.\n\nTogo rejected a plan of Benin.\n\n"
        f"Benin had accused Togo of delay.\n\n{filler}\n\nBenin shelled a village in Togo.\n"
    )
    made = dossier(read(reader, {"2031-06-09-a": text}), About("The Mono"))
    rejected, accused, shelled = (told(made, words) for words in ("rejected a plan", "had accused", "shelled a"))
    assert (str(rejected.date), rejected.date_inferred) == ("2031-06-09", True)
    assert accused.date is None
    assert shelled.date is None


def test_news_has_not_the_date_of_what_its_sentence_recalls(reader: Reader) -> None:
    texts = {
        "2030-05-20-a": "Pact signed\n\nLIMA - Peru and Chile signed the Lauca pact in Lima on May 20, 2030.\n",
        "2030-06-20-b": """River pact in doubt

LIMA - Chile has broken the Lauca pact with Peru that it signed only a month ago, after Peru dammed the river.
""",
    }
    made = dossier(read(reader, texts), About("The Lauca"))
    signed = next(one for one in made.events if any("signed" in each.event.what.text for each in one.mentions))
    assert [source.number for source in signed.sources] == [1, 2]
    assert not any("dammed" in one.event.what.text for one in signed.mentions)
