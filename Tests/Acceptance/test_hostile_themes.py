"""Style that would hide, cover, move or kill the exit, the safety line or the help: either the build refuses it,
or readers see them all the same (SAF-01, SAF-11, SAF-24, CRI-05)."""

import shutil

import pytest

from conftest import DAYLIGHT, ROOT
from support.built_site import BuiltSite
from support.chromium import ChromiumTab
from support.landmarks import WIDTHS, faults, focusable_exits
from support.programs import run

ALL = "html, body, .leave, .leave *, .exit, .safety, .safety *, .help, .help *"
EVERY = ":is(html, body, nav.leave, a.exit, a.skip, aside.safety, aside.help):not(#a#b#c#d)"
BOX = "content: ''; position: fixed; inset: 0; z-index: 2147483647; background: #fff"

HOSTILE = [
    f"{ALL} {{ display: none !important; }}",
    f"{EVERY} {{ display: none !important; }}",
    f"{ALL} {{ visibility: hidden !important; }}",
    f"{ALL} {{ opacity: 0 !important; }}",
    f"{ALL} {{ clip-path: inset(50%) !important; -webkit-clip-path: inset(50%) !important; }}",
    f"{ALL} {{ clip: rect(0, 0, 0, 0) !important; position: absolute !important; }}",
    f"{ALL} {{ mask: linear-gradient(transparent, transparent) !important; }}",
    f"{ALL} {{ filter: opacity(0) !important; }}",
    f"{ALL} {{ backdrop-filter: blur(9px); mix-blend-mode: difference !important; }}",
    f"{ALL} {{ transform: translateX(-9999px) !important; }}",
    f"{ALL} {{ translate: -9999px !important; }}",
    f"{ALL} {{ scale: 0.01 !important; rotate: 90deg !important; }}",
    f"{ALL} {{ zoom: 0.05 !important; }}",
    f"{ALL} {{ position: absolute !important; top: -9999px !important; left: -9999px !important; }}",
    f"{ALL} {{ margin: -9999px !important; margin-block-start: -9999px !important; }}",
    f"{ALL} {{ text-indent: -9999px !important; letter-spacing: -2em !important; }}",
    f"{ALL} {{ font-size: 0 !important; line-height: 0 !important; }}",
    f"{ALL} {{ color: transparent !important; -webkit-text-fill-color: transparent !important; }}",
    f"{ALL} {{ width: 0 !important; height: 0 !important; overflow: hidden !important; }}",
    f"{ALL} {{ max-width: 1px !important; max-height: 1px !important; }}",
    f"{ALL} {{ inline-size: 1px !important; block-size: 1px !important; overflow: clip !important; }}",
    f"{ALL} {{ content-visibility: hidden !important; }}",
    f"{ALL} {{ contain: strict !important; }}",
    f"{ALL} {{ container-type: size !important; }}",
    f"{ALL} {{ pointer-events: none !important; user-select: none; }}",
    f"{ALL} {{ interactivity: inert !important; }}",
    f"{ALL} {{ content: '' !important; }}",
    f"{ALL} {{ all: unset !important; }}",
    f"{ALL} {{ float: right !important; order: 99 !important; columns: 9 !important; }}",
    f"{ALL} {{ writing-mode: vertical-rl !important; unicode-bidi: bidi-override; direction: rtl; }}",
    f"{ALL} {{ perspective: 1px !important; transform: translateZ(-999px) !important; }}",
    f"{ALL} {{ offset-path: path('M0 0L-999 -999'); offset-distance: 100% !important; }}",
    f"{ALL} {{ z-index: -1 !important; position: relative !important; }}",
    f"{ALL} {{ --exit-bg: #ffffff; --exit-ink: #ffffff; }}",
    ":root { --exit-ink: #33424a; }",
    "@property --exit-ink { syntax: '<color>'; inherits: false; initial-value: transparent; }",
    f"body::before {{ {BOX}; }}",
    f"html::after {{ {BOX}; }}",
    f"main::before {{ {BOX}; }}",
    f".exit::before, .leave::after, .safety::before, .help::after {{ {BOX}; }}",
    ".exit::first-line, .safety p::first-line { color: transparent !important; font-size: 0; }",
    ".exit::first-letter, .help h2::first-letter { font-size: 0; color: transparent !important; }",
    "main { position: fixed; inset: 0; z-index: 2147483647; background: #fff; }",
    "body > * { position: fixed !important; inset: 0; z-index: 2147483647 !important; }",
    "body > .wrap { display: contents; } main { grid-row: 1; z-index: 2147483647; }",
    "main { margin-top: -5000px !important; } .wrap { margin-bottom: -5000px !important; }",
    "main > * { position: absolute; top: 0; background: #fff; }",
    ".site-header { box-shadow: 0 0 0 9999px #fff; outline: 9999px solid #fff; position: relative; z-index: 9; }",
    "body { outline: 9999px solid #fff; border-top: 9999px solid #fff; }",
    "html { overflow: hidden !important; height: 100vh !important; touch-action: none; }",
    "@layer a { .exit, .safety, .help { display: none !important; } }",
    "@layer { .exit, .safety, .help { display: none !important; } }",
    "@media (min-width: 1px) { .exit, .safety, .help { display: none !important; } }",
    "@supports (display: grid) { .exit, .safety, .help { opacity: 0 !important; } }",
    "@container (min-width: 1px) { .exit { opacity: 0 !important; } } body { container-type: inline-size; }",
    "@scope (body) { .exit, .safety, .help { display: none !important; } }",
    "body { & > nav, & > aside { display: none !important; & a { display: none !important; } } }",
    "nav[class=leave] a[data-exit]:last-child { display: none !important; }",
    "body:has(main) :is(.exit, .safety, .help) { display: none !important; }",
    "html, body { text-decoration: line-through 3em #f6efe4 !important; }",
    f"html::scroll-button(down) {{ {BOX}; }}",
    f".exit::scroll-button(up), .leave::scroll-marker {{ {BOX}; }}",
    "body > .wrap { display: attr(data-d type(<custom-ident>), block); }",
    "* { cursor: none !important; }",
    "@starting-style { .exit { opacity: 0; } } .exit { transition: opacity 99999s; }",
    "@keyframes a { to { opacity: 0; } } .exit { animation: a 1s forwards; }",
    ".words { display: block; position: fixed !important; inset: 0 !important; z-index: 2147483647; }",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Builds the site with more style; None if the build refuses it."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    sheet = folder / "templates/assets/site.css"
    usual = sheet.read_text()

    def build(style: str) -> BuiltSite | None:
        sheet.write_text(f"{usual}\n{style}\n")
        result = run(DAYLIGHT, "build", "--site", folder)
        assert result.returncode in (0, 1), result.stderr
        return BuiltSite(folder / "public") if result.returncode == 0 else None

    return build


# Each style at one size in turn; at the others by `make proof`.
SIZES = list(WIDTHS.items())
CASES = [
    pytest.param(style, size, marks=() if size == SIZES[number % len(SIZES)] else pytest.mark.proof)
    for number, style in enumerate(HOSTILE)
    for size in SIZES
]


@pytest.mark.parametrize("style, size", CASES)
def test_hostile_style_is_refused_or_does_nothing(hostile, chromium, style, size):
    site = hostile(style)
    if site is None:
        return
    tab = ChromiumTab(chromium, site)
    try:
        width, height = size
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.open("/signs/walking-on-eggshells/")
        assert faults(tab.page) == []
        assert focusable_exits(tab.page) == ["skip", "exit"]
    finally:
        tab.close()
