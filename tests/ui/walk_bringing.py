"""The walk through files that somebody brings: reading, choosing, correcting, and what stands in the way."""

import json
from datetime import UTC, datetime
from pathlib import Path

from app.bring.faults import Fault, Skipped
from app.controllers.chosen_turns import ChosenTurns, Pictured
from app.controllers.importing import ImportState
from app.domain.conversation import Conversation, Preview, Role, Said, Turn
from app.domain.shared_file import SharedLeftOut
from app.tour.driver import click, settle, wait_until
from app.ui.bring_pane import BringPane
from app.ui.bring_words import left_out_words
from app.ui.choosing_files import ask_for_files
from app.ui.explorations import ExplorationStrip
from app.ui.views.archive import ArchiveView
from app.ui.views.chat import ChatView
from app.ui.views.closed_file import ClosedFileView
from app.ui.views.said_card import SaidCard
from app.ui.widgets.buttons import QuietButton
from tests.ui.walk import ANSWER, QUESTION, Visit

_WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
_MANY = 45


def bring_files(visit: Visit, folder: Path) -> None:
    """An archive, a conversation with answers that were made again, pictures, and a chat that was pasted."""
    _pane(visit)
    dialog = ask_for_files(visit.window)
    visit.walk.hear(dialog.windowTitle(), "the title of the dialog")
    dialog.deleteLater()
    visit.look("bring: files")
    _faults(visit)
    _pasted(visit)
    _archive(visit, folder)
    _wordings(visit)
    _pictures(visit)


def _pane(visit: Visit) -> BringPane:
    new = visit.shown(ExplorationStrip).new
    if new.isVisible():
        click(new)
    pane = visit.shown(BringPane)
    click(pane.bring_tab)
    return pane


def _faults(visit: Visit) -> None:
    importing = visit.desk.importing
    for fault in Fault:
        importing.fault = fault
        importing.changed.emit()
        visit.look(f"bring: {fault}")
    importing.put_fault_away()
    for why in Skipped:
        visit.walk.hear(left_out_words(SharedLeftOut(why.value, 2)), f"left out: {why}")


def _pasted(visit: Visit) -> None:
    pane = _pane(visit)
    pane.brings.answer.set_text(f"You said:\n{QUESTION}\n\nChatGPT said:\n{ANSWER}")
    wait_until(pane.brings.turns.isVisible, "it is offered to take it apart")
    visit.walk.look("bring: a chat", pane.brings.turns)
    click(pane.brings.turns.action)
    visit.look("chat: pasted")
    visit.desk.importing.back()
    settle()
    pane = _pane(visit)
    pane.brings.answer.clear()


def _archive(visit: Visit, folder: Path) -> None:
    importing = visit.desk.importing
    file = folder / "εξαγωγή"
    talks = [_talk("", ((QUESTION, ANSWER),)), _talk(QUESTION, ((QUESTION, ANSWER),) * _MANY), _talk("", ())]
    file.write_text(json.dumps(talks), encoding="utf-8")
    importing.open([file])
    visit.look("files: being read")
    _wait(visit, ImportState.LISTED)
    importing.open([file, folder / "εξαγωγή"])
    visit.look("files: two are being read")
    _wait(visit, ImportState.LISTED)
    view = visit.shown(ArchiveView)
    if not view.left_out.isHidden():
        click(view.left_out.unfold)
    visit.look("files: listed")
    for words in ("ξενο", QUESTION):
        view.search.input.setText(words)
        view.search.entered.emit()
        visit.look("files: searching")
        wait_until(lambda: not importing.is_searching, "it is searched")
        visit.look("files: searched")
    view.search.clear()
    view.search.entered.emit()
    click(view.open)
    visit.look("files: a conversation is being read")
    _wait(visit, ImportState.CHOOSING)
    visit.look("chat: an only answer")
    importing.back()
    visit.desk.looking.show_conversation(1)
    _wait(visit, ImportState.CHOOSING)
    chat = visit.shown(ChatView)
    visit.look("chat: nothing chosen")
    click(chat.later)
    visit.look("chat: the next part")
    importing.back()
    settle()
    visit.desk.together.show()
    settle()
    visit.look("files: covered, together")
    click(visit.shown(ClosedFileView).look)
    visit.look("files: together")
    visit.back_to_the_desk()


def _wordings(visit: Visit) -> None:
    """What a service may have kept: every role, and wordings beside what is shown."""
    other = Said(ANSWER, _WHEN, "")
    turns = (
        Turn(Role.USER, Said(QUESTION, _WHEN), (other,)),
        Turn(Role.ASSISTANT, Said(ANSWER * 30, _WHEN), (other,)),
        Turn(Role.UNKNOWN, Said(ANSWER), (other, other)),
    )
    _choose_from(visit, ChosenTurns(Conversation("", turns), "chatgpt"))
    for card in visit.shown(ChatView).findChildren(SaidCard):
        for fold in card.findChildren(QuietButton):
            click(fold)
    visit.look("chat: wordings")
    visit.desk.importing.choose(1, True)
    visit.desk.importing.choose(2, True)
    visit.look("chat: two chosen")
    visit.desk.importing.choose(2, False)
    visit.desk.looking.keep_chosen()
    visit.look("reading: a brought answer, with when it was said")


def _pictures(visit: Visit) -> None:
    turns = (Turn(Role.USER, Said(QUESTION)), Turn(Role.ASSISTANT, Said(ANSWER)))
    pictures = [Pictured(at, Preview(2, 2, bytes(12))) for at in range(2)]
    _choose_from(visit, ChosenTurns(Conversation("", turns), "picture", pictures))
    visit.look("chat: a picture")
    click(visit.shown(ChatView).later)
    visit.look("chat: the last picture")
    visit.desk.importing.leave()
    settle()


def _choose_from(visit: Visit, chosen: ChosenTurns) -> None:
    importing = visit.desk.importing
    importing.open_pasted(f"You said:\n{QUESTION}\n\nChatGPT said:\n{ANSWER}")
    importing.chosen = chosen
    importing.changed.emit()
    settle()


def _wait(visit: Visit, state: ImportState) -> None:
    importing = visit.desk.importing
    wait_until(lambda: importing.state is state or importing.fault is not None, "the file is read")
    assert importing.state is state
    settle()


def _talk(title: str, said: tuple[tuple[str, str], ...]) -> dict[str, object]:
    """A conversation as ChatGPT exports it."""
    nodes: dict[str, object] = {"root": {"message": None, "parent": None, "children": []}}
    last = "root"
    for number, (role, text) in enumerate(
        (role, text) for pair in said for role, text in zip(("user", "assistant"), pair, strict=True)
    ):
        message = {"author": {"role": role}, "content": {"content_type": "text", "parts": [text]}}
        nodes[f"m{number}"] = {"message": message, "parent": last, "children": []}
        last = f"m{number}"
    return {
        "title": title,
        "create_time": 1,
        "update_time": _WHEN.timestamp(),
        "mapping": nodes,
        "current_node": last,
    }
