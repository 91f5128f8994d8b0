"""What somebody searches for -> an expression of FTS5 over folded words, and the terms that are to be marked.

Words stand side by side for AND; ``"of the sea"`` is a phrase, ``sanction*`` every word that begins so; AND, OR and NOT
are in capitals, NOT between what is wanted and what is not; parentheses group. Nothing else has a meaning of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from detente.errors import BadSearch
from detente.record.folded import words

_LONGEST = 500  # characters
_DEEPEST = 20  # parentheses within one another; FTS5 has a limit of its own

_GRAMMAR = r"""
    ?either: all ("OR" all)*
    ?all: without ("AND"? without)*
    ?without: one ("NOT" one)*
    ?one: PHRASE | WORD | "(" either ")"
    PHRASE: /"[^"]*"\*?/
    WORD: /(?!(AND|OR|NOT)(?![^\s()"]))[^\s()"]+/
    %ignore /\s+/
"""
_JOINED = {"either": " OR ", "all": " AND ", "without": " NOT "}


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand in a row; of a ``prefix``, the last is only how its word begins."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """``match`` is what FTS5 is asked; ``terms`` are those that a hit may have, in the order given."""

    match: str
    terms: tuple[Term, ...]


def search_query(given: str) -> SearchQuery:
    """The query that somebody typed. Raises BadSearch, which says where it is wrong and what to do."""
    if len(given) > _LONGEST:
        raise BadSearch(given[:40] + "…", f"is longer than {_LONGEST} characters; search for less at once")
    if given.count('"') % 2:
        raise BadSearch(given, 'has a quotation mark without its second; write phrases as "of the sea"')
    if given.count("(") != given.count(")"):
        raise BadSearch(given, "has a parenthesis without its second")
    try:
        tree = _parser().parse(given)
    except UnexpectedInput as error:
        raise BadSearch(given, _reason(given, error)) from None
    if _depth(given) > _DEEPEST:
        raise BadSearch(given, f"has more than {_DEEPEST} parentheses within one another")
    return SearchQuery(_match(given, tree), tuple(dict.fromkeys(_wanted(given, tree))))


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", start="either")


def _match(given: str, node: Tree[Token] | Token) -> str:
    if isinstance(node, Token):
        term = _term(given, node)
        return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'
    return "(" + _JOINED[node.data].join(_match(given, child) for child in node.children) + ")"


def _wanted(given: str, node: Tree[Token] | Token) -> Iterator[Term]:
    """The terms that are not ruled out."""
    if isinstance(node, Token):
        yield _term(given, node)
    else:
        for child in node.children[:1] if node.data == "without" else node.children:
            yield from _wanted(given, child)


def _term(given: str, token: Token) -> Term:
    found = tuple(words(token))
    if not found:
        raise BadSearch(given, f"has no letter or digit in {str(token)!r}")
    return Term(found, token.endswith("*"))


def _reason(given: str, error: UnexpectedInput) -> str:
    """What is wrong, as far as the place at which it cannot be read further tells."""
    if not given.strip():
        return "is empty; give words to search for"
    token = getattr(error, "token", None)
    found = str(token) if token is not None and token.type != "$END" else ""
    if found in ("AND", "OR", "NOT"):
        return f"has {found} without words before it; search for such a word in quotation marks, as {found.lower()!r}"
    return f"cannot be read at {found!r}" if found else "ends where words should follow"


def _depth(given: str) -> int:
    deepest = depth = 0
    for char in given:
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    return deepest
