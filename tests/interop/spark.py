#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: spark.py PRESSGRAPH PROJECT TOOLS

Extracts on a real Spark (local-cluster, two workers), merges the parts, and compares every export with that of a
store built here, byte by byte. On ../shared/corpus where it is, else on lines made of the examples. TOOLS is the folder that
scripts/setup-interop filled; skipped (77) where it could not put pyspark there.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from consumers import skip

PRESSGRAPH, PROJECT, TOOLS = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
PYTHON = TOOLS / "venv/bin/python"


def inputs():
    corpus = sorted((PROJECT / "../shared/corpus").glob("*.jsonl"))
    return corpus or [PROJECT / "examples/releases.jsonl"]


def main():
    if not PYTHON.exists():
        skip("pyspark", "venv")
    if shutil.which("java") is None:
        skip("Java", "debian")
    with tempfile.TemporaryDirectory(prefix="pressgraph-spark-") as name:
        folder = pathlib.Path(name)
        files = inputs()
        subprocess.run([PYTHON, PROJECT / "scripts/spark_extract.py", PRESSGRAPH, folder / "parts",
                        *files], check=True)
        parts = sorted((folder / "parts").glob("part-*"))
        if len(parts) < 2:
            sys.exit(f"{len(parts)} parts, expected several")
        subprocess.run([PRESSGRAPH, "merge", "--quiet", *parts, "--output", folder / "spark"], check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run([PRESSGRAPH, "build", "--quiet", *files, "--output", folder / "here"], check=True,
                       stdout=subprocess.DEVNULL)
        for form in ("turtle", "ntriples", "graphml"):
            texts = [subprocess.run([PRESSGRAPH, "export", folder / store, "--format", form], check=True,
                                    capture_output=True).stdout for store in ("spark", "here")]
            if texts[0] != texts[1]:
                sys.exit(f"{form}: {len(texts[0])} bytes from Spark's parts, {len(texts[1])} built here, not the same")
            print(f"{form}: {len(texts[0])} bytes, the same")


if __name__ == "__main__":
    main()
