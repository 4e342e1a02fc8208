"""Opening pictures of strangers: what they declare is bounded before anything is decoded."""

# Stubs of Pillow speak of numpy, which is not here.
# pyright: reportUnknownMemberType=false

import io
import struct
import warnings
import zlib

from PIL import Image

from study.evidence.errors import DamagedPicture, TooManyPixels

MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError)
"""What Pillow raises at damaged pictures, beside what is its own."""


def grey(content: bytes, most_pixels: int) -> Image.Image:
    """The first image of a picture in grey, decoded to its end, then made smaller to about
    `most_pixels`. Raises DamagedPicture, TooManyPixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own bound, and oddities of metadata.
            return _decoded(content, most_pixels)
    except Image.DecompressionBombError:
        raise TooManyPixels from None
    except (*_DAMAGE, struct.error, zlib.error, MemoryError):
        raise DamagedPicture from None


def _decoded(content: bytes, most_pixels: int) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise TooManyPixels
        if picture.width * picture.height > 4 * most_pixels:
            # Only JPEG can: it decodes to a fraction of its size.
            picture.draft("L", (picture.width // 2, picture.height // 2))
        picture.load()
        smaller = (most_pixels / max(1, picture.width * picture.height)) ** 0.5
        whole = _on_white(picture)
    if smaller >= 1:
        return whole
    size = (max(1, round(whole.width * smaller)), max(1, round(whole.height * smaller)))
    return whole.resize(size, Image.Resampling.BOX)


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in grey; what is transparent is white."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    pair = picture.convert("LA")
    white = Image.new("L", pair.size, 255)
    white.paste(pair.getchannel("L"), mask=pair.getchannel("A"))
    return white
