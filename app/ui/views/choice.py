"""Which view draws which page."""

from app.controllers.looking import Looking
from app.domain.shared import (
    SharedAgain,
    SharedCard,
    SharedDifferently,
    SharedKeep,
    SharedLens,
    SharedLenses,
    SharedLines,
    SharedPage,
    SharedPaper,
    SharedRevealed,
    SharedWords,
)
from app.domain.shared_file import SharedArchive, SharedChat, SharedClosedFile, SharedFileReading
from app.ui.theme import Theme
from app.ui.views.again import AgainView
from app.ui.views.archive import ArchiveView
from app.ui.views.card import CardView
from app.ui.views.chat import ChatView
from app.ui.views.closed_file import ClosedFileView
from app.ui.views.differently import DifferentlyView
from app.ui.views.file_reading import FileReadingView
from app.ui.views.keep import KeepView
from app.ui.views.lens import LensView
from app.ui.views.lines import LinesView
from app.ui.views.paper import PaperView
from app.ui.views.revealed import RevealedView
from app.ui.views.view import ExploringView
from app.ui.views.words import WordsView

_VIEWS: dict[type[SharedPage], type[ExploringView]] = {
    SharedRevealed: RevealedView,
    SharedAgain: AgainView,
    SharedDifferently: DifferentlyView,
    SharedLens: LensView,
    SharedLenses: LensView,
    SharedCard: CardView,
    SharedWords: WordsView,
    SharedKeep: KeepView,
    SharedPaper: PaperView,
    SharedLines: LinesView,
    SharedClosedFile: ClosedFileView,
    SharedFileReading: FileReadingView,
    SharedArchive: ArchiveView,
    SharedChat: ChatView,
}


def view_of(page: SharedPage, theme: Theme, looking: Looking) -> ExploringView | None:
    """Return a new view that shows the page; None for pages of reading, which each side draws in its own way."""
    kind = _VIEWS.get(type(page))
    if kind is None:
        return None
    view = kind(theme, looking)
    view.show_page(page)
    return view
