"""A reading -> what each section of a dossier needs of it, worked out once and kept with the reading."""
