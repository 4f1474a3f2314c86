// What Swift cannot see of Graphviz's headers: mutable globals (not concurrency-safe), and `char *`
// parameters where `const char *` is meant.

#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <gvc.h>

/// A new directed root graph that keeps parallel edges.
static inline Agraph_t *cgraphviz_open(void) {
  return agopen((char *)"map", Agdirected, NULL);
}

static inline Agnode_t *cgraphviz_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

static inline Agedge_t *cgraphviz_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head,
                                       const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}

static inline int cgraphviz_set(void *object, const char *name, const char *value) {
  return agsafeset(object, (char *)name, (char *)value, "");
}

#endif
