"""Lines and rows as they are read from a screen of 1,080 pixels, without reading any."""

from collections.abc import Mapping

from PIL import Image

from app.bring.recognising.reading import Line
from app.bring.recognising.rows import Colour, Row

WIDTH, HEIGHT = 1_080, 2_340
PITCH, ROW_HEIGHT, LETTER = 60, 50, 20
WHITE: Colour = (255.0, 255.0, 255.0)
GREY: Colour = (240.0, 240.0, 240.0)


def row(text: str, left: int, top: int, ground: Colour = WHITE) -> Row:
    """One line of text."""
    return Row((text,), (left, top, left + LETTER * len(text), top + ROW_HEIGHT), ground)


def line(text: str, left: int, top: int, size: float = 1.0) -> Line:
    """One line of text; of smaller letters if `size` is below 1."""
    box = (left, top, left + round(size * LETTER * len(text)), top + round(size * ROW_HEIGHT))
    return Line(text, box, 1.0)


def screen(bubbles: Mapping[tuple[int, int, int, int], Colour]) -> Image.Image:
    """A white screen with bubbles on it."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    for box, (red, green, blue) in bubbles.items():
        image.paste((round(red), round(green), round(blue)), box)
    return image
