"""What somebody searches for -> an expression of FTS5 over folded words, and the terms that are to be marked.

Words stand side by side for AND; ``"of the sea"`` is a phrase, ``sanction*`` every word that begins so; AND, OR and NOT
are in capitals, NOT between what is wanted and what is not; parentheses group. Nothing else has a meaning of its own.
A word is found in its other forms, too, unless it is in quotation marks or begins with a capital, as a name does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from detente.errors import BadSearch
from detente.record.folded import words
from detente.record.forms import alike, forms

_LONGEST = 500  # characters
_DEEPEST = 20  # parentheses within one another; FTS5 has a limit of its own
_INFLECTED = 16  # words of a query whose other forms are looked for

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
    form_of: str = ""  #: the word that was typed, where this is another form of it


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
    inflected = len(list(_tokens(tree))) <= _INFLECTED
    wanted = (term for token in _tokens(tree, wanted=True) for term in _terms(given, token, inflected=inflected))
    return SearchQuery(_match(given, tree, inflected=inflected), tuple(dict.fromkeys(wanted)))


def widened(given: str) -> str | None:
    """The query with other words for the same beside each of its words; null where the table has none.

    Raises BadSearch.
    """
    search_query(given)
    pieces, at, found = [], 0, False
    for token in _tokens(_parser().parse(given)):
        others = alike(str(token).casefold()) if _is_plain(token) else ()
        if others and token.start_pos is not None and token.end_pos is not None:
            pieces += [given[at : token.start_pos], f"({' OR '.join((str(token), *others))})"]
            at, found = token.end_pos, True
    return "".join((*pieces, given[at:])) if found else None


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", start="either")


def _match(given: str, node: Tree[Token] | Token, *, inflected: bool) -> str:
    if isinstance(node, Token):
        found = [
            f'"{" ".join(one.words)}"{"*" if one.prefix else ""}' for one in _terms(given, node, inflected=inflected)
        ]
        return found[0] if len(found) == 1 else f"({' OR '.join(found)})"
    return "(" + _JOINED[node.data].join(_match(given, child, inflected=inflected) for child in node.children) + ")"


def _tokens(node: Tree[Token] | Token, *, wanted: bool = False) -> Iterator[Token]:
    """The words and phrases of a query, or of these only those that are not ruled out."""
    if isinstance(node, Token):
        yield node
    else:
        for child in node.children[:1] if wanted and node.data == "without" else node.children:
            yield from _tokens(child, wanted=wanted)


def _terms(given: str, token: Token, *, inflected: bool) -> tuple[Term, ...]:
    """What a word or phrase stands for: itself, then the other forms of a plain word."""
    own = _term(given, token)
    if not inflected or not _is_plain(token) or len(own.words) > 1:
        return (own,)
    return (own, *(Term((form,), form_of=own.words[0]) for form in forms(own.words[0]) if form != own.words[0]))


def _is_plain(token: Token) -> bool:
    """Whether it is neither a phrase nor the beginning of a word, and not written as a name."""
    return token.type == "WORD" and not token.endswith("*") and not token[:1].isupper()


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
