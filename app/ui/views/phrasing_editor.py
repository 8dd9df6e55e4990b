"""The wordings in which a question can be asked: drafts that the person chooses and edits."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.answer import PhrasingKind
from app.domain.text import QUESTION_MAX_CHARS, plain
from app.errors import ErrorCode
from app.explore.phrasings import Phrasing
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16
from app.ui.views.options import Tick
from app.ui.views.scrolled import Scrolled
from app.ui.widgets.field import TextArea
from app.ui.widgets.label import Hint, Label

_CHOSEN = "phrasings"
_ADDED = "phrasing.added"
_USUAL = (PhrasingKind.AS_ASKED, PhrasingKind.OPPOSITE, PhrasingKind.FRIEND)


def phrasing_words(kind: PhrasingKind) -> str:
    """Return what a kind of wording is called."""
    return {
        PhrasingKind.AS_ASKED: QCoreApplication.translate("Phrasings", "As it was asked"),
        PhrasingKind.NEUTRAL: QCoreApplication.translate("Phrasings", "Neutral"),
        PhrasingKind.OPPOSITE: QCoreApplication.translate("Phrasings", "The opposite"),
        PhrasingKind.FRIEND: QCoreApplication.translate("Phrasings", "As what a friend thinks"),
        PhrasingKind.CONTEXT: QCoreApplication.translate(
            "Phrasings", "With what the AI did not know about me"
        ),
    }[kind]


class PhrasingRow(QFrame):
    """One wording: whether it is asked, and its words."""

    changed = Signal()
    toggled = Signal()

    def __init__(self, theme: Theme, phrasing: Phrasing, *, chosen: bool) -> None:
        super().__init__()
        self.kind = phrasing.kind
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        margin = theme.px(SPACE_16)
        self.body.setContentsMargins(margin, theme.px(SPACE_12), margin, theme.px(SPACE_12))
        self.body.setSpacing(theme.px(SPACE_8))
        self.box = Tick(theme, phrasing_words(phrasing.kind))
        self.box.setChecked(chosen)
        self.box.toggled.connect(self.toggled)
        self.body.addWidget(self.box)
        self.area = TextArea(theme, phrasing_words(phrasing.kind), lines=2, most_lines=6, label_shown=False)
        self.area.set_text(phrasing.text)
        self.area.changed.connect(self.changed)
        self.body.addWidget(self.area)

    def phrasing(self) -> Phrasing:
        """The wording as it stands."""
        return Phrasing(self.kind, self.area.text())

    def fault(self) -> ErrorCode | None:
        """What keeps this wording from being asked, if it is chosen."""
        words = plain(self.area.text()).strip()
        if not words:
            return ErrorCode.QUESTION_EMPTY
        return ErrorCode.QUESTION_TOO_LONG if len(words) > QUESTION_MAX_CHARS else None

    def show_fault(self) -> None:
        """Say what keeps it from being asked."""
        fault = self.fault() if self.box.isChecked() else None
        self.area.set_sentence("" if fault is None else sentence(fault), "danger")


class PhrasingEditor(QWidget):
    """All wordings, one below the other. What is typed here stays on this side and outlives the view."""

    changed = Signal()
    """Which wordings are asked, or their words."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__()
        self._theme = theme
        self._looking = looking
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        intro = self.tr(
            "A model often agrees with the way a question is put. Ask it in several wordings at once, "
            "and look at what differs. Change any words you like."
        )
        self._scroll = Scrolled(theme)
        self._scroll.body.addWidget(Label(theme, intro, wraps=True))
        self.reason = Hint(theme)
        self._scroll.body.addWidget(self.reason)
        self.rows: dict[PhrasingKind, PhrasingRow] = {}
        """Empty for an answer whose question is not known."""
        chosen = self._chosen()
        added = looking.draft(_ADDED)
        for prepared in looking.phrasings():
            words = looking.draft(_field(prepared.kind)) or prepared.text
            self._add(Phrasing(prepared.kind, words), chosen)
        if self.rows:
            self._add(Phrasing(PhrasingKind.CONTEXT, self._context_words(added)), chosen)
            self._add_context_field(added)
        self._scroll.body.addStretch(1)
        column.addWidget(self._scroll, 1)
        self._show_faults()

    def phrasings(self) -> tuple[Phrasing, ...]:
        """The wordings that are chosen."""
        return tuple(row.phrasing() for row in self.rows.values() if row.box.isChecked())

    def why_not(self) -> str:
        """Return the sentence that says why they can't be asked as they stand; empty if they can."""
        chosen = [row for row in self.rows.values() if row.box.isChecked()]
        if not chosen:
            return self.tr("Choose at least one wording.")
        faults = [fault for fault in (row.fault() for row in chosen) if fault is not None]
        return sentence(faults[0]) if faults else ""

    def show_reason(self, reason: str) -> None:
        """Say why nothing can be asked now; nothing if it can."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def scroll_by(self, pages: int) -> None:
        """Move the wordings."""
        self._scroll.scroll_by(pages)

    def entry(self) -> QWidget:
        """Where the keyboard enters."""
        first = next(iter(self.rows.values()), None)
        return self if first is None else first.box

    # Inside

    def _add(self, phrasing: Phrasing, chosen: set[PhrasingKind]) -> None:
        row = PhrasingRow(self._theme, phrasing, chosen=phrasing.kind in chosen)
        row.changed.connect(lambda one=phrasing.kind: self._on_typed(one))
        row.toggled.connect(self._on_toggled)
        self.rows[phrasing.kind] = row
        self._scroll.body.addWidget(row)

    def _add_context_field(self, added: str) -> None:
        row = self.rows[PhrasingKind.CONTEXT]
        self.added = TextArea(self._theme, self.tr("What it did not know"), lines=2, most_lines=6)
        self.added.set_text(added)
        self.added.changed.connect(self._on_added)
        row.body.insertWidget(1, self.added)
        row.area.setVisible(bool(added.strip()))
        self._prepared = self._with_context(added)

    def _context_words(self, added: str) -> str:
        if not added.strip():
            return ""
        return self._looking.draft(_field(PhrasingKind.CONTEXT)) or self._with_context(added)

    def _with_context(self, added: str) -> str:
        return self._looking.phrasings(added)[-1].text if added.strip() else ""

    def _on_added(self) -> None:
        """What is added goes into the wording, unless somebody changed that: their words are not written over."""
        added = self.added.text()
        self._looking.set_draft(_ADDED, added)
        row = self.rows[PhrasingKind.CONTEXT]
        told = bool(added.strip())
        before, self._prepared = self._prepared, self._with_context(added)
        if row.area.text().strip() in {"", before.strip()}:
            row.area.set_text(self._prepared)
        row.area.setVisible(told)
        row.box.setChecked(told)

    def _on_typed(self, kind: PhrasingKind) -> None:
        self._looking.set_draft(_field(kind), self.rows[kind].area.text())
        self._show_faults()
        self.changed.emit()

    def _on_toggled(self) -> None:
        chosen = ",".join(kind.value for kind, row in self.rows.items() if row.box.isChecked())
        self._looking.set_draft(_CHOSEN, chosen or "-")
        self._show_faults()
        self.changed.emit()

    def _chosen(self) -> set[PhrasingKind]:
        kept = self._looking.draft(_CHOSEN)
        return {kind for kind in PhrasingKind if kind.value in kept.split(",")} if kept else set(_USUAL)

    def _show_faults(self) -> None:
        for row in self.rows.values():
            row.show_fault()


def _field(kind: PhrasingKind) -> str:
    return f"phrasing.{kind.value}"
