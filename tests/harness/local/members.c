/* SPDX-License-Identifier: Apache-2.0 */
/* Counts members, for tests of the bounds that local halves have. */
#include "members.h"

enum { DEPTH_MAX = 16 /* a structure may stand in itself */ };

static size_t most_of(const struct slrun_param *members, int depth)
{
    size_t n = 0, most = 0;
    for (; depth < DEPTH_MAX && members && members[n].name; n++) {
        const struct slrun_shape *shape = &members[n].shape;
        while (shape->of)
            shape = shape->of;
        size_t inner = most_of(shape->members, depth + 1);
        most = inner > most ? inner : most;
    }
    return n > most ? n : most;
}

size_t members_most(const struct slrun_op *ops, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t of_op = most_of(ops[i].params, 0);
        most = of_op > most ? of_op : most;
    }
    return most;
}
