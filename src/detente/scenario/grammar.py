"""Statements as text: ``handover if recognise and not (invest or cancel_aegis)``.

``not`` binds most tightly, then ``and``, ``or``, ``if``, ``iff``; brackets group. ``a if b if c`` is ``(a if b) if c``.
An option's id is letters, digits, ``_``, ``.`` and ``-``, but none of the five words.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from detente.errors import BadStatement, did_you_mean
from detente.scenario.statement import And, If, Iff, Not, Or, Statement, Taken

if TYPE_CHECKING:
    from lark import Lark

WORDS = ("not", "and", "or", "if", "iff")  #: tightest first
LONGEST = 500  #: words and brackets of one statement; what reads statements may then recurse

_GRAMMAR = r"""
?iff: iff "iff" if_ -> iff | if_
?if_: if_ "if" or_  -> if_ | or_
?or_: or_ "or" and_ -> or_ | and_
?and_: and_ "and" not_ -> and_ | not_
?not_: "not" not_ -> not_ | "(" iff ")" | NAME -> taken
NAME: /\w[\w.\-]*/
SPACE: /\s+/
%ignore SPACE
"""
_RANK = {Iff: 0, If: 1, Or: 2, And: 3, Not: 4, Taken: 5}
_WORD = {Iff: "iff", If: "if", Or: "or", And: "and"}


def parse_statement(text: str, options: Collection[str]) -> Statement:
    """Read a statement about the options with these ids. Raises BadStatement."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    parser = _parser()
    try:
        tokens = list(islice(parser.lex(text), LONGEST + 1))
    except UnexpectedCharacters as error:
        at = error.pos_in_stream or 0
        raise BadStatement(f"{text[at]!r} has no meaning here", at + 1) from None
    if len(tokens) > LONGEST:
        raise BadStatement(f"longer than {LONGEST} words and brackets; split it up", (tokens[-1].start_pos or 0) + 1)
    for token in tokens:
        if token.type == "NAME" and token not in options:
            hint = did_you_mean(str(token).lower(), [*options, *WORDS])
            raise BadStatement(f"no option {str(token)!r}{hint}", (token.start_pos or 0) + 1)
    try:
        read: Statement = parser.parse(text)  # type: ignore[assignment]  # the transformer makes a Statement of the tree
    except UnexpectedToken as error:
        if error.token.type == "$END":
            reason = "an unclosed bracket, or nothing where an option is due" if tokens else "an empty statement"
            raise BadStatement(reason, len(text.rstrip()) + 1) from None
        expected = "an option, 'not' or '('" if "NAME" in error.accepts | error.expected else "and, or, if, iff or ')'"
        raise BadStatement(
            f"{str(error.token)!r} stands where {expected} is due", (error.token.start_pos or 0) + 1
        ) from None
    return read


def to_text(statement: Statement) -> str:
    """Write a statement so that ``parse_statement`` reads the same again; no bracket that is not needed."""
    if isinstance(statement, Taken):
        return statement.option
    if isinstance(statement, Not):
        return "not " + _inside(statement.operand, _RANK[Not])
    left, right = (
        (statement.then, statement.condition) if isinstance(statement, If) else (statement.left, statement.right)
    )
    rank = _RANK[type(statement)]
    return f"{_inside(left, rank)} {_WORD[type(statement)]} {_inside(right, rank + 1)}"


def _inside(statement: Statement, rank: int) -> str:
    text = to_text(statement)
    return text if _RANK[type(statement)] >= rank else f"({text})"


@lru_cache(maxsize=1)
def _parser() -> Lark:
    """The parser, built at first use: some 50 ms with the library."""
    from lark import Lark, Transformer

    class Statements(Transformer[Any, Statement]):
        taken = staticmethod(lambda children: Taken(str(children[0])))
        not_ = staticmethod(lambda children: Not(children[0]))
        and_ = staticmethod(lambda children: And(*children))
        or_ = staticmethod(lambda children: Or(*children))
        if_ = staticmethod(lambda children: If(*children))
        iff = staticmethod(lambda children: Iff(*children))

    return Lark(_GRAMMAR, start="iff", parser="lalr", lexer="basic", maybe_placeholders=False, transformer=Statements())
