from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.errors import MissingComponent
from detente.knowledge.territories import territories
from detente.model.items import Territory
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.reading.territories import Territories
from detente.sources import report_from_text


def read(reader: Reader, text: str) -> dict[str, Territory]:
    report = report_from_text(text, published="2024-05-06")
    assert isinstance(report, Report)
    return {territory.name: territory for territory in reader.read(report).territories or ()}


def said(territory: Territory, field: str) -> dict[str, str]:
    return {str(c.who.id): c.evidence.text for c in getattr(territory, field) if c.basis == "said" and c.evidence}


def claimants(territory: Territory) -> set[str | None]:
    return {party.id for party in territory.claimed_by}


def holder(territory: Territory) -> str | None:
    return territory.held_by.id if territory.held_by else None


@pytest.mark.parametrize(
    ("text", "name", "claimed", "held"),
    [
        ("The Paracels are claimed by both China and Vietnam.", "Paracels", {"CHN", "VNM"}, "CHN"),
        ("Spain has pressed its claim to Gibraltar at every meeting with Britain.", "Gibraltar", {"ESP", "GBR"}, "GBR"),
        ("Kenya administers the Ilemi Triangle, which South Sudan and Ethiopia claim.",
         "Ilemi Triangle", {"KEN", "SSD"}, "KEN"),
        ("Azerbaijan and Armenia met after the annexation of Crimea by Russia in 2014.",
         "Crimea", {"UKR", "RUS"}, "RUS"),
        ("Seoul says Dokdo is an integral part of South Korea; Japan disagrees.", "Dokdo", {"KOR", "JPN"}, "KOR"),
        ("The Shebaa Farms came under Israeli control in 1967, Lebanon said.", "Shebaa Farms", {"LBN", "ISR"}, "ISR"),
    ],
)  # fmt: skip
def test_known_territories(reader: Reader, text: str, name: str, claimed: set[str], held: str) -> None:
    territory = read(reader, text)[name]
    assert claimed <= claimants(territory)
    assert holder(territory) == held
    assert territory.known in territories()


@pytest.mark.parametrize(
    ("text", "field", "party", "words"),
    [
        ("The Japanese-claimed islets of Dokdo are quiet, South Korea said.", "claims", "JPN", "Japanese-claimed"),
        ("The Israeli-occupied Golan Heights saw shelling from Syria.", "holdings", "ISR", "Israeli-occupied"),
        ("Abu Musa belongs to Iran, the ministry told the United Arab Emirates.", "claims", "IRN", "belongs"),
        ("Argentina insists that South Georgia is Argentine territory.", "claims", "ARG", "is Argentine territory"),
        ("Morocco annexed Western Sahara in the 1970s.", "holdings", "MAR", "annexed"),
        ("Britain reaffirmed its sovereignty over the Falkland Islands.",
         "claims", "GBR", "its sovereignty over the Falkland Islands"),
    ],
)  # fmt: skip
def test_what_the_report_says_has_its_words(reader: Reader, text: str, field: str, party: str, words: str) -> None:
    found = [said(territory, field) for territory in read(reader, text).values()]
    assert any(each.get(party) == words for each in found), found


@pytest.mark.parametrize(
    "text",
    [
        "If Russia seized Donbas, Ukraine would fight on.",
        "Kenya could annex the Ilemi Triangle, a lawmaker in Ethiopia warned.",
        "Egypt does not control the Halaib Triangle alone, Sudan said.",
    ],
)
def test_what_is_only_thought_of_is_no_holding(reader: Reader, text: str) -> None:
    assert all(not said(territory, "holdings") for territory in read(reader, text).values())


def test_the_table_says_as_of_when_and_has_no_words(reader: Reader) -> None:
    territory = read(reader, "Ships met near Scarborough Shoal, the Philippines told China.")["Scarborough Shoal"]
    assert {claim.basis for claim in territory.claims} == {"table"}
    assert all(claim.as_of and claim.evidence is None for claim in territory.claims)
    assert territory.coordinates == territories()["Scarborough Shoal"].coordinates


def test_a_group_its_members_and_what_is_said_of_it_again(reader: Reader) -> None:
    text = (
        "Iran sent marines to the three islands of Abu Musa, Greater Tunb and Lesser Tunb on Sunday.\n\n"
        "The United Arab Emirates, which claims the islands, protested. Iran has held the three islands since 1971."
    )
    found = read(reader, text)
    assert len(found) == 1
    territory = next(iter(found.values()))
    assert territory.known == "Abu Musa and the Tunbs"
    assert territory.members == ("Abu Musa", "Greater Tunb", "Lesser Tunb")
    assert "ARE" in said(territory, "claims")
    assert "IRN" in said(territory, "holdings")


def test_a_part_with_a_dispute_of_its_own_stays_apart(reader: Reader) -> None:
    found = read(reader, "China claims all of the Spratly Islands. The Philippines holds Second Thomas Shoal.")
    assert holder(found["Second Thomas Shoal"]) == "PHL"
    assert found["Spratly Islands"].members == ("Second Thomas Shoal",)


