"""Words of agreements: what they are called, how they stand, what they provide; tables under ``en/agreements``.

The comment of each class in its table says what it is for.
"""

from __future__ import annotations

from detente.knowledge.loader import Entry, table

_Words = frozenset[str]


class Called(Entry, frozen=True):
    """What agreements are called."""

    heads: _Words
    general: _Words
    only_named: _Words
    with_word: _Words
    again: _Words
    only_made: _Words
    loose: _Words
    not_deals: _Words
    weighing: _Words
    lasting: _Words
    truces: _Words
    declared: _Words
    swapped: _Words
    hostilities: _Words
    declarations: _Words
    swaps: _Words
    cessations: _Words
    only_signed: _Words
    ceasing: _Words
    fires: _Words
    definite: _Words
    indefinite: _Words
    one: _Words
    other: _Words
    none_in_particular: _Words
    unsaid: _Words
    in_names: _Words
    name_goes_on: _Words
    capital_goes_on: _Words
    topic_goes_on: _Words
    tells_topic: _Words
    against: _Words
    dated: _Words
    not_the_truce: _Words
    fighting: _Words
    codes: _Words
    conduct: _Words
    numbered: _Words
    council: _Words
    arbitral: _Words
    joint: _Words
    not_of: _Words
    open_to_all: _Words
    with_words: _Words
    itself: _Words
    present: _Words
    renamed: _Words
    to_come: _Words
    awards: _Words
    statements: _Words
    deals: _Words
    agreements: _Words
    conventions: _Words
    part_of: _Words
    existing: _Words
    laws: _Words
    drafts: _Words
    measuring: _Words
    handed: _Words
    plans: _Words
    signed_alone: _Words
    joining: _Words


class Standing(Entry, frozen=True):
    """How an agreement stands."""

    disposed: _Words
    signing: _Words
    agreeing: _Words
    ratifying: _Words
    suspending: _Words
    withdrawing: _Words
    ending: _Words
    negotiating: _Words
    proposing: _Words
    wishing: _Words
    reaching: _Words
    offered: _Words
    prepositions: _Words
    out: _Words
    leaving: _Words
    given_up: _Words
    comes_to_end: _Words
    runs_out: _Words
    toward: _Words
    adjectives: _Words
    agree: _Words
    not_agreed: _Words
    declaring: _Words
    void: _Words
    effect: _Words
    force: _Words
    entering: _Words
    in_force: _Words
    hold: _Words
    under: _Words
    consents: _Words
    being: _Words
    conclusions: _Words
    nobody: _Words
    not_short: _Words
    never: _Words
    longer: _Words
    no: _Words
    brokering: _Words
    brokers: _Words
    discussing: _Words
    bargained: _Words
    starting: _Words
    mediation: _Words
    hosting: _Words
    condemning: _Words
    promises: _Words
    committing: _Words
    exchanging: _Words
    naming: _Words


class Provided(Entry, frozen=True):
    """What an agreement provides."""

    provides: _Words
    strongly: _Words
    binding: _Words
    in_documents: _Words
    courtesies: _Words
    sides: _Words
    conditions: _Words
    condition_prepositions: _Words
    condition_nouns: _Words
    effects: _Words
    effect_auxiliaries: _Words
    obliged: _Words
    bound: _Words
    shall: _Words
    may: _Words
    the_sides: _Words
    opening: _Words
    recalling: _Words
    starts_condition: _Words
    before_comma: _Words
    waiting: _Words
    by_noun: _Words
    only_dated: _Words
    long: _Words
    subject: _Words
    provided: _Words
    under: _Words
    under_it: _Words
    only_under: _Words
    within: _Words
    refusing: _Words
    held_under: _Words
    parts: _Words
    calls: _Words
    based: _Words
    letting: _Words
    bare_objects: _Words
    edges: _Words
    ends: _Words
    leaving_out: _Words
    according: _Words
    lays_down: _Words
    aspects: _Words
    as_part: _Words
    names_it: _Words
    aimed: _Words
    goes_on: _Words
    topics: _Words
    able: _Words
    agreed_on: _Words
    not_agreed_on: _Words
    undertakings: _Words
    given_by: _Words
    only_talks: _Words
    outcomes: _Words
    in_return: _Words
    halting: _Words
    two: _Words
    at_talks: _Words
    fighters: _Words
    gives_word: _Words
    words_given: _Words
    given_for: _Words
    reported: _Words
    performed: _Words
    asking: _Words
    agreed_with: _Words


CALLED = table("en/agreements/called", Called)
STANDING = table("en/agreements/standing", Standing)
PROVIDED = table("en/agreements/provisions", Provided)
