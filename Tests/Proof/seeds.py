"""Writes what fuzzing begins with: for each target small inputs of each kind, and a dictionary of hostile pieces.

    python3 Tests/Proof/seeds.py FOLDER DICTIONARY
"""

import struct
import sys
import zlib
from pathlib import Path

import proof

CONTENT = proof.SITE / "content"
GOLDEN = proof.ROOT / "Tests/GoldenSites"

# In the order of `FuzzTarget.sourcePaths`.
SOURCES = ["index.md", "signs/fear.md", "signs/index.md", "checklists/signs.md", "glossary/strong-tie.md", "paths/starting.md", "practice/sam.md",
           "help.md", "questions.md", "site.yaml", "help.yaml", "sources.yaml", "people.yaml", "language.yaml"]


def front_matter():
    for number, path in enumerate(SOURCES):
        yield bytes([number]) + (CONTENT / path).read_bytes()
    strings = sorted(proof.TEMPLATES.glob("strings/*"))
    yield bytes([14]) + b"# signed\n0123456789abcdef\t2026-01-02\tsigns/fear.md\n"
    yield bytes([15]) + b"# How hard\n4.2 content/signs/fear.md\n"
    yield bytes([16]) + strings[0].read_bytes()[:4000]


def markdown():
    for number, path in enumerate(["signs/fear.md", "checklists/signs.md", "glossary/strong-tie.md", "help.md"]):
        body = (CONTENT / path).read_bytes().split(b"---\n", 2)[2]
        yield bytes([number]) + body
        for block in body.split(b"\n\n"):
            yield bytes([number]) + block
    for piece in proof.WRITTEN:
        yield b"\0" + piece.encode()


def templates():
    yield b"{{text}} {{{html}}} {{#flag}}yes{{/flag}}{{^flag}}no{{/flag}} {{number}} {{strings.greeting}}"
    yield b"{{#list}}\n  {{text}}{{#list}}{{name}}{{/list}}\n{{/list}}\n{{#extra}}{{any}}{{/extra}}{{page.title}}{{#page}}{{title}}{{/page}}"
    yield b"{{<base}}\n{{$main}}\n{{>part}}\n{{/main}}\n{{/base}}\0<p>\n  {{$main}}none{{/main}}\n</p>\0{{text}}\n"
    yield b"{{=<% %>=}}<% text %><%! said %>{{text}}<%={{ }}=%>{{>part}}\0\0{{#list}}{{>part}}{{/list}}"


def phrases():
    for lines, text in [
        (b"(tell|show) [all] {partner}\nleave ... now", b"Tell all your former wives. Leave, then, just now. \xe2\x80\x9cTell your partner\xe2\x80\x9d, they say."),
        (b"^ block her\n{number} days\nPTSD", b"Block her. 40 days, thirty-one days; PTSD, or block her. It is not safe."),
        ("fiancé | self-harm | don't go".encode(), "Her fiancé's. Self harm, don’t go! L’amour. العربية".encode()),
    ]:
        for language in range(5):
            yield bytes([language]) + lines + b"\0" + text


def finished_files():
    for number, path in [(0, "page/index.html"), (1, "checklists/signs/index.html"), (2, "old/address/index.html")]:
        for page in sorted(GOLDEN.glob("*/expected/" + path)) or sorted(GOLDEN.glob("*/expected/index.html"))[:1]:
            yield bytes([number]) + page.read_bytes()[:8000]
    for violation in sorted((proof.ROOT / "Tests/DaylightAuditTests/Violations").iterdir()):
        number = {".html": 0, ".css": 3, ".svg": 4, ".xml": 5, ".json": 6, ".js": 7}.get(violation.suffix)
        data = violation.read_bytes()
        if number is not None and len(data) < 1500:
            yield bytes([number]) + data
    yield b"\3" + sorted(proof.TEMPLATES.glob("assets/*.css"))[0].read_bytes()[:4000]
    yield b"\4" + (CONTENT / "pictures/way.svg").read_bytes()


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def box(name, data):
    return struct.pack(">I", len(data) + 8) + name + data


