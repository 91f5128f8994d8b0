import pytest

from detente.errors import BadDate, UsageError
from detente.sources.publication_date import edtf_date, found_date, header_date


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("1998", "1998"),
        ("1998-05", "1998-05"),
        ("2020-02-29", "2020-02-29"),
        (" 2019-02-16 ", "2019-02-16"),
        ("2019-02-16T23:30:00Z", "2019-02-16"),
        ("2019-02-16 08:15:00+09:00", "2019-02-16"),
        ("2019-02-16T08:15:00.250+0900", "2019-02-16"),
    ],
)
def test_given_dates(given: str, date: str) -> None:
    assert edtf_date(given) == date


@pytest.mark.parametrize(
    "given",
    [
        "", "yesterday", "2019-02-30", "2019-13", "2019-22", "2019-2-3", "20190203", "16/02/2019", "0000", "٢٠١٩",
        "2019-02-16T25",
    ],
)  # fmt: skip
def test_bad_given_dates_say_what_a_good_one_looks_like(given: str) -> None:
    with pytest.raises(BadDate, match="2019-02-17") as caught:
        edtf_date(given)
    assert isinstance(caught.value, UsageError)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2021-05-03T09:15:00+02:00", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("2021/5/3 10:00", "2021-05-03"),
        ("20210503T091500Z", "2021-05-03"),
        ("Mon, 03 May 2021 09:15:00 GMT", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("Published: Sept. 3rd, 2021", "2021-09-03"),
        ("3 May 2021", "2021-05-03"),
    ],
)
def test_dates_in_metadata(value: str, date: str) -> None:
    assert found_date(value) == date


@pytest.mark.parametrize(
    "value",
    [
        None, 20210503, "", "2021", "2021-05", "03/05/2021", "1970-01-01T00:00:00Z", "0001-01-01", "2021-02-31",
        "Part 3, 2021",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(value: object) -> None:
    assert found_date(value) is None


def test_header_dates_keep_the_senders_day() -> None:
    assert header_date("Tue, 4 May 2021 00:30:00 +0900") == "2021-05-04"
    assert header_date("no date") is None
    assert header_date("") is None
