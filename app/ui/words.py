"""Words that several screens share."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.controllers.settings import Distance, Language, Scheme
from app.domain.answer import Answer, AnswerState, Brought

LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.INDONESIAN: "Bahasa Indonesia"}
"""Each language by its own name, the same in every language."""


def shortened(words: str, most_chars: int) -> str:
    """Return the words on one line, cut with dots where they are longer than that."""
    line = " ".join(words.split())
    return line if len(line) <= most_chars else line[: most_chars - 1].rstrip() + "…"


def scheme_words(scheme: Scheme) -> str:
    """Return what the colours are called."""
    return {
        Scheme.SYSTEM: QCoreApplication.translate("Words", "As the system"),
        Scheme.LIGHT: QCoreApplication.translate("Words", "Light"),
        Scheme.DARK: QCoreApplication.translate("Words", "Dark"),
        Scheme.CONTRAST: QCoreApplication.translate("Words", "High contrast"),
    }[scheme]


def distance_words(distance: Distance) -> str:
    """Return what the reading distances are called."""
    return {
        Distance.SIDE_BY_SIDE: QCoreApplication.translate("Words", "Side by side"),
        Distance.ACROSS_THE_ROOM: QCoreApplication.translate("Words", "Across the room"),
    }[distance]


def origin_words(answer: Answer) -> str:
    """Return where an answer came from and when, in one line."""
    time = _short_time(answer.created_at)
    origin = answer.origin
    if isinstance(origin, Brought):
        service = " ".join(part for part in (origin.service, origin.model) if part)
        if origin.said_at is not None:
            return QCoreApplication.translate(
                "Words", "{service}, said {said}, brought by {name}, {time}"
            ).format(
                service=service or QCoreApplication.translate("Words", "an AI"),
                said=_short_time(origin.said_at),
                name=origin.from_whom,
                time=time,
            )
        if not service:
            return QCoreApplication.translate("Words", "brought by {name}, {time}").format(
                name=origin.from_whom, time=time
            )
        return QCoreApplication.translate("Words", "{service}, brought by {name}, {time}").format(
            service=service, name=origin.from_whom, time=time
        )
    return QCoreApplication.translate("Words", "made on this computer by {model}, {time}").format(
        model=origin.model, time=time
    )


def _short_time(moment: datetime) -> str:
    at = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def state_words(state: AnswerState) -> str:
    """Return what has to be said about how an answer ended; nothing for one that is whole."""
    return {
        AnswerState.ARRIVING: "",
        AnswerState.WHOLE: "",
        AnswerState.CUT: QCoreApplication.translate(
            "Words", "The answer was cut here: it had reached the greatest length."
        ),
        AnswerState.STOPPED: QCoreApplication.translate("Words", "Stopped here. What had arrived is kept."),
        AnswerState.INTERRUPTED: QCoreApplication.translate(
            "Words", "The model stopped here by itself. What had arrived is kept."
        ),
    }[state]
