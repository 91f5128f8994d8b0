"""Runs a command within the tests' own process; what it raises is raised here."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from detente.cli.app import app


def run(*arguments: str) -> Result:
    """What the command printed, whatever its exit code."""
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def done(*arguments: str) -> Result:
    """Likewise, of a command that must end well."""
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result