def riff(name, data):
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def tiff():
    camera = struct.pack(">HHHII", 1, 0xA431, 2, 4, 0x30343233) + b"\0\0\0\0"
    entries = [struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0), struct.pack(">HHII", 0x010F, 2, 6, 8 + 2 + 36 + 4),
               struct.pack(">HHII", 0x8769, 4, 1, 8 + 2 + 36 + 4 + 6)]
    return b"MM\0*\0\0\0\x08" + struct.pack(">H", 3) + b"".join(entries) + b"\0\0\0\0" + b"Apple\0" + camera


def profile():
    curve, colour = b"curv\0\0\0\0\0\0\0\1\x02\x33", b"XYZ \0\0\0\0" + struct.pack(">iii", 28578, 14581, 911)
    tags, data, start = b"", b"", 132 + 12 * 6
    for name in [b"rTRC", b"gTRC", b"bTRC", b"rXYZ", b"gXYZ", b"bXYZ"]:
        value = curve if name[1:] == b"TRC" else colour
        tags += name + struct.pack(">II", start + len(data), len(value))
        data += value
    return b"\0" * 16 + b"RGB XYZ " + b"\0" * 12 + b"acsp" + b"\0" * 88 + struct.pack(">I", 6) + tags + data


def pictures():
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='53,48N'><tiff:Make>A</tiff:Make></x>"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x5a\0\5Leeds8BIM\x04\x22\0\0" + struct.pack(">I", len(tiff())) + tiff()
    jpeg = (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xE1, b"Exif\0\0" + tiff()) + segment(0xE1, xmp)
            + segment(0xE2, b"ICC_PROFILE\0\1\1" + profile()) + segment(0xED, iptc) + segment(0xC0, bytes([8, 0, 200, 1, 44, 1, 1, 0x11, 0]))
            + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\x12\xff\0\x34\xff\xd0\x56\xff\xd9")
    png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">II", 300, 200) + b"\x08\0\0\0\0") + chunk(b"eXIf", tiff())
           + chunk(b"iCCP", b"a\0\0" + zlib.compress(profile())) + chunk(b"tEXt", b"Raw profile type exif\0\nexif\n 4\n4d4d002a\n")
           + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='1'/>") + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b""))
    webp = (b"WEBP" + riff(b"VP8X", b"\x2c\0\0\0" + struct.pack("<I", 299)[:3] + struct.pack("<I", 199)[:3]) + riff(b"ICCP", profile())
            + riff(b"VP8 ", bytes([0x30, 1, 0, 0x9D, 1, 0x2A, 0x2C, 1, 200, 0])) + riff(b"EXIF", tiff()) + riff(b"XMP ", xmp[29:]))
    gif = b"GIF89a\x2c\1\xc8\0\x80\0\0\0\0\0\xff\xff\xff\x21\xfe\5hello\0\x21\xff\x0bXMP DataXMP<x/>\0\0\x2c\0\0\0\0\x2c\1\xc8\0\0\2\2\x4c\1\0\x3b"
    item = b"\0\0\0\0" + tiff()
    def avif(offset):
        infe = box(b"infe", b"\2\0\0\0\0\2\0\0Exif\0")
        properties = box(b"iprp", box(b"ipco", box(b"ispe", b"\0\0\0\0" + struct.pack(">II", 300, 200)) + box(b"irot", b"\1")))
        places = box(b"iloc", bytes([0, 0, 0, 0, 0x44, 0, 0, 1, 0, 2, 0, 0, 0, 1]) + struct.pack(">II", offset, len(item)))
        return box(b"ftyp", b"avif\0\0\0\0mif1avif") + box(b"meta", b"\0\0\0\0" + box(b"iinf", b"\0\0\0\0\0\1" + infe) + places + properties)
    heads = b"5 0 6 20 "
    packed = zlib.compress(heads + b"<< /S /JavaScript >> << /Title (Signs) >>")
    numbers = b"/N 2 /First %d /Filter /FlateDecode /Length %d" % (len(heads), len(packed))
    pdf = (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>\nendobj\n2 0 obj\n<< /Kids [3 0 R] /Count 1 >>\nendobj\n"
           b"4 0 obj\n<< /Type /ObjStm " + numbers + b" >>\nstream\n" + packed
           + b"\nendstream\nendobj\n7 0 obj\n<< /Type /Metadata /Length 40 >>\nstream\n<x><dc:title>Signs</dc:title></x>         \nendstream\nendobj\n"
           b"trailer\n<< /Root 1 0 R /Info 6 0 R /ID [<4A53> (a\\)b\\061)] >>\nstartxref\n0\n%%EOF\n")
    woff = b"wOF2" + b"\0" * 8 + b"\0\2" + b"\0" * 34 + b"\x0a\x10\x2f\x10"
    files = [jpeg, png, b"RIFF" + struct.pack("<I", len(webp)) + webp, gif, avif(len(avif(0)) + 8) + box(b"mdat", item), pdf, woff, b"\0\0\1\0" + png]
    for number, data in enumerate(files):
        yield bytes([number]) + data
    yield b"\0" + profile()


