"""How the page leaves the vault: what that means in a sentence, then where to, by the dialogs of the toolkit."""

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.controllers.take_home import PageFormat
from app.ui.choosing_files import saving_dialog
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12
from app.ui.views.options import Options
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label


class SaveCard(Card):
    """What saving means, and as what."""

    go_on = Signal(object)
    """The PageFormat."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        sentence = self.tr("This leaves the vault: whoever can open the file can read it.")
        self.body.addWidget(Label(theme, sentence, wraps=True))
        self.formats = Options(
            theme,
            self.tr("Save as"),
            tuple((page_format.value, format_words(page_format)) for page_format in PageFormat),
        )
        self.formats.show_chosen(PageFormat.PDF.value)
        self.body.addWidget(self.formats)
        self.where, self.cancel = _buttons(theme, self, self.tr("Choose where…"), self.tr("Cancel"))
        self.where.clicked.connect(self._go_on)
        self.cancel.clicked.connect(self.cancelled)

    def _go_on(self) -> None:
        self.go_on.emit(PageFormat(self.formats.key()))


class PrintCard(Card):
    """What printing means."""

    go_on = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        sentence = self.tr(
            "This leaves the vault: whoever finds the sheet can read it, and this computer and the printer may keep "
            "a copy of what they print."
        )
        self.body.addWidget(Label(theme, sentence, wraps=True))
        self.where, self.cancel = _buttons(theme, self, self.tr("Choose a printer…"), self.tr("Cancel"))
        self.where.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.cancelled)


def _buttons(theme: Theme, card: Card, go_on: str, cancel: str) -> tuple[PrimaryButton, PlainButton]:
    row = QHBoxLayout()
    row.setSpacing(theme.px(SPACE_12))
    buttons = PrimaryButton(theme, go_on), PlainButton(theme, cancel)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    card.body.addLayout(row)
    return buttons


class LeavingDialogs:
    """Makes the dialogs. They are shown by whoever asked, and go when they are closed."""

    def where(self, parent: QWidget, file_name: str, page_format: PageFormat) -> QFileDialog:
        """Return a dialog that asks where to save the page."""
        title = QCoreApplication.translate("Leaving", "Save the page to take home")
        return saving_dialog(parent, title, file_name, format_words(page_format))

    def printer(self, parent: QWidget) -> tuple[QPrintDialog, QPrinter] | None:
        """Return a dialog that asks for a printer and what it sets, or None if this computer has no printer.

        The dialog does not own the printer: whoever opens it holds on to that until the page is printed.
        It prints on paper alone: a file is saved in its own way.
        """
        if not QPrinterInfo.availablePrinterNames():
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        return dialog, printer


def format_words(page_format: PageFormat) -> str:
    """Return what a kind of file is called."""
    return {
        PageFormat.PDF: QCoreApplication.translate("Leaving", "PDF file"),
        PageFormat.HTML: QCoreApplication.translate("Leaving", "Web page"),
        PageFormat.TEXT: QCoreApplication.translate("Leaving", "Plain text"),
    }[page_format]


def print_sheets(printer: QPrinter, document: str, sheets: tuple[bytes, ...]) -> bool:
    """Draw PNG sheets onto paper, each as large as it fits. Returns whether the printer took them.

    `document` is what the system's list of printing documents shows.
    """
    printer.setDocName(document)
    printer.setCreator("")
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, sheet in enumerate(sheets):
        if number and not printer.newPage():
            painter.end()
            return False
        image = QImage.fromData(sheet)
        room = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (room.width() - size.width()) / 2,
            (room.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(place, image)
    return painter.end()
