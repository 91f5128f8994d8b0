"""The learned finder: cues, sources and contents tagged and linked by a small network over the parse, in numpy."""
