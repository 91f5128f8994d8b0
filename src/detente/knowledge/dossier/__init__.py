"""Words and classes by which the same happening, person and agreement are known again across reports."""
