"""The ways out, the safety line and the help, at every kind of page: SAF-01, SAF-02, SAF-11, SAF-24, CRI-05."""

import pytest

from support.landmarks import WIDTHS, faults, focusable_exits

ORIGIN = "https://site.test"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_landmarks_are_seen_uncovered_and_in_reach(reader, sample, width):
    reader.set_viewport_size({"width": width, "height": WIDTHS[width]})
    reader.goto(ORIGIN + sample)
    assert faults(reader) == []
    assert focusable_exits(reader) == ["skip", "exit"]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_that_opens_covers_the_exit(reader, sample, width):
    """Every part that a reader can open, all open at once."""
    reader.set_viewport_size({"width": width, "height": WIDTHS[width]})
    reader.goto(ORIGIN + sample)
    reader.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    reader.evaluate("() => document.querySelectorAll('[popover]').forEach(p => p.showPopover())")
    assert [fault for fault in faults(reader) if fault.startswith("exit")] == []


def test_the_styles_of_a_page_are_small(site):
    sheets = [file.stat().st_size for file in (site.folder / "assets").glob("*.css")]
    assert sum(sheets) < 32_000
