"""How far a photographed screen is tilted: rows of text are sharpest when they are looked along.

Projection profiles of the places where text is (after Postl, "Detection of linear oblique structures and skew scan in
digitized documents", 1986).
"""

import math

import numpy as np
import numpy.typing as npt

MOST_DEGREES = 12.0
LEAST_DEGREES = 0.4
"""Screenshots are not tilted at all, and less than that is read as it is."""
_STEP_DEGREES = 0.25
_SHARPER = 1.05
_MOST_PLACES = 60_000


def tilt_degrees(is_text: npt.NDArray[np.bool_]) -> float:
    """Return by how many degrees to turn a picture anticlockwise so that its rows lie level: 0 if they do.

    Args:
        is_text: Where text is, by rows and columns.
    """
    rows, columns = np.nonzero(is_text)
    step = max(1, len(rows) // _MOST_PLACES)
    rows, columns = rows[::step], columns[::step]
    if not len(rows):
        return 0.0
    count = round(MOST_DEGREES / _STEP_DEGREES)
    degrees = [number * _STEP_DEGREES for number in range(-count, count + 1)]
    sharpness = [_sharpness(rows, columns, angle) for angle in degrees]
    best = max(range(len(degrees)), key=lambda number: (sharpness[number], -abs(degrees[number])))
    is_tilted = abs(degrees[best]) >= LEAST_DEGREES and sharpness[best] > _SHARPER * sharpness[count]
    return degrees[best] if is_tilted else 0.0


def _sharpness(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], degrees: float) -> float:
    levels = np.floor(rows - columns * math.tan(math.radians(degrees))).astype(np.int64)
    profile = np.bincount(levels - levels.min()).astype(np.float64)
    return float((profile**2).sum())
