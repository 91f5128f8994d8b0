"""Conflict models of a dispute: parties, options, states, preferences, and which outcomes would hold.

The graph model for conflict resolution (Fang, Hipel and Kilgour 1993). Importable and useful alone.
"""
