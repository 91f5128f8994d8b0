"""Positions of a report: where each party stands on what, in its words, and on which statements and events that rests."""
