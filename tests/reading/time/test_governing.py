from __future__ import annotations

import pytest
from spacy.language import Language

from detente.reading.time import Times, date_of
from detente.reading.time.governing import governing


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The presidents met in Oslo on June 4.", "met", "2021-06-04"),
        ("The presidents signed a pact that had been drafted in May.", "drafted", "2021-05"),
        ("Envoys agreed on Monday to open the crossing.", "open", "2021-09-13"),
        ("The premier is due in Ankara in October, when the leaders are to sign the protocol.", "sign", "2021-10"),
        ("Yesterday, at this year's congress in Lima, the envoy read a letter.", "read", "2021-09-14"),
        ("This year, on March 3, they read a letter in Lima.", "read", "2021-03-03"),
        ("The mediators blamed both sides.", "blamed", None),
        ("The mediators rejected the 1902 boundary.", "rejected", None),
        ("The mediators hosted the May 4 summit.", "summit", "2021-05-04"),
        ("They recalled the pact signed in Lagos, Nigeria, on May 4.", "signed", "2021-05-04"),
        ("They condemned the raid on Oran on 24 May.", "condemned", None),
        ("They condemned the raid on Oran on 24 May.", "raid", "2021-05-24"),
        ("They condemned the raid on Friday.", "condemned", "2021-09-10"),
        ("They expressed concern over the raid of 19 May.", "raid", "2021-05-19"),
        ("One view, offered by envoys, is that she needs a deal before June 4.", "offered", None),
        ("Speaking in Lima on Friday, the envoy said that work would resume in October.", "said", "2021-09-10"),
        ("Speaking in Lima on Friday, the envoy said that work would resume in October.", "resume", "2021-10"),
        ("The envoy said that work would resume in October.", "said", None),
        ("A visit planned for November was called off on Thursday.", "visit", "2021-11"),
        ("A visit planned for November was called off on Thursday.", "called", "2021-09-09"),
    ],
)
def test_date_of(nlp: Language, text: str, word: str, value: str | None) -> None:
    doc = nlp(text)
    doc._.detente_published = "2021-09-15"
    Times(nlp)(doc)
    token = next(token for token in doc if token.text == word)
    found = date_of(doc, token)
    assert (found.value if found else None) == value


def test_the_story_goes_on_in_the_past_tense(nlp: Language) -> None:
    doc = nlp("The generals met on Aug. 20. They exchanged maps. They have not met since.")
    doc._.detente_published = "2021-09-15"
    Times(nlp)(doc)
    by = {token.text: governing(doc, token) for token in doc}
    exchanged = by["exchanged"]
    assert exchanged is not None and (exchanged.by, exchanged.time.value) == ("narrative", "2021-08-20")
    assert governing(doc, doc[-3]) is None
