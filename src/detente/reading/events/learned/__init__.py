"""The learned finder of happenings: which verbs and nouns name one, and of which type of PLOVER."""
