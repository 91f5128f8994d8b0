"""English grammar, once: clauses, who is meant (cast), and whether something happened (factuality).

Every component that asks such a question imports the answer from here; this room imports none of them.
"""
