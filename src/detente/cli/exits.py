"""Exit codes, as documented in docs/reference/cli.md."""

DONE = 0
FAILED = 1  #: nothing could be read, or --fail-fast met a report that could not be
USAGE = 2
SOME_SET_ASIDE = 3
STOPPED = 130  #: by Ctrl-C, as shells have it
