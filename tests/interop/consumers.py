#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Load our exports into the programs that people load them into, and ask those who cited a resolution.

usage: consumers.py CONSUMER PRESSGRAPH WRITE_SAMPLES SOURCE_DIR TOOLS

CONSUMER is a function below. TOOLS is the folder that scripts/setup-interop filled. What is asserted: the counts of nodes
by type and edges by relation, the types of values, and that who cited S/RES/2322 (2016) is what `pressgraph query` says.
Exits with 77 where the consumer is not installed, and says why.
"""
import collections
import csv
import datetime
import importlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

RESOLUTION = "S/RES/2322 (2016)"
EXTENSIONS = {"turtle": "ttl", "ntriples": "nt", "nquads": "nq", "trig": "trig", "rdfxml": "rdf", "jsonld": "jsonld",
              "graphml": "graphml", "gexf": "gexf", "cytoscape": "cyjs", "jsonl": "jsonl"}
# of `pressgraph query`, with the types of nodes that one is asked about; none for all
QUESTIONS = {"who-cited": ("Resolution", "Instrument"), "cited-by": ("Official", "Agency", "Place", "Event", "Release"),
             "addressed": ("Event", "Agency"), "hosted": ("Official", "Agency", "Place", "Event"), "about": ()}


def skip(what, name):
    """Ends the test: what scripts/setup-interop installs as `name` is not there. Where `name` could have been had (CI says
    so by PRESSGRAPH_INTEROP=required), that is a failure."""
    reason = pathlib.Path(sys.argv[-1]) / f"{name}.unreachable"
    if reason.exists():
        print(f"skipped: {what} is not there: {reason.read_text().strip()}")
    elif os.environ.get("PRESSGRAPH_INTEROP") == "required":
        sys.exit(f"{what} is not there, though no registry was out of reach")
    else:
        print(f"skipped: {what} is not there; scripts/setup-interop installs it")
    sys.exit(77)


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


def check_rows(found, expected, what):
    """The same rows, sorted: what is more and less is named, not all of them."""
    if found != expected:
        more, less = (sorted(set(one) - set(other)) for one, other in ((found, expected), (expected, found)))
        sys.exit(f"{what}: {len(found)} rows for {len(expected)}; more: {more[:3]}, less: {less[:3]}")


class Run:
    """A store of the examples, its exports as they are asked for, and what they must hold."""

    def __init__(self, pressgraph, write_samples, source, tools, folder):
        self.pressgraph, self.source, self.tools, self.folder = pressgraph, source, tools, folder
        self.store, self.write_samples = folder / "store", write_samples
        self.call("build", source / "examples", "--output", self.store, "--quiet")
        objects = [json.loads(line) for line in self.export("jsonl").read_text(encoding="utf-8").splitlines()]
        self.nodes = [o for o in objects if "node" in o]
        self.edges = [o for o in objects if "edge" in o]
        rows = json.loads(self.call("query", self.store, "who-cited", RESOLUTION, "--format", "json"))["rows"]
        self.who = sorted({(row["who"], row["sentence"]) for row in rows})
        if not self.who:
            sys.exit("nobody cited it: the examples no longer serve this test")
        stats = {row["what"]: row["count"] for row in json.loads(self.call("query", self.store, "stats", "--format", "json"))["rows"]}
        found = {**{f"nodes: {kind}": count for kind, count in self.node_counts().items()},
                 **{f"edges: {relation.lower()}": count for relation, count in self.edge_counts().items()}}
        check(found, {what: int(stats[what]) for what in found}, "what the export holds and `query stats` counts")

    def samples(self):
        """Writes the graphs of the exporters' tests, `sample`, `hostile` and `corpus`, into the folder."""
        subprocess.run([self.write_samples, self.folder], check=True)
        return [json.loads(line) for line in (self.folder / "hostile.jsonl").read_text(encoding="utf-8").split("\n") if line]

    def call(self, *arguments):
        done = subprocess.run([self.pressgraph, *map(str, arguments)], check=True, capture_output=True, text=True)
        return done.stdout

    def export(self, form, *options, name=None):
        path = self.folder / (name or f"graph.{EXTENSIONS[form]}")
        if not path.exists():
            self.call("export", self.store, "--format", form, "--output", path, *options)
        return path

    def rdf(self):
        for form in ("turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld"):
            self.export(form)

    def node_counts(self):
        return collections.Counter(node["type"] for node in self.nodes)

    def edge_counts(self):
        return collections.Counter(edge["relation"].upper() for edge in self.edges)

    def node_values(self):
        return sorted([node["iri"], node["name"], node["releases"]] for node in self.nodes)

    def edge_values(self):
        return sorted([edge["iri"], edge["confidence"], edge["begin"]] for edge in self.edges)

    def query(self, question, *nodes):
        """The ids of the claims that `pressgraph query` answers with."""
        return [row["edge"] for row in json.loads(self.call("query", self.store, question, *nodes, "--format", "json"))["rows"]]

    def answers(self):
        """(question, node, claim), both IRIs: all that `pressgraph query` answers, asked about one node after another."""
        claims = {edge["edge"]: edge["iri"] for edge in self.edges}
        return sorted({(question, node["iri"], claims[edge]) for question, types in QUESTIONS.items()
                       for node in self.nodes if not types or node["type"] in types
                       for edge in self.query(question, node["node"])})

    def ties(self):
        return {(edge["subject"], edge["relation"], edge["object"]) for edge in self.edges}

    def triples(self):
        return len(self.export("ntriples").read_text(encoding="utf-8").splitlines())

    def graphs(self):
        return {edge["release"] for edge in self.edges}

    def java(self, name, *arguments):
        """The lines that tests/interop/java/NAME prints, split at tabs."""
        path = self.tools / f"{ {'Neo4jLoads': 'neo4j', 'JenaTriples': 'jena'}.get(name, name.lower()) }.classpath"
        if not shutil.which("java") or not path.exists():
            skip(f"Java with the jars of {path.stem}", path.stem if shutil.which("java") else "debian")
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in
                 ("java.lang", "java.nio", "sun.nio.ch", "java.net", "java.util", "java.io", "java.util.concurrent")]
        source = self.source / "tests/interop/java" / f"{name}.java"
        done = subprocess.run(["java", "-Xmx2g", "-Djava.awt.headless=true", *opens, "-cp", path.read_text().strip(),
                               source, *map(str, arguments)], capture_output=True, cwd=self.folder,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})  # Java writes its output in the locale's bytes
        out, errors = done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")
        if done.returncode != 0:
            sys.exit(f"{name}: {out[-2000:]}\n{errors[:2000]}\n...\n{errors[-2000:]}")
        # not splitlines: names hold what Python takes for the end of a line
        return [line.split("\t") for line in out.split("\n") if "\t" in line]

    def neo4j(self, way, path):
        """What Neo4jLoads answers once it has loaded `path` that way."""
        return self.java("Neo4jLoads", way, path, RESOLUTION, self.source / "tests/interop/answers.cypher")


