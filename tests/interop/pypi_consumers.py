#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What consumers.py asserts of the consumers from PyPI, run by the Python that has them.

usage: pypi_consumers.py CONSUMER FOLDER SOURCE_DIR
"""
import json
import pathlib
import sys

RESOLUTION = "S/RES/2322 (2016)"


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


def oxigraph(folder, source, expected):
    import pyoxigraph

    forms = {"ttl": pyoxigraph.RdfFormat.TURTLE, "nt": pyoxigraph.RdfFormat.N_TRIPLES,
             "nq": pyoxigraph.RdfFormat.N_QUADS, "trig": pyoxigraph.RdfFormat.TRIG,
             "rdf": pyoxigraph.RdfFormat.RDF_XML, "jsonld": pyoxigraph.RdfFormat.JSON_LD}

    def quads(name, extension):
        with open(folder / f"{name}.{extension}", "rb") as file:
            return list(pyoxigraph.parse(file, format=forms[extension]))

    def triples(name, extension):
        return {(q.subject, q.predicate, q.object) for q in quads(name, extension)}

    for name in ("graph", "hostile"):
        turtle = triples(name, "ttl")
        for extension in ("nt", "nq", "trig", "jsonld"):
            check(triples(name, extension) ^ turtle, set(), f"{name}.{extension} beside its Turtle")
    turtle = triples("graph", "ttl")
    check(triples("graph", "rdf"), turtle, "RDF/XML beside Turtle")
    check(len(turtle), expected["triples"], "triples")
    named = {q.graph_name for q in quads("graph", "nq")} - {pyoxigraph.DefaultGraph()}
    check(len(named), expected["graphs"], "a graph a release")
    store = pyoxigraph.Store()
    store.bulk_load(path=str(folder / "graph.ttl"), format=forms["ttl"])
    query = (source / "tests/interop/who_cited.rq").read_text(encoding="utf-8")
    rows = sorted([row["who"].value, row["words"].value] for row in store.query(query))
    check(rows, expected["who"], "who cited, by SPARQL")
    asked = {}
    for name, variables in (("values", ("what", "kind", "value", "type")), ("answers", ("question", "node", "claim"))):
        rows = store.query((source / f"tests/interop/{name}.rq").read_text(encoding="utf-8"))
        asked[name] = [[row[variable].value for variable in variables] for row in rows]
    (folder / "oxigraph.json").write_text(json.dumps(asked), encoding="utf-8")


def triples(folder, _source, _expected):
    """The triples of corpus.ttl as Oxigraph reads them, for consumers.hostile."""
    import pyoxigraph

    with open(folder / "corpus.ttl", "rb") as file:
        pyoxigraph.serialize(pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE), str(folder / "oxigraph.nt"),
                             format=pyoxigraph.RdfFormat.N_TRIPLES)


def shacl(folder, source, _expected):
    import pyshacl

    for path in (folder / "graph.ttl", *sorted(folder.glob("part-*.ttl"))):
        conforms, _, report = pyshacl.validate(str(path), shacl_graph=str(source / "schemas/shapes.ttl"))
        check(conforms, True, f"{path.name}: {report[:4000]}")
    # shapes that let everything through would conform too
    broken = (folder / "graph.ttl").read_text(encoding="utf-8").replace('pg:status "asserted"', 'pg:status "wished"', 1)
    check(pyshacl.validate(broken, data_graph_format="turtle", shacl_graph=str(source / "schemas/shapes.ttl"))[0], False,
          "an unknown status conforms")


def loaded(engine, bundle):
    """A new database of Kùzu or a fork with what the bundle's script loads; a function that asks it."""
    connection = engine.Connection(engine.Database(f"{bundle}.{engine.__name__}"))
    script = (bundle / "kuzu.cypher").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        lines = [line for line in statement.splitlines() if line and not line.startswith("//")]
        if lines:
            connection.execute("\n".join(lines).replace("FROM '", f"FROM '{bundle}/"))

    def rows(query):
        result, all_rows = connection.execute(query), []
        while result.has_next():
            all_rows.append(result.get_next())
        return all_rows
    return rows


def kuzu(folder, source, expected):
    import kuzu as engine

    check_kuzu(engine, folder, source, expected)


def ladybug(folder, source, expected):
    """LadybugDB, which goes on where Kùzu stopped."""
    import real_ladybug as engine

    check_kuzu(engine, folder, source, expected)


def check_kuzu(engine, folder, source, expected):
    rows = loaded(engine, folder / "bundle")
    check(dict(rows("MATCH (n) RETURN label(n), count(*)")), expected["nodes"], "nodes by label")
    check(dict(rows("MATCH ()-[r]->() RETURN label(r), count(*)")), expected["edges"], "edges by label")
    who = sorted(rows(f"MATCH (a)-[r:CITED]->(x:Resolution) WHERE x.name = '{RESOLUTION}' RETURN DISTINCT a.name, r.sentence"))
    check(who, expected["who"], "who cited, by Cypher")
    types = rows("MATCH ()-[r:CITED]->() RETURN typeof(r.confidence), typeof(r.`begin`) LIMIT 1")
    check(types, [["DOUBLE", "INT64"]], "types")
    check(sorted(rows("MATCH (n) RETURN n.iri, n.name, n.releases")), expected["node values"], "values of nodes")
    check(sorted(rows("MATCH ()-[r]->() RETURN r.iri, r.confidence, r.`begin`")), expected["edge values"],
          "values of edges")
    # label is Kùzu's name for Cypher's type
    questions = (source / "tests/interop/answers.cypher").read_text(encoding="utf-8").replace("type(r)", "label(r)").split(";\n")
    answers = [row for question in questions if question for row in rows(question)]
    (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    hostile = loaded(engine, folder / "hostile.bundle")
    check(sorted(row[0] for row in hostile("MATCH (n) RETURN n.name")), expected["hostile names"], "hostile names")
    check(sorted(row[0] for row in hostile("MATCH ()-[r]->() RETURN r.sentence")), expected["hostile sentences"],
          "hostile sentences")


def main():
    consumer, folder, source = sys.argv[1:]
    folder = pathlib.Path(folder)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    globals()[consumer](folder, pathlib.Path(source), expected)


if __name__ == "__main__":
    main()
