"""The connected areas of a map of yes and no."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Box = tuple[int, int, int, int]
"""Left, top, right, bottom; the last two are the first outside."""


def component_boxes(is_set: npt.NDArray[np.bool_]) -> list[Box]:
    """Return the box around each area of set cells that touch, corners included.

    Runs of set cells are joined row by row with a union-find (two-pass labelling after Rosenfeld and Pfaltz, 1966).
    """
    areas = _Areas()
    edges = np.diff(np.pad(is_set, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    before: list[tuple[int, int, int]] = []
    before_row = -2
    for row in np.flatnonzero(is_set.any(axis=1)).tolist():
        if row != before_row + 1:
            before = []
        begins = np.flatnonzero(edges[row] == 1).tolist()
        ends = np.flatnonzero(edges[row] == -1).tolist()
        before = areas.add_row(row, list(zip(begins, ends, strict=True)), before)
        before_row = row
    return areas.boxes()


class _Areas:
    def __init__(self) -> None:
        self._parents: list[int] = []
        self._boxes: list[list[int]] = []

    def add_row(
        self, row: int, runs: list[tuple[int, int]], above: list[tuple[int, int, int]]
    ) -> list[tuple[int, int, int]]:
        """Return the runs of a row with their areas; `above` is the same of the row above. Both are in order."""
        labelled = []
        first = 0
        for begin, end in runs:
            while first < len(above) and above[first][1] < begin:
                first += 1
            touched = []
            at = first
            while at < len(above) and above[at][0] <= end:
                touched.append(above[at][2])
                at += 1
            label = self._joined(touched) if touched else self._new(begin, row)
            box = self._boxes[label]
            box[:] = min(box[0], begin), box[1], max(box[2], end), row + 1
            labelled.append((begin, end, label))
        return labelled

    def boxes(self) -> list[Box]:
        return [
            (box[0], box[1], box[2], box[3])
            for label, box in enumerate(self._boxes)
            if self._parents[label] == label
        ]

    def _new(self, column: int, row: int) -> int:
        self._parents.append(len(self._parents))
        self._boxes.append([column, row, column, row])
        return len(self._parents) - 1

    def _joined(self, labels: list[int]) -> int:
        roots = [self._root(label) for label in labels]
        for one, other in pairwise(roots):
            self._join(self._root(one), self._root(other))
        return self._root(roots[0])

    def _join(self, one: int, other: int) -> None:
        if one == other:
            return
        self._parents[other] = one
        box, more = self._boxes[one], self._boxes[other]
        box[:] = min(box[0], more[0]), min(box[1], more[1]), max(box[2], more[2]), max(box[3], more[3])

    def _root(self, label: int) -> int:
        while self._parents[label] != label:
            self._parents[label] = self._parents[self._parents[label]]
            label = self._parents[label]
        return label
