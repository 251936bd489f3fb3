#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What readers trip over must not be in our files; which trap is whose, and where the others are tested: traps.md.

usage: traps.py WRITE_SAMPLES SOURCE_DIR

Every function below is a trap, asked of the sample graphs of the exporters' tests in every format and profile. That the table
names tests that exist is asked too.
"""
import csv
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

NAMES = ("sample", "hostile")
NS = "{http://graphml.graphdrawing.org/xmlns}"


def check(holds, what):
    if not holds:
        sys.exit(what)


def graphml_files(folder):
    files = [path for name in NAMES for path in sorted(folder.glob(f"{name}.*.graphml"))]
    check(len(files) == 12, f"six profiles of two samples, not {len(files)} files")
    return files


def graphml_without_what_parsers_lack(folder):
    """No BOM, document type or default value, and no prefix but yEd's own."""
    for path in graphml_files(folder):
        raw = path.read_bytes()
        check(raw.startswith(b"<?xml "), f"{path.name}: begins with {raw[:20]}")
        for unwanted in (b"<!DOCTYPE", b"<default>", b"<graphml:"):
            check(unwanted not in raw, f"{path.name} holds {unwanted}")
        if ".yed." not in path.name:
            check(not re.search(rb"<\w+:", raw), f"{path.name} has a prefix")


def graphml_in_the_order_that_readers_want(folder):
    """Keys, the graph's data, nodes, edges; <desc> as first child, since APOC and Cytoscape read as it comes."""
    for path in graphml_files(folder):
        root = ET.parse(path).getroot()
        tags = [child.tag for child in root]
        check(tags == [NS + "key"] * (len(tags) - 1) + [NS + "graph"], f"{path.name}: keys, then the graph")
        parts = [child.tag.removeprefix(NS) for child in root[-1]]
        check(parts == sorted(parts, key=("data", "node", "edge").index), f"{path.name}: data, nodes, edges")
        for child in root[-1]:
            tags = [part.tag for part in child]
            check(NS + "desc" not in tags[1:], f"{path.name}: <desc> is not first")


def graphml_of_types_that_all_know(folder):
    """No date (NetworkX, igraph, APOC fail), no boolean (Memgraph takes "false" for true), no for="all", no key without name."""
    for path in graphml_files(folder):
        for key in ET.parse(path).getroot().iter(NS + "key"):
            if key.get("yfiles.type"):
                continue
            check(key.get("attr.type") in ("string", "long", "double"), f"{path.name}: {key.attrib}")
            check(key.get("for") in ("graph", "node", "edge"), f"{path.name}: {key.attrib}")
            check(key.get("attr.name"), f"{path.name}: {key.attrib}")


def graphml_without_empty_values(folder):
    """An empty <data/> reads as an empty string, and a key that is not declared fails in NetworkX and Memgraph."""
    for path in graphml_files(folder):
        root = ET.parse(path).getroot()
        keys = {key.get("id") for key in root.iter(NS + "key")}
        for data in root.iter(NS + "data"):
            check(data.text or len(data), f"{path.name}: {data.attrib} is empty")
            check(data.get("key") in keys, f"{path.name}: {data.attrib} is not declared")


def graphml_weights_above_zero(folder):
    """Gephi drops an edge of weight 0."""
    for path in graphml_files(folder):
        for data in ET.parse(path).getroot().iter(NS + "data"):
            if data.get("key") == "e_weight":
                check(0 < float(data.text) < float("inf"), f"{path.name}: weight {data.text}")


def graphml_with_every_claim(folder):
    """Parallel edges keep ids of their own, so that evidence is in every profile but Gephi's, which merges them itself."""
    for path in graphml_files(folder):
        edges = list(ET.parse(path).getroot().iter(NS + "edge"))
        check(len({edge.get("id") for edge in edges}) == len(edges), f"{path.name}: ids of edges")
        check(len(edges) == (4 if ".gephi." in path.name else 5), f"{path.name}: {len(edges)} edges")
        if ".gephi." in path.name:
            ties = {(edge.get("source"), edge.get("target"), edge.get("label")) for edge in edges}
            check(len(ties) == len(edges), f"{path.name}: parallel edges of a kind")


def graphml_labels_as_property_graphs_read_them(folder):
    """`labels` begins with a colon for Memgraph and APOC; JanusGraph reserves the name `label`, so only `strict` has it."""
    for path in graphml_files(folder):
        root = ET.parse(path).getroot()
        for node in root.iter(NS + "node"):
            check(node.get("labels", ":").startswith(":"), f"{path.name}: {node.attrib}")
        names = {key.get("attr.name") for key in root.iter(NS + "key")}
        check("label" not in names or ".strict." in path.name, f"{path.name}: a key named label")


def gexf_with_timestamps_alone(folder):
    """Spells overlap and a dynamic weight hides the static one in Gephi; a second block of attributes hides the first in graphology."""
    for name in NAMES:
        text = (folder / f"{name}.gexf").read_text(encoding="utf-8")
        check('timerepresentation="timestamp"' in text and 'timezone="UTC"' in text, f"{name}: the time of the graph")
        for unwanted in ("<spell start", "<spell end", 'mode="dynamic"><attribute', 'id="weight"'):
            check(unwanted not in text, f"{name}.gexf holds {unwanted}")
        check(len(re.findall(r"<attributes ", text)) == 2, f"{name}: blocks of attributes")
        for edge in re.findall(r"<edge .*", text):
            check(' kind="' in edge and float(re.search(r'weight="([^"]+)"', edge)[1]) > 0, f"{name}: {edge}")


