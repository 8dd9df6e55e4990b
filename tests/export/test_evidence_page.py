"""The privacy page as one file: all that it shows, nothing that is loaded from elsewhere, and text as text."""

import re
from dataclasses import replace

from app.export.evidence_page import EvidenceRow, EvidenceSheet, evidence_page

ROW = EvidenceRow(
    "It reaches no network", "Holds", "The system refuses it.", "3 November, 10:00", ("tcp: denied",)
)
SHEET = EvidenceSheet(
    language="en",
    title="What leaves",
    about="Tried today.",
    columns=("Claim", "Outcome", "In words", "When", "Tried"),
    groups=(("The model", (ROW, replace(ROW, claim="Another", tried=()))), ("This window", (ROW,))),
    limits_title="Not promised",
    limits=("Cameras.", "Cold memory."),
    versions_title="Versions",
    versions=(("Trialogue", "0.1"), ("Python", "3.11")),
)


def test_everything_that_is_shown_stands_on_it() -> None:
    page = evidence_page(SHEET).decode()
    words = [
        *(SHEET.title, SHEET.about, *SHEET.columns, "The model", "This window", "Another"),
        *(ROW.claim, ROW.standing, ROW.sentence, ROW.when, *ROW.tried, *SHEET.limits),
        *("Trialogue", "0.1", "Python", "3.11", "Not promised", "Versions"),
    ]
    assert [one for one in words if one not in page] == []
    assert page.count("<tr>") == 2 + 3 + len(SHEET.versions)


def test_nothing_of_it_is_loaded_from_elsewhere_or_runs() -> None:
    page = evidence_page(SHEET).decode()
    assert re.findall(r"(?i)https?:|src=|href=|<script|@import|url\(", page) == []


def test_whatever_stands_in_a_word_is_a_word() -> None:
    hostile = "<script>alert(1)</script>&\"'"
    row = EvidenceRow(hostile, hostile, hostile, hostile, (hostile,))
    page = evidence_page(
        replace(
            SHEET,
            title=hostile,
            language=hostile,
            groups=((hostile, (row,)),),
            limits=(hostile,),
            versions=((hostile, hostile),),
        )
    ).decode()
    assert "<script" not in page


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert evidence_page(SHEET) == evidence_page(SHEET)
