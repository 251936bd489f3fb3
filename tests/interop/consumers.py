#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Load our exports into the programs that people load them into, and ask those who cited a resolution.

usage: consumers.py CONSUMER PRESSGRAPH WRITE_SAMPLES SOURCE_DIR TOOLS

CONSUMER is a function below. TOOLS is the folder that scripts/setup-interop filled. What is asserted: the counts of nodes
by type and edges by relation, the types of values, and that who cited S/RES/2322 (2016) is what `pressgraph query` says.
Exits with 77 where the consumer is not installed.
"""
import collections
import csv
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

RESOLUTION = "S/RES/2322 (2016)"
EXTENSIONS = {"turtle": "ttl", "ntriples": "nt", "nquads": "nq", "trig": "trig", "rdfxml": "rdf", "jsonld": "jsonld",
              "graphml": "graphml", "gexf": "gexf", "cytoscape": "cyjs", "jsonl": "jsonl"}


def skip(what):
    print(f"skipped: {what} is not there; scripts/setup-interop installs it")
    sys.exit(77)


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


class Run:
    """A store of the examples, its exports as they are asked for, and what they must hold."""

    def __init__(self, pressgraph, write_samples, source, tools, folder):
        self.pressgraph, self.source, self.tools, self.folder = pressgraph, source, tools, folder
        self.store = folder / "store"
        self.call("build", source / "examples", "--output", self.store, "--quiet")
        subprocess.run([write_samples, folder], check=True)
        objects = [json.loads(line) for line in self.export("jsonl").read_text(encoding="utf-8").splitlines()]
        self.nodes = [o for o in objects if "node" in o]
        self.edges = [o for o in objects if "edge" in o]
        rows = json.loads(self.call("query", self.store, "who-cited", RESOLUTION, "--format", "json"))["rows"]
        self.who = sorted({(row["who"], row["sentence"]) for row in rows})
        if not self.who:
            sys.exit("nobody cited it: the examples no longer serve this test")

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

    def ties(self):
        return {(edge["subject"], edge["relation"], edge["object"]) for edge in self.edges}

    def triples(self):
        return len(self.export("ntriples").read_text(encoding="utf-8").splitlines())

    def graphs(self):
        return {edge["release"] for edge in self.edges}

    def java(self, name, *arguments):
        """The lines that tests/interop/java/NAME prints, split at tabs."""
        path = self.tools / f"{ {'Neo4jLoads': 'neo4j'}.get(name, name.lower()) }.classpath"
        if not shutil.which("java") or not path.exists():
            skip(f"Java with the jars of {path.stem}")
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in
                 ("java.lang", "java.nio", "sun.nio.ch", "java.net", "java.util", "java.io", "java.util.concurrent")]
        source = self.source / "tests/interop/java" / f"{name}.java"
        done = subprocess.run(["java", "-Xmx2g", "-Djava.awt.headless=true", *opens, "-cp", path.read_text().strip(),
                               source, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder)
        if done.returncode != 0:
            sys.exit(f"{name}: {done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]


def values(lines, *first):
    return [line[1:] for line in lines if line[0] in first]


def counted(lines, what):
    return collections.Counter({line[0].removeprefix(what): int(line[1]) for line in lines
                                if line[0].startswith(what) and line[1].isdigit()})


def jena(run):
    run.rdf()
    lines = run.java("Jena", run.folder, run.source / "schemas/shapes.ttl", run.source / "tests/interop/who_cited.rq")
    found = {line[0]: line[1] for line in lines if line[0] != "who"}
    expected = {"triples": str(run.triples()), "conforms": "true", "fuseki": str(len(run.who)),
                "graphs nq": str(len(run.graphs())), "graphs trig": str(len(run.graphs()))}
    expected.update({f"same {each}": "true" for each in ("nt", "rdf", "jsonld", "nq", "trig")})
    # XML cannot hold the controls of the hostile sample: its RDF/XML is another graph
    expected.update({f"hostile {each}": str(each != "rdf").lower() for each in ("nt", "rdf", "jsonld", "nq", "trig")})
    check(found, expected, "Jena")
    check(sorted(map(tuple, values(lines, "who"))), run.who, "who cited, by SPARQL on TDB2")


def oxigraph(run):
    run_in_venv("oxigraph", run)


def shacl(run):
    run_in_venv("shacl", run)


def kuzu(run):
    run_in_venv("kuzu", run)


def run_in_venv(name, run):
    """`name` needs packages from PyPI: it is a function of pypi_consumers.py, run by the venv's Python."""
    python = run.tools / "venv/bin/python"
    if not python.exists():
        skip("the venv with the packages of tests/interop/requirements.txt")
    run.rdf()
    run.export("neo4j-csv", name="bundle")
    expected = {"who": run.who, "triples": run.triples(), "graphs": len(run.graphs()), "nodes": run.node_counts(),
                "edges": run.edge_counts()}
    (run.folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    done = subprocess.run([python, run.source / "tests/interop/pypi_consumers.py", name, run.folder, run.source])
    sys.exit(done.returncode)


def npm(run):
    packages = run.tools / "node"
    if not shutil.which("node") or not (packages / "node_modules").exists():
        skip("Node.js with the packages of tests/interop/js")
    run.rdf()
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
    facts = {line[0]: line[1:] for line in lines if not line[0].endswith("cited")}
    hostile = facts.pop("triples hostile")
    check(int(hostile[0]) > 100, True, "hostile triples")
    size = [str(len(run.nodes)), str(len(run.edges))]
    expected = {"triples graph": [str(run.triples())], "graphml": size + ["directed"],
                "gexf": [size[0], str(len(run.ties())), "directed"], "cytoscape": size}
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


def check_neo4j(run, lines, what):
    check(counted(lines, "node "), run.node_counts(), f"{what}: nodes by label")
    check(counted(lines, "edge "), run.edge_counts(), f"{what}: relationships by type")
    check(sorted(map(tuple, values(lines, "who"))), run.who, f"{what}: who cited, by Cypher")
    check([line[1].split(" ")[0] for line in lines if line[0].startswith("type")], ["FLOAT", "INTEGER"], f"{what}: types")


def neo4j_graphml(run):
    path = run.export("graphml", "--profile", "neo4j")
    check_neo4j(run, run.java("Neo4jLoads", "graphml", path, RESOLUTION), "apoc.import.graphml")


def neo4j_strict(run):
    path = run.export("graphml", "--profile", "strict")
    check_neo4j(run, run.java("Neo4jLoads", "graphml", path, RESOLUTION), "apoc.import.graphml, strict profile")


def neo4j_apoc_csv(run):
    bundle = run.export("neo4j-csv", name="bundle")
    check_neo4j(run, run.java("Neo4jLoads", "apoc-csv", bundle, RESOLUTION), "apoc.import.csv")


def neo4j_load_csv(run):
    bundle = run.export("neo4j-csv", name="bundle")
    check_neo4j(run, run.java("Neo4jLoads", "load-csv", bundle, RESOLUTION), "load.cypher")


def neo4j_admin(run):
    """The bundle's own script, with neo4j-admin as the jars have it."""
    bundle, home, path = run.export("neo4j-csv", name="bundle"), run.folder / "home", run.tools / "neo4j.classpath"
    if not path.exists():
        skip("Java with the jars of neo4j")
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
    check_neo4j(run, run.java("Neo4jLoads", "imported", home, RESOLUTION), "neo4j-admin database import")


def gephi(run):
    for path in (run.export("graphml", "--profile", "gephi"), run.export("gexf")):
        lines = run.java("Gephi", path, run.folder / f"{path.suffix[1:]}.pdf")
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
        # the label of a node is its name as it is; a value has a word joiner in INF
        for node in values(lines, "node"):
            check(node[1], node[2].replace("\u2060", ""), f"{what}: label and name")
            check(float(node[3]) != 0 or float(node[4]) != 0, True, f"{what}: {node[0]} has a place")
        colours = {node[6] for node in values(lines, "node")}
        check(len(colours), len(run.node_counts()), f"{what}: a colour a type")
        names = {node[0]: node[2] for node in values(lines, "node")}
        who = {names[tie[0]] for tie in values(lines, "tie") if tie[1] == "CITED" and names[tie[2]] == RESOLUTION}
        check(who, {each for each, _ in run.who}, f"{what}: who cited")
        picture = run.folder / f"{path.suffix[1:]}.pdf"
        check(picture.stat().st_size > 10000, True, f"{what}: a picture")
        if os.environ.get("PRESSGRAPH_KEEP"):
            shutil.copy(picture, os.environ["PRESSGRAPH_KEEP"])


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def virtuoso(run):
    server, client = shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-v")
    if not server or not client:
        skip("Virtuoso")
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
        query = (run.source / "tests/interop/who_cited.rq").read_text(encoding="utf-8").replace("\n", " ")
        rows = ask(f"SPARQL DEFINE input:default-graph-uri <http://example.org/press> {query};", "CSV=ON").stdout
        found = sorted({tuple(row.split(";", 1)) for row in rows.splitlines()})
        check(found, run.who, "Virtuoso: who cited, by SPARQL")
    finally:
        process.terminate()
        process.wait(30)


def postgresql(run):
    binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not binaries:
        skip("PostgreSQL")
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

    def ask(*arguments):
        return subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", *arguments], check=True,
                              capture_output=True, text=True, cwd=bundle, env=environment).stdout
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
    finally:
        postgres("pg_ctl", "-D", data / "cluster", "-m", "immediate", "stop")


def main():
    consumer, pressgraph, write_samples, source, tools = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        globals()[consumer](Run(pressgraph, write_samples, pathlib.Path(source), pathlib.Path(tools),
                                pathlib.Path(folder)))


if __name__ == "__main__":
    main()
