"""Positions of a report: where each party stands on what, in its words, and on what that rests."""
