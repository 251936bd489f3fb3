# SPDX-License-Identifier: Apache-2.0
"""What the measures on the gold set have in common: where it is, how it is scored."""
import importlib.util
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT / ".." / "shared"
GOLD = SHARED / "gold" / "dev"
TEXTS = SHARED / "corpus" / "dev"
SCORER = SHARED / "gold" / "score.py"
SKIPPED = 77  # what ctest takes for "skipped"
ENOUGH = 20   # figures on fewer gold items say little


def need_gold():
    """Ends the program, as skipped, where the gold set is not there."""
    if not (GOLD.is_dir() and TEXTS.is_dir() and SCORER.is_file()):
        print(f"skipped: no gold set in {SHARED}")
        sys.exit(SKIPPED)


def scorer():
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True  # nothing of ours beside what is shared
    spec.loader.exec_module(module)
    return module


def golds():
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


def extract(program, folder, out):
    """Extracts a folder of releases into a file of JSON lines."""
    with open(out, "wb") as lines:
        done = subprocess.run([program, "extract", "--quiet", "--jobs", "1", folder], stdout=lines, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} extract {folder} ended with status {done.returncode}")


def figures(gold_folder, extracted):
    """score.py's figures: label -> precision, recall, f1, gold, found."""
    done = subprocess.run([sys.executable, SCORER, gold_folder, extracted, "--json"],
                          stdout=subprocess.PIPE, check=True)
    report = json.loads(done.stdout)
    if report.pop("absent"):
        sys.exit(f"some releases of {gold_folder} were not extracted")
    report.pop("releases")
    return report
