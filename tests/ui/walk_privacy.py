"""The walk through the privacy page: what was tried, and then each outcome in its words."""

from dataclasses import replace
from unittest.mock import patch

from app.controllers.privacy import Privacy
from app.domain.changes import Screen
from app.domain.evidence import Standing
from app.tour.driver import settle, wait_until
from app.ui.privacy.page import PrivacyPage
from app.ui.screen_capture import Holding
from tests.ui.walk import Visit

_TRYING_MS = 60_000


def privacy(visit: Visit) -> None:
    """What was tried is told in the terms of the field, which are no words of a language."""
    walk, known = visit.walk, visit.walk.content
    visit.desk.room.show_screen(Screen.PRIVACY)
    settle()
    page = visit.shown(PrivacyPage)
    wait_until(lambda: not visit.desk.privacy.busy, "everything is tried", _TRYING_MS)
    checks = visit.desk.privacy.checks()
    walk.content = known | {" · ".join(check.tried) for check in checks}
    visit.look("privacy")
    for standing in Standing:
        told = tuple(replace(check, standing=standing) for check in checks)
        with patch.object(Privacy, "checks", lambda _self, told=told: told):
            for holding in Holding:
                walk.system.says = holding
                visit.desk.privacy.changed.emit()
                visit.look(f"privacy: {standing}, {holding}")
    visit.desk.privacy.saved.emit()
    visit.look("privacy: saved")
    assert page.sheet().versions
    walk.content = known
