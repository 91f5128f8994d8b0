"""The draft of a scenario: whose options, which wants in which order, and which of them new reports put in doubt."""

from __future__ import annotations

import tomllib
from types import SimpleNamespace
from typing import Any

from detente.dossier.doubt import Rests, in_doubt
from detente.dossier.draft import Draft, draft
from detente.formats.scenario_draft import scenario_draft
from detente.model.date import Date
from detente.model.words import Words
from detente.scenario.toml_file import read_toml


def stance(number: int, act: str, words: str, change: str = "new") -> Any:
    source = SimpleNamespace(number=number, id=f"report-{number}", origin=f"report-{number}", outlet="Alpha")
    return SimpleNamespace(
        stance=act, claim=Words(0, len(words), words), date=Date(f"2031-05-{number:02d}"), source=source,
        item=f"position-{number:016x}", rests_on=(), change=change, condition=None,
    )  # fmt: skip


def line(party: str, issue: str, *stances: Any) -> Any:
    return SimpleNamespace(party=party, issue=issue, stances=stances)


def made_of(*lines: Any, sources: Any = ()) -> Any:
    names = {"PER": "Peru", "CHL": "Chile", "BOL": "Bolivia"}
    about = SimpleNamespace(name="The Lauca", parties=("PER", "CHL"), issues={})
    return SimpleNamespace(positions=lines, parties=names, about=about, today=Date("2031-06-01"), sources=sources)


def wants(found: Draft, party: str) -> list[str]:
    return [want.statement for want in found.wants.get(party, ())]


def test_what_is_demanded_is_an_option_of_whoever_refuses_it() -> None:
    made = made_of(
        line("PER", "water", stance(1, "demands", "the sluice be opened"), stance(3, "threatens", "to close the road")),
        line("CHL", "water", stance(2, "rejects", "to open the sluice")),
    )
    found = draft(made)
    owners = {option.id: (option.owner, option.text) for option in found.options}
    assert owners["chl_water_demand"] == ("CHL", "Grant: the sluice be opened")
    assert wants(found, "PER") == ["chl_water_demand", "per_water_threat iff not chl_water_demand"]
    assert wants(found, "CHL") == ["not chl_water_demand"]


def test_what_is_refused_is_what_another_offers_and_a_threat_hangs_on_it() -> None:
    made = made_of(
        line("CHL", "dam", stance(1, "offers", "to build the dam")),
        line("PER", "dam", stance(2, "rejects", "the new dam"), stance(3, "threatens", "to go to court")),
    )
    assert wants(draft(made), "PER") == ["not chl_dam_offer", "per_dam_threat iff chl_dam_offer"]


def test_what_is_said_again_is_wanted_more_and_ties_are_asked_about() -> None:
    made = made_of(
        line("PER", "water", stance(1, "demands", "more of the water")),
        line("PER", "toll", stance(2, "rejects", "to pay a toll"), stance(4, "rejects", "to pay any toll")),
        line("CHL", "toll", stance(3, "offers", "a lower toll")),
    )
    found = draft(made)
    assert wants(found, "PER") == ["not chl_toll_offer", "chl_water_demand"]
    assert "What does Chile want of “chl_water_demand”? No stance of it is known." in found.questions
    assert not any("equally often" in question for question in found.questions)
    tied = (
        line("PER", "water", stance(1, "demands", "more of the water")),
        line("PER", "toll", stance(2, "rejects", "to pay a toll")),
    )
    again = draft(made_of(*tied, line("CHL", "toll", stance(3, "offers", "a lower toll"))))
    assert "In which order does Peru want what it has said equally often?" in again.questions


def test_only_the_parties_asked_for_and_who_could_grant_it_is_asked() -> None:
    made = made_of(
        line("PER", "water", stance(1, "demands", "more of the water")),
        line("CHL", "road", stance(2, "offers", "to build a road")),
        line("BOL", "road", stance(3, "rejects", "to build a road")),
    )
    assert set(draft(made).parties) == {"PER", "CHL"}
    found = draft(made, ("PER", "CHL", "BOL"))
    assert set(found.parties) == {"PER", "CHL", "BOL"}
    assert any(
        question.startswith("Who would have to grant what Peru demands on water") for question in found.questions
    )


