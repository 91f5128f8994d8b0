from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.issues import issue_codes, issue_kinds
from detente.model.items import Position
from detente.model.reading import Reading
from detente.reading.reader import Reader
from detente.sources import report_from_text

PAGES = Path(__file__).parents[3] / "docs" / "explanation"
NAMES = ["Kenya", "Peru", "Norway", "Japan", "Ghana", "Egypt"]


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(report_from_text(text, published="2022-03-09"))


def _positions(reader: Reader, text: str) -> tuple[Position, ...]:
    return _read(reader, text).positions or ()


@pytest.mark.parametrize(
    ("text", "party", "stance", "kind"),
    [
        ("Kenya rejected a ceasefire with the rebels.", "KEN", "rejects", "ceasefire"),
        ("Norway demanded that Iceland lift the sanctions.", "NOR", "demands", "sanctions"),
        ("Peru's foreign minister said that Chile must return the island.", "PER", "demands", "sovereignty"),
        ("Ghana is ready to sign the peace treaty, its foreign ministry said.", "GHA", "accepts", "peace_agreement"),
        ("The foreign ministry of Egypt declined to comment on the dam.", "EGY", "withholds", "water"),
        ("Japan eyes joint investment on the islands.", "JPN", "wishes", "investment"),
        ("Egypt denied that it had sent the refugees back.", "EGY", "denies", "refugees"),
        ("Kenya said that it would retaliate if Norway raised its tariffs.", "KEN", "threatens", "trade"),
    ],
)
def test_who_stands_how_on_what(positions_reader: Reader, text: str, party: str, stance: str, kind: str) -> None:
    assert (party, stance, kind) in [
        (each.party, each.stance, each.kind) for each in _positions(positions_reader, text)
    ]


def test_condition_and_consequence_stay_whole(positions_reader: Reader) -> None:
    (found,) = _positions(
        positions_reader, "Peru said that it would close the border unless Chile withdrew its troops."
    )
    assert found.condition is not None
    assert found.condition.text == "unless Chile withdrew its troops"
    assert found.consequence is not None
    assert found.consequence.text == "close the border"
    assert found.stance == "threatens"


def test_a_consequence_is_told_without_who_says_it(positions_reader: Reader) -> None:
    text = "If Chile keeps its troops on the island, the foreign minister of Peru said, Peru will close the border."
    (found,) = [each for each in _positions(positions_reader, text) if each.consequence is not None]
    assert found.consequence is not None
    assert found.consequence.text == "close the border"


def test_we_are_those_whom_it_names(positions_reader: Reader) -> None:
    text = "We, the presidents of Peru and Chile, demand that the sanctions on our ports be lifted."
    sides = [tuple(who.id for who in each.side) for each in _positions(positions_reader, text)]
    assert ("PER", "CHL") in sides


def test_a_position_has_a_date_only_where_one_is_told(positions_reader: Reader) -> None:
    (dated,) = _positions(positions_reader, "Peru rejected the ceasefire on Monday.")
    (undated,) = _positions(positions_reader, "Peru rejects the ceasefire.")
    assert (str(dated.date), undated.date) == ("2022-03-07", None)


def test_each_sentence_of_an_answer_is_a_position_of_its_own(positions_reader: Reader) -> None:
    text = """Question: Will Peru leave the island?

Foreign Minister Ana Quispe: Peru will never leave the island. Chile must lift the sanctions.
"""
    claims = [each.claim.text for each in _positions(positions_reader, text)]
    assert not any("island" in claim and "sanctions" in claim for claim in claims)


def test_how_firm(positions_reader: Reader) -> None:
    firm = _positions(positions_reader, "Kenya insisted that it would never accept the truce.")
    soft = _positions(positions_reader, "Kenya hinted that it could accept the truce.")
    assert [each.firmness for each in firm] == ["firm"]
    assert [each.firmness for each in soft] == ["tentative"]


