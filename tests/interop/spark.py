#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: spark.py PRESSGRAPH PROJECT

Extracts on a real Spark (local-cluster, two workers), merges the parts, and compares every export with that of a
store built here, byte by byte. On ../shared/corpus where it is, else on lines made of the examples. Skipped (77)
where pyspark or Java is not installed.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import pyspark  # noqa: F401
except ImportError:
    sys.exit(77)
if shutil.which("java") is None:
    sys.exit(77)

PRESSGRAPH, PROJECT = sys.argv[1], pathlib.Path(sys.argv[2])


def inputs():
    corpus = sorted((PROJECT / "../shared/corpus").glob("*.jsonl"))
    return corpus or [PROJECT / "examples/releases.jsonl"]


def main():
    with tempfile.TemporaryDirectory(prefix="pressgraph-spark-") as name:
        folder = pathlib.Path(name)
        files = inputs()
        subprocess.run([sys.executable, PROJECT / "scripts/spark_extract.py", PRESSGRAPH, folder / "parts",
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
