"""Graphs of states and moves: whole, well-formed, and with every name as it was written."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from detente.scenario.drawing.dot import dot
from detente.scenario.drawing.drawn import MOST_NODES, drawn
from detente.scenario.drawing.graph import Graph
from detente.scenario.drawing.svg import svg
from detente.scenario.reader import read_scenario
from detente.scenario.solution import solve
from detente.scenario.toml_file import read_toml

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "scenarios").glob("*.toml"))
SVG = "{http://www.w3.org/2000/svg}"
AWKWARD = """\
format = "scenario/1"
name = 'Fish & "chips" <now> \\ later'
now = ["a"]
[[party]]
id = "x"
name = "The <x> & co"
wants = ["not a"]
options = { a = "A & B" }
[[party]]
id = "y"
name = 'The "y"'
wants = ["a iff b"]
options = { b = "B" }
"""


def _graph(path: Path) -> Graph:
    return drawn(solve(read_scenario(str(path))))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_state_and_move_is_drawn(path: Path) -> None:
    graph = _graph(path)
    top = ElementTree.fromstring(svg(graph))
    told = [element.text or "" for element in top.iter(f"{SVG}title")]
    assert graph.nodes
    assert graph.arrows
    assert sum(node.now for node in graph.nodes) == 1
    for node in graph.nodes:
        assert sum(text.split(",")[0] == node.title for text in told) == 1
    assert sum(" to " in text for text in told) >= len(graph.arrows)
    words = dot(graph)
    assert len(re.findall(r"^  s\d+ \[label=", words, re.MULTILINE)) == len(graph.nodes)
    assert len(re.findall(r"^  s\d+ -> s\d+ \[", words, re.MULTILINE)) == len(graph.arrows)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_boxes_do_not_overlap_and_stay_inside(path: Path) -> None:
    top = ElementTree.fromstring(svg(_graph(path)))
    width, height = float(top.attrib["width"]), float(top.attrib["height"])
    moved = next(element for element in top.iter(f"{SVG}g") if "transform" in element.attrib)
    dx, dy = map(float, re.findall(r"[\d.]+", moved.attrib["transform"]))
    boxes = [
        tuple(float(box.attrib[key]) for key in ("x", "y", "width", "height"))
        for box in moved.iter(f"{SVG}rect")
        if box.attrib["fill"] != "none"
    ]
    for number, (x, y, w, h) in enumerate(boxes):
        assert 0 <= x + dx <= x + dx + w <= width
        assert 0 <= y + dy <= y + dy + h <= height
        for x2, y2, w2, h2 in boxes[:number]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_a_large_model_is_drawn_in_part_and_says_so() -> None:
    graph = _graph(EXAMPLES[0])
    assert len(graph.nodes) == MOST_NODES
    assert any("16 of 56 states" in note for note in graph.notes)


def test_names_are_escaped() -> None:
    graph = drawn(solve(read_toml(AWKWARD)))
    top = ElementTree.fromstring(svg(graph))
    shown = {element.text for element in top.iter(f"{SVG}text")}
    assert {'Fish & "chips" <now> \\ later', "The <x> & co", 'The "y"'} <= shown
    words = dot(graph)
    assert r'label="Fish & \"chips\" <now> \\ later";' in words
    assert r'label="The \"y\"", style=dashed' in words


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert svg(_graph(EXAMPLES[1])) == svg(_graph(EXAMPLES[1]))