def test_the_file_is_a_scenario_with_evidence_and_its_words_as_comments() -> None:
    words = 'a toll "at the quay" # and \\ more'
    made = made_of(
        line("PER", "toll", stance(1, "rejects", words)), line("CHL", "toll", stance(2, "offers", "a lower\ntoll"))
    )
    text = scenario_draft(draft(made))
    found = read_toml(text)
    assert [party.id for party in found.parties] == ["CHL", "PER"]
    (want,) = found.parties[1].wants
    assert (want.text, want.evidence) == ("not chl_toll_offer", ("position-0000000000000001",))
    assert f"# 2031-05-01 Alpha [1] rejects: {words}" in text
    assert tomllib.loads(text)["as_of"] == "2031-06-01"


def test_a_party_that_goes_by_its_words_has_an_id_that_a_scenario_takes() -> None:
    made = made_of(
        line("Lauca Herders", "water", stance(1, "demands", "the sluice be opened")),
        line("CHL", "water", stance(2, "rejects", "to open the sluice")),
    )
    made.parties["Lauca Herders"] = "Lauca Herders"
    made.about.parties = ("Lauca Herders", "CHL")
    read = read_toml(scenario_draft(draft(made)))
    assert [party.id for party in read.parties] == ["CHL", "Lauca_Herders"]


def test_a_want_is_in_doubt_where_its_party_has_moved_since() -> None:
    held = line(
        "CHL",
        "water",
        stance(2, "rejects", "more of the water"),
        stance(5, "accepts", "to share water", change="shifted"),
    )
    reading = SimpleNamespace(items={"statements": [SimpleNamespace(id=one.item) for one in held.stances]})
    made = made_of(held, sources=[SimpleNamespace(reading=reading)])
    rests = Rests("Chile", "not water", ("position-0000000000000002",))
    (found,) = in_doubt(made, {"report-2"}, [rests])
    assert found.by is held.stances[1]
    assert list(in_doubt(made, {"report-2", "report-5"}, [rests])) == []  # known before
    later = Rests("Chile", "water", ("position-0000000000000005",))
    assert list(in_doubt(made, {"report-2"}, [later])) == []
    gone = Rests("Chile", "x", ("position-00000000000000ff",))
    assert [(one.by, one.gone) for one in in_doubt(made, set(), [gone])] == [(None, "position-00000000000000ff")]


def test_only_what_a_party_says_in_words_that_tell_something_is_drafted() -> None:
    told_by_report = stance(1, "demands", "the gate be shut at night")
    told_by_report.rests_on = ("event-0000000000000001",)
    own = stance(2, "demands", "we would rather not say")
    said = stance(3, "demands", "the sluice be opened")
    said.rests_on = ("event-0000000000000002", "statement-0000000000000001")
    refused = line("CHL", "water", stance(4, "rejects", "to open the sluice"))
    refused = line("CHL", "water", stance(4, "rejects", "to open the sluice"))
    found = draft(made_of(line("PER", "water", told_by_report, own, said), refused))
    (option,) = found.options
    assert option.rests_on.stances == (said,)


def test_the_issues_of_the_dispute_come_alone_where_stances_are_on_them() -> None:
    lines = (
        line("PER", "water", stance(1, "demands", "the sluice be opened")),
        line("PER", "other", stance(2, "demands", "a desk by the window")),
        line("CHL", "water", stance(3, "rejects", "to open the sluice")),
    )
    made = made_of(*lines)
    made.about.issues = {"water": ("sluice",)}
    assert [option.rests_on.issue for option in draft(made).options] == ["water"]


def test_without_parties_of_the_dispute_states_and_organisations_are_drafted() -> None:
    kinds = {"PER": "state", "CHL": "state", "natural resources": "group"}
    parties = [SimpleNamespace(id=one, kind=kind, is_named=True) for one, kind in kinds.items()]
    made = made_of(
        line("natural resources", "water", stance(1, "demands", "licences for the lake")),
        line("PER", "water", stance(2, "demands", "the sluice be opened")),
        line("CHL", "water", stance(3, "rejects", "to open the sluice")),
        sources=[SimpleNamespace(head=SimpleNamespace(parties=parties))],
    )
    made.about.parties = ()
    made.parties["natural resources"] = "Natural Resources"
    assert list(draft(made).parties) == ["CHL", "PER"]
