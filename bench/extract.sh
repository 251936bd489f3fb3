#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: bench/extract.sh [PRESSGRAPH [FILE.jsonl...]]
# The whole program, start-up included, on one core: JSONL in, JSONL out. MB are of the text field, as UTF-8.
# `wc -w` reads the same file in the same run. Best of three.
set -eu

cd "$(dirname "$0")/.."
pressgraph=${1:-build/release/pressgraph}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- ../shared/corpus/*.jsonl
[ -e "$1" ] || set -- examples/releases.jsonl

python3 - "$pressgraph" "$@" <<'PYTHON'
import json
import os
import subprocess
import sys
import time

pressgraph, *files = sys.argv[1:]
core = ["taskset", "-c", "0"]


def best(command, runs=3):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(core + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def first_byte(file):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        with subprocess.Popen(core + extract(file), stdout=subprocess.PIPE) as program:
            program.stdout.read(1)
            times.append(time.perf_counter() - start)
            program.stdout.read()
    return min(times)


def extract(*inputs):
    return [pressgraph, "extract", "--quiet", "--jobs", "1", *inputs]


def peak(*inputs):
    run = subprocess.run(["/usr/bin/time", "-f", "%M", *extract(*inputs)], stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, check=True, text=True)
    return int(run.stderr.split()[-1]) / 1024


def text_bytes(file):
    with open(file, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


print(f"{'file':28}{'text MB':>9}{'s':>8}{'MB/s':>8}{'x wc -w':>9}")
total_bytes = total_time = 0.0
for file in files:
    size = text_bytes(file) / 1e6
    seconds, words = best(extract(file)), best(["wc", "-w", file])
    total_bytes += size
    total_time += seconds
    print(f"{os.path.basename(file):28}{size:9.2f}{seconds:8.3f}{size / seconds:8.2f}{seconds / words:9.1f}")
print(f"{'all':28}{total_bytes:9.2f}{total_time:8.3f}{total_bytes / total_time:8.2f}")
print(f"\nstart-up to the first byte: {first_byte('examples/un-1540-committee.txt') * 1000:.0f} ms")
print(f"peak memory, one file:      {peak(files[0]):.0f} MB")
print(f"peak memory, all files x 4: {peak(*files, *files, *files, *files):.0f} MB")
PYTHON
