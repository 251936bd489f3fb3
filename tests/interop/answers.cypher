MATCH ()-[r:CITED]->(n) RETURN 'who-cited' AS question, n.iri AS node, r.iri AS claim;
MATCH (n)-[r:CITED]->() RETURN 'cited-by' AS question, n.iri AS node, r.iri AS claim;
MATCH ()-[r:ADDRESSED]->(n) RETURN 'addressed' AS question, n.iri AS node, r.iri AS claim;
MATCH (n)-[r:HOSTED]-() RETURN 'hosted' AS question, n.iri AS node, r.iri AS claim;
MATCH (n)-[r]-() WHERE type(r) <> 'MENTIONS' RETURN 'about' AS question, n.iri AS node, r.iri AS claim;
