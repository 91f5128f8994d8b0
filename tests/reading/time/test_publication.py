from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.report import DateBasis, DateCandidate
from detente.reading.time import Times


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "They met on April 6. Figures for 2020, released earlier this month, fell. The next are set for April 12.",
            "2021-04-06/2021-04-12",
        ),
        ("The accord was signed in June 2012. The force will leave by the end of 2013.", "2012-06/2013"),
        ("The accord was signed on June 3, 2012.", "2012-06-03/.."),
        ("The border was drawn in 1904. Neither side has moved since.", None),
        ("They want a commission set up in 2000 to meet.", None),
        ("Their armies fought in June 1962. A vote is due by the end of 2021.", None),
        ("The accord was signed on June 3. The next talks are scheduled for June 9.", None),
    ],
)
def test_inferred(nlp: Language, text: str, date: str | None) -> None:
    inferred = Times(nlp)(nlp(text))._.detente_inferred
    assert inferred is not None
    assert (inferred.date and str(inferred.date)) == date
    assert inferred.basis is (DateBasis.INFERRED if date else DateBasis.UNKNOWN)
    assert inferred.candidates


def test_nothing_to_go_by(nlp: Language) -> None:
    assert Times(nlp)(nlp("Both sides want peace."))._.detente_inferred is None


@pytest.mark.parametrize(
    ("stated", "text", "date"),
    [
        ("XXXX-03-14", "They met on Thursday. Trade grew in May 2023 and in 2024.", "2024-03-14"),
        ("XXXX-09-05", "They denied it on Tuesday. Talks ended in 2018. It is due by the end of 2023.", "2023-09-05"),
        ("XXXX-01-09", "They met on Tuesday. It was signed in May 2023 and amended in December 2023.", "2024-01-09"),
        ("XXXX-03-14", "They met on Thursday. The border was drawn in 1904.", None),
        ("XXXX-03-14", "They met. The pact was signed in 2023 and amended in 2024.", None),
        ("XXXX-03-14", "They met on Thursday.", None),
    ],
)  # fmt: skip
def test_stated_day(nlp: Language, stated: str, text: str, date: str | None) -> None:
    doc = nlp(text)
    doc._.detente_stated = DateCandidate(stated, DateBasis.DATELINE, "dateline")
    inferred = Times(nlp)(doc)._.detente_inferred
    assert (str(inferred.date) if inferred and inferred.date else None) == date


def test_constraints_shown_are_few_and_short(nlp: Language) -> None:
    text = "The meeting on Feb. 16 failed. " * 9 + "A speech is scheduled for Feb. 20, and a vote for March 3."
    inferred = Times(nlp)(nlp(text))._.detente_inferred
    assert [c.source for c in inferred.candidates] == ["The meeting on Feb. 16 is past", "scheduled for Feb. 20: ahead"]
