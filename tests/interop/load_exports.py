#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Read our files with the programs that people read them with.

usage: load_exports.py CONSUMER WRITE_SAMPLES SOURCE_DIR

CONSUMER is a function below. Exits with 77 where the consumer is not installed.
"""
import importlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

NS = "{http://graphml.graphdrawing.org/xmlns}"
CASTS = {"string": str, "long": int, "double": float}
WHO_CITED = """
PREFIX pg: <https://w3id.org/pressgraph/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?who ?words WHERE {
  ?claim rdf:predicate pg:cited ; rdf:object/rdfs:label "S/RES/9999 (2024)" ;
         pg:status "asserted" ; rdf:subject/rdfs:label ?who ;
         pg:evidence/oa:hasSelector/oa:exact ?words .
}"""


def skip(what):
    print(f"skipped: {what} is not installed")
    sys.exit(77)


def module(name, package):
    try:
        return importlib.import_module(name)
    except ImportError:
        skip(f"{package} (python module {name})")


def program(name):
    return shutil.which(name) or skip(name)


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


def graphml(path):
    """{node id: attributes}, {edge id: (source, target, attributes)} as the file says them."""
    root = ET.parse(path).getroot()
    keys = {k.get("id"): (k.get("attr.name"), CASTS[k.get("attr.type")])
            for k in root.iter(NS + "key")}

    def attributes(element):
        return {keys[d.get("key")][0]: keys[d.get("key")][1](d.text)
                for d in element.findall(NS + "data")}

    nodes = {n.get("id"): attributes(n) for n in root.iter(NS + "node")}
    edges = {e.get("id"): (e.get("source"), e.get("target"), attributes(e))
             for e in root.iter(NS + "edge")}
    return nodes, edges


def networkx(folder, _source):
    nx = module("networkx", "python3-networkx")
    for name in ("sample", "hostile"):
        nodes, edges = graphml(folder / f"{name}.graphml")
        graph = nx.read_graphml(folder / f"{name}.graphml", force_multigraph=True)
        check(graph.is_directed(), True, "directed")
        check(dict(graph.nodes(data=True)), nodes, f"{name}: nodes")
        found = {key: (s, t, data) for s, t, key, data in graph.edges(keys=True, data=True)}
        check(found, edges, f"{name}: edges")


def igraph(folder, _source):
    ig = module("igraph", "python3-igraph")
    for name in ("sample", "hostile"):
        nodes, edges = graphml(folder / f"{name}.graphml")
        graph = ig.Graph.Read_GraphML(str(folder / f"{name}.graphml"))
        check(graph.is_directed(), True, "directed")
        # a string that is absent reads as "", a number as NaN
        known = lambda item, skipped: {k: v for k, v in item.attributes().items()
                                       if v == v and v not in ("", None) and k != skipped}
        check({v["id"]: known(v, "id") for v in graph.vs}, nodes, f"{name}: nodes")
        found = {e["id"]: (graph.vs[e.source]["id"], graph.vs[e.target]["id"], known(e, "id"))
                 for e in graph.es}
        check(found, edges, f"{name}: edges")


def rdflib(folder, source):
    lib = module("rdflib", "python3-rdflib")
    for name in ("sample", "hostile"):
        turtle = set(lib.Graph().parse(folder / f"{name}.ttl", format="turtle"))
        lines = set(lib.Graph().parse(folder / f"{name}.nt", format="nt"))
        # rdflib 6.1.1 reads an escaped backslash before u0041 in N-Triples as the letter
        check({t for t in turtle if str(t[2]) != "\\u0041"},
              {t for t in lines if str(t[2]) not in ("\\u0041", "A")}, name)
    graph = lib.Graph().parse(folder / "sample.ttl", format="turtle")
    check(set(graph), set(lib.Graph().parse(folder / "sample.rdf", format="xml")), "rdfxml")
    rows = sorted((str(who), str(words)) for who, words in graph.query(WHO_CITED))
    expected = 'He cited resolution 9999 (2024) and said "yes".'
    check(rows, [("Jón Ólafsson", expected)], "who cited S/RES/9999 (2024)")
    ontology = lib.Graph().parse(source / "schemas/ontology.ttl", format="turtle")
    ours = "https://w3id.org/pressgraph/ns#"
    used = {str(p) for p in graph.predicates() if str(p).startswith(ours)}
    check(used - {str(s) for s in ontology.subjects()}, set(), "terms that nothing declares")


def lines(*command):
    return set(subprocess.run(command, check=True, capture_output=True).stdout.splitlines())


def serdi(folder, _source):
    program("serdi")
    for name in ("sample", "hostile"):
        check(lines("serdi", "-i", "turtle", "-o", "ntriples", folder / f"{name}.ttl"),
              lines("serdi", "-i", "ntriples", "-o", "ntriples", folder / f"{name}.nt"), name)


def rapper(folder, _source):
    program("rapper")
    for name in ("sample", "hostile"):
        check(lines("rapper", "-q", "-i", "turtle", folder / f"{name}.ttl"),
              lines("rapper", "-q", "-i", "ntriples", folder / f"{name}.nt"), name)


def xmllint(folder, source):
    program("xmllint")
    for name in ("sample", "hostile"):
        subprocess.run(["xmllint", "--nonet", "--noout", "--schema",
                        source / "schemas/graphml-universal.xsd", folder / f"{name}.graphml"],
                       check=True)


def jsonschema(folder, source):
    lib = module("jsonschema", "python3-jsonschema")
    schema = json.loads((source / "schemas/extraction.schema.json").read_text(encoding="utf-8"))
    lib.Draft202012Validator.check_schema(schema)
    line = json.loads((folder / "extraction.jsonl").read_text(encoding="utf-8"))
    lib.Draft202012Validator(schema).validate(line)
    for edge in line["edges"]:
        evidence = edge["evidence"]
        if evidence["field"] == "text":
            check(line["release"]["text"][evidence["begin"]:evidence["end"]], evidence["text"],
                  "the words of an edge")
    line["edges"][0]["relation"] = "wished"
    check(lib.Draft202012Validator(schema).is_valid(line), False, "an unknown relation is valid")


def main():
    consumer, write_samples, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([write_samples, folder], check=True)
        globals()[consumer](pathlib.Path(folder), pathlib.Path(source))


if __name__ == "__main__":
    main()
