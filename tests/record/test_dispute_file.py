"""A dispute file is a dispute, or one line that says where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import BadDispute
from detente.model.date import Date
from detente.record.dispute_file import Issue, Member, Place, Rule, dispute_of
from detente.record.dispute_template import dispute_template

EXAMPLES = Path(__file__).parents[2] / "examples" / "disputes"
WHOLE = """
name = "Two rivers"
period = "2024-01/.."
parties = ["TJK", "UZB"]
others = ["KAZ"]
feeds = ["https://example.org/feed.xml"]

[[people]]
name = "Dilnoza Yusupova"
party = "UZB"
office = "Water Minister"
from = 2024-03-01
until = "2025"

[[places]]
name = "Upper dam"
aliases = ["the dam"]
claimed_by = ["TJK"]
held_by = "TJK"

[[issues]]
name = "filling"
words = ["fill", "reservoir"]

[[belongs]]
parties = ["TJK", "UZB"]
words = ["dam"]
from = "2024"

[reports]
inside = ["report-1"]
outside = ["https://example.org/2"]
"""


def test_everything_that_a_file_can_say_is_read() -> None:
    found = dispute_of(WHOLE, "f")
    assert found.period == Date.parse("2024-01/..")
    assert (found.parties, found.others) == (("TJK", "UZB"), ("KAZ",))
    assert found.people == (
        Member("Dilnoza Yusupova", "UZB", "Water Minister", Date.parse("2024-03-01"), Date.parse("2025")),
    )
    assert found.places == (Place("Upper dam", ("the dam",), ("TJK",), "TJK"),)
    assert found.issues == (Issue("filling", ("fill", "reservoir")),)
    assert found.belongs == (Rule(("TJK", "UZB"), ("dam",), (), Date.parse("2024")),)
    assert (found.reports.inside, found.reports.outside) == (("report-1",), ("https://example.org/2",))


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('name = "Two rivers"', "", None, "name"),
        ('name = "Two rivers"', 'name = " "', 2, "name is empty"),
        ('parties = ["TJK", "UZB"]\nothers', 'partys = ["TJK"]\nothers', 4, "did you mean 'parties'"),
        ('others = ["KAZ"]', 'others = ["KAZZ"]', 5, "did you mean 'KAZ'"),
        ('others = ["KAZ"]', 'others = ["Kazakhstan"]', 5, "its id is 'KAZ'"),
        ('others = ["KAZ"]', 'others = "KAZ"', 5, "a list"),
        ('period = "2024-01/.."', 'period = "soon"', 3, "soon"),
        ('office = "Water Minister"', "office = 3", 11, "text"),
        ('office = "Water Minister"', 'ofice = "x"', 11, "did you mean 'office'"),
        ('claimed_by = ["TJK"]', 'claimed_by = ["TJX"]', 18, "no party 'TJX'"),
        ('words = ["dam"]', 'word = ["dam"]', 27, "did you mean 'words'"),
        ('inside = ["report-1"]', "inside = [1]", 31, "text"),
        ("[[places]]", "[places]", 15, "a list"),
        ('held_by = "TJK"', "held_by = ", 19, "is no TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int | None, says: str) -> None:
    assert old in WHOLE
    with pytest.raises(BadDispute) as raised:
        dispute_of(WHOLE.replace(old, new), "rivers.toml")
    assert raised.value.line == line
    assert str(raised.value).startswith("rivers.toml:")
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_second_person_s_line_is_told() -> None:
    text = 'name = "x"\n[[people]]\nname = "A"\n\n[[people]]\nname = "B"\nparty = 3\n'
    with pytest.raises(BadDispute) as raised:
        dispute_of(text, "f")
    assert raised.value.line == 7


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/dispute.toml")), ids=lambda path: path.parent.name)
def test_the_examples_are_dispute_files(path: Path) -> None:
    assert dispute_of(path.read_text(encoding="utf-8"), str(path)).belongs


def test_a_template_is_a_dispute_file() -> None:
    found = dispute_of(dispute_template('The "upper" dam', ["TJK", "UZB"], ["Upper dam"]), "f")
    assert (found.name, found.parties) == ('The "upper" dam', ("TJK", "UZB"))
    assert found.places == (Place("Upper dam", (), ("TJK", "UZB")),)
    filled = (
        dispute_template("x").replace("# [[belongs]]", "[[belongs]]").replace('# words = ["squid"', 'words = ["squid"')
    )
    assert dispute_of(filled, "f").belongs[0].words == ("squid", "port fees", "licence*")
