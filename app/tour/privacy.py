"""The step of the privacy page: everything is tried, and what came of it is saved as one page."""

from dataclasses import dataclass

from app.domain.evidence import Standing, Subject
from app.tour.driver import click, expect, press, shown, wait_until
from app.tour.seat import Seat
from app.ui.privacy.page import PrivacyPage

_TRYING_MS = 60_000
_TRIED = {Standing.HOLDS, Standing.PARTLY}


@dataclass(slots=True)
class PrivacySteps(Seat):
    """What the program can show of what it promises."""

    def privacy_page(self) -> None:
        """Open the page, which tries everything; try it once more; and save what it shows."""
        press(self.window, "Ctrl+5")
        page = shown(self.window, PrivacyPage)
        self._wait_until_tried()
        self.picture("above")
        click(page.again)
        self._wait_until_tried()
        checks = {(check.subject, check.aspect): check for check in self.desk.privacy.checks()}
        expect({subject for subject, _aspect in checks} == set(Subject), "each part was looked at")
        expect(all(check.at for check in checks.values() if check.standing in _TRIED), "with a time")
        path = self.stick / "privacy.html"
        # What the dialog would end with: where there is no screen it complains when it opens.
        self.desk.privacy.save(path, page.sheet())
        wait_until(path.is_file, "it is saved as one page")
        bar = page.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _wait_until_tried(self) -> None:
        wait_until(lambda: not self.desk.privacy.busy, "everything is tried", _TRYING_MS)
