"""Words that save themselves while they are typed."""

from collections.abc import Callable

from app.controllers.looking import Looking
from app.domain.text import plain
from app.errors import KnownError
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.widgets.field import TextArea


class OwnWords(TextArea):
    """A field that keeps what is typed at once. What cannot be kept stays in it, with the reason, and as a draft.

    The field follows the page only when the page's words become others, by undo or from the other side: so nothing
    that is being typed is taken from under the cursor.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        looking: Looking,
        draft: str,
        save: Callable[[str], None],
        *,
        lines: int = 2,
        most_lines: int = 8,
        label_shown: bool = True,
    ) -> None:
        """`draft` names the place where words wait that cannot be kept; `save` keeps them or raises KnownError."""
        super().__init__(theme, label, lines=lines, most_lines=most_lines, label_shown=label_shown)
        self._looking = looking
        self._draft = draft
        self._save = save
        self._kept: str | None = None
        self._showing = False
        self.changed.connect(self._keep)

    def show_kept(self, text: str) -> None:
        """Show what the page says."""
        if text == self._kept:
            return
        begins = self._kept is None
        self._kept = text
        waiting = self._looking.draft(self._draft) if begins else ""
        if waiting:
            self._put(waiting)
            self._keep()
        elif plain(self.text()).strip() != text.strip():
            self._put(text)
            self._settle()

    def close_because(self, reason: str) -> None:
        """Let nothing be typed, and say why."""
        self.input.setReadOnly(True)
        self.set_sentence(reason)

    def _put(self, text: str) -> None:
        cursor = self.input.textCursor().position()
        self._showing = True
        self.set_text(text)
        self._showing = False
        moved = self.input.textCursor()
        moved.setPosition(min(cursor, self.input.document().characterCount() - 1))
        self.input.setTextCursor(moved)

    def _keep(self) -> None:
        if self._showing or self.input.isReadOnly():
            return
        try:
            self._save(self.text())
        except KnownError as fault:
            self.set_sentence(sentence(fault.code), "danger")
            self._looking.set_draft(self._draft, self.text())
        else:
            self._settle()

    def _settle(self) -> None:
        self.set_sentence("")
        self._looking.set_draft(self._draft, "")
