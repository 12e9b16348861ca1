"""The pictures of the documentation: what each shows, and how it comes about."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

DESK = (1200, 760)
PHONE = (390, 760)
PAPER = (794, 1000)
SAMPLE = "sample"
LESSONS = "lessons"


@dataclass(frozen=True)
class Picture:
    """`site` is the sample site, or the one of the lessons, where `lesson` and `writes` say how far its author has come.

    `mistake` is a text in a file that is replaced before the picture is taken.
    """

    name: str
    address: str
    site: str = SAMPLE
    lesson: str = ""
    writes: int = 0
    window: tuple[int, int] = DESK
    scale: int = 1
    scheme: str = "light"
    media: str = "screen"
    mistake: tuple[str, str, str] | None = None
    prepare: Callable[[Page], None] | None = None


def open_panel(page: Page) -> None:
    page.locator("daylight-preview dialog").wait_for(state="visible")


def press_word(page: Page) -> None:
    page.locator("main button[popovertarget]", has_text="trigger").first.click()
    page.locator("[popover]:popover-open").wait_for()


def tick(page: Page) -> None:
    boxes = page.locator("input[type=checkbox]")
    boxes.nth(0).scroll_into_view_if_needed()
    for number in (0, 2):
        boxes.nth(number).check()
    page.evaluate("() => document.activeElement.blur()")
    page.evaluate("() => scrollBy(0, 420)")


SMALL_STEPS = "content/reading/small-steps.md"
PICTURES = [
    Picture("site.png", "/"),
    Picture(
        "preview.png",
        "/signs/overview/",
        window=(1200, 345),
        mistake=("content/signs/overview.md", "(../checklists/signs.md)", "(../checklists/sign.md)"),
        prepare=open_panel,
    ),
    Picture("dark.png", "/healing/finding-support/", scheme="dark"),
    Picture("paper.png", "/healing/finding-support/", window=PAPER, media="print"),
    Picture("checklist.png", "/checklists/signs/", prepare=tick),
    Picture("new-site.png", "/", LESSONS),
    Picture("first-page.png", "/reading/small-steps/", LESSONS, lesson="2-your-first-page.md", writes=1),
    Picture(
        "mistake.png",
        "/reading/small-steps/",
        LESSONS,
        lesson="2-your-first-page.md",
        writes=1,
        window=(1200, 300),
        mistake=(SMALL_STEPS, "(../help.md)", "(../hlep.md)"),
        prepare=open_panel,
    ),
    Picture(
        "word.png", "/reading/small-steps/", LESSONS, lesson="3-words-and-sources.md", writes=9, prepare=press_word
    ),
    Picture(
        "overview.png", "/_daylight/", LESSONS, lesson="3-words-and-sources.md", writes=9, window=(1200, 900)
    ),
    Picture(
        "phone.png",
        "/reading/small-steps/",
        LESSONS,
        lesson="3-words-and-sources.md",
        writes=9,
        window=PHONE,
        scale=2,
    ),
]

FOLDER = Path(__file__).parents[3] / "docs/pictures"
MANIFEST = FOLDER / "seen.json"
MOST_BYTES = 150_000
MOST_BYTES_IN_ALL = 1_500_000
