"""A font of the practice's own loads, from a host and from a folder, and the policy lets in no other."""

import base64
import shutil

import pytest

from conftest import DAYLIGHT, ROOT
from support.built_site import BuiltSite
from support.chromium import ChromiumTab
from support.programs import run

# A font of 26 letters, each of which is the same box, two em wide: made for this test with fontTools.
BOXES = base64.b64decode(
    "d09GMgABAAAAAAE0AAoAAAAABTgAAADsAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAABmAAPAqFCIMiATYCJAM4CzgABCAF"
    "WgcgG2kDAJ6HsbHssR8MS10yl90bHlwIIVq2zM5SWpEo5Cu6kEhcacWeB2kQ/o0D48iItPr+yuQElf/AAE+PEwsxaJ5J"
    "lEieeAAUaETtAt+OdLGLyfWGbVr4lLxOWVF2teO7DlXQAJtfcGz7yEZk0xEAYBkUJMalwLhqBZ2qUOz5+Bfb9v/ZAgBz"
    "oIU5XOEHUEGIV+sT0fXZSdS8fGO5CwLB7ZcYWrs78w9+V3dUoesqm0gFBHvjXW1cdl2JgJimFwsbqAIU6KpaAoQOBCi6"
    "dEhRe4Re/X0UgyZPJ/Wt18ntuPXm2KNdx049u7LvQQI="
)
STYLE = """
@font-face { font-family: Boxes; src: url("boxes.woff2") format("woff2"); }
body { font-family: Boxes, serif; }
"""
LOADED = """() => document.fonts.ready.then(() => {
  const width = (family) => {
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.font = `10px ${family}`;
    return canvas.measureText('abc').width;
  };
  return [...document.fonts].map((font) => [font.family, font.status, Math.round(width(font.family))]);
})"""


@pytest.fixture(scope="module")
def site_with_font(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "templates/assets/boxes.woff2").write_bytes(BOXES)
    with (folder / "templates/assets/site.css").open("a") as sheet:
        sheet.write(STYLE)
    result = run(DAYLIGHT, "build", "--site", folder)
    assert result.returncode == 0, result.stderr
    return BuiltSite(folder / "public")


@pytest.mark.parametrize("place", ["a host", "a folder"])
def test_a_font_of_the_site_loads(chromium, site_with_font, place):
    """SAF-18: `font-src 'self'`, and the published name of the font in the style."""
    tab = ChromiumTab(chromium, site_with_font)
    page = site_with_font.folder / "index.html"
    tab.open("/" if place == "a host" else page.as_uri())
    assert tab.evaluate(LOADED) == [["Boxes", "loaded", 60]]
    assert [request for request in tab.requests if not request.url.startswith(tab.origin)] == []
    tab.close()


def test_a_site_without_fonts_asks_for_none(chromium, site):
    tab = ChromiumTab(chromium, site)
    tab.open("/")
    assert tab.evaluate(LOADED) == []
    assert [request for request in tab.requests if ".woff" in request.url] == []
    tab.close()