def requests():
    host = b"Host: 127.0.0.1:4000\r\n"
    yield b"GET / HTTP/1.1\r\n" + host + b"\r\n\xffGET /signs/fear HTTP/1.1\r\n" + host + b"\r\n"
    yield b"GET /_daylight/events?path=%2Fsigns%2F&digest=0&revision=9 HTTP/1.1\r\n" + host + b"Origin: http://localhost:4000\r\n\r\n\xff"
    yield b"HEAD /assets/site.css?a=b HTTP/1.1\r\n" + host + b"If-None-Match: *\r\nConnection: close\r\n\r\n"
    yield b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nhello"
    yield b"GET /%2e%2e/%00 HTTP/1.0\r\nHost: [::1]:4000\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
    yield b"GET /_daylight/preview.js HTTP/1.1\r\n" + host + b"\r\n\xffGET * HTTP/1.1\r\n" + host + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


def importing():
    sites = proof.ROOT / "Tests/DaylightImportTests/Sites"
    for number, name in enumerate(["hugo", "jekyll", "eleventy", "astro", "mkdocs", "obsidian", "markdown", "wordpress", "squarespace"]):
        files = sorted(path for path in (sites / name).rglob("*") if path.is_file() and path.stat().st_size < 8000)
        pages = [path.read_bytes() for path in files if path.suffix in (".md", ".mdx", ".html", ".xml", ".njk", ".markdown")]
        settings = [path.read_bytes() for path in files if path.suffix in (".toml", ".yml", ".yaml", ".json", ".mjs")][:2] or [b""]
        for page in pages[:12]:
            for setting in settings:
                yield bytes([number]) + page.replace(b"\0", b"") + (b"\0" + setting + b"\0<p>Old <b>page</b>.</p>" if number < 7 else b"")


def site():
    files = len([path for path in CONTENT.rglob("*") if path.is_file()]) + 40
    for number in range(files):
        yield bytes([number, 0, 40, 0]) + b" rest "
        yield bytes([number, 0, 20, 30])
    for piece in proof.WRITTEN:
        yield b"\x10\1\0\0" + piece.encode()


TARGETS = {"front-matter": front_matter, "markdown": markdown, "templates": templates, "phrases": phrases, "finished-files": finished_files,
           "pictures": pictures, "import": importing, "requests": requests, "site": site}


def main():
    folder, dictionary = Path(sys.argv[1]), Path(sys.argv[2])
    for name, seeds in TARGETS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds()):
            (folder / name / f"{number:03}").write_bytes(seed)
    pieces = {piece for piece in proof.HOSTILE if len(piece) <= 60}
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in piece) + '"' for piece in sorted(pieces)]
    dictionary.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
