from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

import detente
from detente.knowledge.loader import rows
from detente.knowledge.rules import ANY, Rule, rule_for
from detente.model.sections import SECTIONS

ROOT = Path(detente.__file__).parent
RULES = rows("en/rules", Rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.section} {rule.field} {rule.how}")
def test_a_rule_is_of_a_field_that_there_is_and_of_a_file_that_decides(rule: Rule) -> None:
    assert (ROOT / rule.file).exists()
    if rule.section != ANY and rule.field != ANY:
        assert rule.field in {field.name for field in fields(SECTIONS[rule.section].item)}


def test_the_closest_rule_counts() -> None:
    assert rule_for("statements", "speaker", "context") is not rule_for("statements", "speaker", "said")
    assert rule_for("statements", "content", "passive", "said").file.endswith("passive.py")  # type: ignore[union-attr]
    assert rule_for("parties", "id", "table").name == "reference data"  # type: ignore[union-attr]


@pytest.mark.parametrize("how", ["said", "context", "table", "report date"])
def test_whatever_is_known_is_known_by_a_rule(how: str) -> None:
    for section, told in SECTIONS.items():
        assert all(rule_for(section, field.name, how) is not None for field in fields(told.item))
