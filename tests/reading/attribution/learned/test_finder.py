"""The learned finder: what it finds, where, and that it always finds the same."""

from __future__ import annotations

import re
import socket

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.attribution.learned import network
from detente.reading.attribution.learned.decoding import runs, viterbi
from detente.reading.attribution.learned.features import LEXICAL, NEIGHBOURS, PLACED, features
from detente.reading.attribution.learned.finder import Relation, find_relations
from detente.reading.attribution.quotations import quotations
from detente.reading.parse import plain

TEXT = (
    "The foreign minister of Norland said the two sides had agreed to reopen the bridge.\n\n"
    '"We will not give up a single islet," Prime Minister Adela Korr told reporters, adding that the courts would '
    "decide.\n\n"
    "Her counterpart declined to comment on the proposal.\n\n"
    "The road was closed on Monday.\n"
)


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+\n*", text)]


def read(nlp: Language, text: str) -> tuple[Doc, list[Relation]]:
    pieces = [nlp(plain(text[a:b])) for a, b in paragraphs(text)]
    doc = Doc.from_docs(pieces, ensure_whitespace=False) if pieces else nlp("")
    assert doc is not None
    return doc, find_relations(doc, paragraphs(text), quotations(text, paragraphs(text)))


def words(doc: Doc, span: tuple[int, int] | None) -> str:
    return doc[span[0] : span[1]].text if span else ""


def test_source_cue_and_content(nlp: Language) -> None:
    doc, found = read(nlp, TEXT)
    first = found[0]
    assert words(doc, first.source) == "The foreign minister of Norland"
    assert words(doc, first.cue) == "said"
    assert [words(doc, piece) for piece in first.content] == ["the two sides had agreed to reopen the bridge"]
    quoted = next(each for each in found if "islet" in words(doc, each.content[0]))
    assert words(doc, quoted.source) == "Prime Minister Adela Korr"
    assert words(doc, quoted.cue) == "told"


def test_plain_events_are_no_statements(nlp: Language) -> None:
    doc, found = read(nlp, TEXT)
    road = next(token.i for token in doc if token.text == "road")
    assert all(each.cue[1] <= road for each in found)


def test_reads_only_the_paragraphs_it_is_given(nlp: Language) -> None:
    doc, _ = read(nlp, TEXT)
    second = paragraphs(TEXT)[1:2]
    found = find_relations(doc, second, quotations(TEXT, second))
    assert found
    spans = [span for each in found for span in (each.cue, each.source, *each.content) if span]
    assert all(second[0][0] <= doc[a].idx and doc[b - 1].idx < second[0][1] for a, b in spans)


def test_the_same_again_and_without_network(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(nlp, TEXT)[1]

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    network.weights.cache_clear()
    assert read(nlp, TEXT)[1] == before


def test_nothing_in_nothing(nlp: Language) -> None:
    for text in ("", "\n", "   \n\n ", "Ferries."):
        assert read(nlp, text)[1] == []
    assert find_relations(nlp.make_doc("He said so."), [(0, 11)], []) == []
    assert find_relations(nlp("He said it was so."), [], []) == []


MARKS = ['"', "“", "”", "'", "(", ")", " ", "\n\n", ", ", ". ", ": ", "—", "12% ", "\u00a0", "😀 ", "Korr "]
SAYINGS = ["he said ", "the ministry ", "denied ", "talks failed ", "according to ", "believes ", "we will answer "]
PIECES = st.sampled_from([*MARKS, *SAYINGS])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_stay_within_the_text_and_apart(nlp: Language, text: str) -> None:
    doc, found = read(nlp, text)
    taken: set[int] = set()
    for each in found:
        assert each.content
        own = {i for a, b in (each.cue, *each.content) for i in range(a, b)}
        assert own
        assert not own & taken
        assert max(own) < len(doc)
        assert all(a < b for a, b in each.content)
        assert list(each.content) == sorted(each.content)
        taken |= own


def test_features_do_not_depend_on_what_stands_around(nlp: Language) -> None:
    """The rows of a paragraph are the same alone and in a text, but for its number and the rows before it."""
    vocabulary = network.weights("default").vocabulary
    doc, _ = read(nlp, TEXT)
    whole = features(doc, paragraphs(TEXT), quotations(TEXT, paragraphs(TEXT)), vocabulary)
    start, end = paragraphs(TEXT)[1]
    alone_doc, _ = read(nlp, TEXT[start:end])
    alone = features(alone_doc, [(0, end - start)], quotations(TEXT[start:end], [(0, end - start)]), vocabulary)
    here = whole.paragraph == 1
    at = int(np.flatnonzero(here)[0])
    assert (whole.lexical[here] == alone.lexical).all()
    assert (whole.vectors[here] == alone.vectors).all()
    numbered = list(PLACED).index("paragraph")
    others = [i for i in range(len(PLACED)) if i != numbered]
    assert (whole.placed[here][:, others] == alone.placed[:, others]).all()
    moved = np.where(alone.neighbours == len(alone.tokens), len(whole.tokens), alone.neighbours + at)
    assert (whole.neighbours[here] == moved).all()


def test_neighbours_follow_the_parse(nlp: Language) -> None:
    doc, _ = read(nlp, TEXT)
    found = features(doc, paragraphs(TEXT), [], network.weights("default").vocabulary)
    place = {token: row for row, token in enumerate(found.tokens.tolist())}
    nowhere = len(place)
    for token, row in place.items():
        head = doc[token].head.i
        expected = place.get(head, nowhere) if head != token else nowhere
        assert found.neighbours[row, NEIGHBOURS.index("head")] == expected
        children = [place[child.i] for child in doc[token].children if child.i in place]
        assert found.neighbours[row, NEIGHBOURS.index("first")] == (children[0] if children else nowhere)
        assert found.neighbours[row, NEIGHBOURS.index("last")] == (children[-1] if children else nowhere)
    assert found.lexical.shape == (len(place), len(LEXICAL))


def test_best_tags_are_the_best() -> None:
    """Against all sequences of a short text."""
    draw = np.random.default_rng(5)
    scores = draw.normal(size=(6, 3)).astype(np.float32)
    moves, starts, stops = (draw.normal(size=shape).astype(np.float32) for shape in ((3, 3), 3, 3))
    paragraph = np.array([0, 0, 0, 0, 1, 1])
    got = viterbi(scores, paragraph, moves, starts, stops)
    for first, last in ((0, 4), (4, 6)):
        every = np.stack(np.meshgrid(*[range(3)] * (last - first)), -1).reshape(-1, last - first)
        total = starts[every[:, 0]] + stops[every[:, -1]]
        for i in range(last - first):
            total = total + scores[first + i, every[:, i]] + (moves[every[:, i - 1], every[:, i]] if i else 0)
        assert got[first:last].tolist() == every[total.argmax()].tolist()


def test_runs_part_at_beginnings() -> None:
    tags = np.array([5, 6, 5, 0, 6, 6, 3, 6])
    assert runs(tags, 5).tolist() == [[0, 2], [2, 3], [4, 6], [7, 8]]
    assert runs(np.zeros(3, np.int64), 5).tolist() == []
