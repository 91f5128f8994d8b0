"""Function words of English that rules ask for by name, each a set, as ``en/grammar`` has them."""

from __future__ import annotations

from detente.knowledge.loader import words

AND = words("en/grammar", "and")
THE = words("en/grammar", "the")
UNDER = words("en/grammar", "under")
OF = words("en/grammar", "of")
TO = words("en/grammar", "to")
FOR = words("en/grammar", "for")
BY = words("en/grammar", "by")
AS = words("en/grammar", "as")
IN = words("en/grammar", "in")
IF = words("en/grammar", "if")
IT = words("en/grammar", "it")
THEY = words("en/grammar", "they")
THAT = words("en/grammar", "that")
WHICH = words("en/grammar", "which")
WHO = words("en/grammar", "who")
BE = words("en/grammar", "be")
THAT_WHICH = words("en/grammar", "that_which")  #: relatives of things
THE_THAT = words("en/grammar", "the_that")  #: what makes a singular one that is known