def values(lines, *first):
    return [line[1:] for line in lines if line[0] in first]


def counted(lines, what):
    return collections.Counter({line[0].removeprefix(what): int(line[1]) for line in lines
                                if line[0].startswith(what) and line[1].isdigit()})


def check_values(run, lines, what):
    """Lines "n TAB iri TAB name TAB releases" and "e TAB iri TAB confidence TAB begin" are what the store holds."""
    found = sorted([iri, name, int(releases)] for iri, name, releases in values(lines, "n"))
    check(found, run.node_values(), f"{what}: values of nodes")
    found = sorted([iri, float(confidence), int(begin)] for iri, confidence, begin in values(lines, "e"))
    check(found, run.edge_values(), f"{what}: values of edges")


PG, XSD = "https://w3id.org/pressgraph/ns#", "http://www.w3.org/2001/XMLSchema#"


def check_statements(run, rows, what):
    """Rows (thing, class or relation, name or confidence, datatype), as values.rq asks for, are what the store holds."""
    camel = lambda relation: re.sub("_(.)", lambda found: found[1].upper(), relation)
    found = sorted((thing, kind, float(value) if kind[len(PG)].islower() else value, datatype)
                   for thing, kind, value, datatype in rows)
    expected = sorted([(node["iri"], PG + node["type"], node["name"], XSD + "string") for node in run.nodes] +
                      [(edge["iri"], PG + camel(edge["relation"]), edge["confidence"], XSD + "decimal") for edge in run.edges])
    check_rows(found, expected, f"{what}: names by type, confidences by relation, by SPARQL")


def check_answers(run, rows, what):
    """Rows (question, node, claim), as answers.rq and answers.cypher ask for, are what `pressgraph query` answers."""
    expected = run.answers()
    check({question for question, _, _ in expected}, set(QUESTIONS), "questions with an answer")
    check_rows(sorted(set(map(tuple, rows))), expected, f"{what}: the answers of `pressgraph query`")


def cell(text):
    """`text` as the CSV bundle holds it: without what XML cannot hold, line ends and tabs a space."""
    return re.sub("[\t\n\r]+", " ", xml_text(text))


