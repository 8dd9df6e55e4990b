"""The picture itself, made smaller, for people to compare with what was read."""

from PIL import Image

from app.bring.messages import MOST_PICTURE_HEIGHT, MOST_PICTURE_WIDTH
from app.domain.conversation import Preview


def preview_of(image: Image.Image) -> Preview:
    """Return a picture of red, green and blue as it is sent."""
    scale = min(1.0, MOST_PICTURE_WIDTH / image.width, MOST_PICTURE_HEIGHT / image.height)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return Preview(*size, small.tobytes())
