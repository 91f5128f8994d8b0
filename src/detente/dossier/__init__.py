"""The dossier: one account of a dispute, derived from the readings of its reports by pure functions."""