def xml_text(text):
    """`text` as XML holds it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", text)


def jena(run):
    run.rdf()
    run.samples()
    queries = [run.source / "tests/interop" / name for name in ("who_cited.rq", "values.rq", "answers.rq")]
    lines = run.java("Jena", run.folder, run.source / "schemas/shapes.ttl", *queries)
    found = {line[0]: line[1] for line in lines if line[0] not in ("who", "value", "answer", "fuseki")}
    expected = {"triples": str(run.triples()), "conforms": "true",
                "graphs nq": str(len(run.graphs())), "graphs trig": str(len(run.graphs()))}
    expected.update({f"same {each}": "true" for each in ("nt", "rdf", "jsonld", "nq", "trig")})
    # XML cannot hold the controls of the hostile sample: its RDF/XML is another graph
    expected.update({f"hostile {each}": str(each != "rdf").lower() for each in ("nt", "rdf", "jsonld", "nq", "trig")})
    check(found, expected, "Jena")
    check(sorted(map(tuple, values(lines, "who"))), run.who, "who cited, by SPARQL on TDB2")
    check(sorted(map(tuple, values(lines, "fuseki"))), run.who, "who cited, by SPARQL on Fuseki")
    check_statements(run, values(lines, "value"), "TDB2")
    check_answers(run, values(lines, "answer"), "TDB2")


def oxigraph(run):
    run_in_venv("oxigraph", run)
    rows = json.loads((run.folder / "oxigraph.json").read_text(encoding="utf-8"))
    check_statements(run, rows["values"], "Oxigraph")
    check_answers(run, rows["answers"], "Oxigraph")


def shacl(run):
    parts = (["--type", "Official,Agency"], ["--relation", "cited,hosted"], ["--around", RESOLUTION, "--hops", "2"],
             ["--since", "2020-01-01", "--min-confidence", "0.9"], ["--status", "planned,negated,hypothetical"])
    for at, options in enumerate(parts):
        run.export("turtle", *options, name=f"part-{at}.ttl")
    run_in_venv("shacl", run)


def kuzu(run):
    run_in_venv("kuzu", run)
    check_answers(run, json.loads((run.folder / "answers.json").read_text(encoding="utf-8")), "Kùzu")


def ladybug(run):
    run_in_venv("ladybug", run)
    check_answers(run, json.loads((run.folder / "answers.json").read_text(encoding="utf-8")), "LadybugDB")


def run_in_venv(name, run):
    """`name` needs packages from PyPI: it is a function of pypi_consumers.py, run by the venv's Python."""
    python = run.tools / "venv/bin/python"
    if not python.exists():
        skip("the venv with the packages of tests/interop/requirements.txt", "venv")
    run.rdf()
    run.export("neo4j-csv", name="bundle")
    hostile = run.samples()
    expected = {"hostile names": sorted(cell(each["name"]) for each in hostile if "node" in each),
                "hostile sentences": sorted(cell(each["sentence"]) for each in hostile if "edge" in each),
                "node values": run.node_values(), "edge values": run.edge_values(), "who": run.who, "triples": run.triples(), "graphs": len(run.graphs()), "nodes": run.node_counts(),
                "edges": run.edge_counts()}
    (run.folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    done = subprocess.run([python, run.source / "tests/interop/pypi_consumers.py", name, run.folder, run.source])
    if done.returncode != 0:
        sys.exit(done.returncode)


# No package registry has these: read in SPAR's repository (CiTO, as of 2026-06-22) and in ELI 1.4. A class begins with a capital.
LISTED = {"http://purl.org/spar/cito/": {"cites"}, "http://data.europa.eu/eli/ontology#": {"LegalResource", "passed_by"}}
# what the vocabularies themselves are written in
WRITTEN_IN = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#")


class Vocabularies:
    """The vocabularies as npm's packages have them: {term: {"class", "property", "old"}}."""

    KINDS = {"Class": "class", "Property": "property", "ObjectProperty": "property", "DatatypeProperty": "property",
             "AnnotationProperty": "property", "FunctionalProperty": "property", "DeprecatedClass": "old",
             "DeprecatedProperty": "old"}

    def __init__(self, folder):
        lib, self.terms, self.namespaces = module("rdflib"), collections.defaultdict(set), set()
        for package in sorted(folder.iterdir()):
            about = json.loads((package / "package.json").read_text(encoding="utf-8"))["vocabulary"]
            self.namespaces.add(self.plain(about["namespace"]))
            quads = lib.ConjunctiveGraph()
            quads.parse(package / f"{package.name}.nq", format="nquads")
            for term, predicate, value in quads:
                word, value = re.split("[#/]", predicate)[-1], str(value)
                if word in ("supersededBy", "deprecated") and value != "false":
                    self.terms[self.plain(term)].add("old")
                if word == "type" and re.split("[#/]", value)[-1] in self.KINDS:
                    self.terms[self.plain(term)].add(self.KINDS[re.split("[#/]", value)[-1]])

    @staticmethod
    def plain(iri):
        """Schema.org's terms have two spellings: npm's package has http, we have https, as its documentation."""
        return str(iri).replace("https://schema.org/", "http://schema.org/")

    def wrong(self, iri, kind):
        """What is wrong with our taking `iri` for a term of this kind, or nothing."""
        if str(iri).startswith((PG, *WRITTEN_IN)):
            return None
        namespace, name = re.fullmatch(r"(.*[#/])(.*)", self.plain(iri)).groups()
        if namespace in LISTED:
            known = name in LISTED[namespace] and kind == ("class" if name[0].isupper() else "property")
            return None if known else f"{iri} is no {kind} of those that were looked up"
        if namespace not in self.namespaces:
            return f"{iri} is of a vocabulary that is not checked"
        found = self.terms[self.plain(iri)]
        return None if kind in found and "old" not in found else f"{iri} is no {kind} there but {found or 'nothing'}"


def vocabularies(run):
    """Each public term that we write or declare ours to be below is a class or a property of its vocabulary, and not superseded."""
    folder, lib = run.tools / "node/node_modules/@vocabulary", module("rdflib")
    if not folder.exists():
        skip("npm's packages of vocabularies", "node")
    run.samples()
    every = run.export("turtle", "--status", "asserted,scheduled,planned,hypothetical,negated", name="every.ttl")
    run.call("export", run.store, "--format", "void", "--output", run.folder / "void.ttl")
    known, graph = Vocabularies(folder), lib.Graph()
    for path in (every, run.folder / "void.ttl", run.folder / "sample.ttl", run.source / "schemas/ontology.ttl"):
        graph.parse(path, format="turtle")
    below = lambda predicate: {value for value in graph.objects(None, predicate) if isinstance(value, lib.URIRef)}
    classes = below(lib.RDF.type) | below(lib.RDFS.subClassOf)
    properties = set(graph.predicates()) | below(lib.RDFS.subPropertyOf)
    check(len([each for each in classes | properties if not each.startswith((PG, *WRITTEN_IN))]) > 50, True, "public terms")
    wrong = [known.wrong(each, kind) for kind, terms in (("class", classes), ("property", properties)) for each in sorted(terms)]
    check([each for each in wrong if each], [], "public terms that are none")
    # a check that lets everything through would pass too
    for iri, kind in (("http://www.w3.org/ns/oa#quote", "property"), ("https://schema.org/Event", "property"), ("http://a.example/b", "class"),
                      ("http://purl.org/spar/cito/Cites", "class"), ("https://schema.org/attendees", "property")):
        check(known.wrong(iri, kind) is None, False, f"{iri} as a {kind}")


def npm(run):
    packages = run.tools / "node"
    if not shutil.which("node") or not (packages / "node_modules").exists():
        skip("Node.js with the packages of tests/interop/js", "node" if shutil.which("node") else "debian")
    run.rdf()
    run.samples()
    for form in ("graphml", "gexf", "cytoscape"):
        run.export(form)
    done = subprocess.run(["node", run.source / "tests/interop/js/load.mjs", run.folder, RESOLUTION], cwd=packages,
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    who = [list(row) for row in run.who]
    check(sorted(values(lines, "graphml cited")), who, "who cited, by graphology")
    check(sorted(values(lines, "cytoscape cited")), who, "who cited, by Cytoscape.js")
    check_values(run, lines, "graphology")
    check(counted(lines, "node "), run.node_counts(), "graphology: nodes by type")
    check(counted(lines, "edge "), run.edge_counts(), "graphology: edges by relation")
    facts = {line[0]: line[1:] for line in lines if line[0].split()[0] not in ("n", "e", "node", "edge") and
             not line[0].endswith("cited")}
    hostile = facts.pop("triples hostile")
    check(int(hostile[0]) > 100, True, "hostile triples")
    size = [str(len(run.nodes)), str(len(run.edges))]
    expected = {"triples graph": [str(run.triples())], "graphml": size + ["directed"],
                "types": ["number", "number"], "gexf": [size[0], str(len(run.ties())), "directed"], "cytoscape": size}
    expected.update({f"same {name}.{each}": ["true"] for name in ("graph", "hostile")
                     for each in ("nt", "nq", "trig", "jsonld")})
    check(facts, expected, "N3.js, jsonld, graphology, Cytoscape.js")


def tinkerpop(run):
    path = run.export("graphml", "--profile", "tinkerpop")
    lines = run.java("TinkerPop", path, RESOLUTION)
    check(counted(lines, "node "), run.node_counts(), "vertices by label")
    check(counted(lines, "edge "), run.edge_counts(), "edges by label")
    check(sorted(map(tuple, values(lines, "who"))), run.who, "who cited, by Gremlin")
    check(values(lines, "type confidence", "type begin"), [["Double"], ["Long"]], "types")
    check_values(run, lines, "TinkerGraph")


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        skip(f"Python's {name}", "debian")


def networkx(run):
    graph = module("networkx").read_graphml(run.export("graphml"), force_multigraph=True)
    nodes, edges = graph.nodes(data=True), graph.edges(data=True)
    check(collections.Counter(data["labelV"] for _, data in nodes), run.node_counts(), "NetworkX: nodes by type")
    check(collections.Counter(data["labelE"] for _, _, data in edges), run.edge_counts(), "NetworkX: edges by relation")
    who = {(nodes[start]["name"], data["sentence"]) for start, end, data in edges
           if data["labelE"] == "CITED" and nodes[end]["name"] == RESOLUTION}
    check(sorted(who), run.who, "NetworkX: who cited")
    check_values(run, [["n", data["iri"], data["name"], data["releases"]] for _, data in nodes] +
                 [["e", data["iri"], data["confidence"], data["begin"]] for _, _, data in edges], "NetworkX")
    check({type(data["confidence"]) for _, _, data in edges} | {type(data["begin"]) for _, _, data in edges}, {float, int},
          "NetworkX: types")


def igraph(run):
    graph = module("igraph").Graph.Read_GraphML(str(run.export("graphml")))
    check(collections.Counter(graph.vs["labelV"]), run.node_counts(), "igraph: nodes by type")
    check(collections.Counter(graph.es["labelE"]), run.edge_counts(), "igraph: edges by relation")
    who = {(graph.vs[edge.source]["name"], edge["sentence"]) for edge in graph.es.select(labelE="CITED")
           if graph.vs[edge.target]["name"] == RESOLUTION}
    check(sorted(who), run.who, "igraph: who cited")
    check_values(run, [["n", node["iri"], node["name"], node["releases"]] for node in graph.vs] +
                 [["e", edge["iri"], edge["confidence"], edge["begin"]] for edge in graph.es], "igraph")
    # every number is a double there
    check({type(edge[name]) for edge in graph.es for name in ("confidence", "begin")}, {float}, "igraph: types")


def rdflib(run):
    graph = module("rdflib").Graph().parse(run.export("turtle"), format="turtle")
    check(len(graph), run.triples(), "rdflib: triples")
    rows = graph.query((run.source / "tests/interop/who_cited.rq").read_text(encoding="utf-8"))
    check(sorted((str(who), str(words)) for who, words in rows), run.who, "rdflib: who cited, by SPARQL")
    rows = graph.query((run.source / "tests/interop/values.rq").read_text(encoding="utf-8"))
    check_statements(run, [tuple(map(str, row)) for row in rows], "rdflib")
    rows = graph.query((run.source / "tests/interop/answers.rq").read_text(encoding="utf-8"))
    check_answers(run, [tuple(map(str, row)) for row in rows], "rdflib")


def without_escapes(text):
    """A string or IRI of N-Triples as it is meant; pairs of surrogates as the one character that they are."""
    names = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
    plain = lambda found: chr(int(found[1][1:], 16)) if found[1][0] in "uU" else names.get(found[1], found[1])
    text = re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", plain, text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16")


def ntriples(text):
    """The triples of N-Triples as (subject, predicate, value, datatype); no datatype of an IRI. Not line by line as Python
    knows lines: literals may hold what it takes for an end of one."""
    line = re.compile(r'<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|"([^"\\]*(?:\\.[^"\\]*)*)"(?:\^\^<([^>]*)>)?)\s*\.')
    triples = set()
    for each in filter(None, text.split("\n")):
        found = line.fullmatch(each.strip("\r "))
        if not found:
            sys.exit(f"no line of N-Triples: {each[:300]}")
        subject, predicate, iri, string, datatype = (part if part is None else without_escapes(part) for part in found.groups())
        triples.add((subject, predicate, iri, None) if string is None else
                    (subject, predicate, string, datatype or "http://www.w3.org/2001/XMLSchema#string"))
    return triples


def read_by_rdflib(path):
    lib = module("rdflib")
    lib.NORMALIZE_LITERALS = False
    triples = set()
    for subject, predicate, value in lib.Graph().parse(path, format="turtle"):
        datatype = None if isinstance(value, lib.URIRef) else str(value.datatype or lib.XSD.string)
        triples.add((str(subject), str(predicate), str(value), datatype))
    return triples


def hostile(run):
    """Six readers of Turtle find the same graph in a corpus of hostile literals and IRIs: that which was stated."""
    run.samples()
    turtle, missing = run.folder / "corpus.ttl", []
    expected = ntriples((run.folder / "corpus.nt").read_bytes().decode("utf-8"))
    check(max(len(triple[2]) for triple in expected) >= 1 << 20, True, "a literal of 1 MB")

    def told(*command, cwd=run.folder, out=None):
        """What `command` prints, or writes to `out`; nothing where it is not installed."""
        if not shutil.which(command[0]):
            return missing.append((str(command[0]), "debian"))
        done = subprocess.run([str(part) for part in command], capture_output=True, cwd=cwd)
        if done.returncode != 0:
            sys.exit(f"{command[0]}: {done.stderr.decode()[-3000:]}")
        return (out.read_bytes() if out else done.stdout).decode("utf-8")

    def same(found, what):
        if found == expected:
            return
        short = lambda triples: [tuple(str(part)[-200:] for part in triple) for triple in sorted(triples, key=str)[:5]]
        sys.exit(f"{what} reads another graph: more {short(found - expected)}, less {short(expected - found)}")

    for name, options in (("serdi", ("-i", "turtle", "-o", "ntriples")), ("rapper", ("-q", "-i", "turtle", "-o", "ntriples"))):
        text = told(name, *options, turtle)
        if text:
            same(ntriples(text), name)
    same(read_by_rdflib(turtle), "rdflib")
    if (run.tools / "node/node_modules").exists():
        found = told("node", run.source / "tests/interop/js/triples.mjs", turtle, run.folder / "n3.json",
                     cwd=run.tools / "node", out=run.folder / "n3.json")
        same({tuple(json.loads(line)) for line in found.split("\n") if line}, "N3.js")
    else:
        missing.append(("N3.js", "node"))
    if (run.tools / "venv/bin/python").exists():
        (run.folder / "expected.json").write_text("{}", encoding="utf-8")
        found = told(run.tools / "venv/bin/python", run.source / "tests/interop/pypi_consumers.py", "triples", run.folder,
                     run.source, out=run.folder / "oxigraph.nt")
        same(ntriples(found), "Oxigraph")
    else:
        missing.append(("Oxigraph", "venv"))
    if (run.tools / "jena.classpath").exists() and shutil.which("java"):
        run.java("JenaTriples", turtle, run.folder / "jena.nt")
        same(ntriples((run.folder / "jena.nt").read_bytes().decode("utf-8")), "Jena")
    else:
        missing.append(("Jena", "jena"))
    if missing:
        missing.sort(key=lambda each: (run.tools / f"{each[1]}.unreachable").exists())
        skip(", ".join(what for what, _ in missing), missing[0][1])


def check_neo4j(run, lines, what):
    check(counted(lines, "node "), run.node_counts(), f"{what}: nodes by label")
    check(counted(lines, "edge "), run.edge_counts(), f"{what}: relationships by type")
    check(sorted(map(tuple, values(lines, "who"))), run.who, f"{what}: who cited, by Cypher")
    check([line[1].split(" ")[0] for line in lines if line[0].startswith("type")], ["FLOAT", "INTEGER"], f"{what}: types")
    check_values(run, lines, what)
    check_answers(run, values(lines, "answer"), f"{what}, by Cypher")
    ids = {node["iri"]: node["node"] for node in run.nodes}
    ways = values(lines, "path")
    check(len(ways) > 10, True, f"{what}: officials with a way to the resolution")
    for first, last, steps in ways:
        check(int(steps), len(run.query("path", ids[first], ids[last])), f"{what}: steps from {first} to {last}")


def neo4j_hostile(run):
    """Names and sentences that break careless writers arrive in Neo4j as they are, by both ways."""
    expected = run.samples()
    for way, path, text in (("graphml", run.folder / "hostile.neo4j.graphml", xml_text),
                            ("load-csv", run.folder / "hostile.bundle", cell)):
        lines = run.java("Neo4jLoads", way, path, RESOLUTION, "texts")
        found = lambda what: sorted(json.loads(line[1]) for line in lines if line[0] == what)
        check(found("name"), sorted(text(each["name"]) for each in expected if "node" in each), f"{way}: hostile names")
        check(found("sentence"), sorted(text(each["sentence"]) for each in expected if "edge" in each),
              f"{way}: hostile sentences")


def neo4j_graphml(run):
    path = run.export("graphml", "--profile", "neo4j")
    check_neo4j(run, run.neo4j("graphml", path), "apoc.import.graphml")


def neo4j_strict(run):
    path = run.export("graphml", "--profile", "strict")
    check_neo4j(run, run.neo4j("graphml", path), "apoc.import.graphml, strict profile")


def neo4j_apoc_csv(run):
    bundle = run.export("neo4j-csv", name="bundle")
    check_neo4j(run, run.neo4j("apoc-csv", bundle), "apoc.import.csv")


def neo4j_load_csv(run):
    bundle = run.export("neo4j-csv", name="bundle")
    check_neo4j(run, run.neo4j("load-csv", bundle), "load.cypher")


def memgraph(run):
    """No package registry has Memgraph. Its script, in the words that Neo4j has for the same, gives the same graph there."""
    bundle = run.export("neo4j-csv", name="bundle")
    script = (bundle / "memgraph.cypher").read_text(encoding="utf-8")
    for own, neo4j in (("STORAGE MODE IN_MEMORY_ANALYTICAL;\n", ""), (r"CREATE INDEX ON :(\w+)\(id\);", r"CREATE INDEX FOR (n:\1) ON (n.id);"),
                       (r"LOAD CSV FROM '/import/([\w.]+)' WITH HEADER NULLIF '' AS row",
                        r"LOAD CSV WITH HEADERS FROM 'file:///\1' AS row")):
        script, count = re.subn(own, neo4j, script)
        check(count > 0, True, f"memgraph.cypher has {own}")
    (bundle / "load.cypher").write_text(script, encoding="utf-8")
    check_neo4j(run, run.neo4j("load-csv", bundle), "memgraph.cypher")


def n10s(run):
    """neosemantics makes properties of a relationship of what Turtle says about a quoted triple."""
    if not (run.tools / "n10s.classpath").exists():
        skip("neosemantics", "n10s")
    run.export("turtle", "--rdf-star", "n10s", name="press-n10s.ttl")
    lines = run.java("N10s", run.folder / "press-n10s.ttl", RESOLUTION)
    nodes = counted(lines, "node ")
    check({kind: nodes[kind] for kind in run.node_counts() if kind != "Statement"},
          {kind: count for kind, count in run.node_counts().items() if kind != "Statement"}, "n10s: nodes by label")
    cited = {(edge["subject"], edge["object"]) for edge in run.edges if edge["relation"] == "cited"}
    check(counted(lines, "edge ")["cited"], len(cited), "n10s: who cited what, each once")
    check(sorted(map(tuple, values(lines, "who"))), run.who, "n10s: who cited, with the words on the relationship")
    check(values(lines, "type confidence"), [["LIST<FLOAT NOT NULL> NOT NULL"]], "n10s: type")


def neo4j_admin(run):
    """The bundle's own script, with neo4j-admin as the jars have it."""
    bundle, home, path = run.export("neo4j-csv", name="bundle"), run.folder / "home", run.tools / "neo4j.classpath"
    if not path.exists():
        skip("Java with the jars of neo4j", "neo4j")
    (home / "conf").mkdir(parents=True)
    (home / "conf/neo4j.conf").touch()
    admin = run.folder / "neo4j-admin"
    admin.write_text(f"#!/bin/sh\nexec java -Xmx1g -cp '{path.read_text().strip()}' org.neo4j.cli.AdminTool \"$@\"\n")
    admin.chmod(0o755)
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"),
                   "PATH": f"{run.folder}:{os.environ['PATH']}"}
    done = subprocess.run(["sh", "neo4j-import.sh"], cwd=bundle, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"neo4j-import.sh: {done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    check_neo4j(run, run.neo4j("imported", home), "neo4j-admin database import")


def picture_of(pdf):
    """A PNG of it, and a PPM beside it: Gephi itself draws one on a screen alone."""
    if not shutil.which("pdftoppm"):
        skip("pdftoppm (of poppler-utils)", "debian")
    for options in ([], ["-png"]):
        subprocess.run(["pdftoppm", *options, "-singlefile", "-scale-to", "1400", pdf, pdf.with_suffix("")], check=True)
    return pdf.with_suffix(".png")


def colours_in(ppm):
    """Those of all its pixels, as Gephi writes the colour of a node: "1f77b4"."""
    kind, _size, depth, pixels = ppm.read_bytes().split(b"\n", 3)
    check((kind, depth), (b"P6", b"255"), f"{ppm.name}: what kind of picture")
    return {pixels[at:at + 3].hex().lstrip("0") for at in range(0, len(pixels), 3)}


def gephi_reads(run, path, picture):
    """What Gephi tells of the file, line by line; it draws the picture."""
    plain = lambda field: re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), field)
    return [[plain(field) for field in line] for line in run.java("Gephi", path, picture)]


