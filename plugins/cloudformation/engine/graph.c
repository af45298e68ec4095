/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/graph.h"

#include <stdlib.h>
#include <string.h>

enum state { WAITING, GIVEN, DONE, FAILED };

struct node {
    const char *id; /* the key in `entries` */
    enum state state;
    size_t *before; /* places of the nodes that must be done first */
    size_t n;
};

struct graph {
    json_t *entries;
    json_t *places; /* id to its place */
    struct node *nodes;
    size_t n;
};

static bool add_before(struct node *node, size_t place)
{
    size_t *before = realloc(node->before, (node->n + 1) * sizeof *before);
    if (!before)
        return false;
    node->before = before;
    node->before[node->n++] = place;
    return true;
}

static bool connect(struct graph *g, size_t place, bool reverse)
{
    const json_t *names =
        json_object_get(json_object_get(g->entries, g->nodes[place].id), "DependsOn");
    size_t i;
    json_t *name;
    json_array_foreach (names, i, name) {
        const json_t *at = json_object_get(g->places, json_string_value(name));
        size_t other = (size_t)json_integer_value(at);
        if (at && !add_before(&g->nodes[reverse ? other : place], reverse ? place : other))
            return false;
    }
    return true;
}

struct graph *graph_new(const json_t *entries, bool reverse)
{
    struct graph *g = calloc(1, sizeof *g);
    const char *id;
    json_t *entry;
    if (!g)
        return NULL;
    g->entries = json_copy((json_t *)entries);
    g->places = json_object();
    g->nodes = calloc(json_object_size(entries) + 1, sizeof *g->nodes);
    bool ok = g->entries && g->places && g->nodes;
    if (ok)
        json_object_foreach (g->entries, id, entry) {
            ok = json_object_set_new(g->places, id, json_integer((json_int_t)g->n)) == 0 && ok;
            g->nodes[g->n++].id = id;
        }
    for (size_t i = 0; ok && i < g->n; i++)
        ok = connect(g, i, reverse);
    if (ok)
        return g;
    graph_free(g);
    return NULL;
}

void graph_free(struct graph *g)
{
    if (!g)
        return;
    for (size_t i = 0; i < g->n; i++)
        free(g->nodes[i].before);
    free(g->nodes);
    json_decref(g->entries);
    json_decref(g->places);
    free(g);
}

static bool is_free(const struct graph *g, const struct node *node)
{
    for (size_t i = 0; i < node->n; i++)
        if (g->nodes[node->before[i]].state != DONE)
            return false;
    return node->state == WAITING;
}

const char *graph_next(struct graph *g)
{
    for (size_t i = 0; i < g->n; i++)
        if (is_free(g, &g->nodes[i])) {
            g->nodes[i].state = GIVEN;
            return g->nodes[i].id;
        }
    return NULL;
}

void graph_done(struct graph *g, const char *id, bool ok)
{
    const json_t *at = json_object_get(g->places, id);
    if (at)
        g->nodes[json_integer_value(at)].state = ok ? DONE : FAILED;
}
