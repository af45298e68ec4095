/* SPDX-License-Identifier: Apache-2.0 */
/* The name that somebody may have meant. */
#ifndef SLRUN_CLOUDFORMATION_NEAREST_H
#define SLRUN_CLOUDFORMATION_NEAREST_H

#include <stddef.h>

struct nearest {
    const char *wanted;
    const char *name; /* of those offered so far, or NULL: none is near */
    size_t distance;
};

/* Offers a candidate, which must live as long as the result is used. */
void nearest_offer(struct nearest *nearest, const char *name);

enum { NEAREST_HINT_MAX = 300 };

/* `; did you mean "NAME"?`, or "". The text is in `buffer`. */
const char *nearest_hint(const struct nearest *nearest, char *buffer, size_t size);

/* The same for a list of names that ends with NULL. */
const char *nearest_in(const char *const *names, const char *wanted, char *buffer, size_t size);

#endif
