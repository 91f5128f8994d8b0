from __future__ import annotations

from typing import get_args

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.knowledge.agreements import agreements
from detente.knowledge.parties import records
from detente.model.items import AgreementStatus
from detente.reading.agreements.standing import ORDER


def test_the_table_is_whole() -> None:
    assert len(agreements()) >= 100
    owner: dict[str, str] = {}
    for record in agreements().values():
        assert set(record.parties) <= set(records()), record.name
        assert record.status is None or record.status in get_args(AgreementStatus), record.name
        assert record.date is None or record.date.earliest, record.name
        assert record.kind, record.name
        for name in (record.name, *record.names):
            assert name == name.strip()
            assert owner.setdefault(name, record.name) == record.name, name


def test_every_status_has_a_rank() -> None:
    assert set(ORDER) == set(get_args(AgreementStatus))


def test_word_lists_have_what_the_rules_ask_for() -> None:
    assert CALLED.general - CALLED.heads - CALLED.again == set()
    assert PROVIDED.strongly - PROVIDED.provides - {"prescribe"} == set()
    for table in (CALLED, STANDING, PROVIDED):
        for name in table.__struct_fields__:
            assert all(word == word.lower() for word in getattr(table, name)), name
