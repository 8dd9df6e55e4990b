"""The walk through what the program says of itself and of its parts."""

import re

from app.domain.changes import Screen
from app.tour.driver import click, settle
from app.ui.settings_page import SettingsPage
from tests.ui.walk import Visit


def about(visit: Visit) -> None:
    """What it is, its parts, and the words of a licence, which are somebody else's and stand as they are."""
    visit.desk.room.show_screen(Screen.SETTINGS)
    settle()
    section = visit.shown(SettingsPage).about
    visit.look("settings: about")
    click(section.ask)
    walk, known = visit.walk, visit.walk.content
    lines = re.split(r"[\n\t]", section.parts.text.toPlainText())
    walk.content = known | {line for line in lines if line}
    visit.look("settings: the parts")
    walk.content = known
