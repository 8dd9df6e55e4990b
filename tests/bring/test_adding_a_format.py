"""The format that `CONTRIBUTING.md` shows works as it stands there."""

import json
import re
from pathlib import Path
from typing import Any

from app.bring.format import Report
from app.bring.source import BytesSource

ROOT = Path(__file__).parents[2]


def shown_format() -> Any:
    """What the lines define as `FORMAT`."""
    (code,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    defined: dict[str, Any] = {}
    exec(code, defined)
    return defined["FORMAT"]


def test_the_format_in_ten_lines_reads_its_files_and_no_others() -> None:
    lines = [{"by": "me", "said": "Why?"}, {"by": "bot", "said": "Rain."}, 7, {"by": "bot"}]
    content = json.dumps([{"example_chat": "Weather", "lines": lines}, {"example_chat": 3}]).encode()
    opened = shown_format().opened(BytesSource(content))
    report = Report()
    (listed,) = opened.conversations(report)
    conversation = opened.conversation(listed, report)
    assert (listed.title, [(turn.role.value, turn.shown.text) for turn in conversation.turns]) == (
        "Weather",
        [("user", "Why?"), ("assistant", "Rain.")],
    )
    assert len(report.omitted) == 1
    assert shown_format().opened(BytesSource(b'[{"other": 1}]')) is None
