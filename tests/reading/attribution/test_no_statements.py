"""What only looks like an attribution, and what a document says in its own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.sources import report_from_text

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.reading.reader import Reader


def read(reader: Reader, text: str, published: str | None = None) -> tuple[Statement, ...]:
    return reader.read(report_from_text(text, published=published)).statements or ()


def told(found: tuple[Statement, ...]) -> list[tuple[str | None, str | None]]:
    return [
        (each.speaker.name if each.speaker else None, each.content.text if each.content else None) for each in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia has recalled its consul from Antofagasta.",
        "Thailand and Cambodia recalled their envoys on Sunday.",
        "The prime minister called an election for May.",
        "Ecuador called a referendum on the base.",
        "Gabon withdrew its complaint against Guinea.",
        "The presidents discussed the river and the dam.",
        "Envoys of Chad and Niger exchanged views on grazing.",
        "The strait, as Teheran calls it, is narrow.",
        "The so-called Republic of Lakes, as its founders name it, has no mint.",
        "If Malta refused the ship, Tunis would take it.",
        "Suppose Denmark offered to lease the pier.",
        "It is time that Panama recognised the court.",
        "The minister planned to visit the dam in June.",
        "A long tradition seeks harmony between the valleys.",
        "Belize agreed to open the bridge.",
    ],
)
def test_nobody_says_anything(reader: Reader, text: str) -> None:
    assert read(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ruiz recalled that the treaty had lapsed.", "the treaty had lapsed"),
        ("Fiji called the ruling a mistake.", "the ruling a mistake"),
        ("Malta says that it refused the ship.", "it refused the ship"),
        ("The opposition seeks a vote on the base.", "a vote on the base"),
        ("Oman agreed that the reef was shared.", "the reef was shared"),
    ],
)
def test_somebody_does(reader: Reader, text: str, content: str) -> None:
    assert [said for _, said in told(read(reader, text))] == [content]


def test_what_the_lead_says_again_is_told_once(reader: Reader) -> None:
    text = (
        "Peru warns Chile over fishing boats\n\nLIMA, 4 March 2021 - Peru warned Chile on Thursday that fishing boats "
        "would be boarded.\n\nChile did not answer.\n"
    )
    found = [each for each in read(reader, text) if each.manner != "declined"]
    assert [each.content and each.content.text for each in found] == ["fishing boats would be boarded"]


_JOINT = (
    "Joint Statement by Argentina and Uruguay\n\n2021-03-04\n\nWe welcome the report of the commission. The river "
    "belongs to both of us. The dredging will begin in May.\n"
)


def test_a_joint_statement_is_its_authors_from_beginning_to_end(reader: Reader) -> None:
    found = read(reader, _JOINT)
    assert {each.speaker and each.speaker.name for each in found} == {"Argentina and Uruguay"}
    assert {who.id for each in found for who in each.speakers} == {"ARG", "URY"}
    assert "The river belongs to both of us." in [each.content and each.content.text for each in found]
    assert {str(each.date) for each in found} == {"2021-03-04"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Foreign Minister Ana Ruiz said that the islet is Peru's. If a boat lands there again, Peru will act.",
            "If a boat lands there again, Peru will act.",
        ),
        (
            "Readout of a Call\n\n2021-03-04\n\nPresident Ana Ruiz underscored that it is safe. This will calm all.\n",
            "This will calm all.",
        ),
    ],
)
def test_a_sentence_goes_on_in_the_speakers_voice(reader: Reader, text: str, content: str) -> None:
    last = read(reader, text)[-1]
    assert last.content is not None
    assert (last.speaker and last.speaker.name, last.content.text, last.cue) == ("Ana Ruiz", content, None)


def test_news_behind_a_statement_is_nobodys(reader: Reader) -> None:
    text = "Foreign Minister Ana Ruiz said that the islet is Peru's. The islet lies two miles off the coast."
    assert len(read(reader, text)) == 1


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Oman said it would sign if Iran withdrew its boats.", "if Iran withdrew its boats"),
        ("Kenya said that unless the levy falls, it will close the port.", "unless the levy falls"),
        ("Guyana said it would wait.", None),
    ],
)
def test_condition(reader: Reader, text: str, condition: str | None) -> None:
    (said,) = read(reader, text)
    assert (said.condition and said.condition.text) == condition


@pytest.mark.parametrize(
    ("text", "speaker", "addressee", "content"),
    [
        ("Nepal was urged by India to reopen the pass.", "India", "Nepal", "to reopen the pass"),
        ("Malawi has been asked by Zambia to lower the levy.", "Zambia", "Malawi", "to lower the levy"),
        ("Tonga was assured by Fiji that the ferry would sail.", "Fiji", "Tonga", "the ferry would sail"),
        ("Oman was warned by Yemen that the port was mined.", "Yemen", "Oman", "the port was mined"),
    ],
)
def test_passive_cues(reader: Reader, text: str, speaker: str, addressee: str, content: str) -> None:
    (said,) = read(reader, text)
    assert (said.speaker and said.speaker.name, said.addressee and said.addressee.name) == (speaker, addressee)
    assert said.content is not None
    assert said.content.text == content


@pytest.mark.parametrize(
    ("text", "content", "date"),
    [
        ("Chile rejected the offer of the bank on Tuesday.", "the offer of the bank", "2022-03-08"),
        ("Togo denounced the blockade on 3 March.", "the blockade", "2022-03-03"),
        ("Togo denounced the accord of 3 March.", "the accord of 3 March", "None"),
        ("Togo said that the port closed on Tuesday.", "the port closed on Tuesday", "None"),
    ],
)
def test_the_date_of_the_saying_is_not_said(reader: Reader, text: str, content: str, date: str) -> None:
    (said,) = read(reader, text, "2022-03-09")
    assert (said.content and said.content.text, str(said.date)) == (content, date)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mali accused Niger on Monday of arming raiders.", ["Niger", "of arming raiders"]),
        ("Mali accused Niger on Tuesday of closing the road.", ["Niger", "of closing the road"]),
        ("Mali accused Niger of arming raiders.", ["Niger of arming raiders"]),
    ],
)
def test_the_day_between_the_accused_and_the_charge_is_not_said(reader: Reader, text: str, parts: list[str]) -> None:
    (said,) = read(reader, text, "2022-03-09")
    assert said.content is not None
    assert list(said.content.parts) == parts


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("A trade union leader, Pia Holm, was questioned by the police for an hour.", 0),
        ("Two sailors were interrogated by the coast guard of Togo.", 0),
        ("Kenya questioned the ruling of the court.", 1),
    ],
)
def test_who_is_questioned_by_prosecutors_hears_no_statement(reader: Reader, text: str, statements: int) -> None:
    assert len(read(reader, text)) == statements


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ghana will pay the debt to Togo, its finance minister said.", "GHA"),
        ("Laos has no dispute with Vietnam, its president told reporters.", "LAO"),
        ("Latvia has stopped all freight from Belarus, its government announced.", "LVA"),
    ],
)
def test_its_ministry_is_the_subjects(reader: Reader, text: str, party: str) -> None:
    (said,) = read(reader, text)
    assert said.party == party


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("President Ana Ruiz of Peru shook her head. \"Not while they dig.\"", "Ana Ruiz", "Not while they dig."),
        ("Minister Luis Soto of Chile was blunt. \"The line stays here.\"", "Luis Soto", "The line stays here."),
        ("\"The river is open to all of us.\" – Commissioner Ana Ruiz", "Ana Ruiz", "The river is open to all of us."),
        ("President Ana Ruiz of Peru said in a statement:\n\nThe islet is ours. We will hold it.\n\nChile is silent.",
         "Ana Ruiz", "The islet is ours. We will hold it."),
    ],
)  # fmt: skip
def test_words_without_a_verb_of_saying(reader: Reader, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in told(read(reader, text))


def test_a_quotation_resumed_in_the_next_paragraph_is_told_once(reader: Reader) -> None:
    text = 'Ana Ruiz, the Peruvian envoy, said: "The reef is ours.\n\n"We will fish there," she added.'
    contents = [content for _, content in told(read(reader, text))]
    assert contents == ["The reef is ours.", "We will fish there,"]


def test_what_ends_with_a_time_of_day_is_no_ones_words(reader: Reader) -> None:
    assert read(reader, "The ferry left at 9 a.m. Tonga agreed.") == ()


def test_a_mood_before_a_quotation_denies_nothing(reader: Reader) -> None:
    (said,) = read(reader, 'Oman\'s envoy was in no mood to trade: "Open the strait first."')
    assert said.polarity == "affirmed"


def test_reporters_only_ask(reader: Reader) -> None:
    text = (
        "MS. RUIZ: Good morning. The pass is open again.\n\nQUESTION: Thank you. Has Chile said when it will pay?\n\n"
        "MS. RUIZ: It has not said so.\n\nQUESTION: And the levy on the trucks from the south?\n\n"
        "MS. RUIZ: The levy stays where it is.\n"
    )
    assert all("?" not in (content or "") for _, content in told(read(reader, text)))


@pytest.mark.parametrize(
    "text",
    [
        "After meeting the Chilean envoy, Luis Soto, the Peruvian minister, Ana Ruiz, said the reef was shared.",
        "Unlike his ally, Luis Soto, the Peruvian defence minister, Ana Ruiz, said Chile should get the reef.",
    ],
)
def test_of_stacked_names_the_last_one_speaks(reader: Reader, text: str) -> None:
    (said,) = read(reader, text)
    assert (said.speaker and said.speaker.name, said.party) == ("Ana Ruiz", "PER")


@pytest.mark.parametrize("cue", ["made clear that", "made it clear that"])
def test_to_make_clear_is_to_say(reader: Reader, cue: str) -> None:
    (said,) = read(reader, f"The Kenyan minister {cue} the levy would stay.")
    assert (said.content and said.content.text) == "the levy would stay"
