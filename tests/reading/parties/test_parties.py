"""What makes a party of a report, how it is called there, and what the component promises on any text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.report import Zone, ZoneSpan
from detente.reading.parties import Parties

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.items import Party


@cache
def _component(nlp: Language) -> Parties:
    return Parties(nlp)


@pytest.fixture
def component(nlp: Language) -> Parties:
    return _component(nlp)


def _parties(nlp: Language, text: str) -> dict[str, Party]:
    return {party.id: party for party in _component(nlp)(nlp(text))._.detente_parties}


def _kinds(doc: Doc) -> list[tuple[str, str]]:
    return [(doc.text[m.start : m.end], m.kind) for m in doc._.detente_party_mentions]


def test_kinds_of_mention(nlp: Language, component: Parties) -> None:
    text = (
        "Japan and Japanese envoys met the Finns while Oslo waited; the Kremlin and the Chilean government did not."
    )  # fmt: skip
    assert _kinds(component(nlp(text))) == [
        ("Japan", "name"),
        ("Japanese", "adjective"),
        ("the Finns", "people"),
        ("Oslo", "capital"),
        ("the Kremlin", "seat"),
        ("the Chilean government", "group"),
    ]


def test_a_party_is_called_as_the_report_calls_it(nlp: Language) -> None:
    text = (
        "The United Kingdom stood firm. British envoys said the U.K. would wait. "
        "London's offer stands, Downing Street said. The United Kingdom left."
    )
    party = _parties(nlp, text)["GBR"]
    assert party.kind == "state"
    assert party.name == "United Kingdom"
    assert party.names == ("The United Kingdom", "the U.K.", "London", "Downing Street")
    assert [words.text for words in party.mentions].count("The United Kingdom") == 2
    assert party.evidence == party.mentions[0]


def test_an_adjective_is_a_name_only_for_want_of_another(nlp: Language) -> None:
    assert _parties(nlp, "Peruvian officials left.")["PER"].names == ("Peruvian",)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The envoys met in Geneva and flew on to Nairobi.", []),
        ("The summit took place in Munich, Germany, without Iran.", ["IRN"]),
        ("They met in Doha, Qatar.", []),
        ("The fighting spread in Ukraine.", ["UKR"]),
        ("Nairobi urged calm after the vote in Nairobi.", ["KEN"]),
        ("Hamas thanked the African Union.", ["HAMAS", "AU"]),
        ("The Soviet Union is gone, Russia said.", ["SUN", "RUS"]),
    ],
)
def test_what_makes_a_party(nlp: Language, text: str, ids: list[str]) -> None:
    assert list(_parties(nlp, text)) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # A short form that means many things counts beside the long one only.
        ("The Free Aceh Movement signed. GAM handed in its arms.", {"GAM"}),
        ("GAM shares rose in Zurich.", set()),
        ("Brazzaville reopened the ferry. Congo thanked Angola.", {"COG", "AGO"}),
        ("Congo accused Rwanda again.", {"COD", "RWA"}),
        ("North Korea praised the Korean worker.", {"PRK"}),
        ("Seoul warned North Korea; the Korean president agreed.", {"KOR", "PRK"}),
        ("Georgia and Armenia opened a road.", {"GEO", "ARM"}),
        ("A judge in Georgia spoke to Republican voters.", set()),
    ],
)
def test_the_whole_report_settles_a_name(nlp: Language, text: str, ids: set[str]) -> None:
    assert set(_parties(nlp, text)) == ids


def test_former_states_and_groups_have_their_kind(nlp: Language) -> None:
    kinds = {p.id: p.kind for p in _parties(nlp, "Yugoslavia, NATO, the PKK and Arab states.").values()}
    assert kinds == {"YUG": "former state", "NATO": "organisation", "PKK": "group", "Arab countries": "bloc"}


def test_names_inside_one_token(nlp: Language, component: Parties) -> None:
    doc = component(nlp("A U.S.-led force and the U.S.-Japan alliance."))
    assert _kinds(doc) == [("U.S.", "name"), ("U.S.", "name"), ("Japan", "name")]


def test_captions_and_chrome_name_no_party(nlp: Language, component: Parties) -> None:
    text = "France agreed. Photo: Brazil. Chile refused."
    doc = nlp(text)
    cut = text.index("Photo"), text.index("Chile")
    doc._.detente_zones = (
        ZoneSpan(Zone.BODY, 0, cut[0]),
        ZoneSpan(Zone.CAPTION, *cut),
        ZoneSpan(Zone.BODY, cut[1], len(text)),
    )
    assert [party.id for party in component(doc)._.detente_parties] == ["FRA", "CHL"]


def test_the_evidence_is_cut_from_the_report_s_own_text(nlp: Language, component: Parties) -> None:
    doc = nlp("Cote d'Ivoire's envoy")
    doc._.detente_text = "Cote d’Ivoire’s envoy"
    (party,) = component(doc)._.detente_parties
    assert party.evidence.text == "Cote d’Ivoire"


def test_it_works_without_a_parse(nlp: Language, component: Parties) -> None:
    doc = nlp.make_doc("Tokyo and the Soviet Union")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert [party.id for party in component(doc)._.detente_parties][-1] == "SUN"


def test_it_can_be_added_to_a_pipeline(nlp: Language) -> None:
    assert isinstance(nlp.create_pipe("detente_parties"), Parties)


_LINE = (
    "Japan Japanese the The U.S. Tokyo 's - -- , . ( ) in of government Ministry Foreign Affairs and Washington D.C. "
    "NORTH KOREA Serbia two Koreas EU NATO Sino Soviet former Mr. Georgia Jordan Congo said to from on 10 – West"
)
_WORDS = st.sampled_from([*_LINE.split(), "\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.one_of(_WORDS, st.text(max_size=6)), max_size=30))
def test_mentions_are_in_order_and_evidence_holds_on_any_text(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    doc = _component(nlp)(nlp(text))
    mentions = doc._.detente_party_mentions
    assert all(0 <= m.start < m.end <= len(text) and m.parties for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for party in doc._.detente_parties:
        assert party.names
        for found in party.mentions:
            assert text[found.start : found.end] == found.text
