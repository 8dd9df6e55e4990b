"""The look in numbers: colours, type, spaces. The one place where any of them is written down.

Colours are six hex digits without a sign. Lengths are pixels at 96 dpi. No Qt here, so that a test can weigh
the contrasts and another program could draw the same look.

Weighed against every ground they lie on, the pairs of the first draft hold, with these limits (the test weighs
them all: 7 on the shared screen, 4.5 at the desk, 3 for the edges of controls and the focus ring):

- `text3` on light grounds reaches 5 to 6: for the desk alone. The shared screen uses `text2`.
- A voice's colour on the private ground reaches 6.9: for the desk alone, as the private ground is.
- `hover` and `pressed` are not in the draft. They stay light enough that `text` keeps 7 and `line2` keeps 3 on them.
- The focus ring next to a filled button reaches only 1.3 to 2.2, so it lies outside, with a gap of ground between.
- `disabled` is no fainter than `text3`: what cannot be done now, and why, should stay readable. High contrast has a
  grey of its own there, since its `text3` is white.
"""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The three sets of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours. Names say what a colour is for; see the comments beside them."""

    look: Look
    canvas: str  # the window
    surface: str  # cards, bars
    raised: str  # fields, default buttons
    sunken: str  # the rail
    hover: str  # behind a quiet control under the pointer
    pressed: str
    text: str
    text2: str
    text3: str  # placeholders and hints, at the desk only
    disabled: str  # words of a control that cannot be used now
    line: str  # decoration
    line2: str  # the edge of a control
    ink: str  # the primary button
    ink_hover: str
    onink: str  # on ink, and on any voice's colour
    client: str
    client_bg: str
    therapist: str
    therapist_bg: str
    ai: str
    ai_bg: str
    private: str
    private_bg: str
    private_field: str
    focus: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str


LIGHT = Colours(
    look=Look.LIGHT,
    canvas="F6F2EA",
    surface="FFFDF9",
    raised="FFFFFF",
    sunken="EDE7DB",
    hover="ECE6DA",
    pressed="E3DBCC",
    text="1F2328",
    text2="454A52",
    text3="5C616A",
    disabled="5C616A",
    line="DCD3C3",
    line2="82796A",
    ink="24292F",
    ink_hover="3A414A",
    onink="FFFDF9",
    client="86370F",
    client_bg="FDF0E7",
    therapist="0A5556",
    therapist_bg="DCEFEC",
    ai="3B4658",
    ai_bg="E6EAF1",
    private="473F7C",
    private_bg="ECEAF4",
    private_field="FAF9FD",
    focus="1558C0",
    danger="8F1D1D",
    danger_bg="FBE9E7",
    warn="6B4A00",
    warn_bg="FBF0D3",
)

DARK = Colours(
    look=Look.DARK,
    canvas="16181B",
    surface="1E2125",
    raised="272B30",
    sunken="101214",
    hover="2B3036",
    pressed="363C43",
    text="F2EEE6",
    text2="CDC8BE",
    text3="A9A499",
    disabled="A9A499",
    line="363B41",
    line2="8A8F98",
    ink="F2EEE6",
    ink_hover="D9D4CA",
    onink="1A1C1F",
    client="F4AC88",
    client_bg="3A251B",
    therapist="7AD5CB",
    therapist_bg="14302F",
    ai="BCC7DA",
    ai_bg="262C36",
    private="C6BEF0",
    private_bg="23212F",
    private_field="1A1924",
    focus="86B7FF",
    danger="FFB0A6",
    danger_bg="3B1E1C",
    warn="F2CF7E",
    warn_bg="352A12",
)

CONTRAST = Colours(
    look=Look.CONTRAST,
    canvas="000000",
    surface="000000",
    raised="000000",
    sunken="000000",
    hover="2B2B2B",
    pressed="404040",
    text="FFFFFF",
    text2="FFFFFF",
    text3="FFFFFF",
    disabled="B4B4B4",
    line="FFFFFF",
    line2="FFFFFF",
    ink="FFFFFF",
    ink_hover="D8D8D8",
    onink="000000",
    client="FFB78F",
    client_bg="000000",
    therapist="84F2E6",
    therapist_bg="000000",
    ai="DCE6F7",
    ai_bg="000000",
    private="D9D0FF",
    private_bg="000000",
    private_field="000000",
    focus="FFE600",
    danger="FFB0A6",
    danger_bg="000000",
    warn="FFE08A",
    warn_bg="000000",
)

COLOURS = {colours.look: colours for colours in (LIGHT, DARK, CONTRAST)}


class PresetName(StrEnum):
    """From how far the screen is read."""

    DESK = "desk"
    SIDE = "side"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Preset:
    """Sizes for one distance: five sizes of type and the least height of a button, in pixels."""

    name: PresetName
    read: int  # statements
    title: int
    body: int
    label: int
    small: int
    button: int


DESK = Preset(PresetName.DESK, read=23, title=28, body=17, label=15, small=14, button=42)
SIDE = Preset(PresetName.SIDE, read=33, title=40, body=26, label=26, small=26, button=58)
ROOM = Preset(PresetName.ROOM, read=65, title=65, body=51, label=63, small=51, button=92)

PRESETS = {preset.name: preset for preset in (DESK, SIDE, ROOM)}

LINE_HEIGHT = 1.45  # of the size, for reading text
MEASURE_EM = 30  # the longest line of reading text

SPACE_4 = 4
SPACE_8 = 8
SPACE_12 = 12
SPACE_16 = 16
SPACE_24 = 24
SPACE_32 = 32
SPACE_56 = 56

RADIUS_CONTROL = 8
RADIUS_CARD = 12
RADIUS_MARK = 0.26  # of the mark's height

RAIL_WIDTH = 196
RAIL_WIDTH_COMPACT = 76
PANEL_WIDTH = 420
PANEL_WIDTH_NARROW = 348
CARD_WIDTH = 520
READING_WIDTH = 900
HATCH_WIDTH = 10
FOCUS_WIDTH = 3
FOCUS_GAP = 2
MARK_AT_DESK = 30
INITIAL_FROM = 19  # a badge smaller than this carries no initial

REVEAL_MS = 200
STEP_MS = 120
