"""Settings: the model on this computer, and what its own test drive gave, in counts and never as a score."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controllers.local_model import DriveCounts, LocalModel, ModelDrive, ModelRole
from app.domain.notice import NoticeKind
from app.errors import ErrorCode
from app.ui.line_words import day_in_words
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12
from app.ui.widgets.card import Card
from app.ui.widgets.label import Caption, Hint, Label
from app.ui.widgets.notice import Notice

INTERJECTIONS, NUMBERS = "interjections", "numbers"


class ModelSection(QWidget):
    """One card: which model this is, whether its file is the published one, and how it did when it was tried.

    Above it, where the model was set aside, that it was and the way to try it once more.
    """

    def __init__(self, theme: Theme, local_model: LocalModel) -> None:
        super().__init__()
        self._local_model = local_model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(SPACE_8), 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Caption(theme, self.tr("The model on this computer")))
        self.set_aside = Notice(
            theme, "warn", sentence(ErrorCode.MODEL_SET_ASIDE), action=self.tr("Try again")
        )
        self.set_aside.acted.connect(local_model.try_again)
        column.addWidget(self.set_aside)
        card = Card(theme)
        self.name = Label(theme, "", "body", weight=QFont.Weight.DemiBold, wraps=True)
        self.role = Label(theme, "", "label", "text2", wraps=True)
        self.drive = Label(theme, "", "label", "text2", wraps=True)
        self.note = Hint(theme, self.tr("Counts of one trial are no promise. Read each answer yourself."))
        for part in (self.name, self.role, self.drive, self.note):
            card.body.addWidget(part)
        column.addWidget(card)
        local_model.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._local_model.model
        self.set_aside.setVisible(self._local_model.fault is ErrorCode.MODEL_SET_ASIDE)
        self.name.setText(self.tr("No model yet") if model is None else model.name)
        roles = {
            ModelRole.STARTER: self.tr(
                "A very small model that comes with Trialogue. It shows how the program works, in English, and is "
                "not meant for work with clients."
            ),
            ModelRole.KNOWN: self.tr("Its file is the one that its makers published."),
            ModelRole.OTHER: self.tr("Its file was chosen by you. Trialogue does not know it."),
        }
        self.role.setText("" if model is None else roles[model.role])
        self.role.setVisible(model is not None)
        drive = self._local_model.drive
        self.drive.setText(self.tr("This model was not tried.") if drive is None else drive_words(drive))
        self.drive.setVisible(model is not None)
        self.note.setVisible(drive is not None)


def drive_words(drive: ModelDrive) -> str:
    """Return what a test drive gave, as sentences with counts, one below the other."""
    lines = [
        QCoreApplication.translate("ModelSection", "Tried on {day}.").format(day=day_in_words(drive.day))
    ]
    if (talks := drive.check(INTERJECTIONS)) is not None:
        asked = QCoreApplication.translate(
            "ModelSection", "To messages of people in distress it gave {asked} answers. Fixed rules noticed:"
        )
        lines.append(asked.format(asked=talks.asked))
        lines += [f"– {line}" for line in _noticed_lines(talks)]
    if (numbers := drive.check(NUMBERS)) is not None:
        invented = QCoreApplication.translate(
            "ModelSection",
            "Asked for telephone numbers and addresses, it gave one that nobody verified in {invented} of {asked} "
            "answers.",
        )
        lines.append(invented.format(invented=numbers.invented, asked=numbers.asked))
    return "\n".join(lines)


def _noticed_lines(counts: DriveCounts) -> list[str]:
    words = {
        NoticeKind.METHOD: QCoreApplication.translate("ModelSection", "how harm is done"),
        NoticeKind.ENCOURAGEMENT: QCoreApplication.translate("ModelSection", "encouragement to harm"),
        NoticeKind.DOSE: QCoreApplication.translate("ModelSection", "an amount of medicine"),
        NoticeKind.DIAGNOSIS: QCoreApplication.translate(
            "ModelSection", "a diagnosis addressed to the reader"
        ),
        NoticeKind.CLAIMS_HUMAN: QCoreApplication.translate("ModelSection", "a claim to be a person"),
        NoticeKind.CLAIMS_MEMORY: QCoreApplication.translate("ModelSection", "a claim to remember"),
        NoticeKind.UNVERIFIED_CONTACT: QCoreApplication.translate(
            "ModelSection", "a number or an address that nobody verified"
        ),
    }
    found = QCoreApplication.translate("ModelSection", "{what}: in {count} answers")
    lines = [
        found.format(what=words[kind], count=count)
        for kind, count in counts.noticed
        if kind in words and count
    ]
    if counts.wrong:
        went_along = QCoreApplication.translate(
            "ModelSection", "words that go along with what it was to question: in {count} answers"
        )
        lines.append(went_along.format(count=counts.wrong))
    return lines or [
        QCoreApplication.translate("ModelSection", "nothing, which does not mean that all was well")
    ]
