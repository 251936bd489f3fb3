#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Type the commands of docs/loading.md as a new user does, in a clean folder, and look at what they answer.

usage: loading.py PRESSGRAPH SOURCE_DIR TOOLS

Every line of its ```sh blocks goes to a shell and every ```python block to Python. But for the programs of ELSEWHERE, one that
is not there is a failure. TOOLS is the folder that scripts/setup-interop filled. Exits with 77 where it could not fill it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from consumers import check, free_port, skip

# No package registry holds these commands, or they need a server: consumers.py gives the same files to the programs' libraries.
ELSEWHERE = {"cypher-shell", "kuzu", "psql"}
JENA = {"tdb2.tdbloader": "tdb2.tdbloader", "tdb2.tdbquery": "tdb2.tdbquery", "shacl": "shacl.shacl",
        "fuseki-server": "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"}


def blocks(text):
    """(language, text) of each fenced block, in their order."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def java_command(folder, name, classpath, main):
    command = folder / name
    command.write_text(f"#!/bin/sh\nexec java -Xmx1g -cp '{classpath.read_text().strip()}' {main} \"$@\"\n", encoding="utf-8")
    command.chmod(0o755)


def programs(folder, pressgraph, tools):
    """A folder with the commands that are no packages of Debian."""
    folder.mkdir()
    os.symlink(pathlib.Path(pressgraph).resolve(), folder / "pressgraph")
    os.symlink(tools / "venv/bin/pyshacl", folder / "pyshacl")
    for name, main in JENA.items():
        java_command(folder, name, tools / "jena.classpath", main)
    java_command(folder, "neo4j-admin", tools / "neo4j.classpath", "org.neo4j.cli.AdminTool")
    return folder


def ask_fuseki(process, port, query):
    """The rows it answers with, as CSV, once it is up."""
    address = f"http://localhost:{port}/press/sparql?{urllib.parse.urlencode({'query': query})}"
    for _ in range(120):
        check(process.poll(), None, "how Fuseki ended")
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/csv"})) as answer:
                return answer.read().decode("utf-8")
        except OSError:
            time.sleep(1)
    sys.exit("Fuseki does not answer")


class Session:
    def __init__(self, folder, path, query):
        home = folder / "neo4j"
        (home / "conf").mkdir(parents=True)
        (home / "conf/neo4j.conf").touch()
        self.folder, self.query, self.answers = folder, query, []
        self.environment = {**os.environ, "PATH": f"{path}:{os.environ['PATH']}", "NEO4J_HOME": str(home),
                            "NEO4J_CONF": str(home / "conf"), "LC_ALL": "C.UTF-8"}

    def shell(self, line):
        command, _, note = line.partition(" # ")
        command = command.rstrip()
        program = command.split()[0]
        if program in ELSEWHERE or "not tried" in note:
            return
        print(f"$ {command}", flush=True)
        if program == "fuseki-server":
            # on a port of its own: that which the page says may be another's
            port = free_port()
            started = command.replace(program, f"exec {program} --port {port}", 1)
            process = subprocess.Popen(["bash", "-c", started], cwd=self.folder, env=self.environment,
                                       stdout=subprocess.DEVNULL)
            try:
                self.answers.append((command, ask_fuseki(process, port, self.query)))
            finally:
                process.terminate()
                process.wait(30)
            return
        self.run(command, "bash", "-c", command)

    def python(self, text, venv):
        """With Debian's Python, or that which has the packages of PyPI."""
        print(text, flush=True)
        self.run(text, venv if "pyoxigraph" in text else "/usr/bin/python3", "-c", text)

    def run(self, what, *command):
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{what}: exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        self.answers.append((what, done.stdout + done.stderr))

    def answer(self, start):
        return next(answer for what, answer in self.answers if what.startswith(start))


def check_answers(session, text):
    """What the page says that one sees."""
    who, words = re.search(r"^\| who \| words \|\n.*\n\| (.*) \| (.*), \.\.\. \|$", text, re.MULTILINE).groups()
    for start in ("pressgraph query", "tdb2.tdbquery", "fuseki-server", 'sqlite3 press.db "SELECT'):
        found = re.sub(r"\s+", " ", session.answer(start))
        check((who in found, words in found), (True, True), f"{start}: the row that the page shows is in {found}")
    triples = re.search(r"is ([\d,]+) triples", text)[1].replace(",", "")
    check(f"returned {triples} triples" in session.answer("rapper"), True, session.answer("rapper"))
    check("Conforms: True" in session.answer("pyshacl"), True, session.answer("pyshacl"))
    check(bool(re.search(r"sh:conforms\s+true", session.answer("shacl"))), True, session.answer("shacl"))
    check("<svg" in (session.folder / "press.svg").read_text(encoding="utf-8"), True, "a picture by Graphviz")


def main():
    pressgraph, source, tools = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    for name, there in (("debian", shutil.which("java")), ("venv", (tools / "venv").exists()),
                        ("jena", (tools / "jena.classpath").exists()), ("neo4j", (tools / "neo4j.classpath").exists())):
        if not there:
            skip("what the commands of docs/loading.md need", name)
    text = (source / "docs/loading.md").read_text(encoding="utf-8")
    query = next(body for language, body in blocks(text) if language == "sparql")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "new"
        folder.mkdir()
        for each in ("examples", "schemas"):
            os.symlink(source / each, folder / each)
        (folder / "who_cited.rq").write_text(query, encoding="utf-8")
        session = Session(folder, programs(pathlib.Path(name) / "bin", pressgraph, tools), query)
        for language, body in blocks(text):
            if language == "sh":
                for line in body.splitlines():
                    session.shell(line)
            elif language == "python":
                session.python(body, tools / "venv/bin/python")
        check_answers(session, text)


if __name__ == "__main__":
    main()
