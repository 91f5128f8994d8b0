"""Hypothesis strategies of the model: whole items and readings, made from their types."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from detente.model.date import Date, NotADate
from detente.model.reading import Provenance, Reading
from detente.model.references import Reference
from detente.model.report import Front, Report
from detente.model.sections import SECTIONS
from detente.model.words import Words

_YEARS = st.from_regex(r"-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX", fullmatch=True)
_REST = st.sampled_from(["", "-02", "-21", "-34", "-41", "-XX", "-02-28", "-11-XX", "-02-16T10:00:00Z"])
_POINTS = st.builds("".join, st.tuples(_YEARS, _REST, st.sampled_from(["", "", "~", "?", "%"])))
_ENDS = st.one_of(_POINTS, st.sampled_from(["..", ""]))
_EDTF = st.one_of(
    _POINTS,
    st.builds("{}/{}".format, _ENDS, _ENDS),
    st.builds(
        "{}-{}".format,
        st.from_regex(r"[12][0-9]{3}(-0[1-9])?", fullmatch=True),
        st.sampled_from(["early", "mid", "late"]),
    ),
)


def _is_date(text: str) -> bool:
    try:
        Date.parse(text)
    except NotADate:
        return False
    return True


DATES = _EDTF.filter(_is_date).map(Date.parse)
SPANS = st.tuples(st.integers(0, 9_999), st.integers(0, 9_999))
WORDS = st.builds(
    Words,
    st.integers(0, 9_999),
    st.integers(0, 9_999),
    st.text(max_size=20),
    st.none() | st.lists(SPANS, min_size=2, max_size=3).map(tuple),
)
REFERENCES = st.one_of(
    st.builds(Reference, st.sampled_from(["person", "party"]), st.text(min_size=1, max_size=9), st.text(max_size=20)),
    st.builds(Reference.described, st.text(max_size=20)),
)

st.register_type_strategy(Date, DATES)
st.register_type_strategy(Words, WORDS)
st.register_type_strategy(Reference, REFERENCES)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model."""
    return st.from_type(kind)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings with any of the sections, some of them empty."""
    names = draw(st.lists(st.sampled_from(list(SECTIONS)), unique=True, max_size=3))
    items = {name: tuple(draw(st.lists(of(SECTIONS[name].item), max_size=2))) for name in names}
    return Reading(draw(of(Report)), draw(of(Front)), draw(of(Provenance)), items)
