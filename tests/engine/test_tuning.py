"""The rule for threads, on machines of every size."""

import os

import pytest

from app.engine.tuning import threads


@pytest.mark.parametrize(("cores", "expected"), [(1, 1), (2, 1), (4, 3), (8, 7), (9, 8), (64, 8)])
def test_one_core_is_left_to_others_and_at_most_eight_are_used(
    monkeypatch: pytest.MonkeyPatch, cores: int, expected: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: set(range(cores)), raising=False)
    assert threads() == expected


def test_where_only_the_number_of_cores_is_known_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert threads() == 5
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert threads() == 1
