import pytest

from detente.sources.markdown import markdown
from detente.sources.raw import Raw

YAML = """---
title: "Cameroon and Nigeria walk the line"
date: 2012-07-09
author: Ngozi Bello
tags:
  - borders
publisher: 'The Delta Note'
---

# Cameroon and Nigeria walk the line

Surveyors went on.
"""
TOML = '+++\ntitle = "A line"\ndate = 2012-07-09T08:00:00Z\n[extra]\nx = 1\n+++\nText.\n'


def test_front_matter_is_metadata_and_stays_in_the_text() -> None:
    draft = markdown(Raw(YAML.encode(), "x"))
    assert draft.text == YAML
    assert draft.title == "Cameroon and Nigeria walk the line"
    assert draft.authors == ("Ngozi Bello",)
    assert draft.publisher == "The Delta Note"
    assert [(date.date, date.source) for date in draft.dates] == [("2012-07-09", "front matter date")]


def test_toml_front_matter() -> None:
    draft = markdown(Raw(TOML.encode(), "x"))
    assert draft.text == TOML
    assert (draft.title, [date.date for date in draft.dates]) == ("A line", ["2012-07-09"])


@pytest.mark.parametrize(
    "text", ["# Only a heading\n", "---\nno end", "+++\nbroken = [\n+++\nx", "---\n---\n", "***\n"]
)
def test_without_usable_front_matter(text: str) -> None:
    draft = markdown(Raw(text.encode(), "x"))
    assert (draft.text, draft.title, draft.dates) == (text, None, ())
