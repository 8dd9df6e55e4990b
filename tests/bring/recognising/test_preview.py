"""The picture for people to compare."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.bring.messages import MOST_PICTURE_HEIGHT, MOST_PICTURE_WIDTH
from app.bring.recognising.preview import preview_of


def test_a_small_picture_is_sent_as_it_is() -> None:
    image = Image.new("RGB", (3, 2), (1, 2, 3))
    preview = preview_of(image)
    assert (preview.width, preview.height, preview.pixels) == (3, 2, b"\x01\x02\x03" * 6)


@settings(max_examples=30, deadline=None)
@given(st.integers(8, 12_000), st.integers(8, 4_000))
def test_any_picture_fits_and_keeps_its_shape(long: int, short: int) -> None:
    for size in ((long, short), (short, long)):
        preview = preview_of(Image.new("RGB", size))
        assert 1 <= preview.width <= MOST_PICTURE_WIDTH
        assert 1 <= preview.height <= MOST_PICTURE_HEIGHT
        assert len(preview.pixels) == 3 * preview.width * preview.height
        assert abs(preview.width / preview.height - size[0] / size[1]) <= size[0] / size[1] * (
            1 / preview.width + 1 / preview.height
        )
