"""Report -> items: each capability a spaCy component in its own file or folder, usable alone."""
