"""The toolkit's own messages, in which words of somebody may stand, reach no log."""

import subprocess
import sys

import pytest

from tests.flows.playing import ROOT

CANARY = "Kanarienvogel"
_PROGRAM = f"""
import sys
from PySide6.QtCore import QProcess, qCritical, qWarning
from app.ui.toolkit_messages import keep_toolkit_quiet
if sys.argv[1] == "quiet":
    keep_toolkit_quiet()
qWarning("{CANARY}")
qCritical("{CANARY}")
process = QProcess()
process.start("/bin/cat", ["{CANARY}"])
process.setWorkingDirectory("{CANARY}")
process.start()
del process
"""


@pytest.mark.parametrize("quiet", [True, False], ids=["quiet", "as it comes"])
def test_what_the_toolkit_says_reaches_standard_error_only_where_it_is_not_kept_quiet(quiet: bool) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM, "quiet" if quiet else ""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == ""
    assert (ended.stderr == "") is quiet
    assert (CANARY in ended.stderr) is not quiet
