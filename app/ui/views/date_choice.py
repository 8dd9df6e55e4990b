"""Choosing by when: the usual days by name, any other in a field or day by day.

No calendar opens: with `QCalendarWidget` in it, PySide6 6.11.3 crashed now and then as the view was taken apart.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import SPACE_8
from app.ui.views.options import Options
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.label import Caption

_NONE, _OTHER = "none", "other"
_IN_DAYS = {"tomorrow": 1, "week": 7, "fortnight": 14}


def _today() -> date:
    """The day on the calendar of this computer."""
    return datetime.now().astimezone().date()


class DayField(QDateEdit):
    """A day, by keyboard. Its month is written out: no country reads it another way."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setLocale(QLocale())
        self.setDisplayFormat("d MMMM yyyy")
        self.setKeyboardTracking(False)
        self.setMinimumHeight(theme.size("button"))

    def sizeHint(self) -> QSize:
        """Room for the longest month."""
        locale = self.locale()
        widest = max(
            self.fontMetrics().horizontalAdvance(locale.toString(QDate(2026, month, 28), "d MMMM yyyy"))
            for month in range(1, 13)
        )
        return QSize(widest + self._theme.size("button"), self._theme.size("button"))


class DateChoice(QWidget):
    """By when something is to be done, or no day at all."""

    chosen = Signal(object)
    """The date, or None. Only what a person did is told."""

    def __init__(self, theme: Theme, today: Callable[[], date] = _today) -> None:
        super().__init__()
        self._now = today
        self._due: date | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_8))
        name = self.tr("By when")
        column.addWidget(Caption(theme, name))
        self.days = Options(
            theme,
            name,
            (
                ("tomorrow", self.tr("Tomorrow")),
                ("week", self.tr("In one week")),
                ("fortnight", self.tr("In two weeks")),
                (_OTHER, self.tr("Another day")),
                (_NONE, self.tr("No date")),
            ),
        )
        self.days.chosen.connect(self._on_chosen)
        column.addWidget(self.days)
        self.day = DayField(theme, self.tr("The day"))
        self.day.dateChanged.connect(self._on_day)
        self.earlier = PlainButton(theme, self.tr("A day earlier"), "chevron-left")
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later = PlainButton(theme, self.tr("A day later"), "chevron-right")
        self.later.clicked.connect(lambda: self._step(1))
        for button in (self.earlier, self.later):
            button.set_words_shown(False)
        self.by_day = QWidget()
        row = QHBoxLayout(self.by_day)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        for part in (self.earlier, self.day, self.later):
            row.addWidget(part)
        row.addStretch(1)
        column.addWidget(self.by_day)
        self.show_due(None)

    def show_due(self, due: date | None) -> None:
        """Show a date without telling anybody. One that is among the usual days is shown as that."""
        self._due = due
        away = None if due is None else (due - self._now()).days
        usual = next((key for key, days in _IN_DAYS.items() if days == away), _OTHER)
        if due is None:
            self.days.show_chosen(_NONE)
        elif self.days.key() != _OTHER:
            # Somebody who goes through the days stays with them.
            self.days.show_chosen(usual)
        self._show_day(due)

    def set_available(self, available: bool) -> None:
        """Let a day be chosen, or none."""
        self.days.set_available(available)
        self.by_day.setEnabled(available)

    def _show_day(self, due: date | None) -> None:
        self.by_day.setVisible(due is not None)
        if due is not None:
            with QSignalBlocker(self.day):
                self.day.setDate(QDate(due.year, due.month, due.day))

    def _step(self, days: int) -> None:
        self.day.setDate(self.day.date().addDays(days))

    def _on_chosen(self, key: str) -> None:
        if key == _NONE:
            self._tell(None)
        elif key == _OTHER:
            self._tell(self._due or self._now() + timedelta(days=1))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tell(self._now() + timedelta(days=_IN_DAYS[key]))

    def _on_day(self, day: QDate) -> None:
        self.days.show_chosen(_OTHER)
        self._tell(date(day.year(), day.month(), day.day()))

    def _tell(self, due: date | None) -> None:
        if due != self._due:
            self._due = due
            self._show_day(due)
            self.chosen.emit(due)
        else:
            self._show_day(due)
