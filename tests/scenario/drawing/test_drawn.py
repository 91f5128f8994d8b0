from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from detente.scenario.drawing.dot import dot
from detente.scenario.drawing.drawn import MOST_NODES, drawn
from detente.scenario.drawing.routes import routed
from detente.scenario.drawing.svg import svg
from detente.scenario.reader import read_scenario
from detente.scenario.solution import solve

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "scenarios").glob("*.toml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_graph_is_whole_and_its_boxes_stand_apart(path: Path) -> None:
    graph = drawn(solve(read_scenario(str(path))))
    assert 0 < len(graph.nodes) <= MOST_NODES
    assert [node.now for node in graph.nodes].count(True) == 1
    root = ElementTree.fromstring(svg(graph))
    shown = "".join(root.itertext())
    assert all(name in shown for name in graph.parties)
    assert dot(graph).count(" -> ") == len(graph.arrows)
    corners = list(routed(graph, 100, 50).corner.values())
    for number, (x, y) in enumerate(corners):
        assert all(abs(x - u) >= 100 or abs(y - v) >= 50 for u, v in corners[:number])


def test_a_large_game_says_what_was_left_out() -> None:
    graph = drawn(solve(read_scenario(str(next(path for path in EXAMPLES if "japan" in path.stem)))))
    assert any(f"Drawn are {MOST_NODES} of 56 states" in note for note in graph.notes)
