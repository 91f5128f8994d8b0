"""Relation F1 and content match F1 as the scorer counts them, on rows of tokens instead of words (a near copy)."""

from __future__ import annotations


def _rows(spans) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b))


def relation_f1(examples: list[dict], systems: list[list]) -> dict[str, float]:
    """Micro F1 over articles, one to one, best pairs first."""
    right = {"relation": 0, "match": 0}
    golds = found = 0
    for example, system in zip(examples, systems, strict=True):
        gold = [(_rows(g["content"]), _rows(g["source"])) for g in example["gold"] if g["content"]]
        mine = [(_rows(s.content), _rows([s.source] if s.source else [])) for s in system]
        golds += len(gold)
        found += len(mine)
        for name in right:
            ranked = []
            for i, (gc, gs) in enumerate(gold):
                for j, (sc, ss) in enumerate(mine):
                    shared = len(gc & sc)
                    if 2 * shared >= len(gc | sc) and (
                        name == "match" or ((bool(gs & ss) or (not gs and not ss)) and len(ss) <= len(gs) + 10)
                    ):
                        ranked.append((-shared / len(gc | sc), i, j))
            used_i, used_j = set(), set()
            for _, i, j in sorted(ranked):
                if i not in used_i and j not in used_j:
                    used_i.add(i)
                    used_j.add(j)
                    right[name] += 1
    result = {name: round(200 * n / max(golds + found, 1), 2) for name, n in right.items()}
    return result | {
        "p": round(100 * right["relation"] / max(found, 1), 1),
        "r": round(100 * right["relation"] / golds, 1),
    }
