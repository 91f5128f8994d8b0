"""The vocabulary of disputes, a sentence a construction: treaties, borders, courts, armies, seizures, relief, talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events.lexicon import read_cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia and Georgia extended the transit agreement by five years.", "AGREE"),
        ("The two sides revived the dormant water treaty in October.", "AGREE"),
        ("The treaty expired without a successor.", "REJECT"),
        ("The treaty entered into force on Friday.", "SUPPORT"),
        ("The convention set the border at the thalweg.", "SUPPORT"),
        ("The denunciation of the treaty by Libya came in March.", "SANCTION"),
        ("Armenia and Azerbaijan implemented the first stage of the accord.", "COOPERATE"),
        ("Surveyors from both countries surveyed the disputed valley.", None),
        ("Villagers uprooted boundary posts near the stream.", None),
        ("Pakistan fenced the frontier with Afghanistan.", None),
        ("The demarcation of the frontier took a decade.", None),
        ("India and Bangladesh swapped 162 enclaves.", "COOPERATE"),
        ("The cession of the strip to Jordan took place in 1965.", "RETREAT"),
        ("Nigeria transferred the peninsula to Cameroon.", "RETREAT"),
        ("Gabon filed an application against Equatorial Guinea at the court in The Hague.", "ACCUSE"),
        ("Nicaragua instituted proceedings against Colombia.", "ACCUSE"),
        ("The two governments submitted the dispute to arbitration.", "ACCUSE"),
        ("Honduras appealed against the ruling.", "ACCUSE"),
        ("The court delivered its judgment in October.", None),
        ("The court found that Kenya had no case.", None),
        ("The tribunal drew a new line through the bay.", None),
        ("Romania renounced its claim to the island.", "CONCEDE"),
        ("The foreign ministry in Athens made a demarche to Ankara.", "ACCUSE"),
        ("The Cambodian envoys stormed out of the hall.", "REJECT"),
        ("Toll rates were halved.", "CONCEDE"),
        ("Truckers parked their lorries across the road.", "PROTEST"),
        ("Armenian gunners brought down an Azerbaijani drone.", "ASSAULT"),
        ("The two armies traded fire for six hours.", "ASSAULT"),
        ("A patrol came under fire near the pass.", "ASSAULT"),
        ("Shells landed in a village near the front.", "ASSAULT"),
        ("War broke out between the two in 1980.", "ASSAULT"),
        ("The two countries went to war over the strip.", "ASSAULT"),
        ("The council passed a resolution on the strait.", "SUPPORT"),
        ("The town fell to the rebels.", "ASSAULT"),
        ("Four herders lost their lives.", "ASSAULT"),
        ("The ramming of a patrol boat was filmed by reporters.", "ASSAULT"),
        ("A Chinese survey ship entered the waters of Vietnam.", "MOBILIZE"),
        ("Troops crossed the river at dawn.", "MOBILIZE"),
        ("China built an airstrip on the reef.", "MOBILIZE"),
        ("Tanks rolled towards the frontier.", "MOBILIZE"),
        ("Frigates sailed through the strait.", "MOBILIZE"),
        ("The guns fell silent at midnight.", "RETREAT"),
        ("The ceasefire held through the night.", "RETREAT"),
        ("Chinese troops dismantled their tents and left.", "RETREAT"),
        ("The garrison went home.", "RETREAT"),
        ("The mediator saw both delegations separately.", "CONSULT"),
        ("Iranian commandos boarded a Greek tanker.", "COERCE"),
        ("The coast guard towed the boat to Colombo.", "COERCE"),
        ("Azerbaijan blocked the Lachin corridor.", "COERCE"),
        ("Guards drove the migrants back over the river.", "COERCE"),
        ("The freezing of the accounts angered Tripoli.", "COERCE"),
        ("The jamming of GPS signals disrupted flights.", "COERCE"),
        ("Hackers broke into the servers of the ministry.", "COERCE"),
        ("Ecuador revoked the visas of the diplomats.", "SANCTION"),
        ("The severing of ties came in August.", "SANCTION"),
        ("Benin shut its border with Niger.", "REJECT"),
        ("The envoy left without a deal.", "REJECT"),
        ("Bread and water were handed to the stranded drivers.", "AID"),
        ("The evacuation of the wounded to Jordan began at noon.", "AID"),
        ("Norwegian sappers cleared mines in the valley.", "AID"),
        ("Direct flights between the two capitals resumed in March.", "COOPERATE"),
        ("The hotline between the two ministries was restored.", "COOPERATE"),
        ("An exchange of prisoners took place on the bridge.", "COOPERATE"),
        ("Companies from both sides drilled jointly in the bay.", "COOPERATE"),
        ("The reopening of the embassy in Damascus took place in May.", "SUPPORT"),
        ("Kenya scrapped visas for Ethiopians.", "CONCEDE"),
        ("The fishermen walked free on Tuesday.", "RETREAT"),
        ("Armenia let aid trucks through its checkpoint.", "RETREAT"),
        ("The bridge reopened to traffic.", "RETREAT"),
        ("The talks broke down after four days.", "REJECT"),
        ("The negotiations ended without an agreement.", "REJECT"),
        ("The talks yielded an agreement on fishing.", "AGREE"),
        ("Buses began to run between the two capitals for the first time since 1999.", "COOPERATE"),
        ("The president wrote to his counterpart in Caracas.", "CONSULT"),
        ("Envoys haggled over the wording for a week.", "CONSULT"),
        ("The speaker hinted at force.", "THREATEN"),
        ("The new president was sworn in on Tuesday.", None),
        ("The appointment of a mediator was confirmed by the bloc.", None),
        ("The region seceded in 1991.", None),
        ("The republic declared independence in May.", None),
    ],
)
def test_the_vocabulary_of_disputes(named: Read, text: str, kind: str | None) -> None:
    assert kind in [event.type for event in named(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("His patience with the neighbour expired.", "REJECT"),
        ("The minister broke down in tears.", "REJECT"),
        ("Police found the papers in a shed.", None),
        ("The ceremony was held at a border post.", "COERCE"),
        ("The board adopted a plan for the port.", "AGREE"),
    ],
)
def test_other_subjects_and_objects_are_no_such_events(named: Read, text: str, kind: str | None) -> None:
    assert kind not in [event.type for event in named(text)]


def test_what_fails_is_one_event_with_its_subject(named: Read) -> None:
    assert [event.what.text for event in named("The talks broke down after four days.")] == ["talks broke down"]


def test_a_cue_may_ask_for_its_subject() -> None:
    cue = read_cue("enter into : force < $treaty law", "SUPPORT", None, {"treaty": frozenset({"pact"})})
    assert cue.words == ("into",)
    assert cue.heads == {"force"}
    assert cue.subjects == {"pact", "law"}
    assert cue.weight > read_cue("enter into : force", "SUPPORT", None, {}).weight
