"""Facts without a language (``facts/``) and the words of English (``en/``), read by :mod:`detente.knowledge.loader`."""
