#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every writer that writes as it goes takes no more memory for five times as many edges.

usage: memory.py SYNTHETIC_EXPORT

What would be held is 7 MB of GraphML, 28 MB of N-Triples and so on. At the real size, 5 million edges, memory is measured by hand: docs/exports.md.
"""
import os
import subprocess
import sys

FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml", "graphml", "graphml-universal", "graphml-strict",
           "graphml-tinkerpop", "csv", "neo4j-csv", "jsonl", "dot")
FEW, MANY = 2_000, 10_000
MOST_GROWTH = 2 << 20  # bytes


def peak(program, form, edges):
    """Bytes of resident memory at most."""
    # of the sanitizers' preset: else it keeps what was freed, up to 256 MB
    environment = {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=0:thread_local_quarantine_size_kb=0"}
    with subprocess.Popen([program, form, str(edges)], stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{form}: exit {process.returncode}")
    return usage.ru_maxrss * 1024


def main():
    for form in FORMATS:
        few, many = (peak(sys.argv[1], form, edges) for edges in (FEW, MANY))
        print(f"{form}: {few / 1e6:.1f} MB for {FEW} edges, {many / 1e6:.1f} MB for {MANY}")
        if many - few > MOST_GROWTH:
            sys.exit(f"{form}: grows with the graph")


if __name__ == "__main__":
    main()
