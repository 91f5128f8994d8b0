"""Each component of the table, added without one that it needs, says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.errors import MissingComponent
from detente.model.sections import SECTIONS, Section
from detente.reading.extensions import register

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "President Amina Warsame of Somalia met envoys of Kenya on 3 May 2021 and will stay in office until May 2024."
NEEDS = [(section, needed) for section in SECTIONS.values() for needed in section.needs]

register()


@pytest.mark.parametrize(("section", "needed"), NEEDS, ids=[f"{section.name}-{needed}" for section, needed in NEEDS])
def test_one_that_lacks_what_it_needs_names_it(nlp: Language, section: Section, needed: str) -> None:
    doc = nlp(TEXT)
    for other in set(section.needs) - {needed}:
        doc._.set(f"detente_{other}", ())
    with pytest.raises(MissingComponent) as caught:
        nlp.create_pipe(section.component)(doc)
    assert str(caught.value) == f"{section.component} needs detente_{needed}; add it to the pipeline before"
    assert (caught.value.component, caught.value.needed) == (section.component, f"detente_{needed}")
    assert doc._.get(section.component) is None


def test_in_the_order_of_the_table_each_leaves_its_items(nlp: Language) -> None:
    doc = nlp(TEXT)
    for section in SECTIONS.values():
        doc = nlp.create_pipe(section.component)(doc)
        assert isinstance(doc._.get(section.component), tuple)
    assert [term.person.name for term in doc._.detente_terms] == ["Amina Warsame"]


@pytest.mark.parametrize("section", SECTIONS.values(), ids=list(SECTIONS))
def test_a_text_without_words_leaves_none_of_them(nlp: Language, section: Section) -> None:
    doc = nlp("")
    for other in section.needs:
        doc._.set(f"detente_{other}", ())
    assert nlp.create_pipe(section.component)(doc)._.get(section.component) == ()
