"""JSON-LD as it is written: it may be put into a page's script element as it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("detente"))


def test_no_tag_stands_in_json_ld(tmp_path: Path) -> None:
    path = tmp_path / "line.jsonl"
    text = "OSLO, June 3 - “The </script><script>alert(1)</script> talks go on,” Norway's minister Ida Solheim said."
    line = {"id": "1", "text": text, "title": "</script><!--", "url": "javascript:alert(1)"}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    done = subprocess.run(
        [COMMAND, "read", str(path), "--format", "jsonld"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert "<" not in done.stdout
    assert "javascript:" not in done.stdout
    assert "</script>" in json.dumps(json.loads(done.stdout))
