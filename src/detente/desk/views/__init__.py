"""The views: what each address shows, changes or gives.

A view asks the record and the dossiers; a template lays out.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.answers import Answer
from detente.desk.site import Site

View = Callable[[Site, Request], Answer]
Change = Callable[[Site, Request, FormData], str]  #: gives the address to look at next
Check = Callable[[Site, Request, FormData], Answer]  #: changes nothing, and shows what follows from a form
File = Callable[[Site, Request], Response]