@pytest.mark.parametrize(
    "text",
    [
        "A source close to the talks said that Kenya must accept the truce.",
        "The analyst said that Kenya must accept the truce.",
        "The two ministers met on Tuesday.",
    ],
)
def test_what_is_nobodys_position(positions_reader: Reader, text: str) -> None:
    assert _positions(positions_reader, text) == ()


def test_one_position_told_twice_is_one_with_both_places(positions_reader: Reader) -> None:
    text = "Kenya rejected the ceasefire on Monday. The envoy flew home. Kenya rejects the ceasefire."
    found = [each for each in _positions(positions_reader, text) if each.stance == "rejects"]
    assert [len(each.mentions) for each in found] == [2]


def test_every_kind_has_codes_and_the_page_tells_it() -> None:
    page = (PAGES / "positions.md").read_text(encoding="utf-8")
    assert list(issue_codes()) == list(issue_kinds())
    for name, kind in issue_kinds().items():
        assert f"| `{name}` | {kind.label} | {kind.definition} | {kind.example} |" in page


@pytest.mark.parametrize(("kind", "example"), [(name, kind.example) for name, kind in issue_kinds().items()])
def test_the_example_of_a_kind_is_read_as_one(positions_reader: Reader, kind: str, example: str) -> None:
    assert kind in {each.kind for each in _positions(positions_reader, example)}


TWO = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
PLAIN = [
    "{0} demanded that {1} withdraw its troops from the border.",
    "{0} rejected a ceasefire. {1} accepted the ceasefire.",
    "{0}'s foreign minister said that {1} must lift the sanctions. {1} denied that there were any sanctions.",
    "{0} will close the port if {1} raises its tariffs, its trade ministry said.",
]


@settings(deadline=None, max_examples=25)
@given(TWO, st.sampled_from(PLAIN))
def test_swapping_the_parties_swaps_their_positions(positions_reader: Reader, names: list[str], text: str) -> None:
    one, other = names
    ids = {name: _id(positions_reader, name) for name in names}
    swap = {ids[one]: ids[other], ids[other]: ids[one]}
    first = _positions(positions_reader, text.format(one, other))
    second = _positions(positions_reader, text.format(other, one))
    assert first
    assert [(swap[each.party or ""], each.stance, each.kind) for each in first] == [
        (each.party, each.stance, each.kind) for each in second
    ]


def _id(reader: Reader, name: str) -> str:
    return next(party.id for party in _read(reader, f"{name} rejected the truce.").parties or ())


@settings(deadline=None, max_examples=25)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            ("will attend the talks", "will not attend the talks", "accepts", "rejects"),
            ("accepts the ceasefire", "does not accept the ceasefire", "accepts", "rejects"),
            (
                "had shelled the village near the border",
                "had not shelled the village near the border",
                "asserts",
                "denies",
            ),
            ("will lift the sanctions", "will not lift the sanctions", "offers", "rejects"),
            ("is ready to sign the treaty", "is not ready to sign the treaty", "accepts", "rejects"),
            ("opposes the embargo", "does not oppose the embargo", "rejects", "accepts"),
        ]
    ),
)
def test_not_turns_a_stance_round(positions_reader: Reader, name: str, case: tuple[str, str, str, str]) -> None:
    plain, negated, stance, other = case
    for words, expected in ((plain, stance), (negated, other)):
        found = _positions(positions_reader, f"The foreign ministry of {name} said on Monday that {name} {words}.")
        assert [each.stance for each in found] == [expected]


@settings(deadline=None, max_examples=25)
@given(TWO, st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3))
def test_nothing_is_a_position_without_what_it_rests_on(
    positions_reader: Reader, names: list[str], texts: list[str]
) -> None:
    reading = _read(positions_reader, " ".join(text.format(*names) for text in texts))
    known = {item.id for part in (reading.statements, reading.events, reading.agreements) for item in part or ()}
    for each in reading.positions or ():
        assert each.rests_on
        assert set(each.rests_on) <= known
        assert each.mentions[0] == each.claim
