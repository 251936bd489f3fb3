#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: gexf_layout.py PRESSGRAPH STORE

Exports STORE as GEXF twice and looks at where the nodes stand. Prints the time of the processor, the peak of memory and the
distances; fails where the two files are not the same bytes, where a place is no number or taken twice, where nodes crowd together,
or where those that are linked do not stand nearer to each other than any two do.
"""
import collections
import filecmp
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

DRAWN = 2000  # nodes that are drawn at random for the comparison one by one


def exported(pressgraph, store, path):
    """(seconds of the processor, bytes at the peak) of the export to `path`."""
    process = subprocess.Popen([pressgraph, "export", store, "--format", "gexf", "--output", path])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def read(path):
    """{node: (x, y)}, [(node, node)]; a line an element, as they are written."""
    places, links, node = {}, [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if "<node id=" in line:
                node = re.search(r'id="([^"]*)"', line)[1]
            elif "<viz:position" in line:
                places[node] = tuple(float(each) for each in re.search(r'x="([^"]*)" y="([^"]*)"', line).groups())
            elif "<edge id=" in line:
                links.append(re.search(r'source="([^"]*)" target="([^"]*)"', line).groups())
    return places, [link for link in links if link[0] != link[1]]


def tenths(distances):
    """What a tenth, the half and nine tenths are below."""
    ordered = sorted(distances)
    return [ordered[int(share * (len(ordered) - 1))] for share in (0.1, 0.5, 0.9)]


def fullest(places):
    """The share of nodes in the fullest of 50 times 50 squares over the middle, where 99 of 100 nodes are."""
    reach = sorted(math.hypot(*place) for place in places.values())[int(0.99 * (len(places) - 1))]
    squares = collections.Counter((int(x / reach * 25 + 100), int(y / reach * 25 + 100)) for x, y in places.values())
    return max(squares.values()) / len(places)


def at_home(places, links, chance):
    """The share of nodes whose neighbours stand nearer to them, on average, than any thirty nodes."""
    near, names = collections.defaultdict(list), sorted(places)
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    mean = lambda node, others: sum(math.dist(places[node], places[other]) for other in others) / len(others)
    drawn = chance.sample(sorted(near), min(DRAWN, len(near)))
    return sum(mean(node, near[node]) < mean(node, chance.choices(names, k=30)) for node in drawn) / len(drawn)


def hold(holds, what):
    if not holds:
        sys.exit(what)


def main():
    pressgraph, store = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        one, two = pathlib.Path(name) / "one.gexf", pathlib.Path(name) / "two.gexf"
        (seconds, peak), _ = exported(pressgraph, store, one), exported(pressgraph, store, two)
        hold(filecmp.cmp(one, two, shallow=False), "the two exports are not the same bytes")
        size, (places, links) = one.stat().st_size, read(one)
    chance, names = random.Random(1), sorted(places)
    hold(all(map(math.isfinite, (each for place in places.values() for each in place))), "a place is no number")
    print(f"{len(places)} nodes, {len(links)} edges, {size / 1e6:.0f} MB: {seconds:.1f} s of the processor, {peak / 1e6:.0f} MB of memory")
    linked = tenths(math.dist(places[one], places[other]) for one, other in links)
    any_two = tenths(math.dist(places[chance.choice(names)], places[chance.choice(names)]) for _ in links)
    print("distance (a tenth, half, nine tenths are below): linked", *map(round, linked), "any two", *map(round, any_two))
    home, crowd, alone = at_home(places, links, chance), fullest(places), len(set(places.values())) / len(places)
    print(f"nearer to their own than to any: {home:.1%}; in the fullest square: {crowd:.2%}; places of their own: {alone:.1%}")
    hold(3 * linked[1] < any_two[1] and home > 0.95, "those that are linked do not stand together")
    hold(crowd < 0.05 and alone > 0.99, "nodes crowd together")


if __name__ == "__main__":
    main()
