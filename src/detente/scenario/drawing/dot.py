"""A graph in the dot language of Graphviz."""

from __future__ import annotations

from detente.scenario.drawing.graph import Graph

_STYLES = ("solid", "dashed", "dotted", "bold")


def dot(graph: Graph) -> str:
    """Write a graph; states that hold have a double border, now is filled, arrows bear their party's name."""
    lines = ["digraph scenario {", f"  label={_quoted(graph.title)}; labelloc=t; node [shape=box];"]
    lines += [f"  // {note}" for note in graph.notes]
    for node in graph.nodes:
        label = _quoted("\n".join([node.title, *node.lines, *([node.holds] if node.holds else [])]))
        marks = (", peripheries=2" if node.holds else "") + (", style=filled, fillcolor=gray90" if node.now else "")
        lines.append(f"  s{node.state} [label={label}{marks}];")
    for arrow in graph.arrows:
        style = _STYLES[arrow.party % len(_STYLES)]
        lines.append(
            f"  s{arrow.source} -> s{arrow.target} [label={_quoted(graph.parties[arrow.party])}, style={style}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
