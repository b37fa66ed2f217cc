#!/usr/bin/env python3
"""Makes the bundled fonts from their sources.

Run by hand when a glyph is missing or a source is renewed; the results are
committed, so neither the build nor the tests need this script.

    apt-get install fonts-inter fonts-noto-core
    npm pack lucide-static && tar xzf lucide-static-*.tgz    # in a scratch folder
    pip install fonttools
    npm pack @expo-google-fonts/noto-emoji && tar xzf expo-*.tgz    # in another scratch folder
    assets/fonts/build.py SCRATCH/package/font OTHER/package/400Regular

Inter gets its tabular figures by default, because the interface is full of
columns of numbers and the text layout cannot switch font features on.
"""
import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
INTER = Path("/usr/share/fonts/opentype/inter")
NOTO = Path("/usr/share/fonts/truetype/noto")

# Latin with Vietnamese, Greek, Cyrillic, punctuation, currency, arrows, mathematics, shapes.
LATIN = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x2FF), (0x300, 0x36F),
    (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
]
SCRIPTS = {
    "Armenian": [(0x530, 0x58F), (0xFB13, 0xFB17)],
    "Georgian": [(0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)],
    "Hebrew": [(0x590, 0x5FF), (0xFB1D, 0xFB4F)],
    "Arabic": [(0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)],
}
# Every icon the interface draws; `src/ui/icon.rs` holds the same list, and a test compares them.
ICONS = json.loads((HERE / "icons.json").read_text())


def points(ranges):
    return [c for low, high in ranges for c in range(low, high + 1)]


def freeze_tabular_figures(font):
    gsub = font["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    swaps.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        table.cmap = {code: swaps.get(name, name) for code, name in table.cmap.items()}


def make(source, target, unicodes, features, prepare=None):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = TTFont(source)
    if prepare:
        prepare(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=unicodes)
    cutter.subset(font)
    font.save(HERE / target)
    print(f"{target}: {(HERE / target).stat().st_size // 1024} KiB")


def main():
    keep = ["kern", "mark", "mkmk", "ccmp", "locl"]
    for weight in ("Regular", "SemiBold"):
        make(INTER / f"Inter-{weight}.otf", f"Inter-{weight}.otf", points(LATIN), keep,
             freeze_tabular_figures)
    # What Inter lacks of the same ranges, such as some fractions.
    inter = TTFont(INTER / "Inter-Regular.otf").getBestCmap()
    lacking = [code for code in points(LATIN) if code not in inter]
    make(NOTO / "NotoSans-Regular.ttf", "NotoSans.ttf", lacking, keep)
    for script, ranges in SCRIPTS.items():
        shaping = keep + ["init", "medi", "fina", "isol", "rlig", "liga"]
        make(NOTO / f"NotoSans{script}-Regular.ttf", f"NotoSans{script}.ttf",
             points(ranges), shaping)
    # In one colour, as everything else; what the faces above have stays theirs.
    emoji = Path(sys.argv[2]) / "NotoEmoji_400Regular.ttf"
    theirs = set(inter) | set(lacking)
    pictures = [code for code in TTFont(emoji).getBestCmap() if code >= 0x200D and code not in theirs]
    make(emoji, "NotoEmoji.ttf", pictures, [])
    folder = Path(sys.argv[1])
    codes = json.loads((folder / "codepoints.json").read_text())
    missing = [name for name in ICONS if name not in codes]
    if missing:
        sys.exit(f"not in this version of the icon font: {missing}")
    for name in ICONS:
        if ICONS[name] != f"{codes[name]:04X}":
            sys.exit(f"{name} is at {codes[name]:04X}, icons.json says {ICONS[name]}")
    make(folder / "lucide.ttf", "Lucide.ttf", [codes[name] for name in ICONS], [])


main()
