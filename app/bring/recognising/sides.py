"""Who says what: bubbles on the right are the person's; what stands on the left, or fills the screen, is the AI's."""

from collections.abc import Sequence

from app.bring.recognising.rows import Colour, Colours, Row
from app.domain.conversation import Role

_INDENTED = 0.12
"""A bubble on the right begins at least that far from where other text begins, in widths of all text."""
_RIGHT = 1.3
"""It is at least that many times as far from the left as from the right."""
_OTHER_COLOUR = 5.0
"""From 0 to 255: faint bubbles differ by ten, and compressing changes colours by two."""
_STRIP = 0.03
_LETTERS = 3
_NEAR = 1.5

Side = tuple[Role, list[Row]]


def sides(rows: Sequence[Row], colours: Colours) -> list[Side] | None:
    """Return the rows in turns, from top to bottom; None if there are not two sides.

    On the right is what is indented, ends near the right edge, and stands on another colour than what is left of it.
    So neither a date on a letter is taken for a bubble nor a line of a program.
    """
    anchors = [row for row in rows if len(row.text) >= _LETTERS] or list(rows)
    if not anchors:
        return None
    left = min(row.box[0] for row in anchors)
    right = max(row.box[2] for row in anchors)
    turns: list[Side] = []
    for group in _groups([(row, _is_indented_bubble(row, left, right, colours)) for row in rows]):
        is_right = group[1] and _leans_right(group[0], left, right)
        role = Role.USER if is_right else Role.ASSISTANT
        if turns and turns[-1][0] is role:
            turns[-1][1].extend(group[0])
        else:
            turns.append((role, group[0]))
    return turns if {role for role, _ in turns} == {Role.USER, Role.ASSISTANT} else None


def _groups(marked: Sequence[tuple[Row, bool]]) -> list[tuple[list[Row], bool]]:
    """Return rows that stand close under each other and are both bubbles on the right, or both not."""
    groups: list[tuple[list[Row], bool]] = []
    for row, is_bubble in marked:
        if groups and groups[-1][1] == is_bubble:
            last = groups[-1][0][-1]
            if row.box[1] - last.box[3] < _NEAR * max(row.height, last.height):
                groups[-1][0].append(row)
                continue
        groups.append(([row], is_bubble))
    return groups


def _is_indented_bubble(row: Row, left: int, right: int, colours: Colours) -> bool:
    if row.box[0] - left < _INDENTED * (right - left):
        return False
    strip = (left, row.box[1], left + max(4, round(_STRIP * (right - left))), row.box[3])
    return _differ(row.ground, colours.within(strip))


def _leans_right(rows: Sequence[Row], left: int, right: int) -> bool:
    begin, end = min(row.box[0] for row in rows), max(row.box[2] for row in rows)
    return begin - left > _RIGHT * (right - end)


def _differ(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) > _OTHER_COLOUR
