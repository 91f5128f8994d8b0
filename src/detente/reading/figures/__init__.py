"""Figures of a report: how much, how many, of what, up or down, when, where and by whose word."""
