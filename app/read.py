"""`trialogue read FILE`: what would be read of a file that somebody brings. No window, no vault; nothing is kept."""

import json
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.bring.messages import Fault, Found, Omitted
from app.children.commands import reader_command
from app.controllers.file_reader import FileReader, ReaderState
from app.domain.conversation import Conversation, Said, Turn
from app.paths import shipped_folder
from app.safety.evaluating.writing import write_all, write_line
from app.ui.bring_words import fault_sentence


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What was asked for on the command line."""

    file: Path
    as_json: bool
    with_text: bool


@dataclass(slots=True)
class _Heard:
    """What the reader has said."""

    kind: str = ""
    found: list[Found] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    omitted: list[Omitted] = field(default_factory=list)
    unread: list[tuple[str, Fault]] = field(default_factory=list)
    fault: Fault | None = None


def read(options: ReadOptions) -> int:
    """Print what is in a file: its kind, its conversations, and what is left out and why.

    Returns:
        0 when something can be read, 2 when not: then the reason is on standard error.
    """
    app = QCoreApplication(["trialogue"])
    heard = _Heard()
    reader = FileReader(reader_command(), shipped_folder())
    _follow(reader, heard, app)
    reader.read(options.file)
    app.exec()
    reader.end_now()
    told = [] if heard.fault is not None and not heard.found else [_told(heard, options)]
    fault = [] if heard.fault is None else [fault_sentence(heard.fault)]
    try:
        write_all([partial(write_line, words, sys.stdout) for words in told])
    except OSError:
        fault.append("It could not be printed.")
    with suppress(OSError):
        write_all([partial(write_line, words, sys.stderr) for words in fault])
    return 2 if fault else 0


def _told(heard: _Heard, options: ReadOptions) -> str:
    if options.as_json:
        return json.dumps(_as_json(heard, with_text=options.with_text), ensure_ascii=False, indent=1)
    return "\n".join(_lines(heard, with_text=options.with_text))


def _follow(reader: FileReader, heard: _Heard, app: QCoreApplication) -> None:
    """List everything, then read one conversation after the other, then end."""

    def listed(kind: str) -> None:
        heard.kind = kind
        # What is left out of single conversations was told when they were listed.
        reader.omitted.disconnect()
        reader.show(0)

    def shown(number: int, conversation: Conversation, _picture: object) -> None:
        heard.conversations.append(conversation)
        go_on(number + 1)

    def go_on(number: int) -> None:
        if number < len(heard.found):
            reader.show(number)
        else:
            app.quit()

    def failed(fault: Fault) -> None:
        if reader.state is ReaderState.READY:
            # One conversation; the others can be read.
            number = len(heard.conversations) + len(heard.unread)
            heard.unread.append((heard.found[number].title, fault))
            go_on(number + 1)
        else:
            heard.fault = fault
            app.quit()

    reader.found.connect(heard.found.append)
    reader.omitted.connect(heard.omitted.append)
    reader.listed.connect(listed)
    reader.shown.connect(shown)
    reader.failed.connect(failed)


def _as_json(heard: _Heard, *, with_text: bool) -> dict[str, Any]:
    return {
        "kind": heard.kind,
        "conversations": [
            {"title": one.title, "turns": [_turn(turn, with_text=with_text) for turn in one.turns]}
            for one in heard.conversations
        ],
        "skipped": [{"what": what, "why": why, "count": count} for what, why, count in _skipped(heard)],
    }


def _turn(turn: Turn, *, with_text: bool) -> dict[str, Any]:
    others = [_said(one, with_text=with_text) for one in turn.alternatives]
    return {"role": turn.role.value, **_said(turn.shown, with_text=with_text), "alternatives": others}


def _said(said: Said, *, with_text: bool) -> dict[str, Any]:
    time = None if said.time is None else said.time.isoformat()
    written = {"time": time, "model": said.model or None}
    return {**written, "text": said.text} if with_text else written


def _lines(heard: _Heard, *, with_text: bool) -> list[str]:
    lines = [f"{heard.kind}: {len(heard.conversations)} conversations"]
    for number, one in enumerate(heard.conversations, 1):
        again = f", {one.alternatives} said otherwise as well" if one.alternatives else ""
        lines.append(f"{number}. {one.title or 'Untitled'}: {len(one.turns)} turns{again}")
        if with_text:
            for turn in one.turns:
                lines += [f"  [{turn.role.value}] {turn.shown.text}"]
                lines += [f"  [{turn.role.value}, otherwise] {other.text}" for other in turn.alternatives]
    lines += [
        f"left out: {what or 'the file'}: {why.replace('_', ' ')} ({count})"
        for what, why, count in _skipped(heard)
    ]
    return lines


def _skipped(heard: _Heard) -> list[tuple[str, str, int]]:
    omitted = [(one.what, one.why.value, one.count) for one in heard.omitted]
    return omitted + [(title, fault.value, 1) for title, fault in heard.unread]