@pytest.mark.parametrize(
    ("text", "name", "claimed"),
    [
        ("The disputed Ferrel Islands are claimed by both Ghana and Togo.", "Ferrel Islands", {"GHA", "TGO"}),
        ("Chad and Niger quarrel over the Togolo Plateau, which Chad claims.", "Togolo Plateau", {"TCD"}),
        ("The Chilean-held Maro Islets lie south of Peru, which claims the Maro Islets too.", "Maro Islets", {"PER"}),
    ],
)
def test_territories_that_only_the_report_knows(reader: Reader, text: str, name: str, claimed: set[str]) -> None:
    territory = read(reader, text)[name]
    assert territory.known is None
    assert claimed <= claimants(territory)
    assert territory.inferred == ()
    assert {claim.basis for claim in (*territory.claims, *territory.holdings)} == {"said"}


@pytest.mark.parametrize(
    "text",
    [
        "Taiwan signed a trade deal with Paraguay on Monday.",
        "Kosovo and Serbia traded accusations.",
        "Crimean Tatars marched in Kyiv.",
        "Veterans of the Falklands War gathered in London.",
        "Sheikh Sabah Al-Ahmad of Kuwait met the president of France.",
        "Fishermen in the Aegean waited for calmer weather, Greece said.",
        "The Chinese claim that trade has grown was met with doubt in Germany.",
    ],
)
def test_what_is_no_territory_here(reader: Reader, text: str) -> None:
    assert read(reader, text) == {}


@pytest.mark.parametrize("text", ["Beijing calls for reunification with Taiwan, by force if need be, China says.",
                                  "Serbia will never recognise the independence of Kosovo."])  # fmt: skip
def test_a_party_that_is_spoken_of_as_a_territory(reader: Reader, text: str) -> None:
    assert len(read(reader, text)) == 1


@pytest.mark.parametrize("missing", ["parties", "people"])
def test_in_a_pipeline_of_its_own(nlp: Language, missing: str) -> None:
    doc = nlp("China and Vietnam both claim the Paracel Islands.")
    for name in ("parties", "people"):
        doc = nlp.create_pipe(f"detente_{name}")(doc)
    (territory,) = Territories(nlp)(doc)._.detente_territories
    assert territory.known == "Paracel Islands"
    assert claimants(territory) >= {"CHN", "VNM"}
    doc._.set(f"detente_{missing}", None)
    with pytest.raises(MissingComponent, match=f"detente_territories needs detente_{missing}; add it"):
        Territories(nlp)(doc)


def test_what_the_table_adds_is_inferred(reader: Reader) -> None:
    text = "The Paracel Islands are claimed by both China and Vietnam. Ships met near Scarborough Shoal."
    found = read(reader, text)
    assert {each.field for each in found["Paracel Islands"].inferred} == {"held_by", "kind", "coordinates"}
    assert {each.field for each in found["Scarborough Shoal"].inferred} >= {"claimed_by", "held_by"}
    for territory in found.values():
        as_of = territories()[str(territory.known)].as_of
        assert {(each.basis, each.as_of) for each in territory.inferred} == {("table", as_of)}


def test_ids_last_when_text_is_put_before(reader: Reader) -> None:
    told = "Kenya administers the Ilemi Triangle. The disputed Ferrel Islands are claimed by both Ghana and Togo."
    found = [
        {territory.id: territory.name for territory in reader.read(replace(report, key="key")).territories or ()}
        for report in map(report_from_text, (told, f"Nobody spoke in Accra. Ghana met Togo.\n\n{told}"))
    ]
    assert len(found[0]) == 2
    assert found[0] == found[1]


PAIRS = [("Ghana", "GHA"), ("Togo", "TGO"), ("Peru", "PER"), ("Chile", "CHL"), ("Norway", "NOR"), ("Kenya", "KEN")]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=st.permutations(PAIRS))
def test_renaming_the_sides_renames_nothing_else(names: list[tuple[str, str]], reader: Reader) -> None:
    (one, first), (two, second), *_ = names
    text = f"{one} has controlled the disputed Ferrel Islands since 1990. {two} claims the islands."
    territory = read(reader, text)["Ferrel Islands"]
    assert holder(territory) == first
    assert claimants(territory) == {second}
    assert [text[m.start : m.end] for m in territory.mentions] == [m.text for m in territory.mentions]
    assert [m.text for m in territory.mentions] == ["Ferrel Islands", "the islands"]


def test_a_group_that_only_the_report_knows_has_its_members(reader: Reader) -> None:
    text = "The three hamlets - Upper Sarn, Lower Sarn and Dolkirk - are held by Chad and claimed by Niger."
    text = text.replace("hamlets", "villages")
    found = read(reader, text)["three villages"]
    assert found.members == ("Upper Sarn", "Lower Sarn", "Dolkirk")
    assert (set(said(found, "claims")), holder(found)) == ({"NER"}, "TCD")
