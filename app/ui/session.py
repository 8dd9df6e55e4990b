"""The session room at the desk: the session's bar, what is being read or asked, and the private panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.local_model import LocalModel
from app.controllers.practice import Desk
from app.controllers.settings import LookSettings
from app.domain.changes import Change, WriteNote
from app.ui.bring_pane import BringPane
from app.ui.explorations import ExplorationStrip
from app.ui.notes_panel import NotesPanel
from app.ui.reading_pane import ReadingPane, least_reading_width
from app.ui.region import Region
from app.ui.session_bar import SessionBar
from app.ui.theme import Theme
from app.ui.tokens import PANEL_WIDTH, PANEL_WIDTH_NARROW

_WIDE_PANEL_FROM = 1400


class SessionPage(QWidget):
    """Bar, strip of explorations, the pane of the chosen one (or for a new one), and the notes beside it."""

    def __init__(self, theme: Theme, desk: Desk, local_model: LocalModel, settings: LookSettings) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._local_model = local_model
        self._settings = settings
        self._pane: BringPane | ReadingPane | None = None
        self._pane_key: tuple[str, str | None] = ("", None)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._centre = QVBoxLayout()
        self._centre.setSpacing(0)
        self.bar = SessionBar(theme, desk, local_model)
        self.bar.panel_toggled.connect(self._toggle_panel)
        self._centre.addWidget(self.bar)
        self.strip = ExplorationStrip(theme, desk.room)
        self._centre.addWidget(self.strip)
        self._row.addLayout(self._centre, 1)
        self.notes = NotesPanel(theme, desk)
        self._row.addWidget(self.notes)
        self.notes.hide_asked.connect(self._toggle_panel)
        self._reading_width = least_reading_width(theme)
        self._overlays = False
        self._overlay_shown = False
        self._place_panel()
        desk.room.place_changed.connect(self._show_pane)
        desk.room.record_changed.connect(self._show_changed_note)
        desk.asking.state_changed.connect(self._show_pane)
        QShortcut(QKeySequence("Ctrl+."), self).activated.connect(self._toggle_panel)
        self._show_pane()

    @property
    def pane(self) -> BringPane | ReadingPane | None:
        """What stands in the centre."""
        return self._pane

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        parts: list[SessionBar | BringPane | ReadingPane | NotesPanel] = [self.bar]
        if self._pane is not None:
            parts.append(self._pane)
        if self.notes.isVisibleTo(self):
            parts.append(self.notes)
        return tuple(Region(part, part.focus_entry()) for part in parts)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the centre."""
        super().focusInEvent(event)
        if self._pane is not None:
            self._pane.focus_entry().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give reading the room that it needs."""
        super().resizeEvent(event)
        self._place_panel()

    def _place_panel(self) -> None:
        """Beside the reading where there is room for both, else over it, and then only when asked for."""
        px = self._theme.px
        wide = self.window().width() >= px(_WIDE_PANEL_FROM)
        self.notes.setFixedWidth(px(PANEL_WIDTH if wide else PANEL_WIDTH_NARROW))
        self.bar.set_compact(self.width() < px(_WIDE_PANEL_FROM))
        overlays = self.width() - self.notes.width() < self._reading_width
        if overlays != self._overlays:
            self._overlays = overlays
            self._overlay_shown = False
            if overlays:
                self._row.removeWidget(self.notes)
            else:
                self._row.addWidget(self.notes)
        if overlays:
            self.notes.setGeometry(self.width() - self.notes.width(), 0, self.notes.width(), self.height())
            self.notes.raise_()
        shown = self._overlay_shown if overlays else self._settings.panel_shown
        self.notes.setVisible(shown)
        self.bar.panel.setVisible(not shown)

    def _toggle_panel(self) -> None:
        if self._overlays:
            self._overlay_shown = not self._overlay_shown
        else:
            self._settings.set_panel_shown(not self._settings.panel_shown)
        self._place_panel()
        if self.notes.isVisible():
            self.notes.focus_entry().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def _show_changed_note(self, changes: tuple[Change, ...]) -> None:
        """A note that undo changed comes into view: nobody should lose words without seeing it."""
        if self.notes.isHidden() and any(isinstance(change, WriteNote) for change in changes):
            self._toggle_panel()

    def _show_pane(self) -> None:
        answer = self._desk.room.chosen_answer()
        arriving = answer is not None and answer.id == self._desk.asking.arriving_answer_id
        if answer is None:
            key: tuple[str, str | None] = ("bring", None)
        else:
            key = ("arriving" if arriving else "reading", answer.id)
        if key == self._pane_key or self._desk.room.record is None:
            return
        ended = self._pane_key == ("arriving", key[1])
        had_focus = self._pane is not None and self._pane.isAncestorOf(self.focusWidget() or self)
        self._pane_key = key
        old, self._pane = self._pane, None
        if old is not None:
            self._centre.removeWidget(old)
            old.hide()
            old.deleteLater()
        if answer is None:
            self._pane = BringPane(self._theme, self._desk, self._local_model)
        else:
            self._pane = ReadingPane(self._theme, self._desk, self._local_model, answer)
        self._centre.addWidget(self._pane, 1)
        self._pane.show()
        if had_focus or self.focusWidget() is None:
            self._pane.focus_entry().setFocus()
        if ended:
            # Once and politely, not word by word.
            words = self.tr("The answer is here.")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, words))
