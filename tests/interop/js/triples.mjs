// SPDX-License-Identifier: Apache-2.0
// usage: node triples.mjs TURTLE OUT, in a folder where the packages of package.json are installed.
// The triples of a Turtle file as N3.js reads them, a JSON array of [subject, predicate, value, datatype] a line; datatype
// is null where the object is an IRI.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { Parser } = require('n3');

const [turtle, out] = process.argv.slice(2);
const quads = new Parser({ format: 'text/turtle' }).parse(readFileSync(turtle, 'utf8'));
const line = ({ subject, predicate, object }) =>
  JSON.stringify([subject.value, predicate.value, object.value, object.datatype?.value ?? null]);
writeFileSync(out, quads.map(line).join('\n') + '\n');
