"""The scenario of a dispute: drafted, checked as it is typed, kept in a file, and led back to its evidence."""

from __future__ import annotations

from typing import Any

import pytest

from detente.desk.addresses import Addresses
from detente.desk.site import Site
from detente.desk.solving import solved
from tests.desk.client import Client, page
from tests.desk.conftest import DISPUTE, SCRIPT

HERE = Addresses().dispute(DISPUTE, "scenario")
SLUICE = f"""
format = "scenario/1"
name = "{SCRIPT} sluice"
now = []
[[party]]
id = "per"
name = "Peru"
wants = [{{ that = "open", evidence = ["EVIDENCE", "position-0000000000000000"] }}, "not appeal"]
options = {{ appeal = "Go to the court" }}
[[party]]
id = "chl"
name = "Chile <b>"
wants = ["not appeal", "not open"]
options = {{ open = "Open the sluice" }}
"""


def evidence(desk: Client) -> str:
    return str(desk.get("/search.json?section=statements&q=sluice").json()["hits"][0]["item"]["id"])


def checked(desk: Client, text: str) -> Any:
    answer = desk.post(f"{HERE}/check", {"text": text})
    assert answer.status_code == 200
    return page(answer)


def test_a_dispute_has_a_draft_that_is_answered(desk: Client) -> None:
    tree = page(desk.get(HERE))
    assert 'format = "scenario/1"' in tree.xpath("string(//textarea[@name='text'])")
    assert tree.xpath("//section[@id='answer']//*[local-name()='svg']")
    assert "What would hold" in tree.text_content()
    assert "equilibria" in desk.get(f"{HERE}.json").json()


def test_a_text_is_answered_and_its_evidence_linked(desk: Client, site: Site) -> None:
    identity = evidence(desk)
    tree = checked(desk, SLUICE.replace("EVIDENCE", identity))
    (link,) = tree.xpath("//ul[contains(@class, 'grounds')]//a/@href")
    assert link == site.to.item(identity)
    assert desk.get(link).status_code == 200
    assert "position-0000000000000000 is not in the record" in tree.text_content()
    assert tree.xpath("//script[not(@src)]|//b[text()='']") == []
    assert tree.xpath("//section[@id='answer']//*[local-name()='svg']//*[contains(text(), '<script>')]")
    assert tree.xpath("string(//textarea)").strip() == SLUICE.replace("EVIDENCE", identity).strip()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "format"),
        ("name = ", "Line 1: "),
        (SLUICE.replace('"open"', '"opn"'), "Line 8: "),
        ("x" * 300_000, None),
    ],
)
def test_what_is_wrong_is_told_where_it_is(desk: Client, text: str, told: str | None) -> None:
    answer = desk.post(f"{HERE}/check", {"text": text})
    assert answer.status_code == (200 if told else 400)
    (fault,) = page(answer).xpath("//p[@role='alert']")
    assert (told or "more than 200,000 characters") in fault.text_content()


def test_what_takes_long_is_for_the_command() -> None:
    options = "\n".join(f'o{number} = "Do {number}"' for number in range(15))
    text = 'format = "scenario/1"\nname = "Large"\n[[party]]\nid = "a"\nname = "A"\nwants = ["o1"]\n[party.options]\n'
    assert "32,768 states are too many" in solved(text + options).fault


def test_a_scenario_is_kept_in_a_file_beside_the_record(desk: Client, site: Site) -> None:
    answer = desk.post(HERE, {"text": SLUICE})
    assert (answer.status_code, answer.headers["location"]) == (303, HERE)
    folder = site.store.path.with_name(f"{site.store.path.name}.scenarios")
    (file,) = folder.iterdir()
    assert file.read_text(encoding="utf-8").strip() == SLUICE.strip()
    assert "Go to the court" in page(desk.get(HERE)).xpath("string(//textarea)")
    assert "Go to the court" not in page(desk.get(f"{HERE}?draft=1")).xpath("string(//textarea)")
    file.write_text("name = ", encoding="utf-8")  # by an editor of one's own
    assert "Line 1: " in desk.get(HERE).text


def test_nothing_is_kept_by_a_check_and_none_without_a_token(desk: Client, site: Site) -> None:
    checked(desk, SLUICE)
    assert desk.post(HERE, {"text": SLUICE, "token": "x"}).status_code == 403
    assert desk.post(f"{HERE}/check", {"text": SLUICE, "token": "x"}).status_code == 403
    assert not site.store.path.with_name(f"{site.store.path.name}.scenarios").exists()
