/* SPDX-License-Identifier: Apache-2.0 */
/* What may be done now, where some things must be done before others. */
#ifndef SLRUN_CLOUDFORMATION_GRAPH_H
#define SLRUN_CLOUDFORMATION_GRAPH_H

#include <stdbool.h>

#include <jansson.h>

struct graph;

/*
 * `entries`: id to {"DependsOn": [ids]}; ids that are no entries are no matter. Each waits for what
 * it depends on, or, `reverse`, for what depends on it. NULL: out of memory.
 */
struct graph *graph_new(const json_t *entries, bool reverse);
void graph_free(struct graph *graph);

/* One that waits for nothing more, in the order of the entries; NULL: there is none now. It lives
 * as long as the graph. */
const char *graph_next(struct graph *graph);

/* It is done. Not `ok`: what waits for it is never given out. */
void graph_done(struct graph *graph, const char *id, bool ok);

#endif
