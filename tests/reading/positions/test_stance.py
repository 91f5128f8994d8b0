"""Each kind of stance in ten wordings."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from detente.sources import report_from_text

REFUSALS = [
    ("KEN", "Kenya said that the lease of the harbour was not up for discussion."),
    ("PER", "Peru said that its islands were not for sale."),
    ("NOR", "Norway said that a return of the trawlers was not an option."),
    ("GHA", "Ghana said that there was no need for observers on the border."),
    ("EGY", "Egypt said that there was no room for a third mediator."),
    ("JPN", "Japan said that the quota was not negotiable."),
    ("CHL", "Chile said that the corridor could not be granted."),
    ("MLI", "Mali said that it could not accept the tariffs."),
    ("TCD", "Chad would discuss nothing with the rebels, its foreign minister said."),
    ("OMN", "Oman said that it was putting the pipeline agreement on hold."),
]
SILENCE = [
    ("KEN", "Kenya did not confirm that its troops had left the base."),
    ("PER", "Peru would not say whether it would lift the sanctions."),
    ("NOR", "Norway declined to comment on the tariffs."),
    ("GHA", "Ghana has not replied to the offer of a ceasefire."),
    ("EGY", "Egypt refused to comment on the dam."),
    ("JPN", "The foreign ministry of Japan did not say when the exercises would end."),
    ("CHL", "Chile refused to say whether it would open the border."),
    ("MLI", "Mali would not comment on the sanctions."),
    ("TCD", "Chad did not answer whether the prisoners would be freed."),
    ("OMN", "Oman's foreign minister would neither confirm nor deny that talks had begun."),
]
DENIALS = [
    ("KEN", "Kenya denied that it had armed the militia."),
    ("PER", "Peru said that it had not violated the ceasefire."),
    ("NOR", "Norway said that it had never dumped salmon on the market."),
    ("GHA", "Ghana dismissed as false the report that it had seized the ship."),
    ("EGY", "Egypt denies holding the fishermen."),
    ("JPN", "Japan's prime minister said that his government had not tested a missile."),
    ("CHL", "Chile said that it was not building a base on the island."),
    ("MLI", "Mali insisted that its soldiers had never crossed the border."),
    ("TCD", "Chad refuted the charge that it sheltered the rebels."),
    ("OMN", "Oman said it did not enrich uranium."),
]
DEMANDS = [
    ("KEN", "Kenya called on Uganda to withdraw its troops."),
    ("PER", "Peru urged Chile to lift the sanctions."),
    ("NOR", "Norway said that Iceland must end the fishing."),
    ("GHA", "Ghana has given Togo ten days to close the base."),
    ("EGY", "Egypt insisted that Sudan share the data on the dam."),
    ("JPN", "Japan demanded an apology from Mongolia for the raid."),
    ("CHL", "Chile called for the release of the prisoners."),
    ("MLI", "Mali said Niger should recognise the border."),
    ("TCD", "Chad asked that the ceasefire be extended."),
    ("OMN", "Oman's foreign minister told the envoy that the ships had to leave."),
]
JUDGEMENTS = [
    ("KEN", "Kenya criticised the tariffs."),
    ("PER", "Peru condemned the missile test."),
    ("NOR", "Norway said that it deplored the resumption of fishing."),
    ("GHA", "Ghana opposed the sanctions."),
    ("EGY", "Egypt denounced the filling of the dam."),
    ("JPN", "Japan protested against the naval exercise."),
    ("CHL", "Chile said that it would never recognise the annexation."),
    ("MLI", "Mali said the ceasefire terms were unacceptable."),
    ("TCD", "Chad said that it had turned down the peace plan."),
    ("OMN", "Oman ruled out an exchange of prisoners."),
]
CONSENT = [
    ("KEN", "Kenya welcomed the ceasefire."),
    ("PER", "Peru agreed to the release of the prisoners."),
    ("NOR", "Norway said it would sign the fishing treaty."),
    ("GHA", "Ghana accepted the line drawn by the commission as the border."),
    ("EGY", "Egypt backs the peace plan."),
    ("JPN", "Japan granted that Korea may search the wreck of the ship."),
    ("CHL", "Chile no longer rejects the corridor."),
    ("MLI", "Mali endorsed the sanctions on the rebels."),
    ("TCD", "Chad said that it supported the election."),
    ("OMN", "Oman said that it consented to inspections of the reactor."),
]

VOWS = [
    ("KEN", "threatens", "Kenya vowed to retaliate."),
    ("PER", "threatens", "Peru vowed to return the blow."),
    ("NOR", "threatens", "Norway said that it would put a duty on fish."),
    ("GHA", "rejects", "Ghana vowed never to leave the island."),
    ("EGY", "rejects", "Egypt swore that it would never share the river."),
    ("JPN", "offers", "Japan promised not to attack the ships."),
    ("CHL", "offers", "Chile pledged to lift the sanctions."),
    ("MLI", "demands", "Do not cross the border, Mali's foreign minister told Niger."),
    ("TCD", "rejects", "Chad said that not one soldier would leave the hill."),
    ("OMN", "rejects", "Oman lambasted the sanctions."),
]
TOLD = [
    ("KEN", "Kenya said that its firms would not be affected by the sanctions."),
    ("PER", "Peru does not fear talks, its foreign minister said."),
    ("NOR", "Norway said that the tariffs would not harm its fishermen."),
    ("EGY", "Egypt expressed concern over the arrests of the fishermen."),
    ("CHL", "Chile apologised to Peru for the raid on the harbour."),
]


@pytest.mark.parametrize(("party", "text"), TOLD)
def test_what_is_only_told_is_no_refusal(positions_reader: Reader, party: str, text: str) -> None:
    found = positions_reader.read(report_from_text(text, published="2022-03-09")).positions or ()
    assert {each.stance for each in found if each.party == party} <= {"asserts"}


def test_a_thing_that_is_held_is_told_with_the_verb(positions_reader: Reader) -> None:
    (found,) = (
        positions_reader.read(report_from_text("Chile apologised to Peru for the raid on the harbour.")).positions or ()
    )
    assert found.claim.text == "apologised to Peru for the raid on the harbour"


@pytest.mark.parametrize(
    "text",
    [
        "Former president Omar Salih of Sudan said that Sudan must reject the truce.",
        "Ana Quispe, a former foreign minister of Peru, said that Peru must leave the island.",
        "Activists in Mali said that Mali must accept the truce.",
        "A lawyer for the fishermen said that Chile must free them.",
    ],
)
def test_who_holds_no_office_speaks_for_no_state(positions_reader: Reader, text: str) -> None:
    assert not (positions_reader.read(report_from_text(text, published="2022-03-09")).positions or ())


def test_what_may_not_be_is_not_tentative(positions_reader: Reader) -> None:
    text = (
        "Peru could not accept the ceasefire, its foreign minister said. Chile must appear before the court, he said."
    )
    found = positions_reader.read(report_from_text(text, published="2022-03-09")).positions or ()
    assert {each.firmness for each in found} == {None}


@pytest.mark.parametrize(
    ("stance", "party", "text"),
    [
        (stance, party, text)
        for stance, cases in (
            ("rejects", [*REFUSALS, *JUDGEMENTS]), ("withholds", SILENCE), ("denies", DENIALS), ("demands", DEMANDS),
            ("accepts", CONSENT),
        )
        for party, text in cases
    ]
    + [(stance, party, text) for party, stance, text in VOWS],
)  # fmt: skip
def test_wordings_of_a_stance(positions_reader: Reader, stance: str, party: str, text: str) -> None:
    found = positions_reader.read(report_from_text(text, published="2022-03-09")).positions or ()
    assert (party, stance) in [(each.party, each.stance) for each in found], [
        (each.party, each.stance, each.claim.text) for each in found
    ]
