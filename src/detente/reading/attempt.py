"""Reader and report -> reading, or why there is none: one report never stops the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.errors import UnreadableReport, UsageError
from detente.model.report import Report, SetAside
from detente.time_limit import time_limit

if TYPE_CHECKING:
    from detente.model.reading import Reading
    from detente.reading.reader import Reader


def attempt(reader: Reader, report: Report, seconds: float) -> Reading | SetAside:
    """Read one report within so many seconds, 0 for no limit. Raises UsageError where none can be read."""
    try:
        with time_limit(seconds):
            return reader.read(report)
    except TimeoutError:
        reason = f"not read within {seconds:g} seconds; give --time-limit more, or cut the report"
    except UnreadableReport as error:
        reason = error.reason
    except UsageError:
        raise
    except Exception as error:
        reason = f"a fault in Detente ({type(error).__name__}: {error}); please report it"
    return SetAside(report.source, " ".join(reason.split()))
