#!/usr/bin/env python3
"""Lists every library that is built into the program, with its licence, and gathers the texts.

    assets/licences/make.py                  # after a dependency was added or renewed; the results
                                             # are committed
    assets/licences/make.py TARGET FOLDER    # those of a program for another system, for its package

Needs cargo, and the sources of the libraries as cargo keeps them.
"""
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE")


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def main():
    target = ["--target", sys.argv[1]] if len(sys.argv) > 2 else []
    to = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
    tree = run("cargo", "tree", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}", *target)
    used = {tuple(line.split()[:2]) for line in tree.splitlines() if line.strip()}
    packages = json.loads(run("cargo", "metadata", "--locked", "--format-version", "1"))["packages"]
    lines, texts = [], {}
    for package in sorted(packages, key=lambda it: (it["name"], it["version"])):
        name, version = package["name"], package["version"]
        if (name, f"v{version}") not in used or name == "cbm-workbench":
            continue
        lines.append(f"{name} {version} · {package['license'] or 'see its licence file'}")
        folder = Path(package["manifest_path"]).parent
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.name.upper().startswith(NAMES):
                text = file.read_text(errors="replace").strip()
                texts.setdefault(text, []).append(f"{name} {version}")
    (to / "crates.txt").write_text("\n".join(lines) + "\n")
    parts = []
    for text, names in texts.items():
        parts.append("=" * 78 + "\n" + ", ".join(sorted(names)) + "\n" + "=" * 78 + "\n\n" + text)
    (to / "texts.txt").write_text("\n\n\n".join(parts) + "\n")
    print(f"{len(lines)} libraries, {len(texts)} texts")


main()
