"""The course is as easy to read as it asks its readers to write: Daylight measures it."""

import json
import re
import subprocess

from conftest import ROOT, report
from support.session import Session

GRADE = "8"
NOT_PROSE = re.compile(r"<!--.*?-->|^```.*?^```$|^!\[.*?\]\(.*?\)$|^# .*?$|^\|.*?$", re.DOTALL | re.MULTILINE)


def too_hard(lessons: dict[str, str], session: Session) -> list[str]:
    """Sections above the grade, and sentences of more than 25 words, when each lesson is an article of a site."""
    folder = session.folder / "content/signs"
    for name, text in lessons.items():
        text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", NOT_PROSE.sub("", text))
        (folder / f"lesson-{name}").write_text(f"---\ntitle: {name}\nsummary: A lesson.\n---\n{text}")
    command = [session.program, "check", "--site", session.folder, "--format", "json", "--max-grade", GRADE]
    found = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)["diagnostics"]
    return [
        f"{each['location']['path'].rpartition('/lesson-')[2]}: {each['message']}"
        for each in found
        if each["rule"] in ("maximum-grade", "long-sentence")
        and "/lesson-" in (each.get("location") or {}).get("path", "")
    ]


def test_lessons_are_easy_to_read(program, tmp_path):
    session = Session(program, ROOT, tmp_path)
    session.start("this repository")
    planted = "Notwithstanding considerable organisational heterogeneity, practitioners’ idiosyncratic interpretations of confidentiality requirements necessitate comprehensive multidisciplinary deliberation. " * 4
    lessons = {file.name: file.read_text() for file in sorted((ROOT / "docs/course").glob("*.md"))}
    findings = too_hard(lessons | {"planted.md": planted}, session)
    assert any(finding.startswith("planted.md") for finding in findings), "nothing is measured"
    report([finding for finding in findings if not finding.startswith("planted.md")])
