"""What of a statement is inferred, from where, and on which words that rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.report import DateBasis, DateCandidate, Report

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.reading.reader import Reader

DAY = "2021-06-10"  # a Thursday


def saying(reader: Reader, text: str, words: str) -> Statement:
    dates = (DateCandidate(DAY, DateBasis.GIVEN, "--published"),)
    found = reader.read(Report(text, "own.txt", "text", "", dates=dates)).statements or ()
    for each in found:
        for inferred in each.inferred:
            assert getattr(each, inferred.field) not in (None, ())
            assert inferred.words is None or inferred.words.text == text[inferred.words.start : inferred.words.end]
        assert len({inferred.field for inferred in each.inferred}) == len(each.inferred)
    return next(each for each in found if words in (each.content or each.evidence).text)


MET = "Croatian Prime Minister Ivana Kos met Montenegro's president, Marko Vukov, in Kotor on Tuesday.\n\n"

RADIO = (
    "Radio interview, broadcast live\n\nANCHOR: Minister, is the bridge still shut today?\n\n"
    "MINISTER KOS: It has never been open at all.\n\nANCHOR: Thank you for coming in to tell us.\n"
)

# The passage; words of the content; the field, its basis and the words of the report that it rests on, if any.
INFERRED = [
    ("Kenyan minister Grace Otieno opened the well. She said that the pump would run.", "the pump would run",
     "speaker", "context", "Grace Otieno"),
    ("Kenyan minister Grace Otieno opened the well. She said that the pump would run.", "the pump would run",
     "party", "context", "Grace Otieno"),
    ('"It is shut," Kenyan minister Grace Otieno said. "Nobody will open it."', "Nobody will open it",
     "speaker", "context", "Kenyan minister Grace Otieno"),
    ("The commission has met. It found that the dam was full.", "the dam was full",
     "speaker", "context", "The commission"),
    ("Turkmenistan shut the valve. A company official said the pressure was low.", "the pressure was low",
     "party", "context", "Turkmenistan"),
    ("Keir Starmer said that the day was good.", "the day was good", "party", "table", None),
    ("Peru's envoy Ana Quiroga met Myanmar's Foreign Minister Aung Thura. Both ministers said the ferry was full.",
     "the ferry was full", "speakers", "context",
     "Ana Quiroga met Myanmar's Foreign Minister Aung Thura"),
    (MET + "Kos said that the bay was calm.", "the bay was calm", "date", "context", "Tuesday"),
    (MET + "Kos said that the bay was calm.", "the bay was calm", "addressee", "context", "Tuesday"),
    ("Ivana Kos of Croatia said that the bay was calm. Marko Vukov of Montenegro replied that it was shallow.",
     "it was shallow", "addressee", "context", "Ivana Kos of Croatia"),
    ("The minister said at a press conference in Sopot that the line was final. She added that the map was old.",
     "the map was old", "venue", "context", "a press conference in Sopot"),
    (RADIO, "never been open", "date", "report date", "interview"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "field", "basis", "rests"), INFERRED, ids=lambda value: str(value)[:24])
def test_what_is_not_said_says_from_where_it_is_known(
    reader: Reader, text: str, words: str, field: str, basis: str, rests: str | None
) -> None:
    said = saying(reader, text, words)
    found = {inferred.field: inferred for inferred in said.inferred}
    assert found[field].basis == basis
    known = found[field].words
    assert (known is None) == (rests is None)
    if known is not None and rests is not None:
        assert rests in known.text


# The passage; words of the content; the field that is plainly said, and so named by no inference.
SAID = [
    ("Kenyan minister Grace Otieno said that the pump would run.", "the pump would run", "speaker"),
    ("Kenyan minister Grace Otieno said that the pump would run.", "the pump would run", "party"),
    ("Kenyan minister Grace Otieno opened the well. Otieno said that the pump would run.", "the pump would run",
     "speaker"),
    ("Grace Otieno, who is Kenya's envoy, said that the pump would run.", "the pump would run", "speaker"),
    ("Kenya said that the pump would run.", "the pump would run", "party"),
    ("A Kenyan official said that the pump would run.", "the pump would run", "party"),
    ("Togo and Benin said that the fence would go.", "the fence would go", "speakers"),
    ("Peru's envoy Ana Quiroga met Myanmar's Foreign Minister Aung Thura. Both ministers said the ferry was full.",
     "the ferry was full", "speaker"),  # "both ministers" is said; only who they are is not
    ("Kenya said on Tuesday that the pump would run.", "the pump would run", "date"),
    ("Kenya's envoy told Chilean President Luis Vera that the pump would run.", "the pump would run", "addressee"),
    ("The minister said at a press conference in Sopot that the line was final.", "the line was final", "venue"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "field"), SAID, ids=lambda value: str(value)[:24])
def test_what_is_plainly_said_is_not_inferred(reader: Reader, text: str, words: str, field: str) -> None:
    said = saying(reader, text, words)
    assert getattr(said, field) not in (None, ())
    assert field not in {inferred.field for inferred in said.inferred}
