"""What the toolkit would say on standard error: paths, names and texts may stand in it, and systems log it."""

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


def keep_toolkit_quiet() -> None:
    """Have the toolkit write nothing to standard error from now on. What ends the program still ends it."""
    qInstallMessageHandler(_say_nothing)


def _say_nothing(_kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    pass
