"""What a reader meets of the ways out, the safety line and the help: seen, uncovered, in reach."""

from playwright.sync_api import Page

from .screenshot import colours

WIDTHS = {320: 568, 768: 1024, 1280: 800}

# What has to be seen, and the least width and height of its box. A small screen folds the safety line:
# its question has to be seen there, and the rest once that was pressed.
QUESTION = "aside.safety summary"
PARTS = {
    "nav.leave a.exit": (44, 44),
    "aside.safety p": (120, 16),
    "aside.safety .rest": (120, 20),
    "aside.safety a": (40, 24),
    "aside.help h2": (60, 12),
    'aside.help a[href^="tel:"]': (60, 24),
}

# The box of a part once it was scrolled to, and a point of it that something else covers.
LOOK = """(selector) => {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  let cover = null;
  for (const box of element.getClientRects()) {
    for (const across of [0.1, 0.5, 0.9]) for (const down of [0.2, 0.5, 0.8]) {
      const top = document.elementFromPoint(box.x + box.width * across, box.y + box.height * down);
      if (!top || !element.contains(top)) cover = top?.outerHTML.slice(0, 80) ?? 'nothing';
    }
  }
  return { x, y, width, height, cover };
}"""


def faults(page: Page) -> list[str]:
    """What is wrong with the landmarks of the page at the size of its window."""
    found = []
    if page.locator(QUESTION).is_visible():
        found.append((QUESTION, fault(page, QUESTION)))
        page.locator(QUESTION).evaluate("(question) => question.click()")
    found += [(part, fault(page, part)) for part in PARTS]
    # Once more, with the page scrolled to its end.
    found.append((EXIT, fault(page, EXIT)))
    return [f"{part}: {what}" for part, what in found if what]


EXIT = "nav.leave a.exit"


def fault(page: Page, part: str) -> str | None:
    box = page.evaluate(LOOK, part)
    if box is None:
        return "not there"
    least = PARTS.get(part, (120, 24))
    size = page.viewport_size
    if box["width"] < least[0] or box["height"] < least[1]:
        return f"only {box['width']:.0f} by {box['height']:.0f}"
    if box["x"] < -1 or box["x"] + box["width"] > size["width"] + 1:
        return f"out of sight at {box['x']:.0f}"
    if box["y"] < -1 or box["y"] + box["height"] > size["height"] + 1:
        return f"out of sight at {box['y']:.0f} from the top"
    if box["cover"]:
        return f"covered by {box['cover']}"
    contrast = painted(page, box)
    return None if contrast >= 3 else f"not to be read, with a contrast of {contrast:.1f}"


def painted(page: Page, box: dict) -> float:
    """The contrast between what is lightest and darkest where the words stand."""
    clip = {key: max(box[key], 0) for key in ("x", "y", "width", "height")}
    clip["height"] = min(clip["height"], page.viewport_size["height"] - clip["y"])
    clip["x"], clip["width"] = clip["x"] + 3, max(clip["width"] - 6, 4)
    clip["y"], clip["height"] = clip["y"] + 3, max(clip["height"] - 6, 4)
    counts = colours(page.screenshot(clip=clip))
    # A few pixels alone are no words.
    lights = [luminance(colour) for colour, count in counts.items() if count >= 4]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def luminance(colour: bytes) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def focusable_exits(page: Page, presses: int = 4) -> list[str]:
    """The texts of the exits that Tab reaches first."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    reached = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => document.activeElement?.matches('a[data-exit]')
                ? document.activeElement.className : null"""
            )
        )
    return [name for name in reached if name]
