"""A network -> GraphML for visone, igraph, networkx and Gephi, and -> an edge list."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from detente.dossier.network import Graph

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (  # codes: keys of nodes and edges
    ("label", "node", "string"), ("mode", "node", "string"), ("weight", "edge", "int"), ("agreement", "edge", "string"),
)  # fmt: skip
COLUMNS = ("source", "target", "weight", "agreement")  # codes: columns


def graphml(graph: Graph) -> bytes:
    """GraphML in UTF-8; a node's id is its mode with its number, its label its name. The same graph, the same bytes."""
    root = Tree.Element("graphml", xmlns=_SPACE)
    for name, of, kind in _KEYS:
        Tree.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    body = Tree.SubElement(root, "graph", edgedefault="undirected")
    ids: dict[tuple[str, str], str] = {}
    for mode, names in (("actor", graph.actors), ("issue", graph.issues)):
        for number, name in enumerate(names, 1):
            ids[mode, name] = f"{mode}{number}"
            node = Tree.SubElement(body, "node", id=ids[mode, name])
            _data(node, "label", name)
            _data(node, "mode", mode)
    other = "issue" if graph.issues else "actor"
    for number, edge in enumerate(graph.edges, 1):
        line = Tree.SubElement(
            body, "edge", id=f"edge{number}", source=ids["actor", edge.one], target=ids[other, edge.other]
        )
        _data(line, "weight", str(edge.weight))
        if edge.agreement is not None:
            _data(line, "agreement", _yes(edge.agreement))
    Tree.indent(root)
    page: str = Tree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{page}\n'.encode()


def edge_rows(graph: Graph) -> Iterator[tuple[object, ...]]:
    """A row for each edge: its two nodes by name, its weight, and of a two-mode edge whether they agree."""
    for edge in graph.edges:
        yield edge.one, edge.other, edge.weight, None if edge.agreement is None else _yes(edge.agreement)


def _yes(agreement: bool) -> str:
    return "yes" if agreement else "no"


def _data(node: Tree.Element, key: str, value: str) -> None:
    Tree.SubElement(node, "data", key=key).text = "".join(c for c in value if c.isprintable())
