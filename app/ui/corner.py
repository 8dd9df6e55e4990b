"""Language and colours, at the top right of the screens that come before the desk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.controllers.settings import Language, LookSettings, Scheme
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8
from app.ui.widgets.buttons import QuietButton
from app.ui.words import LANGUAGE_NAMES, scheme_words

_ICONS = {Scheme.SYSTEM: "sun-moon", Scheme.LIGHT: "sun", Scheme.DARK: "moon", Scheme.CONTRAST: "contrast"}


class Corner(QWidget):
    """Two quiet buttons, each with a menu."""

    def __init__(self, theme: Theme, settings: LookSettings) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        row.addStretch(1)
        self.language = QuietButton(
            theme, LANGUAGE_NAMES[settings.language], "languages", self.tr("Choose the language")
        )
        self.scheme = QuietButton(
            theme, scheme_words(settings.scheme), _ICONS[settings.scheme], self.tr("Choose the colours")
        )
        languages = [
            (LANGUAGE_NAMES[one], one is settings.language, partial(settings.set_language, one))
            for one in Language
        ]
        schemes = [
            (scheme_words(one), one is settings.scheme, partial(settings.set_scheme, one)) for one in Scheme
        ]
        for button, choices in ((self.language, languages), (self.scheme, schemes)):
            menu = _menu(button, choices)
            button.clicked.connect(
                lambda _checked, menu=menu, button=button: menu.popup(
                    button.mapToGlobal(button.rect().bottomLeft())
                )
            )
            row.addWidget(button)


def _menu(parent: QWidget, choices: Sequence[tuple[str, bool, Callable[[], None]]]) -> QMenu:
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for words, chosen, choose in choices:
        action = QAction(words, menu, checkable=True, checked=chosen)
        action.triggered.connect(lambda _checked, choose=choose: choose())
        group.addAction(action)
        menu.addAction(action)
    return menu
