"""The version of Detente."""

__version__ = "0.1.0.dev0"
