/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML read by libyaml into nodes that know their lines, and their values by YAML's core schema.
 * A node is an object: "line", and one of "text" (a scalar; "plain": it has no quotes), "list" (of
 * nodes), "map" (of nodes).
 */
#ifndef SLRUN_BASE_YAML_NODES_H
#define SLRUN_BASE_YAML_NODES_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include <slrun/error.h>

struct yaml_source {
    const char *text;
    size_t size;
    const char *name; /* for errors */
    /* What an alias leads to counts each time. */
    size_t nodes_max;
    int depth_max;
    bool last_counts; /* of equal keys of a map; else they are an error */
};

/* The outermost node (a new reference), or NULL with `error` filled: "NAME:LINE: what is wrong"
 * (USAGE). An empty document is a plain scalar without text. */
json_t *yaml_nodes_read(const struct yaml_source *source, struct slrun_error *error);

/* The value of a node (a new reference): plain scalars are numbers, booleans and nulls by YAML's
 * core schema (1.2, 10.3.2), the rest is text. NULL: out of memory. */
json_t *yaml_nodes_value(const json_t *node);

#endif
