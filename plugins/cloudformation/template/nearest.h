/* SPDX-License-Identifier: Apache-2.0 */
/* The name that somebody may have meant, as the end of a message. */
#ifndef SLRUN_CLOUDFORMATION_NEAREST_H
#define SLRUN_CLOUDFORMATION_NEAREST_H

#include <slrun/slrun.h>

enum { NEAREST_HINT_MAX = 300 };

/* `; did you mean "NAME"?`, or "". The text is in `buffer`. */
const char *nearest_hint(const struct slrun_nearest *nearest, char *buffer, size_t size);

/* The same for a list of names that ends with NULL. */
const char *nearest_in(const char *const *names, const char *wanted, char *buffer, size_t size);

#endif
