"""The colours of a screenshot, read without a library for pictures."""

import struct
import zlib
from collections import Counter


def colours(png: bytes) -> Counter:
    """How often each colour comes, of a PNG as browsers write it: eight bits, not interlaced."""
    width, height, _, kind = struct.unpack(">IIBB", png[16:26])
    size = {2: 3, 6: 4}[kind]
    data, offset = b"", 8
    while offset < len(png):
        length, name = struct.unpack(">I4s", png[offset : offset + 8])
        if name == b"IDAT":
            data += png[offset + 8 : offset + 8 + length]
        offset += length + 12
    raw = zlib.decompress(data)
    stride = width * size
    above = bytearray(stride)
    counts: Counter = Counter()
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        unfilter(raw[start], line, above, size)
        counts.update(bytes(line[i : i + 3]) for i in range(0, stride, size))
        above = line
    return counts


def unfilter(kind: int, line: bytearray, above: bytearray, size: int) -> None:
    for i in range(len(line)):
        left = line[i - size] if i >= size else 0
        up = above[i]
        corner = above[i - size] if i >= size else 0
        if kind == 1:
            line[i] = line[i] + left & 255
        elif kind == 2:
            line[i] = line[i] + up & 255
        elif kind == 3:
            line[i] = line[i] + (left + up) // 2 & 255
        elif kind == 4:
            guess = left + up - corner
            nearest = min((left, up, corner), key=lambda value: abs(guess - value))
            line[i] = line[i] + nearest & 255
