"""The commands. Heavy libraries are imported inside them, so that ``detente --help`` answers at once."""

from __future__ import annotations

import os
import sys

from detente.cli.exits import FAILED, STOPPED, USAGE


def main() -> None:
    """Run the command line; errors end in one line and an exit code, never in a traceback."""
    from detente.errors import DetenteError, UsageError

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more cost half as much again, and are no faster
    try:
        if sys.argv[1:2] == ["scenario"]:  # answered before typer has started
            from detente.cli.scenario import run

            run(sys.argv[2:])
            return
        from detente.cli.app import app

        app()
    except UsageError as error:
        print(f"detente: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(USAGE)
    except DetenteError as error:
        print(f"detente: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(FAILED)
    except KeyboardInterrupt:
        print("detente: stopped", file=sys.stderr)  # noqa: T201
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        sys.exit(FAILED)
