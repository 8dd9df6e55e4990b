"""From what a process found of its walls to claims: nothing holds that was not tried, on any system."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from app.children.protocol import Confinement, Isolation, Outcome, Probes, WallState
from app.controllers.wall_checks import (
    Refuser,
    SocketsSeen,
    WindowSeen,
    child_checks,
    sockets_check,
    window_checks,
)
from app.controllers.wall_report import Walls
from app.domain.evidence import Aspect, Check, Standing, Subject

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
HELD, NOT_HERE = WallState.HELD, WallState.NOT_HERE
DENIED = Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.DENIED))
OPEN = Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.ALLOWED))
UNTRIED = Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.NOT_PROBED))
ALL_HELD = Isolation(**dict.fromkeys((field.name for field in fields(Isolation)), HELD))
CLOSED = Walls(ALL_HELD, Confinement(DENIED, HELD, HELD, HELD))
WINDOW = WindowSeen(Refuser.SYSTEM, DENIED, HELD, HELD, ())


def of(checks: tuple[Check, ...]) -> dict[Aspect, Standing]:
    """What came of each claim."""
    return {check.aspect: check.standing for check in checks}


def window(seen: WindowSeen) -> dict[Aspect, Standing]:
    """What came of each claim of the window."""
    return of(window_checks(seen, SocketsSeen(3, 0), AT))


@pytest.mark.parametrize("subject", [Subject.ENGINE, Subject.READER])
def test_a_child_behind_all_its_walls_holds_what_is_claimed(subject: Subject) -> None:
    checks = child_checks(subject, CLOSED, AT)
    assert set(of(checks).values()) == {Standing.HOLDS}
    assert all(check.at == AT and check.tried and check.subject is subject for check in checks)


def test_a_child_that_did_not_come_up_holds_nothing() -> None:
    checks = child_checks(Subject.READER, None, AT)
    assert set(of(checks)) == set(of(child_checks(Subject.READER, CLOSED, AT)))
    assert all(check.standing is Standing.NOT_CHECKED and check.at is None for check in checks)


@pytest.mark.parametrize(
    ("way", "aspect"),
    [
        *[(way, Aspect.NETWORK) for way in ("tcp", "udp", "raw", "netlink", "vsock", "io_uring", "unix")],
        *[(way, Aspect.FILES) for way in ("read_file", "write_file")],
        *[(way, Aspect.PROCESSES) for way in ("start_program", "fork", "signal_parent", "read_parent")],
    ],
)
def test_one_open_way_takes_its_claim_and_no_other(way: str, aspect: Aspect) -> None:
    confinement = replace(CLOSED.confinement, probes=replace(DENIED, **{way: Outcome.ALLOWED}))
    found = of(child_checks(Subject.ENGINE, Walls(ALL_HELD, confinement), AT))
    assert {one for one, standing in found.items() if standing is not Standing.HOLDS} == {aspect}
    assert found[aspect] is Standing.FAILS


def test_every_way_that_can_be_tried_is_of_some_claim() -> None:
    checks = child_checks(Subject.READER, CLOSED, AT)
    named = {words.partition(":")[0] for check in checks for words in check.tried}
    assert named >= {field.name for field in fields(Probes)} | {field.name for field in fields(Isolation)}
    assert named >= {"landlock", "memory_bounded", "time_bounded"}


@pytest.mark.parametrize(
    ("way", "aspect", "standing"),
    [
        ("write_file", Aspect.FILES, Standing.PARTLY),
        ("read_parent", Aspect.PROCESSES, Standing.PARTLY),
        # A family that is not there leads nowhere.
        ("vsock", Aspect.NETWORK, Standing.HOLDS),
    ],
)
def test_what_was_tried_in_part_holds_in_part(way: str, aspect: Aspect, standing: Standing) -> None:
    confinement = replace(CLOSED.confinement, probes=replace(DENIED, **{way: Outcome.NOT_PROBED}))
    assert of(child_checks(Subject.ENGINE, Walls(ALL_HELD, confinement), AT))[aspect] is standing


def test_where_nothing_can_be_tried_nothing_holds() -> None:
    confinement = Confinement(UNTRIED, NOT_HERE, NOT_HERE, NOT_HERE)
    bare = Isolation(**dict.fromkeys((field.name for field in fields(Isolation)), NOT_HERE))
    checks = child_checks(Subject.ENGINE, Walls(bare, confinement), AT)
    assert Standing.HOLDS not in of(checks).values()
    assert all(check.at is None for check in checks if check.standing is Standing.NOT_CHECKED)


def test_half_of_a_claim_holds_in_part() -> None:
    isolation = replace(ALL_HELD, not_traceable=NOT_HERE)
    found = of(child_checks(Subject.ENGINE, Walls(isolation, CLOSED.confinement), AT))
    assert found[Aspect.MEMORY] is Standing.PARTLY


def test_a_reader_s_time_is_bounded_and_the_model_s_is_the_window_s_patience() -> None:
    walls = Walls(ALL_HELD, replace(CLOSED.confinement, time_bounded=NOT_HERE))
    assert of(child_checks(Subject.ENGINE, walls, AT))[Aspect.BOUNDS] is Standing.HOLDS
    assert of(child_checks(Subject.READER, walls, AT))[Aspect.BOUNDS] is Standing.PARTLY


def test_the_window_holds_where_the_system_refuses() -> None:
    assert set(window(WINDOW).values()) == {Standing.HOLDS}


@pytest.mark.parametrize("refuser", [Refuser.PYTHON, Refuser.NOBODY])
def test_a_wall_that_is_not_the_system_s_holds_in_part_at_most(refuser: Refuser) -> None:
    assert window(replace(WINDOW, refuser=refuser))[Aspect.NETWORK] is Standing.PARTLY
    assert window(replace(WINDOW, refuser=refuser, probes=OPEN))[Aspect.NETWORK] is Standing.FAILS


def test_a_wall_that_should_stand_and_lets_one_through_fails() -> None:
    leaking = replace(WINDOW, probes=replace(DENIED, udp=Outcome.ALLOWED))
    assert window(leaking)[Aspect.NETWORK] is Standing.FAILS


def test_what_is_loaded_without_a_reason_is_named() -> None:
    (check,) = [
        one
        for one in window_checks(replace(WINDOW, unexplained_modules=("ftplib",)), None, AT)
        if one.aspect is Aspect.MODULES
    ]
    assert (check.standing, check.tried) == (Standing.FAILS, ("ftplib",))


def test_sockets_are_counted_or_not_checked() -> None:
    assert sockets_check(SocketsSeen(within=4, beyond=0), AT).standing is Standing.HOLDS
    leading_out = sockets_check(SocketsSeen(within=4, beyond=1), AT)
    assert (leading_out.standing, leading_out.amounts) == (Standing.FAILS, (1, 4))
    assert sockets_check(None, AT).standing is Standing.NOT_CHECKED