def check_gephi_values(run, lines, facts, what):
    """Values and their types; an edge is all claims that say the same, with the surest one's words and how many they are."""
    check(collections.Counter(node[7] for node in values(lines, "node")), run.node_counts(), f"{what}: nodes by type")
    plain = lambda field: field.replace("\u2060", "")
    found = sorted([plain(iri), plain(name), int(releases)] for iri, name, releases in values(lines, "n"))
    check_rows([tuple(row) for row in found], [tuple(row) for row in run.node_values()], f"{what}: values of nodes")
    path = run.export("jsonl", "--aggregate", name="ties.jsonl")
    ties = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    expected = sorted((tie["iri"], tie["confidence"], tie["begin"], tie["claims"]) for tie in ties if "edge" in tie)
    found = sorted((iri, float(confidence), int(begin), float(weight)) for iri, confidence, begin, weight in values(lines, "e"))
    check_rows(found, expected, f"{what}: values of edges")
    types = {name: facts[name] for name in ("node column releases", "edge column confidence", "edge column begin", "edge column sentence")}
    check(list(types.values()), ["Long", "Double", "Long", "String"], f"{what}: types")


def gephi(run):
    for path in (run.export("graphml", "--profile", "gephi"), run.export("gexf")):
        lines = gephi_reads(run, path, run.folder / f"{path.suffix[1:]}.pdf")
        facts = {line[0]: line[1] for line in lines}
        what = f"Gephi, {path.suffix}"
        check(values(lines, "issue"), [], what)
        check((facts["nodes"], facts["edges"]), (str(len(run.nodes)), str(len(run.ties()))), f"{what}: counts")
        ties = collections.Counter(relation.upper() for _, relation, _ in run.ties())
        found = collections.Counter({k.removeprefix("edge "): int(v) for k, v in facts.items()
                                     if k.startswith("edge ") and not k.startswith("edge column")})
        check(found, ties, f"{what}: edges by kind")
        check(facts["dynamic"], str(path.suffix == ".gexf").lower(), f"{what}: timeline")
        if path.suffix == ".gexf":
            check(facts["time"], "TIMESTAMP", f"{what}: time")
            days = sorted(datetime.date.fromisoformat(edge["date"][:10]) for edge in run.edges if edge.get("date"))
            milliseconds = [str((day - datetime.date(1970, 1, 1)).days * 86400000) for day in (days[0], days[-1])]
            check(values(lines, "bounds"), [milliseconds], f"{what}: the timeline's ends")
        # the label of a node is its name as it is; a value has a word joiner in INF
        for node in values(lines, "node"):
            check(node[1], node[2].replace("\u2060", ""), f"{what}: label and name")
            check(float(node[3]) != 0 or float(node[4]) != 0, True, f"{what}: {node[0]} has a place")
        check_gephi_values(run, lines, facts, what)
        colours = {node[6] for node in values(lines, "node")}
        check(len(colours), len(run.node_counts()), f"{what}: a colour a type")
        names = {node[0]: node[2] for node in values(lines, "node")}
        check(sorted(names.values()), sorted(node["name"] for node in run.nodes), f"{what}: names")
        who = {names[tie[0]] for tie in values(lines, "tie") if tie[1] == "CITED" and names[tie[2]] == RESOLUTION}
        check(who, {each for each, _ in run.who}, f"{what}: who cited")
        picture = picture_of(run.folder / f"{path.suffix[1:]}.pdf")
        check(colours - colours_in(picture.with_suffix(".ppm")), set(), f"{what}: colours that the picture lacks")
        if os.environ.get("PRESSGRAPH_KEEP"):
            shutil.copy(picture, os.environ["PRESSGRAPH_KEEP"])
    names = sorted(xml_text(each["name"]) for each in run.samples() if "node" in each)
    for name in ("hostile.gephi.graphml", "hostile.gexf"):
        lines = gephi_reads(run, run.folder / name, run.folder / f"{name}.pdf")
        check(values(lines, "issue"), [], name)
        check(values(lines, "nodes") + values(lines, "edges"), [["7"], ["4"]], f"{name}: counts")
        # Gephi puts Infinity for INF
        labels = [line[2] for line in lines if line[0] == "node" and "CONF.1/I" in line[3]]
        check(labels, ["A/CONF.1/INF/2, INFANTRY; \"INF\""], f"{name}: a symbol with INF as a label")
        check([line for line in lines if any("Infinity" in field for field in line)], [], f"{name}: INF")
        check(sorted(line[3].replace("\u2060", "") for line in lines if line[0] == "node"), names, f"{name}: names")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def virtuoso(run):
    server, client = shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-v")
    if not server or not client:
        skip("Virtuoso", "debian")
    turtle, data = run.export("turtle"), run.folder / "virtuoso"
    data.mkdir()
    port = free_port()
    (data / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile={data}/db\nErrorLogFile={data}/log\nLockFile={data}/lock\nTransactionFile={data}/trx\n"
        f"xa_persistent_file={data}/pxa\nFileExtend=200\nMaxCheckpointRemap=2000\n[TempDatabase]\nDatabaseFile={data}/tmp\n"
        f"TransactionFile={data}/tmp.trx\n[Parameters]\nServerPort=127.0.0.1:{port}\nDirsAllowed={run.folder}\n"
        "NumberOfBuffers=10000\nMaxDirtyBuffers=6000\nServerThreads=4\n[SPARQL]\n", encoding="utf-8")
    process = subprocess.Popen([server, "-f", "-c", data / "virtuoso.ini"], cwd=data, stderr=subprocess.DEVNULL)

    def ask(sql, *options):
        return subprocess.run([client, f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF",
                               "ECHO=OFF", *options, f"EXEC={sql}"], capture_output=True, text=True, timeout=120)
    def select(name):
        """The rows that the query of this name answers with, as lines."""
        query = re.sub("^#.*\n", "", (run.source / "tests/interop" / name).read_text(encoding="utf-8")).replace("\n", " ")
        rows = ask(f"SPARQL DEFINE input:default-graph-uri <http://example.org/press> {query};", "CSV=ON").stdout.encode()
        # isql shows each byte beyond ASCII as %FF and its digits
        return re.sub(b"%FF([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), rows).decode("utf-8").splitlines()

    try:
        for _ in range(60):
            if ask("SELECT 1;").returncode == 0:
                break
            time.sleep(1)
        ask(f"ld_dir('{run.folder}', '{turtle.name}', 'http://example.org/press');")
        ask("rdf_loader_run();")
        state = ask("SELECT ll_state, ll_error FROM DB.DBA.LOAD_LIST;").stdout.split()
        check(state[:2], ["2", "NULL"], "Virtuoso: the loader's own word")
        # it marks a file that it could not read as loaded, so the count is what tells
        count = ask("SPARQL SELECT COUNT(*) FROM <http://example.org/press> WHERE { ?s ?p ?o };").stdout.split()
        check(count[0], str(run.triples()), "Virtuoso: triples")
        who = [tuple(line.split(";", 1)) for line in select("who_cited.rq")]
        check(sorted(set(who)), run.who, "Virtuoso: who cited, by SPARQL")
        rows = [line.split(";", 2) for line in select("values.rq")]
        check_statements(run, [(*row[:2], *row[2].rsplit(";", 1)) for row in rows], "Virtuoso")
        check_answers(run, [line.split(";") for line in select("answers.rq")], "Virtuoso")
    finally:
        process.terminate()
        process.wait(30)


def postgresql(run):
    binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not binaries:
        skip("PostgreSQL", "debian")
    bundle, data, port = run.export("neo4j-csv", name="bundle"), run.folder / "postgres", str(free_port())
    bin_folder = binaries[-1].parent
    # initdb refuses root
    as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    data.mkdir()
    run.folder.chmod(0o755)
    if as_user:
        shutil.chown(data, "nobody", "nogroup")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PGHOST": str(data), "PGPORT": port, "PGUSER": "press"}

    def postgres(*command):
        subprocess.run([*as_user, bin_folder / command[0], *command[1:]], check=True, cwd=data, env=environment,
                       stdout=subprocess.DEVNULL)

    def ask(*arguments, database="postgres", cwd=bundle):
        return subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments], check=True,
                              capture_output=True, text=True, cwd=cwd, env=environment).stdout
    postgres("initdb", "-D", data / "cluster", "-U", "press", "-A", "trust", "-E", "UTF8")
    postgres("pg_ctl", "-D", data / "cluster", "-w", "-o", f"-k {data} -p {port} -c listen_addresses=", "-l",
             data / "log", "start")
    try:
        ask("-f", "postgres.sql")
        rows = lambda sql: [tuple(row) for row in csv.reader(ask("--csv", "-t", "-c", sql).splitlines())]
        numbers = lambda sql: collections.Counter({name: int(count) for name, count in rows(sql)})
        check(numbers("SELECT type, count(*) FROM node GROUP BY 1"), run.node_counts(), "rows of node by type")
        check(numbers("SELECT relation, count(*) FROM edge GROUP BY 1"), run.edge_counts(), "rows of edge by relation")
        who = rows("SELECT DISTINCT who.name, e.sentence FROM edge e JOIN node who ON who.id = e.source JOIN node what "
                   f"ON what.id = e.target WHERE e.relation = 'CITED' AND what.name = '{RESOLUTION}' ORDER BY 1, 2")
        check(sorted(who), run.who, "who cited, by SQL")
        types = rows("SELECT data_type FROM information_schema.columns WHERE table_name = 'edge' AND column_name IN "
                     "('begin', 'confidence', 'sentence') ORDER BY column_name")
        check(types, [("bigint",), ("double precision",), ("text",)], "types")
        check_values(run, [["n", *row] for row in rows("SELECT iri, name, releases FROM node")] +
                     [["e", *row] for row in rows("SELECT iri, confidence, begin FROM edge")], "PostgreSQL")
        hostile = run.samples()
        ask("-c", "CREATE DATABASE hostile")
        ask("-f", "postgres.sql", database="hostile", cwd=run.folder / "hostile.bundle")
        texts = lambda sql: sorted(json.loads(ask("-A", "-t", "-c", f"SELECT json_agg(text) FROM ({sql}) AS t(text)",
                                                  database="hostile")))
        check(texts("SELECT name FROM node"), sorted(cell(each["name"]) for each in hostile if "node" in each), "hostile names")
        check(texts("SELECT sentence FROM edge"), sorted(cell(each["sentence"]) for each in hostile if "edge" in each),
              "hostile sentences")
    finally:
        postgres("pg_ctl", "-D", data / "cluster", "-m", "immediate", "stop")


def main():
    consumer, pressgraph, write_samples, source, tools = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        globals()[consumer](Run(pressgraph, write_samples, pathlib.Path(source), pathlib.Path(tools),
                                pathlib.Path(folder)))


if __name__ == "__main__":
    main()
