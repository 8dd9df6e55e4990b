"""From a picture to turns: what `app/bring/formats/picture.py` asks for once a picture has come."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from app.bring.recognising.chrome import without_chrome
from app.bring.recognising.components import Box
from app.bring.recognising.decoding import decoded, ready_decoders
from app.bring.recognising.finding import TextFinder, without_twins
from app.bring.recognising.networks import Model, Network, checked_model
from app.bring.recognising.paragraphs import Paragraphs
from app.bring.recognising.picture_kinds import PictureKind
from app.bring.recognising.preview import preview_of
from app.bring.recognising.reading import LineReader
from app.bring.recognising.rows import Colours, rows_of
from app.bring.recognising.sides import sides
from app.bring.recognising.tiles import tiles
from app.domain.conversation import Preview, Role, Said, Turn

MOST_LINES = 1_500
"""A minute's work. A screen has forty, the longest scrolled ones a thousand."""
_FINDING = 0.4
"""How much of the work it is to find where text stands."""
_EDGE_SIDE = 64
_WARMING_SIZE = (320, 64)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read.

    Attributes:
        turns: Two sides if they can be told apart; else one, of a role that is not known; none if there is no text.
        preview: The picture, level and made smaller.
        unread: How many lines are there and could not be read.
        is_whole: Whether nothing was left out for want of room.
        is_still: Whether the file shows only this picture.
    """

    turns: tuple[Turn, ...]
    preview: Preview
    unread: int
    is_whole: bool
    is_still: bool


class Recogniser:
    """The decoders and both networks, loaded and run once, so that nothing is opened or imported any more.

    Raises:
        ReadingError: NO_RECOGNITION if they are not installed as they were tried.
    """

    def __init__(self) -> None:
        ready_decoders()
        self._finder = TextFinder(Network(checked_model(Model.FINDING)))
        self._reader = LineReader(Network(checked_model(Model.READING)))
        self._warm_up()

    def recognise(self, data: bytes, kind: PictureKind, goes_on: Callable[[float], None]) -> Recognised:
        """Read a picture, and tell on the way how much of it is done.

        Raises:
            ReadingError: BROKEN, TOO_LARGE, or NO_TEXT if it is too small for any.
        """
        image, is_still = decoded(data, kind)
        image = self._level(image)
        boxes = self._boxes(image, goes_on)
        read = self._reader.lines(
            image, boxes[:MOST_LINES], lambda done: goes_on(_FINDING + (1 - _FINDING) * done)
        )
        colours = Colours(image)
        rows = rows_of([line for line in read if line.is_sure], colours)
        rows = without_chrome(rows, image.width, image.height)
        paragraphs = Paragraphs(rows)
        arranged = sides(rows, colours) or ([(Role.UNKNOWN, rows)] if rows else [])
        return Recognised(
            turns=tuple(Turn(role, Said(paragraphs.text(said))) for role, said in arranged),
            preview=preview_of(image),
            unread=sum(line.is_long and not line.is_sure for line in read),
            is_whole=len(boxes) <= MOST_LINES,
            is_still=is_still,
        )

    def _level(self, image: Image.Image) -> Image.Image:
        """Return a picture with its rows level: people photograph screens. Scrolled screens are none of theirs."""
        if len(tiles(*image.size)) > 1:
            return image
        degrees = self._finder.tilt_degrees(image)
        if not degrees:
            return image
        small = image.resize((_EDGE_SIDE, _EDGE_SIDE))
        around = Colours(small).around((0, 0, *small.size))
        return image.rotate(
            degrees,
            Image.Resampling.BICUBIC,
            expand=True,
            fillcolor=(round(around[0]), round(around[1]), round(around[2])),
        )

    def _boxes(self, image: Image.Image, goes_on: Callable[[float], None]) -> list[Box]:
        found = []
        pieces = tiles(*image.size)
        for number, tile in enumerate(pieces):
            goes_on(_FINDING * number / len(pieces))
            found += self._finder.boxes(image, tile)
        return without_twins(found)

    def _warm_up(self) -> None:
        """Decode and read small pictures: decoders and networks set themselves up when they are first used."""
        paper = Image.new("RGB", _WARMING_SIZE, "white")
        for kind in (PictureKind.PNG, PictureKind.JPEG, PictureKind.WEBP):
            file = io.BytesIO()
            paper.save(file, kind.value)
            decoded(file.getvalue(), kind)
        self._finder.boxes(paper, tiles(*paper.size)[0])
        self._reader.lines(paper, [(0, 0, *_WARMING_SIZE)], lambda _read: None)
