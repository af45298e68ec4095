/* SPDX-License-Identifier: Apache-2.0 */
/* The functions themselves, by name. */
#ifndef SLRUN_STATES_INTRINSIC_H
#define SLRUN_STATES_INTRINSIC_H

#include "asl/asl.h"

struct function_call {
    json_t *args; /* as many as the function takes */
    bool failed;
    json_t *why; /* a string */
};

struct function {
    const char *name; /* behind "States." */
    size_t least, most;
    json_t *(*run)(struct function_call *call);
};

extern const struct function functions[]; /* ended by a NULL name */

/* Says why a call fails, once. Returns NULL. */
json_t *function_fail(struct function_call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

#endif
