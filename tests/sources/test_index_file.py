from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import BadIndex
from detente.model.report import DateBasis, Report, SetAside
from detente.sources import reports

TEXT = "The envoys of Togo and Benin met in Lomé on Monday and agreed on the map of the river.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "inner/a.txt", "inner/c.txt"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def read(folder: Path, table: str, *inputs: str) -> dict[str, Report | SetAside]:
    (folder / "index.tsv").write_text(table, encoding="utf-8-sig")
    found = reports([str(folder / given) for given in inputs or ("reports",)], index=str(folder / "index.tsv"))
    return {Path(item.source).relative_to(folder).as_posix(): item for item in found}


def test_what_a_row_says_of_its_file(folder: Path) -> None:
    table = (
        "id\tfile\tURL\toutlet\tpublished\tkind\tHeadline\n"
        '7\tb.txt\thttps://r.example/1\tRiver Courier\t2021-05-04 06:53:14\tnews\t"""Agreed,"" say envoys"\n'
    )
    found = read(folder, table)
    known, other = found["reports/b.txt"], found["reports/a.txt"]
    assert isinstance(known, Report)
    assert (known.given_id, known.url, known.publisher) == ("7", "https://r.example/1", "River Courier")
    assert known.title == '"Agreed," say envoys'
    assert [(date.date, date.basis, date.source) for date in known.dates] == [("2021-05-04", DateBasis.GIVEN, "index")]
    assert known.text == TEXT
    assert isinstance(other, Report)
    assert (other.publisher, other.dates) == (None, ())


@pytest.mark.parametrize("prefix", ["", "reports/"])
def test_files_are_named_below_the_folder_or_below_the_index(folder: Path, prefix: str) -> None:
    table = f"file\tpublisher\n{prefix}a.txt\tOne\n{prefix}inner/a.txt\tTwo\n{prefix}inner/c.txt\tThree\n"
    found = read(folder, table)
    names = {name: item.publisher for name, item in found.items() if isinstance(item, Report)}
    assert names == {
        "reports/a.txt": "One",
        "reports/b.txt": None,
        "reports/inner/a.txt": "Two",
        "reports/inner/c.txt": "Three",
    }


def test_a_bare_name_that_only_one_row_has(folder: Path) -> None:
    found = read(folder, "file\tpublisher\nsomewhere\\c.txt\tThree\n")["reports/inner/c.txt"]
    assert isinstance(found, Report)
    assert found.publisher == "Three"


def test_an_index_in_the_folder_that_is_read_is_no_report(folder: Path) -> None:
    table = "file\tpublisher\nreports/a.txt\tOne\n"
    assert sorted(read(folder, table, ".")) == [
        f"reports/{name}" for name in ("a.txt", "b.txt", "inner/a.txt", "inner/c.txt")
    ]
    assert list(read(folder, table, "index.tsv")) == ["index.tsv"]  # asked for by name


def test_rows_without_a_file_are_told_where_a_folder_is_read(folder: Path) -> None:
    table = "file\tpublisher\nb.txt\tOne\n\ngone.txt\tTwo\n"
    assert str(read(folder, table)["index.tsv:4"]).endswith(
        "names gone.txt, which is not among the files that were read"
    )
    assert list(read(folder, table, "reports/b.txt")) == ["reports/b.txt"]


def test_a_wrong_date_sets_its_file_aside_and_no_other(folder: Path) -> None:
    found = read(folder, "file\tpublished\na.txt\t4 May\nb.txt\t2021-05\n", "reports/a.txt", "reports/b.txt")
    assert isinstance(found["reports/b.txt"], Report)
    reason = str(found["reports/a.txt"])
    assert "index.tsv:2 gives it a wrong date: '4 May' is not a date; write a day as 2019-02-17" in reason


def test_each_of_many_reports_in_a_file_keeps_what_it_says(folder: Path) -> None:
    lines = (
        '{"text": "It was over by noon."}\n{"text": "It was over by one.", "publisher": "Own", "published": "2021"}\n'
    )
    (folder / "reports" / "many.jsonl").write_text(lines)
    table = "file\tid\ttitle\tpublisher\tpublished\nmany.jsonl\t7\tA title\tCourier\t2021-05-04\n"
    first, second = read(folder, table, "reports/many.jsonl").values()
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.publisher, first.title, first.dates[0].date) == ("Courier", None, "2021-05-04")
    assert (second.publisher, second.dates[0].date, len(second.dates)) == ("Own", "2021", 1)
    assert first.id != second.id


def test_a_date_given_for_all_goes_before_the_index(folder: Path) -> None:
    (folder / "index.tsv").write_text("file\tpublished\nb.txt\t2021-05-04\n")
    [found] = reports([str(folder / "reports/b.txt")], published="2021-06", index=str(folder / "index.tsv"))
    assert isinstance(found, Report)
    assert [date.date for date in found.dates] == ["2021-06", "2021-05-04"]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("name,publisher\na.txt,One\n", "has no column file in its first line; part the columns by tabs"),
        ("file\tpublisher\n\tOne\n", "index.tsv:2 names no file"),
        ("file\na.txt\na.txt\n", "index.tsv:3 names a.txt again; keep one row of each file"),
        ("", "has no column file"),
        ("file\n\x00", "is binary"),
    ],
)
def test_a_bad_index_is_a_usage_error_at_once(folder: Path, table: str, reason: str) -> None:
    with pytest.raises(BadIndex, match=reason):
        read(folder, table)


def test_no_index(folder: Path) -> None:
    with pytest.raises(BadIndex, match=r"the index .*gone\.tsv there is no such file"):
        reports([str(folder)], index=str(folder / "gone.tsv"))
