"""A photograph as it comes from a phone: upright, without metadata, as small as the page shows it (SAF-27)."""

import shutil
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from conftest import DAYLIGHT, ROOT
from support.built_site import BuiltSite
from support.chromium import ChromiumTab
from support.programs import program, run

RED, GREEN, BLUE, YELLOW = (200, 40, 40), (40, 160, 60), (40, 60, 180), (230, 200, 40)
WIDTH, HEIGHT = 1600, 1200
# In the sea, at 0° 0′.
PLACE = {1: "N", 2: (0.0, 0.0, 0.1), 3: "E", 4: (0.0, 0.0, 0.1)}
IN_SIGHT = """() => {
  const image = document.querySelector("main img[alt='Four fields of colour']");
  image.scrollIntoView();
  return image.decode();
}"""
SHOWN = """() => [...document.images].map((image) => ({
  loaded: image.complete && image.naturalWidth > 0,
  file: image.currentSrc.split('/').pop(),
  shown: image.getBoundingClientRect().width,
  fits: image.getBoundingClientRect().right <= document.documentElement.clientWidth,
}))"""


def photograph() -> Image.Image:
    """Four fields of colour as they are seen: red and green above, blue and yellow below."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), RED)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((WIDTH // 2, 0, WIDTH, HEIGHT // 2), GREEN)
    draw.rectangle((0, HEIGHT // 2, WIDTH // 2, HEIGHT), BLUE)
    draw.rectangle((WIDTH // 2, HEIGHT // 2, WIDTH, HEIGHT), YELLOW)
    return picture


def from_phone() -> bytes:
    """The same, stored on its side, with all that a phone writes."""
    metadata = Image.Exif()
    metadata[0x0112] = 6
    metadata[0x010F] = "Example Phones"
    metadata.get_ifd(0x8825).update(PLACE)
    file = BytesIO()
    photograph().transpose(Image.Transpose.ROTATE_90).save(
        file, "JPEG", quality=90, exif=metadata.tobytes(), comment="a note")
    return file.getvalue() + b"a film that the phone took as well"


@pytest.fixture(scope="module")
def site_with_photograph(tmp_path_factory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("site")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/healing/fields.jpg").write_bytes(from_phone())
    with (folder / "content/healing/finding-support.md").open("a") as page:
        page.write("\n![Four fields of colour](fields.jpg)\n")
    result = run(DAYLIGHT, "build", "--site", folder)
    assert result.returncode == 0, result.stderr
    return BuiltSite(folder / "public")


PAGE = "/healing/finding-support/"


def files(site: BuiltSite):
    return sorted((site.folder / "healing").glob("fields*.*"))


def test_no_published_file_has_metadata(site_with_photograph):
    """As another program reads it: no Exif, no place, no note, nothing behind the end."""
    assert Image.open(BytesIO(from_phone())).getexif().get_ifd(0x8825)[2] == PLACE[2]
    published = files(site_with_photograph)
    assert len(published) == 6
    for file in published:
        picture = Image.open(file)
        picture.load()
        assert not picture.getexif(), file.name
        hidden = {"exif", "xmp", "comment", "photoshop", "icc_profile", "mp", "mpoffset"}
        assert not hidden & set(picture.info), file.name
        assert b"film" not in file.read_bytes()


def test_every_published_file_is_upright(site_with_photograph):
    for file in files(site_with_photograph):
        picture = Image.open(file).convert("RGB")
        width, height = picture.size
        assert (width, round(width * HEIGHT / WIDTH)) == (width, height)
        seen = [picture.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]
        for found, expected in zip(seen, (RED, GREEN, BLUE, YELLOW)):
            assert all(abs(a - b) < 10 for a, b in zip(found, expected)), file.name


@pytest.mark.parametrize(
    ("width", "scale", "pixels"), [(320, 1, 480), (360, 2, 960), (1280, 1, 960), (1280, 2, 1440)])
def test_a_screen_loads_no_more_than_it_shows(
    chromium, site_with_photograph, width, scale, pixels
):
    tab = ChromiumTab(
        chromium, site_with_photograph, viewport={"width": width, "height": 800},
        device_scale_factor=scale)
    tab.open(PAGE)
    tab.evaluate(IN_SIGHT)
    shown = [image for image in tab.evaluate(SHOWN) if image["file"].startswith("fields")]
    assert [image["loaded"] and image["fits"] for image in shown] == [True]
    assert shown[0]["file"].endswith(".webp")
    picture = Image.open(site_with_photograph.folder / "healing" / shown[0]["file"])
    assert picture.size[0] == pixels
    assert picture.size[0] >= shown[0]["shown"] * scale * 0.9 or pixels == 1440
    loaded = [request.url for request in tab.requests if "fields" in request.url]
    assert len(loaded) == 1
    tab.close()


def test_a_photograph_far_below_waits_until_it_is_needed(chromium, site_with_photograph):
    markup = site_with_photograph.page(PAGE).css_first("img[alt='Four fields of colour']")
    assert markup.attributes["loading"] == "lazy"
    assert {"width", "height"} <= set(markup.attributes)


def test_a_photograph_is_printed_although_it_waits(
    chromium_with_cache, site_with_photograph, tmp_path
):
    # Chromium without windows may print before what it waits for has come.
    tab = ChromiumTab(chromium_with_cache, site_with_photograph)
    tab.open(PAGE)
    tab.page.pdf(path=tmp_path / "sheets.pdf", format="A4")
    images = run(program("pdfimages"), "-list", tmp_path / "sheets.pdf").stdout
    sizes = [line.split()[3:5] for line in images.splitlines()[2:]]
    assert any(int(width) >= 480 and int(height) >= 360 for width, height in sizes), images
    tab.close()
