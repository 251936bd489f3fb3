#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Read our files with the programs that people read them with.

usage: load_exports.py CONSUMER WRITE_SAMPLES SOURCE_DIR

CONSUMER is a function below. Exits with 77 where the consumer is not installed.
"""
import importlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

NS = "{http://graphml.graphdrawing.org/xmlns}"
CASTS = {"string": str, "long": int, "double": float}
# of GraphML, as they stand in exporters/graphml.cpp, and the schema of each; NetworkX reads yEd's own elements its own way
PROFILES = {"universal": "universal", "gephi": "universal", "neo4j": "universal", "tinkerpop": "strict", "strict": "strict"}
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
        for profile in PROFILES:
            path, what = folder / f"{name}.{profile}.graphml", f"{name}, {profile}"
            nodes, edges = graphml(path)
            graph = nx.read_graphml(path, force_multigraph=True)
            check(graph.is_directed(), True, "directed")
            check(dict(graph.nodes(data=True)), nodes, f"{what}: nodes")
            found = {key: (s, t, data) for s, t, key, data in graph.edges(keys=True, data=True)}
            check(found, edges, f"{what}: edges")


def igraph(folder, _source):
    ig = module("igraph", "python3-igraph")
    for name in ("sample", "hostile"):
        nodes, edges = graphml(folder / f"{name}.universal.graphml")
        graph = ig.Graph.Read_GraphML(str(folder / f"{name}.universal.graphml"))
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


def vocabularies(folder, _source):
    """Every public term that we write is one of its vocabulary, as rdflib has it; the others are listed. consumers.vocabularies
    asks the vocabularies themselves."""
    lib = module("rdflib", "python3-rdflib")
    from rdflib import namespace
    closed = (namespace.DCTERMS, namespace.FOAF, namespace.ORG, namespace.PROV, namespace.SDO, namespace.SKOS, namespace.VOID)
    # rdflib has no list of these: from the vocabularies' own pages, CiTO 2.8.1, ELI 1.4, Web Annotation 2017
    listed = {"http://purl.org/spar/cito/": {"cites"},
              "http://data.europa.eu/eli/ontology#": {"LegalResource", "passed_by"},
              "http://www.w3.org/ns/oa#": {"SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "start",
                                           "end", "hasSource", "hasSelector"}}
    others = {"https://w3id.org/pressgraph/ns#", str(namespace.RDF), str(namespace.RDFS), str(namespace.OWL)}
    for vocabulary in closed:
        start = str(vocabulary._NS).replace("http://schema.org", "https://schema.org")
        listed[start] = set(vocabulary.__annotations__)
    graph = lib.Graph().parse(folder / "sample.ttl", format="turtle")
    used = set(graph.predicates()) | set(graph.objects(None, namespace.RDF.type))
    for term in sorted(used):
        start = re.fullmatch("(.*[#/]).*", term)[1]
        check(start in listed or start in others, True, f"the vocabulary of {term} is known")
        if start in listed:
            check(term[len(start):] in listed[start], True, f"{term} is a term")


def dot(folder, _source):
    program("dot")
    for name in ("sample", "hostile"):
        drawn = subprocess.run(["dot", "-Tsvg", folder / f"{name}.dot"], check=True, capture_output=True)
        check(drawn.stderr, b"", "Graphviz's warnings")
        check(drawn.stdout.count(b'class="node'), 7, "nodes drawn")
        check(drawn.stdout.count(b'class="edge'), 5, "edges drawn")


def lines(*command):
    return set(subprocess.run(command, check=True, capture_output=True).stdout.splitlines())


def serdi(folder, _source):
    program("serdi")
    for name in ("sample", "hostile"):
        check(lines("serdi", "-i", "turtle", "-o", "ntriples", folder / f"{name}.ttl"),
              lines("serdi", "-i", "ntriples", "-o", "ntriples", folder / f"{name}.nt"), name)
        check(lines("serdi", "-i", "trig", "-o", "nquads", folder / f"{name}.trig"),
              lines("serdi", "-i", "nquads", "-o", "nquads", folder / f"{name}.nq"), f"{name}, with graphs")


def rapper(folder, _source):
    program("rapper")
    for name in ("sample", "hostile"):
        triples = lines("rapper", "-q", "-i", "ntriples", folder / f"{name}.nt")
        for syntax, extension in (("turtle", "ttl"), ("trig", "trig"), ("nquads", "nq")):
            check(lines("rapper", "-q", "-i", syntax, folder / f"{name}.{extension}"), triples, f"{name}, {syntax}")


def xmllint(folder, source):
    program("xmllint")
    for name in ("sample", "hostile"):
        for profile, schema in {**PROFILES, "yed": "yed"}.items():
            subprocess.run(["xmllint", "--nonet", "--noout", "--schema", source / f"schemas/graphml-{schema}.xsd",
                            folder / f"{name}.{profile}.graphml"], check=True)
        subprocess.run(["xmllint", "--nonet", "--noout", "--relaxng", source / "schemas/gexf.rng",
                        folder / f"{name}.gexf"], check=True)


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
