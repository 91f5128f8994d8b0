"""The lines of a brief, a section a file: out of a dossier come lines, whatever they are printed as."""
