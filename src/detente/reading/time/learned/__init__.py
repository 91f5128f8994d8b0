"""Whether an open date lies ahead or behind: what the words alone do not settle, learned from annotated reports."""

from detente.reading.time.learned.model import Model, released

__all__ = ["Model", "released"]
