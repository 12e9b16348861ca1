"""Damages a small site in any file, and builds it: a diagnostic or a build, never a crash, a hang or too much memory.

    .venv/bin/python Tests/Proof/damaged_sites.py --program .build/release/daylight --count 1000

Each site has a seed, which makes it again: `--seed 17 --count 1 --keep` leaves it in .build-proof/damaged-17.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

import proof
import seeds

PICTURES = list(zip(["a.jpg", "a.png", "a.webp", "a.gif", "a.avif", "a.pdf", "a.woff2", "a.ico"], seeds.pictures()))
NAMES = ["content/a b.md", "content/%2e%2e.md", "content/ü.md", "content/signs.md", "content/signs/FEAR.md", "content/x/index.md",
         "content/.hidden.md", "content/signs/fear copy.md", "content/a.pdf", "content/a.js", "content/index.html", "content/a\nb.md",
         "templates/x.mustache", "templates/partials/x.mustache", "templates/assets/x.css", "content/" + "n" * 200 + ".md"]


COMMANDS = [["build", "--full"], ["check", "--notes"], ["check", "--strict", "--format", "sarif"], ["build", "--drafts", "--format", "json"],
            ["check", "--format", "github"], ["calendar"], ["handout", "signs/fear"], ["review"], ["check", "--fix"]]


def finished_site(rng, folder):
    """Copies finished pages into a folder, for the audit."""
    site = rng.choice(sorted((proof.ROOT / "Tests/GoldenSites").glob("*/expected")))
    shutil.copytree(site, folder)
    (folder / "content/pictures").mkdir(parents=True)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def damage(rng, folder, files, others):
    """Damages one to three files, and says which."""
    said = []
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        path = rng.choice(files)
        name = str(path.relative_to(folder))
        kind = rng.randrange(40)
        if kind == 0 and path.exists():
            path.unlink()
            said.append(f"{name} removed")
        elif kind == 1:
            other = folder / rng.choice(NAMES)
            other.parent.mkdir(parents=True, exist_ok=True)
            if not other.is_dir():
                other.write_bytes(rng.choice(others))
            said.append(f"{other.relative_to(folder)} added")
        elif kind == 3:
            name, data = rng.choice(PICTURES)
            (folder / "content/pictures" / name).write_bytes(proof.damaged(rng, data[1:], others))
            said.append(f"{name} added, damaged")
        elif kind == 2:
            path.write_bytes(proof.soup(rng, rng.choice([3, 30, 300])))
            said.append(f"{name} is soup")
        elif kind < 15 and path.exists() and name.endswith(".md"):
            path.write_bytes(proof.written_on(rng, path.read_bytes()))
            said.append(f"{name} written on")
        elif path.exists():
            path.write_bytes(proof.damaged(rng, path.read_bytes(), others))
            said.append(f"{name} damaged")
    return ", ".join(said)


def run(command, seconds):
    """The exit code (negative for a signal), seconds of processor time, megabytes, and what was printed."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                   env={"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"})
        # Other programs may keep the processor busy, or this one may wait for what never comes.
        signal.setitimer(signal.ITIMER_REAL, 60 + seconds)
        timed_out = False
        while True:
            try:
                _, status, usage = os.wait4(process.pid, 0)
                break
            except TimeoutError:
                timed_out = True
                process.kill()
        signal.setitimer(signal.ITIMER_REAL, 0)
        process.returncode = status
        output.seek(0)
        text = output.read().decode(errors="replace")
    code = "hang" if timed_out else os.waitstatus_to_exitcode(status)
    used = usage.ru_utime + usage.ru_stime
    return "hang" if used > seconds else code, used, usage.ru_maxrss / 1024, text


def problem(code, megabytes, text, memory):
    if code == "hang":
        return "a hang"
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if code == 2 and "there is no page in" not in text:
        return "a system error, though the disk is fine"
    if code == 1 and "error" not in text and "warning" not in text:
        return "exit code 1 without a word"
    if megabytes > memory:
        return f"{megabytes:.0f} MB"
    return None


def main():
    parser = proof.arguments(__doc__.split("\n")[0], 2000)
    parser.add_argument("--program", default=".build/release/daylight")
    parser.add_argument("--seconds", type=float, default=2, help="of processor time; a build that takes more, or waits as long as a minute, hangs (default 2)")
    parser.add_argument("--memory", type=float, default=500, help="in MB (default 500)")
    parser.add_argument("--for", dest="time", type=float, help="stop after so many seconds")
    parser.add_argument("--keep", action="store_true", help="leave the damaged sites in .build-proof")
    options = parser.parse_args()
    program = str((proof.ROOT / options.program).resolve())

    def interrupt(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, interrupt)
    work = Path(tempfile.mkdtemp(prefix="damaged-"))
    whole = proof.small_site(work / "whole")
    others = [path.read_bytes() for path in whole]
    results, slowest, largest, failures = Counter(), (0, 0), (0, 0), []
    begin, done = time.monotonic(), 0
    for seed in range(options.seed, options.seed + options.count):
        if options.time and time.monotonic() - begin > options.time:
            break
        rng = proof.generator(seed, "site")
        folder = work / "site"
        shutil.rmtree(folder, ignore_errors=True)
        if rng.randrange(8) == 0:
            said = damage(rng, folder, finished_site(rng, folder), others)
            command = [program, "audit", str(folder)]
        else:
            said = damage(rng, folder, proof.small_site(folder), others)
            command = [program, *rng.choice(COMMANDS), "--now", proof.TODAY, "--site", str(folder)]
        code, seconds, megabytes, text = run(command, options.seconds)
        results[code] += 1
        slowest, largest = max(slowest, (seconds, seed)), max(largest, (megabytes, seed))
        done += 1
        found = problem(code, megabytes, text, options.memory)
        if found:
            failures.append(seed)
            print(f"seed {seed}: {found}, {seconds:.1f} s; {said}\n  {' '.join(command)}\n  {text[-300:]}", flush=True)
        if found or options.keep:
            kept = proof.ROOT / f".build-proof/damaged-{seed}"
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(folder, kept)
    shutil.rmtree(work)
    codes = ", ".join(f"{count} ended with {code}" for code, count in sorted(results.items(), key=str))
    print(f"{done} damaged sites from seed {options.seed}: {codes}; the slowest took {slowest[0]:.2f} s (seed {slowest[1]}), "
          f"the largest {largest[0]:.0f} MB (seed {largest[1]}); {len(failures)} failures")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
