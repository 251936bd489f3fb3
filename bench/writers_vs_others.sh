#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: bench/writers_vs_others.sh [BUILD_DIR] [EDGES]
# One graph as Turtle, N-Triples and GraphML: by our writers, and from the same triples by serdi and rapper, from
# the same GraphML by python-igraph; all in one run, the best of three, to /dev/null. Prints what each took of the
# processor, the peak of its memory, and how often ours goes into theirs. The graph is made as our writers go, so
# their time holds the making too; theirs holds the parsing of N-Triples, igraph's the writing alone, so
# that for GraphML what the making alone takes is said too.
set -euo pipefail
build=${1:-build/release}
edges=${2:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for format in turtle ntriples graphml; do
  "$build/synthetic_export" "$format" "$edges" >"$folder/graph.$format"
done
triples=$(wc -l <"$folder/graph.ntriples")
canonical() { serdi -i "$1" -o ntriples "$folder/graph.$1" | LC_ALL=C sort -u | sha256sum; }
[ "$(canonical turtle)" = "$(canonical ntriples)" ] || { echo "the two are not the same graph" >&2; exit 1; }

# best COMMAND...: seconds of the processor and peak KiB
best() {
  for _ in 1 2 3; do
    /usr/bin/time -f '%U %S %M' -o "$folder/once" "$@" >/dev/null
    awk '{ printf "%.2f %d\n", $1 + $2, $3 }' "$folder/once"
  done | sort -n | head -n 1
}
igraph_writes='
import igraph, resource, sys, time
graph = igraph.Graph.Read_GraphML(sys.argv[1])
seconds = []
for _ in range(3):
    start = time.process_time()
    graph.write_graphml("/dev/null")
    seconds.append(time.process_time() - start)
print("%.2f %d" % (min(seconds), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))'

# row WHAT SECONDS KIB [SECONDS_OF_OURS]
row() { awk -v what="$1" -v s="$2" -v kib="$3" -v ours="${4:-}" -v n="$triples" 'BEGIN {
  printf "%-18s %6.2f s %7.2f M triples/s %7.1f MiB", what, s, n / s / 1e6, kib / 1024
  if (ours != "") printf "  %5.1f times ours", s / ours
  print "" }'; }
echo "$edges edges, $triples triples"
for format in turtle ntriples; do
  read -r ours kib < <(best "$build/synthetic_export" "$format" "$edges")
  row "$format" "$ours" "$kib"
  read -r seconds kib < <(best serdi -i ntriples -o "$format" "$folder/graph.ntriples")
  row "  serdi" "$seconds" "$kib" "$ours"
  read -r seconds kib < <(best rapper -q -i ntriples -o "$format" "$folder/graph.ntriples")
  row "  rapper" "$seconds" "$kib" "$ours"
done
read -r ours kib < <(best "$build/synthetic_export" graphml "$edges")
row graphml "$ours" "$kib"
read -r making kib < <(best "$build/synthetic_export" none "$edges")
row "  its making" "$making" "$kib"
read -r seconds kib < <(/usr/bin/python3 -c "$igraph_writes" "$folder/graph.graphml")
row "  igraph" "$seconds" "$kib" "$ours"
awk -v igraph="$seconds" -v ours="$ours" -v making="$making" \
  'BEGIN { printf "  igraph to ours without the making: %.1f times\n", igraph / (ours - making) }'
