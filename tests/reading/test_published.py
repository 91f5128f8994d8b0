from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.report import DateBasis
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
        ("The accord was signed on June 3. The next talks are scheduled for June 9.", None),
    ],
)
def test_inferred(nlp: Language, text: str, date: str | None) -> None:
    inferred = Times(nlp)(nlp(text))._.detente_inferred
    assert inferred is not None
    assert inferred.date == date
    assert inferred.basis is (DateBasis.INFERRED if date else DateBasis.UNKNOWN)
    assert inferred.candidates


def test_nothing_to_go_by(nlp: Language) -> None:
    assert Times(nlp)(nlp("Both sides want peace."))._.detente_inferred is None