def turtle_that_every_parser_takes(folder):
    """Prefixes first and no text of several lines (QLever), no escapes in names (Virtuoso), no language tags (changed by Oxigraph
    and Virtuoso), no quoted triples unless asked for, no blank nodes (n10s and Virtuoso rename them)."""
    for name in NAMES + ("corpus",):
        text = (folder / f"{name}.ttl").read_text(encoding="utf-8")
        bare = re.sub(r'"(?:[^"\\\n]|\\.)*"|<[^<>"\n]*>', "_", text)
        check('"' not in bare, f"{name}.ttl: a text that does not end on its line")
        check(re.fullmatch(r"(@prefix [^\n]*\n)+(?s:(?!.*@prefix).*)", bare), f"{name}.ttl: prefixes first")
        for unwanted in ("\\", "@en", "_@", "<<", "_:", "[", "("):
            check(unwanted not in bare, f"{name}.ttl holds {unwanted}")


def numbers_that_keep_their_type(folder):
    """Raptor's Turtle turns a decimal without a dot into an integer and a double into a decimal: ours have a type and a dot."""
    for name in NAMES + ("corpus",):
        turtle = (folder / f"{name}.ttl").read_text(encoding="utf-8")
        bare = re.sub(r'"(?:[^"\\\n]|\\.)*"|<[^<>"\n]*>', "_", turtle)
        check(not re.search(r"(?<![\w-])[+-]?\d", bare), f"{name}.ttl: a bare number")
        for text in (turtle, (folder / f"{name}.nt").read_text(encoding="utf-8")):
            check("XMLSchema#double" not in text and "xsd:double" not in text, f"{name}: a double")
            for number in re.findall(r'"([^"\n]*)"\^\^(?:xsd:|<http://www.w3.org/2001/XMLSchema#)decimal', text):
                check(re.fullmatch(r"\d\.\d+", number), f"{name}: the decimal {number}")
    found = set(re.findall(r'pg:confidence "([^"]*)"', (folder / "hostile.ttl").read_text(encoding="utf-8")))
    check({"1.0", "0.0"} <= found, f"confidences 1 and 1e-9: {found}")


def bundle_for_bulk_loaders(folder):
    """NebulaGraph tells parallel edges apart by rank, ArangoDB wants keys without '/', neo4j-admin arrays parted by ';' and null
    where nothing stands; no BOM."""
    for name in NAMES:
        for path in sorted((folder / f"{name}.bundle").glob("*.csv")):
            raw = path.read_text(encoding="utf-8")
            check(not raw.startswith("\ufeff"), f"{path.name}: a BOM")
            check('""' not in re.sub(r'"(?:[^"]|"")+"', "_", raw), f"{path.name}: an empty text, not an absent one")
            rows = list(csv.DictReader(raw.splitlines()))
            for row in rows:
                for key in (":START_ID", ":END_ID", "id:ID"):
                    check("/" not in row.get(key, ""), f"{path.name}: {row.get(key)}")
            if path.name.startswith("rels_"):
                ranked = {(row[":START_ID"], row[":END_ID"], row["rank:long"]) for row in rows}
                check(len(ranked) == len(rows), f"{path.name}: ranks")
            else:
                check("aliases:string[]" in rows[0], f"{path.name}: aliases")


def lines_that_end_only_where_a_row_ends(folder):
    """A line a row in JSON lines, N-Triples and N-Quads, whatever the texts hold."""
    for name in NAMES:
        for extension, ends in (("jsonl", b"}"), ("nt", b" ."), ("nq", b" .")):
            lines = (folder / f"{name}.{extension}").read_bytes().split(b"\n")
            check(lines.pop() == b"" and lines, f"{name}.{extension} ends in the middle of a line")
            check(all(line.endswith(ends) for line in lines), f"{name}.{extension}: a line that is no row")


def table_of_tests_that_exist(source):
    unit = "".join(path.read_text(encoding="utf-8") for path in (source / "tests/exporters").glob("*.cpp"))
    files = {"traps": "traps.py", "heavy": "consumers.py", "interop": "load_exports.py",
             "memory": "memory.py"}
    functions = {suite: (source / "tests/interop" / name).read_text(encoding="utf-8") for suite, name in files.items()}
    table = [line for line in (source / "tests/interop/traps.md").read_text(encoding="utf-8").split("\n") if line.startswith("|")]
    named = re.findall(r"`([A-Za-z]+)\.(\w+)`", "\n".join(table))
    check(len(named) > 80, f"the table names {len(named)} tests")
    for suite, test in named:
        check((f"def {test}(" in functions[suite]) if suite in functions else f"({suite}, {test})" in unit or
              f"({suite}Test, {test})" in unit, f"traps.md: there is no test {suite}.{test}")


def main():
    table_of_tests_that_exist(pathlib.Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.argv[1], folder], check=True)
        for trap in (graphml_without_what_parsers_lack, graphml_in_the_order_that_readers_want, graphml_of_types_that_all_know,
                     graphml_without_empty_values, graphml_weights_above_zero, graphml_with_every_claim,
                     graphml_labels_as_property_graphs_read_them, gexf_with_timestamps_alone, turtle_that_every_parser_takes,
                     numbers_that_keep_their_type, bundle_for_bulk_loaders, lines_that_end_only_where_a_row_ends):
            trap(folder)
            print(trap.__name__)


if __name__ == "__main__":
    main()
