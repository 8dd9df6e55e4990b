"""What a process found of its walls, as claims that are checked one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from app.children.protocol import Confinement, Isolation, Outcome, Probes, WallState
from app.controllers.wall_report import Walls
from app.domain.evidence import Aspect, Check, Standing, Subject

_NETWORK = ("tcp", "tcp6", "udp", "raw", "netlink", "packet", "vsock", "io_uring")
_FILES = ("read_file", "write_file")
_PROCESSES = ("start_program", "fork", "signal_parent", "read_parent")


class Refuser(StrEnum):
    """Who refuses the window its connections."""

    SYSTEM = "system"
    PYTHON = "python"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class WindowSeen:
    """What the process with the window found of itself."""

    refuser: Refuser
    probes: Probes
    no_core_dump: WallState
    not_traceable: WallState
    unexplained_modules: tuple[str, ...]
    """Loaded modules that can reach a network and have no reason to be there."""


@dataclass(frozen=True, slots=True)
class SocketsSeen:
    """How many sockets the process with the window holds open."""

    within: int
    """Within this computer."""
    beyond: int


def window_checks(seen: WindowSeen, sockets: SocketsSeen | None, at: datetime) -> tuple[Check, ...]:
    """Return the claims of the window, with `sockets` as below."""
    network = _of_probes(seen.probes, _NETWORK)
    if network is Standing.HOLDS and seen.refuser is not Refuser.SYSTEM:
        network = Standing.PARTLY
    memory = {"no_core_dump": seen.no_core_dump, "not_traceable": seen.not_traceable}
    modules = Standing.FAILS if seen.unexplained_modules else Standing.HOLDS
    return (
        _check(Subject.WINDOW, Aspect.NETWORK, network, at, _tried(seen.probes, _NETWORK)),
        sockets_check(sockets, at),
        _check(Subject.WINDOW, Aspect.MODULES, modules, at, seen.unexplained_modules),
        _check(Subject.WINDOW, Aspect.MEMORY, _of_states(list(memory.values())), at, _said(memory)),
    )


def sockets_check(sockets: SocketsSeen | None, at: datetime) -> Check:
    """Return the claim about the connections that the window has open now. `sockets` is None if nobody can count."""
    if sockets is None:
        return Check(Subject.WINDOW, Aspect.SOCKETS, Standing.NOT_CHECKED, None)
    standing = Standing.FAILS if sockets.beyond else Standing.HOLDS
    amounts = (sockets.beyond, sockets.within)
    return Check(Subject.WINDOW, Aspect.SOCKETS, standing, at, ("SO_DOMAIN",), amounts)


def child_checks(subject: Subject, walls: Walls | None, at: datetime) -> tuple[Check, ...]:
    """Return the claims of a child; none of them is checked if it did not come up behind its walls.

    Args:
        subject: which child.
        walls: what it reported.
        at: when.
    """
    aspects = (
        *(Aspect.NETWORK, Aspect.FILES, Aspect.PROCESSES, Aspect.MEMORY),
        *(Aspect.INHERITED, Aspect.BOUNDS),
    )
    if walls is None:
        return tuple(Check(subject, aspect, Standing.NOT_CHECKED, None) for aspect in aspects)
    isolation, confinement = walls.isolation, walls.confinement
    probes = confinement.probes
    ways = {Aspect.NETWORK: (*_NETWORK, "unix"), Aspect.FILES: _FILES, Aspect.PROCESSES: _PROCESSES}
    states = _states(isolation, confinement, bounds_time=subject is Subject.READER)
    checks = []
    for aspect in aspects:
        if aspect in ways:
            standing, tried = _of_probes(probes, ways[aspect]), _tried(probes, ways[aspect])
        else:
            standing = _of_states(list(states[aspect].values()))
            tried = _said(states[aspect])
        if aspect is Aspect.FILES:
            tried = (*tried, f"landlock: {confinement.landlock.value}")
        checks.append(_check(subject, aspect, standing, at, tried))
    return tuple(checks)


def _states(
    isolation: Isolation, confinement: Confinement, *, bounds_time: bool
) -> dict[Aspect, dict[str, WallState]]:
    bounds = {"memory_bounded": confinement.memory_bounded}
    if bounds_time:
        bounds["time_bounded"] = confinement.time_bounded
    return {
        Aspect.MEMORY: {"no_core_dump": isolation.no_core_dump, "not_traceable": isolation.not_traceable},
        Aspect.INHERITED: {
            "descriptors_closed": isolation.descriptors_closed,
            "no_new_privileges": isolation.no_new_privileges,
            "ends_with_parent": isolation.ends_with_parent,
        },
        Aspect.BOUNDS: bounds,
    }


def _of_probes(probes: Probes, names: Sequence[str]) -> Standing:
    outcomes = {outcome for name, outcome in asdict(probes).items() if name in names}
    if Outcome.ALLOWED in outcomes:
        return Standing.FAILS
    if Outcome.DENIED not in outcomes:
        return Standing.NOT_CHECKED
    # A family of sockets that is not tried is one that is not there; a way to files or processes may be there.
    has_untried = Outcome.NOT_PROBED in outcomes and not set(names) <= {*_NETWORK, "unix"}
    return Standing.PARTLY if has_untried else Standing.HOLDS


def _of_states(states: Sequence[WallState]) -> Standing:
    held = [state is WallState.HELD for state in states]
    if all(held):
        return Standing.HOLDS
    return Standing.PARTLY if any(held) else Standing.FAILS


def _tried(probes: Probes, names: Sequence[str]) -> tuple[str, ...]:
    found = asdict(probes)
    return tuple(f"{name}: {found[name].value}" for name in names)


def _said(states: Mapping[str, WallState]) -> tuple[str, ...]:
    return tuple(f"{name}: {state.value}" for name, state in states.items())


def _check(
    subject: Subject, aspect: Aspect, standing: Standing, at: datetime, tried: tuple[str, ...]
) -> Check:
    return Check(subject, aspect, standing, None if standing is Standing.NOT_CHECKED else at, tried)
