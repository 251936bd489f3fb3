// SPDX-License-Identifier: Apache-2.0
// usage: view_bench STORE
// Loads the Boost.Graph view of a store and prints its edges, edges a second (of the processor's
// time and by the clock) and the bytes that an edge takes.
#include "graph/view.hpp"

#include <chrono>
#include <ctime>
#include <iostream>

#include <fmt/format.h>
#include <malloc.h>
#include <sqlite3.h>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: view_bench STORE\n";
    return 2;
  }
  const auto store = pressgraph::Store::open(argv[1]);
  // The pages that SQLite keeps are not the view's.
  const auto bytes_in_use = [&store] {
    sqlite3_db_release_memory(store.handle());
    const auto all = mallinfo2();
    return static_cast<double>(all.uordblks + all.hblkhd);
  };
  const auto before = bytes_in_use();
  const auto began = std::chrono::steady_clock::now();
  const auto used = std::clock();
  const pressgraph::GraphView view(store, {});
  const auto seconds = static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - began;
  const auto bytes = bytes_in_use() - before;
  // Each edge is there in both directions.
  const auto edges = static_cast<double>(boost::num_edges(view.graph())) / 2;
  std::cout << fmt::format(
      "{:.0f} edges between {} nodes: {:.2f} million edges/s ({:.2f} by the clock), {:.1f} bytes "
      "an edge\n",
      edges, boost::num_vertices(view.graph()), edges / seconds / 1e6, edges / clock.count() / 1e6,
      bytes / edges);
  return 0;
}
