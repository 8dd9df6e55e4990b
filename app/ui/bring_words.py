"""What is said about files that people bring: what stands in the way, what was left out, who speaks and when."""

from PySide6.QtCore import QCoreApplication

from app.controllers.importing import Fault, Skipped
from app.domain.conversation import Role
from app.domain.shared_file import SharedLeftOut, SharedListed, SharedUnread
from app.ui.deleted_words import day_words


def fault_sentence(fault: Fault) -> str:
    """Return what stands in the way, and what to do next."""
    return _unknown_sentences().get(fault) or _broken_sentences()[fault]


def _unknown_sentences() -> dict[Fault, str]:
    return {
        Fault.UNKNOWN: QCoreApplication.translate(
            "BringWords",
            "Trialogue does not know this kind of file. Copy the text of the conversation and paste it here.",
        ),
        Fault.UNKNOWN_JSON: QCoreApplication.translate(
            "BringWords",
            "This JSON file has no shape that Trialogue knows. Copy the text of the conversation and paste it here.",
        ),
        Fault.UNKNOWN_ARCHIVE: QCoreApplication.translate(
            "BringWords",
            "There is no conversation in this archive that Trialogue can read. Unpack it and open the file that "
            "holds the conversation, or paste its text here.",
        ),
        Fault.EMPTY: QCoreApplication.translate(
            "BringWords", "There is nothing in this file. Choose another one, or paste the text here."
        ),
        Fault.NO_TEXT: QCoreApplication.translate(
            "BringWords",
            "There is no text to read in this file. If it is a scanned page, type or paste what it says here.",
        ),
        Fault.ENCRYPTED: QCoreApplication.translate(
            "BringWords",
            "This file asks for a password. Open it in its own program, copy the text and paste it here.",
        ),
        Fault.NO_RECOGNITION: QCoreApplication.translate(
            "BringWords",
            "Text in pictures can’t be read on this computer. Type what the picture says, or paste it here.",
        ),
    }


def _broken_sentences() -> dict[Fault, str]:
    return {
        Fault.BROKEN: QCoreApplication.translate(
            "BringWords",
            "This file is damaged and can’t be read to its end. Ask for the export once more, or paste the text "
            "here.",
        ),
        Fault.TOO_LARGE: QCoreApplication.translate(
            "BringWords",
            "This file holds more than can be read here. Open only the part that you need, or paste the text here.",
        ),
        Fault.TOO_MANY: QCoreApplication.translate(
            "BringWords",
            "These are more files or conversations than can be looked through. Choose fewer of them.",
        ),
        Fault.EXPANDS: QCoreApplication.translate(
            "BringWords",
            "This archive unpacks to far more than it should, so it was not opened. Paste the text of the "
            "conversation here.",
        ),
        Fault.TOO_SLOW: QCoreApplication.translate(
            "BringWords",
            "Reading this file takes too long. Try again, or paste the text of the conversation here.",
        ),
        Fault.CHANGED: QCoreApplication.translate(
            "BringWords",
            "The file changed while it was read. Wait until it is all there, then open it again.",
        ),
        Fault.UNREADABLE: QCoreApplication.translate(
            "BringWords",
            "This computer does not let Trialogue read the file. Copy it to another folder and try again.",
        ),
        Fault.NO_WALLS: QCoreApplication.translate(
            "BringWords",
            "This computer does not close the reader off from the network and from files, so nothing was opened. "
            "Paste the text of the conversation here.",
        ),
        Fault.CRASHED: QCoreApplication.translate(
            "BringWords",
            "Reading the file broke off. Nothing else is touched. Try again, or paste the text of the conversation "
            "here.",
        ),
    }


def left_out_words(left_out: SharedLeftOut) -> str:
    """Return why something was left out, how often, and of what, as far as that is told."""
    words = {
        Skipped.BROKEN: QCoreApplication.translate("BringWords", "Not whole, so not read: {number}"),
        Skipped.TOO_DEEP: QCoreApplication.translate("BringWords", "Nested too deep to be read: {number}"),
        Skipped.TOO_LARGE: QCoreApplication.translate("BringWords", "Too large to be read: {number}"),
        Skipped.EMPTY: QCoreApplication.translate(
            "BringWords", "Conversations in which nobody says anything: {number}"
        ),
        Skipped.CUT: QCoreApplication.translate(
            "BringWords", "Shortened, because there is more than has room: {number}"
        ),
        Skipped.NO_CONVERSATION: QCoreApplication.translate(
            "BringWords", "Other files in the archive that hold no conversation: {number}"
        ),
        Skipped.HIDDEN: QCoreApplication.translate(
            "BringWords", "Messages that the service itself does not show: {number}"
        ),
        Skipped.OTHER_BRANCH: QCoreApplication.translate(
            "BringWords", "Messages in other branches of the conversation: {number}"
        ),
        Skipped.NO_TEXT: QCoreApplication.translate(
            "BringWords", "Pictures, sound and other attachments: {number}"
        ),
        Skipped.REPEATED: QCoreApplication.translate(
            "BringWords", "Headers, footers and page numbers of printed pages: {number}"
        ),
        Skipped.ENCRYPTED: QCoreApplication.translate("BringWords", "Locked with a password: {number}"),
        Skipped.UNSAFE_NAME: QCoreApplication.translate(
            "BringWords", "Links and names that lead out of the archive: {number}"
        ),
    }[Skipped(left_out.why)].format(number=left_out.count)
    return f"{words} ({', '.join(left_out.titles)})" if left_out.titles else words


def unread_words(unread: SharedUnread) -> str:
    """Return which one of several files can't be read, and why."""
    words = QCoreApplication.translate("BringWords", "File {number}: {why}")
    return words.format(number=unread.number, why=fault_sentence(Fault(unread.why)))


def title_words(title: str) -> str:
    """Return what a conversation is called."""
    return title.strip() or QCoreApplication.translate("BringWords", "Untitled")


def listed_words(listed: SharedListed) -> str:
    """Return what the list says of a conversation below its title."""
    turns = QCoreApplication.translate("BringWords", "1 turn")
    if listed.turns != 1:
        turns = QCoreApplication.translate("BringWords", "{number} turns").format(number=listed.turns)
    again = QCoreApplication.translate("BringWords", "answered again: {number}")
    parts = (
        "" if listed.time is None else day_words(listed.time),
        listed.model,
        turns,
        again.format(number=listed.alternatives) if listed.alternatives else "",
    )
    return " · ".join(filter(None, parts))


def speaker_words(role: Role) -> str:
    """Return who speaks."""
    return {
        Role.USER: QCoreApplication.translate("BringWords", "The person"),
        Role.ASSISTANT: QCoreApplication.translate("BringWords", "AI text"),
        Role.UNKNOWN: QCoreApplication.translate("BringWords", "AI text, unless somebody else says it"),
    }[role]
