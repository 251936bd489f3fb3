// SPDX-License-Identifier: Apache-2.0
// usage: node load.mjs FOLDER RESOLUTION, in a folder where the packages of package.json are installed.
// Reads our files with N3.js, jsonld, graphology and Cytoscape.js. Prints lines "what TAB value".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { Parser, Writer } = require('n3');
const { DOMParser } = require('@xmldom/xmldom');
const jsonld = require('jsonld');
const cytoscape = require('cytoscape');
const Graph = require('graphology');
const graphml = require('graphology-graphml');
const gexf = require('graphology-gexf');

globalThis.DOMParser = DOMParser;
const [folder, resolution] = process.argv.slice(2);
const text = (name) => readFileSync(`${folder}/${name}`, 'utf8');
const say = (...fields) => console.log(fields.join('\t'));

/** The triples of `quads` as sorted N-Triples lines, graphs forgotten, each once. */
function lines(quads) {
  const writer = new Writer({ format: 'N-Triples' });
  return [...new Set(quads.map((q) => writer.quadToString(q.subject, q.predicate, q.object)))].sort().join('');
}

function parsed(name, format) {
  return lines(new Parser({ format }).parse(text(name)));
}

async function rdf(name) {
  const turtle = parsed(`${name}.ttl`, 'text/turtle');
  say(`triples ${name}`, turtle.split('\n').length - 1);
  for (const [extension, format] of [['nt', 'N-Triples'], ['nq', 'N-Quads'], ['trig', 'application/trig']]) {
    say(`same ${name}.${extension}`, parsed(`${name}.${extension}`, format) === turtle);
  }
  const quads = await jsonld.toRDF(JSON.parse(text(`${name}.jsonld`)), { format: 'application/n-quads' });
  say(`same ${name}.jsonld`, lines(new Parser({ format: 'N-Quads' }).parse(quads)) === turtle);
}

function cited(graph, name, sentence) {
  graph.forEachEdge((edge, attributes, source, target) => {
    if (attributes.labelE === 'CITED' && graph.getNodeAttribute(target, 'name') === resolution) {
      say(name, graph.getNodeAttribute(source, 'name'), attributes.sentence);
    }
  });
}

for (const name of ['graph', 'hostile']) {
  await rdf(name);
}
const universal = graphml.parse(Graph, text('graph.graphml'));
say('graphml', universal.order, universal.size, universal.type);
cited(universal, 'graphml cited');
const counts = {};
universal.forEachNode((node, { iri, name, releases, labelV }) => {
  say('n', iri, name, releases);
  counts[`node ${labelV}`] = (counts[`node ${labelV}`] ?? 0) + 1;
});
universal.forEachEdge((edge, { iri, confidence, begin, labelE }) => {
  say('e', iri, confidence, begin);
  counts[`edge ${labelE}`] = (counts[`edge ${labelE}`] ?? 0) + 1;
});
Object.entries(counts).forEach(([what, count]) => say(what, count));
say('types', ...['confidence', 'begin'].map((name) => typeof universal.getEdgeAttribute(universal.edges()[0], name)));
const drawn = gexf.parse(Graph, text('graph.gexf'));
say('gexf', drawn.order, drawn.size, drawn.type);
drawn.forEachNode((node, { x, y, size, color, kind }) => {
  if (![x, y, size].every(Number.isFinite) || !/^(#[0-9a-f]{6}|rgba?\(.*\))$/.test(color) || !kind) {
    say('not drawn', node);
  }
});
const elements = JSON.parse(text('graph.cyjs')).elements;
const shown = cytoscape({ headless: true, elements });
say('cytoscape', shown.nodes().length, shown.edges().length);
shown.edges('[interaction = "cited"]').forEach((edge) => {
  if (edge.target().data('name') === resolution) {
    say('cytoscape cited', edge.source().data('name'), edge.data('sentence'));
  }
});
