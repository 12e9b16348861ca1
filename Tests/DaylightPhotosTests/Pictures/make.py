#!/usr/bin/env python3
"""Makes the pictures of these tests and those that the audit must find, with Pillow. They show four fields of colour, each in a corner,
so that it can be seen how a picture was turned. Their place is in the sea, at 0° 0′."""

import struct
import zlib
from pathlib import Path

from PIL import Image, PngImagePlugin

HERE = Path(__file__).parent
RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 180), (240, 240, 230)


def corners(width, height):
    """Red, green, blue and white: left and right above, left and right below."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(WHITE, (width // 2, height // 2, width, height))
    return picture


def exif(orientation):
    """What a phone writes: how it was held, its maker, the day, and the place."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Example Phones"
    data[0x0132] = "2026:01:02 03:04:05"
    data.get_ifd(0x8825).update({1: "N", 2: (0.0, 0.0, 0.1), 3: "E", 4: (0.0, 0.0, 0.1)})
    return data.tobytes()


def profile(primaries):
    """A profile of a screen, with the curve of sRGB."""
    def fixed(number):
        return struct.pack(">i", round(number * 65536))

    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + b"".join(
        map(fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = [(name, b"XYZ " + bytes(4) + b"".join(map(fixed, colour)))
            for name, colour in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries)]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    offset = 132 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", offset + len(body), bytes(4), 0x04000000, b"mntr", b"RGB ",
                       b"XYZ ") + bytes(12) + b"acsp"
    return head + bytes(128 - len(head)) + table + body


# The colours of Display P3, under the light D50.
P3 = profile(((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)))

SRGB = profile(((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)))

# A phone held upright stores its picture on its side, and says so.
phone = corners(480, 640).transpose(Image.Transpose.ROTATE_90)
phone.save(HERE / "phone.jpg", quality=70, exif=exif(6), comment="a note",
           xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')

corners(64, 48).save(HERE / "corners.jpg", quality=85, subsampling=0)
corners(1700, 20).save(HERE / "wide.jpg", quality=40, progressive=True)
corners(64, 48).convert("L").save(HERE / "gray.jpg", quality=85)
corners(64, 48).convert("CMYK").save(HERE / "print.jpg", quality=60)
Image.new("RGB", (32, 32), (200, 100, 100)).save(HERE / "display-p3.jpg", quality=95, subsampling=0, icc_profile=P3)
Image.new("RGB", (32, 32), (200, 100, 100)).save(HERE / "display-p3.png", icc_profile=P3)

corners(64, 48).save(HERE / "srgb.png", icc_profile=SRGB)

notes = PngImagePlugin.PngInfo()
notes.add_text("Author", "a name")
notes.add_itxt("Comment", "a note")
corners(64, 48).save(HERE / "notes.png", pnginfo=notes, exif=exif(1))
corners(64, 48).quantize(4).save(HERE / "palette.png")
clear = corners(64, 48)
clear.putalpha(Image.new("L", (64, 48), 128))
clear.save(HERE / "clear.png")
clear.convert("LA").save(HERE / "gray-clear.png")
Image.new("I;16", (40, 30), 32768).save(HERE / "sixteen.png")
Image.new("L", (1, 1), 128).save(HERE / "dot.png")
Image.new("L", (1, 10000), 128).save(HERE / "thread.png")
corners(64, 48).save(HERE / "phone.webp", quality=70, exif=exif(1), xmp=b"<x:xmpmeta/>")
corners(64, 48).save(HERE / "drawn.webp", lossless=True)

frames = [corners(32, 24), corners(32, 24).rotate(180)]
for name in ("moving.png", "moving.webp"):
    frames[0].save(HERE / name, save_all=True, append_images=frames[1:], duration=500)

# What the audit must find: each has something in it that is not shown.
PLANTS = HERE.parents[1] / "DaylightAuditTests/Violations"


def plant(name, **options):
    corners(16, 12).save(PLANTS / f"hidden-metadata.{name}", **options)


plant("exif.jpg", exif=exif(1))
plant("turned.jpg", exif=exif(6))
plant("note.jpg", comment="a note")
plant("xmp.jpg", xmp=b"<x:xmpmeta/>")
plant("text.png", pnginfo=notes)
plant("exif.png", exif=exif(1))
plant("exif.webp", exif=exif(1))
plant("xmp.webp", xmp=b"<x:xmpmeta/>")
plain = (HERE / "corners.jpg").read_bytes()
(PLANTS / "hidden-metadata.film.jpg").write_bytes(plain + b"ftypmp42" + bytes(40))
iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x5a\0\x05Place"
(PLANTS / "hidden-metadata.iptc.jpg").write_bytes(
    plain[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + plain[2:])
thumbnail = b"JFIF\0\1\1\0\0\1\0\1\1\1" + bytes(3)
(PLANTS / "hidden-metadata.thumbnail.jpg").write_bytes(
    plain[:2] + b"\xff\xe0" + struct.pack(">H", len(thumbnail) + 2) + thumbnail + plain[20:])
(PLANTS / "hidden-metadata.page.png").write_bytes(b"<!doctype html><title>Not found</title>")

# Says that it has more pixels than the memory of any machine, in a hundred bytes.
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

(HERE / "bomb.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 900_000, 900_000, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b""))
