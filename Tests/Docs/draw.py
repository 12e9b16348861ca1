"""Draws the pictures of the documentation anew: `make pictures`.

Writes beside them what they show, so that a test notices when the site says something else.
"""

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from support.pictures import FOLDER, MANIFEST, PICTURES
from support.studio import Seen, Studio

ROOT = Path(__file__).parents[2]
COLOURS = 128


def small(png: bytes) -> bytes:
    """The same picture with few colours, which is all that pages of text have."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def on_screen(page: Page) -> bytes:
    return page.screenshot(animations="disabled", caret="hide")


def on_paper(page: Page, folder: Path) -> bytes:
    """The first sheet, with the margins that a printer leaves."""
    margin = {side: "18mm" for side in ("top", "right", "bottom", "left")}
    page.pdf(path=folder / "paper.pdf", format="A4", margin=margin)
    command = ["pdftoppm", "-png", "-r", "80", "-singlefile", folder / "paper.pdf", folder / "paper"]
    subprocess.run(command, check=True)
    return (folder / "paper.png").read_bytes()


def main(names: list[str]) -> None:
    families = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True).stdout
    if missing := [family for family in ("P052", "Open Sans", "DejaVu Sans Mono") if family not in families]:
        sys.exit(
            f"The pictures are drawn with fonts that are not installed: {', '.join(missing)}. As root: "
            "apt-get install fonts-urw-base35 fonts-open-sans fonts-dejavu-core"
        )
    program = Path(os.environ.get("DAYLIGHT", ROOT / ".build/release/daylight")).resolve()
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = json.loads(MANIFEST.read_text()) if MANIFEST.exists() else {}
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        studio = Studio(program, ROOT, Path(home), playwright)
        for picture in PICTURES:
            if names and picture.name not in names:
                continue
            with studio.showing(picture) as page:
                seen = Seen.on(page)
                png = small(on_paper(page, Path(home)) if picture.media == "print" else on_screen(page))
            (FOLDER / picture.name).write_bytes(png)
            kept[picture.name] = {
                "digest": hashlib.sha256(png).hexdigest()[:16],
                "style": seen.style,
                "words": seen.in_sight,
            }
            print(f"{picture.name}: {len(png) // 1000} kB")
    known = {picture.name for picture in PICTURES}
    for file in FOLDER.glob("*.png"):
        if file.name not in known:
            file.unlink()
    kept = {name: kept[name] for name in sorted(kept) if name in known}
    MANIFEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
