from __future__ import annotations

import datetime
import re
import time as clock
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import detente.reading.time
from detente.model.date import Date
from detente.reading.time.component import Times
from detente.reading.time.find import find
from detente.reading.time.lexicon import words
from detente.reading.time.normalise import normalise

PHRASES = (
    "on Monday",
    "last Friday night",
    "next Thursday",
    "on Feb. 29",
    "on March 8-19",
    "in early May",
    "mid-June",
    "last November",
    "this past spring",
    "the winter of 1989",
    "in 1956",
    "the late 1970s",
    "in the 19th century",
    "the third quarter",
    "next year's first half",
    "the year-ago quarter",
    "a year earlier",
    "two weeks ago",
    "six months later",
    "yesterday",
    "the day before yesterday",
    "this morning",
    "at noon Saturday",
    "5 p.m. EST, Nov. 6",
    "the weekend",
    "the end of the month",
    "this century",
    "the past two years",
    "2 1/2 years",
    "every day",
    "Tuesday nights",
    "weekly",
    "recent months",
    "now",
    "the future",
    "on Christmas Day",
    "last Easter",
    "by Thanksgiving",
    "a week from Monday",
    "earlier this year",
    "half a century",
    "the following day",
    "the same month",
    "in the coming weeks",
    "three decades ago",
    "on 2019-02-16",
    "on 3/22/2013",
    "twice a week",
    "three times every year",
    "two days each month",
    "every other day",
    "in mid-afternoon",
    "later in the day",
    "in the winter of nineteen ninety-four",
    "this coming Sunday, March eighth",
    "the day after the vote",
    "days before the vote",
    "two weeks after the June 4 vote",
    "by year's end",
)
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|PT?(?:\d+(?:\.\d+)?|X)[A-Z](?:T?\d+[A-Z])?|PXX"
    r"|[\dX]{2,4}"
    r"|[\dX]{4}-(?:[\dX]{2}(?:-[\dX]{2})?|Q[1-4X]|H[12X]|SP|SU|FA|WI|W[\dX]{2}(?:-(?:WE|[1-7]))?)"
    r"(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?"
)
publications = st.one_of(
    st.none(),
    st.dates().map(datetime.date.isoformat),
    st.dates().map(lambda day: f"{day:%Y-%m}".rjust(7, "0")),
    st.tuples(st.dates(max_value=datetime.date(9998, 1, 1)), st.integers(0, 400)).map(
        lambda pair: f"{pair[0].isoformat()}/{(pair[0] + datetime.timedelta(pair[1])).isoformat()}"
    ),
)
_docs: list[Doc] = []


def documents(nlp: Language) -> list[Doc]:
    """Each phrase in a sentence of its own, parsed once."""
    if not _docs:
        _docs.extend(nlp.pipe(f"The delegations met {phrase} and agreed on a text." for phrase in PHRASES))
    return _docs


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(published=publications)
def test_any_phrase_on_any_day(nlp: Language, published: str | None) -> None:
    for doc in documents(nlp):
        times = normalise(doc, find(doc), Date.parse(published) if published else None)
        assert times, doc.text
        end = 0
        for time in times:
            assert VALUE.fullmatch(time.value), (doc.text, published, time.value)
            assert time.evidence.text == doc.text[time.evidence.start : time.evidence.end]
            assert time.evidence.start >= end
            end = time.evidence.end
            assert (time.type != "SET") or time.quant or time.freq, time
            if time.edtf is not None:
                assert Date.parse(str(time.edtf)) == time.edtf


def test_nothing_depends_on_an_earlier_reading(nlp: Language) -> None:
    day = Date.parse("2013-03-22")
    for doc in documents(nlp):
        expressions = find(doc)
        first = normalise(doc, expressions, day)
        normalise(doc, expressions, None)
        assert normalise(doc, expressions, day) == first == normalise(doc, find(doc), day)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_nothing_depends_on_the_clock(nlp: Language, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    day = Date.parse("2013-03-22")
    before = [normalise(doc, find(doc), day) for doc in documents(nlp)]
    monkeypatch.setenv("TZ", zone)
    clock.tzset()
    try:
        assert [normalise(doc, find(doc), day) for doc in documents(nlp)] == before
    finally:
        monkeypatch.undo()
        clock.tzset()


def test_nobody_asks_what_day_it_is() -> None:
    folder = Path(detente.reading.time.__file__).parent
    for path in folder.rglob("*.py"):
        assert not re.search(r"\b(?:today|now|utcnow|localtime)\(\)", path.read_text(encoding="utf-8")), path


_VOCABULARY = sorted(
    {*words().any, *words().capital}
    | {
        "8",
        "19",
        "1998",
        "'80s",
        "10:30",
        "3/22/2013",
        "99/99/9999",
        "0",
        "31",
        "1/0",
        "2½",
        "Q3",
        "Easter",
        "\n\n",
        "met",
        "²",
        "१२",
    }
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(_VOCABULARY), max_size=40), published=publications)
def test_any_words_in_any_order(nlp: Language, pieces: list[str], published: str | None) -> None:
    doc = nlp.make_doc(" ".join(piece.title() if len(piece) % 2 else piece for piece in pieces))
    doc._.detente_published = published
    for time in Times(nlp)(doc)._.detente_times:
        assert VALUE.fullmatch(time.value), (doc.text, time.value)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text(nlp: Language, text: str) -> None:
    Times(nlp)(nlp.make_doc(text))


def test_words_that_were_not_parsed(nlp: Language) -> None:
    # spaCy crashes, now and then, when such tokens are asked for their children.
    for _ in range(50):
        doc = nlp.make_doc("May 4, Friday night last week, until soon, by June 2019, in the spring and on Monday")
        assert Times(nlp)(doc)._.detente_times


def test_every_class_has_its_own_character() -> None:
    assert len(set(words().codes.values())) == len(words().codes)


def test_time_grows_with_the_text_and_no_faster(nlp: Language) -> None:
    doc = documents(nlp)[0]
    took = []
    for copies in (200, 1600):
        long = Doc.from_docs([doc] * copies, exclude=["user_data"])  # type: ignore[call-arg]
        assert long is not None
        begin = clock.process_time()
        Times(nlp)(long)
        took.append(clock.process_time() - begin)
    assert took[1] < 30 * took[0] + 0.1
