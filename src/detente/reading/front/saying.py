"""Words of reporting: a line with one of them is prose, whatever else it holds."""

from __future__ import annotations

import re

SAYING = re.compile(r"\b(?:said|says|told|according to|added|stated|announced|asked|argued|warned|insisted)\b")
