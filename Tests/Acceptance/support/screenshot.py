"""The colours of a screenshot."""

from collections import Counter
from io import BytesIO

from PIL import Image


def colours(png: bytes) -> Counter:
    """How often each colour comes."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    counts = picture.getcolors(picture.width * picture.height)
    return Counter({bytes(colour): count for count, colour in counts})
