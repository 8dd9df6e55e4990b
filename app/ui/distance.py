"""How large letters have to be for a reader at a distance, from the screen's physical dots per inch.

ISO 9241-3 asks for capitals 20 to 22 minutes of arc high, and 16 at the least. A preset's sizes are pixels at 96 dpi;
the rule that makes them fit a real screen has three steps:

1. **Wanted.** The preset is enlarged as a whole until the capitals of `read` reach 20 minutes at its distance and
   those of `small`, its smallest, reach 16. It is never made smaller than its tokens, however coarse the screen.
2. **Room.** A window that could not show one statement with its choices at that size gets the largest at which it
   can.
3. **Floor.** But never less than the tokens of side by side, however small the window.

The settings say in words what came of it. The desk keeps its tokens: it is read by the person who sits at it, follows
the system's own scaling, and has Ctrl + and -.
"""

from dataclasses import dataclass
from enum import Enum
from math import pi, tan

from PySide6.QtGui import QScreen

from app.ui.tokens import SIDE, Preset, PresetName

PREFERRED_ARC_MINUTES = 20.0
LEAST_ARC_MINUTES = 16.0
DISTANCE_M = {PresetName.SIDE: 1.0, PresetName.ROOM: 2.0}
"""From how far each preset of the shared screen is read, in metres."""
CAPITAL_SHARE = 0.668
"""Height of a capital in Atkinson Hyperlegible Next, in em. Literata's, 0.701, is larger."""

_NEEDED = {PresetName.SIDE: (1024, 640), PresetName.ROOM: (1620, 1080)}
"""Width and height, in pixels, of a window that shows one statement with its choices at a preset's tokens."""
_LEAST_DOTS, _MOST_DOTS = 50.0, 600.0
_USUAL_DOTS = 96.0
_MM_PER_INCH = 25.4


class Reach(Enum):
    """Which advice the letters keep."""

    PREFERRED = "preferred"
    LEAST = "least"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Sizing:
    """By how much a preset is enlarged (or made smaller, below 1), and what its letters reach with that."""

    factor: float
    reach: Reach


def pixels_per_inch(dots_per_inch: float, device_pixel_ratio: float) -> float:
    """Return how many logical pixels lie on an inch of glass.

    Args:
        dots_per_inch: `QScreen.physicalDotsPerInch`, which counts logical pixels (Qt 6.11: a screen of the same
            glass gives half as many at a device pixel ratio of 2).
        device_pixel_ratio: the screen's own dots along one logical pixel.

    Projectors, televisions and virtual screens often give a size of nothing, or of another thing. What would make
    fewer than 50 or more than 600 of the screen's own dots on an inch is not believed: then they are taken for 96
    times the device pixel ratio, the usual screen.
    """
    dots = dots_per_inch * device_pixel_ratio
    if not is_believed(dots_per_inch, device_pixel_ratio):
        dots = _USUAL_DOTS * device_pixel_ratio
    return dots / device_pixel_ratio


def is_believed(dots_per_inch: float, device_pixel_ratio: float) -> bool:
    """Return whether a screen can be of the size that it gives; arguments as for `pixels_per_inch`."""
    return _LEAST_DOTS <= dots_per_inch * device_pixel_ratio <= _MOST_DOTS


def pixels_for(arc_minutes: float, metres: float, per_inch: float) -> float:
    """Return the size of type, in logical pixels, whose capitals are so many minutes of arc high."""
    capital_mm = 2_000 * metres * tan(arc_minutes / 60 * pi / 180 / 2)
    return capital_mm / _MM_PER_INCH * per_inch / CAPITAL_SHARE


def wanted(preset: Preset, per_inch: float) -> float:
    """Return the first step of the rule: how much a preset is enlarged on such a screen. At least 1."""
    metres = DISTANCE_M[preset.name]
    preferred = pixels_for(PREFERRED_ARC_MINUTES, metres, per_inch)
    least = pixels_for(LEAST_ARC_MINUTES, metres, per_inch)
    return max(1.0, preferred / preset.read, least / preset.small)


def sizing(preset: Preset, per_inch: float, width: int, height: int, enlarged: float = 1.0) -> Sizing:
    """Return how a preset is sized in a window of `width` by `height` logical pixels; see the rule above.

    `enlarged` is what somebody enlarged everything by, which comes on top: it counts for what is reached alone.
    """
    asked = wanted(preset, per_inch)
    needed_width, needed_height = _NEEDED[preset.name]
    room = min(width / needed_width, height / needed_height)
    floor = min(1.0, SIDE.read / preset.read)
    factor = max(floor, min(asked, room))
    return Sizing(factor, _reach(preset, per_inch, factor * enlarged))


def screen_pixels_per_inch(screen: QScreen) -> float:
    """Return how many logical pixels lie on an inch of this screen, as far as it can be believed."""
    return pixels_per_inch(screen.physicalDotsPerInch(), screen.devicePixelRatio())


def _reach(preset: Preset, per_inch: float, factor: float) -> Reach:
    metres = DISTANCE_M[preset.name]
    # Sizes become whole pixels: half of one more or less changes nothing for a reader.
    read = preset.read * factor + 0.5
    if read >= pixels_for(PREFERRED_ARC_MINUTES, metres, per_inch):
        return Reach.PREFERRED
    return Reach.LEAST if read >= pixels_for(LEAST_ARC_MINUTES, metres, per_inch) else Reach.BELOW
