"""The labels of spaCy's English pipelines that the rules ask for, in sets with a meaning.

Dependency labels are ClearNLP's, parts of speech the universal ones, tags those of the Penn Treebank.
"""

from __future__ import annotations

SUBJECTS = frozenset({"nsubj", "nsubjpass"})  #: a noun that is the subject of an active or a passive verb
ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj"})  #: who does it: a noun or a clause
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})  #: to whom it is done
OBJECTS = frozenset({"dobj", "obj"})  #: what a verb is done to
OF_PREPOSITION = frozenset({"pobj", "pcomp"})  #: what a preposition governs: a noun or a clause
AUXILIARIES = frozenset({"aux", "auxpass"})

NAMES = frozenset({"PROPN", "NOUN"})  #: nouns, proper or common
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})  #: what can name somebody
VERBAL = frozenset({"VERB", "AUX"})

FINITE = frozenset({"VBD", "VBZ", "VBP"})  #: a verb that carries its tense
