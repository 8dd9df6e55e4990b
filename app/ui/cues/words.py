"""What the screen says of a phrase that was noticed: the phrase, whose words it is from, and what its rule says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.controllers.noticed import Source, TextKind
from app.domain.answer import Brought
from app.domain.notice import NoticeKind
from app.domain.record import SessionRecord
from app.safety.noticing import NoticingRules
from app.ui.widgets.paragraphs import drawable

_LONGEST_PHRASE = 120


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What the rules say of themselves, in the language on screen: "en" or "id"."""

    rules: NoticingRules
    language: str

    def why(self, rule_id: str) -> str:
        """Return one sentence on why a rule matched."""
        return self.rules.why(rule_id, self.language)

    def consider(self, kind: NoticeKind) -> str:
        """Return what one might consider."""
        return self.rules.consider(kind, self.language)


def phrase_words(phrase: str) -> str:
    """Return the line that names a phrase, as it stands in the text and in its middle cut where it is long."""
    words = QCoreApplication.translate("Cues", "Phrase noticed: “{phrase}”")
    return words.format(phrase=shortened_within(drawable(phrase), _LONGEST_PHRASE))


def counting_words(words: tuple[str, ...]) -> str:
    """Return the line that names the words that count most, where several together were noticed: nothing for none."""
    if not words:
        return ""
    named = ", ".join(f"“{drawable(word)}”" for word in dict.fromkeys(words))
    return QCoreApplication.translate("Cues", "The words that count most: {words}.").format(words=named)


def shortened_within(words: str, most_chars: int) -> str:
    """Return the words on one line, with dots in the middle where they are longer than that."""
    line = " ".join(words.split())
    if len(line) <= most_chars:
        return line
    half = (most_chars - 3) // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def source_words(source: Source, record: SessionRecord) -> str:
    """Return whose words a text is made of, and where it stands."""
    name = record.client.pseudonym
    if source.kind is TextKind.ANSWER:
        answer = None if source.answer_id is None else record.answer(source.answer_id)
        brought = answer.origin if answer is not None and isinstance(answer.origin, Brought) else None
        if brought is not None:
            words = QCoreApplication.translate("Cues", "In the AI text that {name} brought")
            return words.format(name=brought.from_whom)
    words = {
        TextKind.QUESTION: QCoreApplication.translate("Cues", "In {name}’s question"),
        TextKind.WORDING: QCoreApplication.translate("Cues", "In {name}’s question, asked in other words"),
        TextKind.ANSWER: QCoreApplication.translate("Cues", "In the AI text"),
        TextKind.LENS: QCoreApplication.translate("Cues", "In the AI text seen through a lens"),
        TextKind.REMARK: QCoreApplication.translate("Cues", "In {name}’s own words on a statement"),
        TextKind.CARD: QCoreApplication.translate("Cues", "In {name}’s words on a card"),
        TextKind.TAKE_AWAY: QCoreApplication.translate("Cues", "In a take-away"),
        TextKind.NEXT_STEP: QCoreApplication.translate("Cues", "In the next step"),
    }[source.kind]
    return words.format(name=name)


def held_words() -> str:
    """Return what is said of a statement that is kept from the shared screen by what was noticed in it."""
    return QCoreApplication.translate("Cues", "Held from the shared screen")


def let_through_words() -> str:
    """Return the words of what lets a held statement be drawn on the shared screen."""
    return QCoreApplication.translate("Cues", "Let it through")


def came_words() -> str:
    """Return what a screen reader says once when something was noticed."""
    return QCoreApplication.translate("Cues", "A phrase was noticed.")
