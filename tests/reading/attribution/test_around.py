"""What stands around a statement: speech act, polarity, hedges, medium, chain, hearer, venue and date."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from detente.model.date import Date
from detente.model.items import Act
from detente.model.references import Reference
from detente.model.report import DateBasis, DateCandidate, Report

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.reading.reader import Reader

ACTS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "acts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def read(reader: Reader, text: str, published: str | None = None) -> tuple[Statement, ...]:
    dates = (DateCandidate(published, DateBasis.GIVEN, "--published"),) if published else ()
    found = reader.read(Report(text, "own.txt", "text", "", dates=dates)).statements
    assert found is not None
    for statement in found:
        for words in (*statement.hedges, *statement.quoted, *(link.content for link in statement.chain)):
            assert words.text == text[words.start : words.end]
    return found


def saying(reader: Reader, text: str, content: str, published: str | None = None) -> Statement:
    return next(
        each for each in read(reader, text, published) if each.content is not None and content in each.content.text
    )


@pytest.mark.parametrize(("act", "text"), ACTS)
def test_speech_acts(reader: Reader, act: str, text: str) -> None:
    assert act in {statement.act for statement in read(reader, text)}


def test_every_act_has_five_sentences() -> None:
    assert set(get_args(Act)) == {act for act, _ in ACTS}
    assert min(Counter(act for act, _ in ACTS).values()) >= 5


@pytest.mark.parametrize(
    ("text", "content", "polarity"),
    [
        ("The minister said that the dam was safe.", "the dam was safe", "affirmed"),
        ("The minister did not say that the dam was safe.", "the dam was safe", "negated"),
        ("The envoy never promised that the road would open.", "the road would open", "negated"),
        ("The general would not say whether the base was full.", "whether the base was full", "negated"),
    ],
)
def test_polarity(reader: Reader, text: str, content: str, polarity: str) -> None:
    assert saying(reader, text, content).polarity == polarity


@pytest.mark.parametrize(
    ("text", "content", "hedges"),
    [
        ("The minister reportedly told the envoy that the gates were shut.", "the gates were shut", ["reportedly"]),
        ("Oslo said that the ship may sail on Monday.", "the ship may sail", ["may"]),
        ("The president apparently believes that the court will wait.", "the court will wait", ["apparently"]),
        ("Oslo said that the ship would sail on Monday.", "the ship would sail", []),
    ],
)
def test_hedges(reader: Reader, text: str, content: str, hedges: list[str]) -> None:
    assert [words.text for words in saying(reader, text, content).hedges] == hedges


@pytest.mark.parametrize(
    ("text", "content", "speaker", "relay"),
    [
        ('"The lake is ours," Minister Otar Beridze told Interfax.', "The lake is ours", "Otar Beridze", "Interfax"),
        (
            "Speaking to the BBC, Minister Otar Beridze said that the port was closed.",
            "the port was closed", "Otar Beridze", "the BBC",
        ),
        (
            "In an interview with Le Monde, Minister Otar Beridze said that the port was closed.",
            "the port was closed", "Otar Beridze", "Le Monde",
        ),
        (
            "TASS quoted Minister Otar Beridze as saying that the port was closed.",
            "the port was closed", "Otar Beridze", "TASS",
        ),
        ("The state news agency reported that the port was closed.", "the port was closed", None, None),
    ],
)  # fmt: skip
def test_media_hand_on(reader: Reader, text: str, content: str, speaker: str | None, relay: str | None) -> None:
    found = saying(reader, text, content)
    assert found.relay == relay
    if speaker is not None:
        assert found.speaker is not None
        assert (found.speaker.kind, found.speaker.name) == ("person", speaker)


def test_what_others_told_the_source_is_a_chain(reader: Reader) -> None:
    text = "Kenyan officials said that Uganda's envoy, Moses Okot, had told them the road would be paved."
    found = saying(reader, text, "the road would be paved")
    assert found.party == "KEN"
    (link,) = found.chain
    assert link.speaker is not None
    assert (link.speaker.kind, link.speaker.name) == ("person", "Moses Okot")
    assert (link.party, link.cue.text) == ("UGA", "had told")
    assert found.chain[0].content.text == "the road would be paved"


def test_several_who_speak_together(reader: Reader) -> None:
    found = saying(reader, "Togo and Benin said that the fence would go.", "the fence would go")
    assert [(who.kind, who.id) for who in found.speakers] == [("party", "TGO"), ("party", "BEN")]
    assert (found.speaker, found.party) == (Reference.described("Togo and Benin"), "TGO")


@pytest.mark.parametrize(
    ("text", "content", "venue"),
    [
        ("The minister said at a press conference in Sopot that the line was final.", "the line was final",
         "a press conference in Sopot"),
        ('"The line is final," the minister told a briefing.', "The line is final", "a briefing"),
        ('"The line is final," the minister said outside the embassy.', "The line is final", "the embassy"),
        ('"The line is final," the minister said on the steps of the court.', "The line is final",
         "the steps of the court"),
        ('"The line is final," the minister said on leaving the hall.', "The line is final", "on leaving the hall"),
        ('"The line is final," the minister wrote on Twitter.', "The line is final", "Twitter"),
        ("The minister said in a statement that the line was final.", "the line was final", "a statement"),
        ('"The line is at odds with the map," the minister said.', "The line is at odds", None),
    ],
)  # fmt: skip
def test_venues(reader: Reader, text: str, content: str, venue: str | None) -> None:
    assert saying(reader, text, content).venue == venue


def test_the_hearer_is_no_content(reader: Reader) -> None:
    text = "Peruvian Minister Ana Solis told Chilean President Luis Vera that the dunes were moving."
    found = saying(reader, text, "the dunes were moving")
    assert found.content is not None
    assert found.content.text == "the dunes were moving"
    assert found.addressee is not None
    assert (found.addressee.kind, found.addressee.name) == ("person", "Luis Vera")


def test_those_who_met_said_it_then(reader: Reader) -> None:
    text = (
        "Croatian Prime Minister Ivana Kos met Montenegro's president, Marko Vukov, in Kotor on Tuesday.\n\n"
        '"The bay is calm," Kos said. Vukov said that it was full of submarines.\n'
    )
    dates = {each.speaker.name: each.date for each in read(reader, text, "2021-06-10") if each.speaker}
    assert dates["Ivana Kos"] == dates["Marko Vukov"] == Date.parse("2021-06-08")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('An Omani diplomat briefed on the talks, who declined to be named, said the two envoys "barely spoke".',
         "An Omani diplomat briefed on the talks"),
        ('"It is over," says one retired admiral, who knows both men.', "one retired admiral"),
    ],
)  # fmt: skip
def test_who_is_somebody(reader: Reader, text: str, speaker: str) -> None:
    assert {said.speaker for said in read(reader, text)} == {Reference.described(speaker)}


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Norway called on both fleets to keep away from the shoal.", "both fleets"),
        ("The mediator urged the two armies to pull back.", "the two armies"),
    ],
)
def test_whom_one_asks_is_the_addressee(reader: Reader, text: str, addressee: str) -> None:
    (said,) = read(reader, text)
    assert said.addressee == Reference.described(addressee)


_CALL = (
    "Foreign Minister Idriss Kello of Chad spoke by telephone this morning with Foreign Minister Lena Orsk of Norway. "
)


@pytest.mark.parametrize(
    ("text", "date", "addressee"),
    [
        (_CALL + "Minister Orsk recalled that the wells had been shared.", "2022-03-03", "Idriss Kello"),
        (_CALL + "Minister Orsk later told reporters that the wells had been shared.", "2022-03-03", "reporters"),
        (_CALL + "Orsk said at a rally on Friday that the wells had been shared.", "2022-02-25", None),
    ],
)
def test_in_a_talk_of_two_one_speaks_to_the_other(reader: Reader, text: str, date: str, addressee: str | None) -> None:
    (said,) = read(reader, text, "2022-03-03")
    assert (str(said.date), said.addressee and said.addressee.name) == (date, addressee)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister gave no details of the plan.", "the plan"),
        ("The two presidents took no questions.", None),
    ],
)
def test_what_nobody_tells_is_silence(reader: Reader, text: str, content: str | None) -> None:
    (said,) = read(reader, text)
    assert (said.manner, said.act) == ("declined", "declines")
    assert (said.content and said.content.text) == content
