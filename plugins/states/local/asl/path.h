/* SPDX-License-Identifier: Apache-2.0 */
/* Steps of a path, and filters: ?(@.price < 10 && @.kind == 'book'). */
#ifndef SLRUN_STATES_PATH_H
#define SLRUN_STATES_PATH_H

#include "asl/asl.h"

struct path_step {
    enum { PATH_NAMES, PATH_INDEXES, PATH_SLICE, PATH_ALL, PATH_FILTER } kind;
    bool deep;    /* of all that stands below, too */
    json_t *keys; /* names or numbers */
    long from, to;
    bool has_from, has_to;
    const char *filter, *filter_end; /* borrowed from the path */
};

/* Reads one step; false: it is none. To be cleared in any case. */
bool path_read_step(const char **at, struct path_step *step);
void path_step_clear(struct path_step *step);
/* Whether it may find more than one value. */
bool path_finds_many(const struct path_step *step);

/* Whether a value passes a filter, with or without parentheses around. */
bool path_filter(const struct asl_scope *scope, json_t *value, const char *from, const char *to);
/* Whether a text is a filter. */
bool path_filter_check(const char *from, const char *to);

#endif
