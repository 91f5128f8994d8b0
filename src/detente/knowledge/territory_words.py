"""Words of places, of claims and of holding, as ``en/territories`` has them; its comments say what each is for."""

from __future__ import annotations

from detente.knowledge.loader import Entry, table

_Words = frozenset[str]


class TerritoryWords(Entry, frozen=True):
    """The table."""

    islands: _Words
    land: _Words
    waters: _Words
    again: _Words
    after: _Words
    measures: _Words
    claim_verbs: _Words
    dispute_verbs: _Words
    claim_nouns: _Words
    dispute_nouns: _Words
    hold_verbs: _Words
    hold_nouns: _Words
    joined_claim: _Words
    joined_hold: _Words
    under: _Words
    belonging: _Words
    inherent: _Words
    disputed: _Words
    of_territory: _Words
    unreal: _Words
    cases: _Words
    to_place: _Words
    at_issue: _Words
    about_place: _Words
    topic: _Words
    in_lists: _Words
    isles: _Words
    reefs: _Words
    reef_kinds: _Words
    island_kinds: _Words
    chains: _Words
    chain_kinds: _Words
    of_their_kind: _Words
    both: _Words
    asserting: _Words
    having: _Words
    whose: _Words
    belong: _Words
    taken: _Words
    being: _Words
    part: _Words
    naming: _Words
    in_names: _Words
    begins_name: _Words
    beside_names: _Words
    between_names: _Words
    definite: _Words
    numbers: dict[str, int]


TERRITORY = table("en/territories", TerritoryWords)
