"""What a format is."""

from app.bring.faults import Skipped
from app.bring.format import MOST_OMITTED, Report


def test_of_what_is_left_out_only_so_much_is_noted_one_by_one() -> None:
    report = Report()
    for _ in range(MOST_OMITTED + 3):
        report.leave_out("a\nb" * 1_000, Skipped.BROKEN)
    report.leave_out("", Skipped.EMPTY, 5)
    report.leave_out("", Skipped.HIDDEN, 0)
    assert len(report.omitted) == MOST_OMITTED
    assert report.beyond == {Skipped.BROKEN: 3, Skipped.EMPTY: 5}
    assert len(report.omitted[0].what) <= 200
