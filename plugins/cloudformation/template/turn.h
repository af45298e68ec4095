/* SPDX-License-Identifier: Apache-2.0 */
/* One turn of a loop of a template (Fn::ForEach): its fragment with a value in its places. */
#ifndef SLRUN_CLOUDFORMATION_TURN_H
#define SLRUN_CLOUDFORMATION_TURN_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

/* What loops have made of a template so far. */
struct turn_made {
    size_t nodes, bytes; /* bytes of texts */
};

struct turn {
    struct turn_made *made;
    const char *identifier; /* "X" of the placeholders ${X} and &{X} */
    const char *value;
    char *plain; /* its letters and digits, for &{X}; turn_begin() makes it */
};

/* Whether there is memory for it. turn_end() in either case. */
bool turn_begin(struct turn *turn);
void turn_end(struct turn *turn);

bool turn_has_placeholder(const struct turn *turn, const char *text);

/*
 * The value with all placeholders in its keys and texts, and each Ref to the identifier, being the
 * turn's value. A new reference, or NULL: no template is that large.
 */
json_t *turn_fill(const struct turn *turn, const json_t *value);

#endif
