"""Pressures of a report: what promotes or hampers what, on whom, and which words say so."""
