"""Draws the results as one SVG that reads well on a light and on a dark page."""

import math

PROGRAMS = {
    "daylight": "Daylight", "hugo": "Hugo", "hugo-full": "Hugo, same theme", "floor": "Floor",
    "floor-large": "Floor, same size",
}
GROUPS = {
    "fresh": "Full build into a new folder",
    "full": "Full build, nothing changed",
    "again": "Build again, nothing changed",
    "edit": "From an edit to the browser’s reload",
    "title": "From a new title to the reload of its page",
}
WIDTH, MARGIN, LABEL, BAR, GAP = 760, 24, 136, 16, 20
BARS_WIDTH = 400

STYLE = """
  svg { font: 13px system-ui, sans-serif; }
  .page { fill: #fff; } .grid { stroke: #d6dae0; } text { fill: #1f2933; } .quiet { fill: #52606d; }
  .title { font-size: 17px; font-weight: 600; } .group { font-weight: 600; }
  .daylight { fill: #b4540a; stroke: #b4540a; } .hugo { fill: #64748b; stroke: #64748b; }
  .hugo-full { fill: #46556a; stroke: #46556a; } .floor-large { fill: #8d97a5; stroke: #8d97a5; }
  .floor { fill: #a8b1bd; stroke: #a8b1bd; } .line { fill: none; stroke-width: 2.5; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #12171f; } .grid { stroke: #343d4a; } text { fill: #e6eaf0; }
    .quiet { fill: #a7b2c0; } .daylight { fill: #f5a742; stroke: #f5a742; }
    .hugo-full { fill: #b3c1d3; stroke: #b3c1d3; } .floor-large { fill: #75859a; stroke: #75859a; }
    .hugo { fill: #8fa1b8; stroke: #8fa1b8; } .floor { fill: #5b6878; stroke: #5b6878; }
    .line { fill: none; }
  }
"""


def draw(results):
    sizes = results["sizes"]
    size = "10000" if "10000" in sizes else max(sizes, key=int)
    shapes = [text(MARGIN, 40, f"{int(size):,} articles on {results['machine']}", "title")]
    y = 62
    for name, title in GROUPS.items():
        if name in sizes[size]:
            y = group(shapes, y, title, sizes[size][name], "wall", duration, "faster")
    y = group(shapes, y, "Memory at its peak", sizes[size]["fresh"], "peak", memory, "less")
    if len(sizes) > 1:
        y = growth(shapes, y + 10, sizes)
    height = y + MARGIN
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{description(sizes[size], int(size))}">',
        f"<style>{STYLE}</style>", f'<rect class="page" width="{WIDTH}" height="{height}" rx="8"/>',
        *shapes, "</svg>", ""])


def group(shapes, y, title, result, quantity, words, comparison):
    """Bars for the programs, the longest as wide as there is room. Gives the y below them."""
    shapes.append(text(MARGIN, y + 14, title, "group"))
    y += 24
    values = {name: result[name][quantity] for name in PROGRAMS if name in result}
    for name, value in values.items():
        width = max(2, BARS_WIDTH * value / max(values.values()))
        note = words(value)
        if name == "daylight":
            times = values["hugo"] / value
            if quantity == "wall":
                times = result["hugo / daylight"]["median"]
            if times > 1:
                note += f", {times:.{0 if times >= 10 else 1}f} times {comparison}"
        shapes += [
            text(MARGIN, y + 12.5, PROGRAMS[name], "quiet"),
            f'<rect class="{name}" stroke="none" x="{MARGIN + LABEL}" y="{y}" width="{width:.1f}" '
            f'height="{BAR}" rx="2"/>',
            text(MARGIN + LABEL + width + 8, y + 12.5, note),
        ]
        y += BAR + 4
    return y + GAP - 4


def growth(shapes, y, sizes):
    """Time over pages, both on a scale of powers of ten."""
    title = "How a full build grows with the number of articles"
    shapes.append(text(MARGIN, y + 14, title, "group"))
    points = {
        name: [(int(size), result["fresh"][name]["wall"]) for size, result in sizes.items()]
        for name in PROGRAMS if name != "floor-large"  # Too near to the other floor.
    }
    times = [time for line in points.values() for _, time in line]
    left, right, top, bottom = MARGIN + LABEL, WIDTH - MARGIN - LABEL, y + 32, y + 252
    x_of = scale(min(map(int, sizes)), max(map(int, sizes)), left, right)
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    y_of = scale(10**low, 10**high, bottom, top)
    for power in range(low, high + 1):
        at = y_of(10**power)
        shapes.append(
            f'<line class="grid" x1="{left}" x2="{right}" y1="{at:.1f}" y2="{at:.1f}"/>')
        shapes.append(text(MARGIN, at + 4, duration(10**power), "quiet"))
    for size in map(int, sizes):
        shapes.append(text(x_of(size), bottom + 20, f"{size:,}", "quiet", "middle"))
    for name, line in points.items():
        path = " ".join(f"{x_of(size):.1f},{y_of(time):.1f}" for size, time in line)
        shapes.append(f'<polyline class="{name} line" points="{path}"/>')
        for size, time in line:
            shapes.append(
                f'<circle class="{name}" cx="{x_of(size):.1f}" cy="{y_of(time):.1f}" r="3"/>')
    ends = {name: y_of(line[-1][1]) + 4 for name, line in points.items()}
    lowest = top
    for name in sorted(ends, key=ends.get):
        # Lines may end side by side, their names may not.
        lowest = max(ends[name], lowest + 15)
        shapes.append(text(right + 10, lowest, PROGRAMS[name]))
    return bottom + 24


def scale(low, high, start, end):
    """Maps numbers to places, by powers of ten."""
    span = math.log10(high / low)
    return lambda value: start + (end - start) * math.log10(value / low) / span


def text(x, y, words, kind="", anchor="start"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">'
            f"{escaped(words)}</text>")


def escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def description(result, size):
    times = [
        f"{GROUPS[name]}: Daylight {duration(result[name]['daylight']['wall'])}, "
        f"Hugo {duration(result[name]['hugo']['wall'])}"
        for name in GROUPS if name in result
    ]
    return escaped(f"Times for {size:,} articles. {'. '.join(times)}.")


def duration(seconds):
    if seconds >= 1:
        return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"
    milliseconds = seconds * 1000
    return f"{milliseconds:.0f} ms" if milliseconds >= 10 else f"{milliseconds:.1f} ms"


def memory(size):
    return f"{size / 1e6:.0f} MB"
