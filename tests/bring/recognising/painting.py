"""Paints screens of telephones as chat services show them, and knows what stands on them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.domain.conversation import Role

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
SANS = "AtkinsonHyperlegibleNext_400Regular.ttf"
SERIF = "Literata_400Regular.ttf"
CANVAS_HEIGHT = 20_000


@dataclass(frozen=True)
class Colours:
    """Of the screen, of text, of what is said on the right and on the left (none: no bubble)."""

    page: str
    ink: str
    dim: str
    right: str
    left: str | None = None


LIGHT = Colours("#ffffff", "#0d0d0d", "#8f8f8f", "#f0f0f0")
DARK = Colours("#212121", "#ececec", "#9a9a9a", "#323232")
MESSENGER = Colours("#efe7de", "#111b21", "#667781", "#d9fdd3", "#ffffff")
DARK_MESSENGER = Colours("#0b141a", "#e9edef", "#8696a0", "#005c4b", "#202c33")


@dataclass(frozen=True)
class Look:
    """How a screen looks. Sizes are in pixels."""

    colours: Colours = LIGHT
    font: str = SANS
    size: int = 40
    width: int = 1_080
    least_height: int = 0
    status: tuple[str, str] | None = None
    title: str = ""
    below: tuple[str, ...] = ()
    stamps: bool = False


@dataclass
class Screen:
    """A painted screen, and its lines in the order in which they were painted."""

    image: Image.Image
    lines: list[str] = field(default_factory=list)


class _Painter:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.screen = Screen(Image.new("RGB", (look.width, CANVAS_HEIGHT), look.colours.page))
        self.draw = ImageDraw.Draw(self.screen.image)
        self.margin = round(look.width * 0.05)
        self.y = round(look.width * 0.03)

    def font(self, share: float = 1.0) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(FONTS / self.look.font, round(self.look.size * share))

    def line(self, x: float, y: float, text: str, font: ImageFont.FreeTypeFont, ink: str) -> None:
        self.draw.text((x, y), text, font=font, fill=ink)
        self.screen.lines.append(text)

    def wrapped(self, text: str, width: int) -> list[list[str]]:
        """The lines of each paragraph."""
        font = self.font()
        paragraphs = []
        for paragraph in text.split("\n\n"):
            lines = []
            for piece in paragraph.split("\n"):
                now = ""
                for word in piece.split(" "):
                    if now and font.getlength(f"{now} {word}") > width:
                        lines.append(now)
                        now = word
                    else:
                        now = f"{now} {word}".strip()
                lines.append(now)
            paragraphs.append(lines)
        return paragraphs

    def say(self, role: Role, text: str) -> None:
        look, is_right = self.look, role is Role.USER
        ground = look.colours.right if is_right else look.colours.left
        inside = round(look.width * 0.03) if ground else 0
        most = round(look.width * 0.74) if ground else look.width - 2 * self.margin
        paragraphs = self.wrapped(text, most - 2 * inside)
        font, pitch = self.font(), round(look.size * 1.4)
        widest = max(font.getlength(line) for lines in paragraphs for line in lines)
        height = sum(len(lines) for lines in paragraphs) * pitch + (len(paragraphs) - 1) * round(pitch * 0.6)
        height += 2 * inside + (round(look.size * 0.9) if look.stamps and ground else 0)
        width = max(widest, 5 * look.size if look.stamps else 0) + 2 * inside
        left = look.width - self.margin - width if is_right else self.margin
        if ground:
            box = (left, self.y, left + width, self.y + height)
            self.draw.rounded_rectangle(box, look.size // 2, fill=ground)
        y = self.y + inside
        for lines in paragraphs:
            for line in lines:
                self.line(left + inside, y, line, font, look.colours.ink)
                y += pitch
            y += round(pitch * 0.6)
        if look.stamps and ground:
            small = self.font(0.68)
            x = left + width - inside - small.getlength("14:02")
            self.line(x, self.y + height - inside - look.size * 0.8, "14:02", small, look.colours.dim)
        self.y += height + round(look.size * 0.9)


def painted(said: Sequence[tuple[Role, str]], look: Look) -> Screen:
    """A screen on which these turns are."""
    painter = _Painter(look)
    colours, small = look.colours, painter.font(0.85)
    if look.status is not None:
        painter.line(painter.margin, painter.y, look.status[0], small, colours.ink)
        x = look.width - painter.margin - small.getlength(look.status[1])
        painter.line(x, painter.y, look.status[1], small, colours.ink)
        painter.y += round(look.size * 1.9)
    if look.title:
        painter.line(painter.margin, painter.y, look.title, painter.font(1.1), colours.ink)
        painter.y += round(look.size * 2.4)
    for role, text in said:
        painter.say(role, text)
    height = max(painter.y, look.least_height - round(look.size * 2.6) * len(look.below))
    for text in look.below:
        box = (painter.margin / 2, height, look.width - painter.margin / 2, height + look.size * 2.1)
        painter.draw.rounded_rectangle(box, look.size, outline=colours.dim, width=2)
        painter.line(painter.margin * 1.5, height + look.size * 0.5, text, painter.font(), colours.dim)
        height += round(look.size * 2.6)
    screen = painter.screen
    screen.image = screen.image.crop((0, 0, look.width, height))
    return screen


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """A picture as a file of some kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
