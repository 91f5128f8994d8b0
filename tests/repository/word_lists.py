"""Where code holds words of English that belong into ``knowledge/en``: collections of them, and comparisons with one.

Labels of the parse and the fixed values of the model's types are no words. Other values that only look like words are
told by a comment on one of their lines or above: ``# codes: names of word classes``.
"""

from __future__ import annotations

import ast
import re
import typing
from collections.abc import Iterator
from functools import cache

from spacy.glossary import GLOSSARY

import detente.model.items
import detente.model.mention
import detente.model.report

MARK = "# codes: "
FEWEST = 3  # words that make a list
_FIXED = (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.expr_context)
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’ -][^\W\d_]*)*")
_CODE = re.compile(r"\w\.\w|_")
#: What tells that a value is a word of the text: spaCy's attributes, the columns of people, a local name for a word.
_OF_TEXT = re.compile(r"\.(lower_|lemma_|norm_|text)\b|\b(lower|text)\[|\.lower\(\)|\b(word|lemma|lower|low)\b(?!\.)")


@cache
def codes() -> frozenset[str]:
    """What looks like a word and is none: labels, values of the model's types."""
    found = set(GLOSSARY)
    for module in (detente.model.items, detente.model.mention, detente.model.report):
        for kind in vars(module).values():
            found |= {value for value in typing.get_args(kind) if isinstance(value, str)}
    return frozenset(found)


def is_word(value: object) -> bool:
    """Whether a constant is a word or phrase of English."""
    if not isinstance(value, str) or value.isupper() or value in codes():
        return False
    return bool(_WORD.fullmatch(value)) and not _CODE.search(value)


def word_lists(source: str) -> Iterator[tuple[int, str]]:
    """The line and the beginning of each list of words and each comparison with one."""
    tree = ast.parse(source)
    lines = source.splitlines()
    aside = {id(node) for part in ast.walk(tree) for node in _aside(part)}
    for node in ast.walk(tree):
        if id(node) in aside or not isinstance(node, ast.expr):
            continue
        if any(MARK in line for line in lines[max(node.lineno - 2, 0) : node.end_lineno]):
            continue
        if _is_list(node) or (isinstance(node, ast.Compare) and _compares(node)):
            yield node.lineno, ast.unparse(node)[:60]


def _is_list(node: ast.expr) -> bool:
    if isinstance(node, (ast.Set, ast.List, ast.Tuple)):
        return _several(node.elts)
    if isinstance(node, ast.Dict):  # what keys lead to that is worked out is a record, and its keys are fields
        fixed = all(isinstance(leaf, _FIXED) for value in node.values for leaf in ast.walk(value))
        return _several(node.values) or (fixed and _several(node.keys))
    return isinstance(node, ast.Call) and _is_split(node)


def _aside(node: ast.AST) -> list[ast.AST]:
    """What only annotates or exports."""
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        return list(ast.walk(node.slice))
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("__all__", "__slots__"):
        return list(ast.walk(node.value))
    return []


def _several(nodes: list[ast.expr] | list[ast.expr | None]) -> bool:
    return sum(isinstance(node, ast.Constant) and is_word(node.value) for node in nodes) >= FEWEST


def _is_split(node: ast.Call) -> bool:
    """Whether it is a string of words that is split into them."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "split":
        return False
    given = node.func.value
    return (
        isinstance(given, ast.Constant) and len([word for word in str(given.value).split() if is_word(word)]) >= FEWEST
    )


def _compares(node: ast.Compare) -> bool:
    """Whether a word of the text is compared with a literal word, or with fewer of them than make a list."""
    sides = [node.left, *node.comparators]
    literal = [side for side in sides if _literal_words(side)]
    return bool(literal) and any(_OF_TEXT.search(ast.unparse(side)) for side in sides if side not in literal)


def _literal_words(node: ast.expr) -> bool:
    if isinstance(node, (ast.Set, ast.List, ast.Tuple)):
        return not _several(node.elts) and any(_literal_words(inner) for inner in node.elts)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node.value in GLOSSARY:
        return False
    return bool(_WORD.fullmatch(node.value))
