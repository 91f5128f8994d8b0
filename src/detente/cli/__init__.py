"""The commands. Heavy libraries are imported inside them, so that ``detente --help`` answers at once."""

from __future__ import annotations

import os
import sys

from detente.cli.exits import FAILED, USAGE


def main() -> None:
    """Run the command line; errors end in one line and an exit code, never in a traceback."""
    from detente.cli import terminal
    from detente.cli.signals import Stopped, stop_cleanly
    from detente.errors import DetenteError, UsageError

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more cost half as much again, and are no faster
    try:
        stop_cleanly()
        terminal.guard()
        try:
            _run()
        finally:
            terminal.flush()
    except Stopped as stopped:
        terminal.say(str(stopped))
        sys.exit(stopped.code)
    except UsageError as error:
        terminal.say(str(error))
        sys.exit(USAGE)
    except DetenteError as error:
        terminal.say(str(error))
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.exit(FAILED)  # the reader of our output has gone; there is nobody to tell
    except OSError as error:
        terminal.say(f"cannot go on: {(error.strerror or type(error).__name__).lower()}")
        sys.exit(FAILED)


def _run() -> None:
    if sys.argv[1:2] == ["scenario"]:  # answered before typer has started
        from detente.cli.scenario import run

        run(sys.argv[2:])
        return
    from detente.cli.app import app

    app()
