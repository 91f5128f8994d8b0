"""The spaCy component ``detente_times``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.extensions import publication, register
from detente.reading.time.find import find
from detente.reading.time.learned import Model, released
from detente.reading.time.normalise import normalise
from detente.reading.time.publication import infer
from detente.reading.time.tied import tie

register()


@Language.factory("detente_times")
class Times:
    """Finds and normalises the time expressions of a Doc; sets ``doc._.detente_times``.

    They are anchored to ``doc._.detente_published``, a ``Date`` or its EDTF. If that is not set, the date is inferred
    from the text, and the inference is left in ``doc._.detente_inferred`` (a ``Published``, or None).
    """

    def __init__(self, nlp: Language, name: str = "detente_times", model: Model | None = None) -> None:  # noqa: ARG002
        self.name, self.model = name, model or released()

    def __call__(self, doc: Doc) -> Doc:
        """Set the times of a Doc."""
        expressions = find(doc)
        published = publication(doc)
        if published is None:
            inferred = infer(doc, expressions, normalise(doc, expressions, None, self.model))
            doc._.detente_inferred = inferred
            published = publication(doc)
        doc._.detente_times = normalise(doc, expressions, published, self.model)
        doc._.detente_times = tie(doc, expressions)
        return doc
