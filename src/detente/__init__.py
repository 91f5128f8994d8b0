"""Detente reads the reporting on an international dispute and keeps the record."""
