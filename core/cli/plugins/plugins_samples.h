/* SPDX-License-Identifier: Apache-2.0 */
/* Values made from shapes, for `slrun plugins check`: what an operation may be called with. */
#ifndef SLRUN_CLI_PLUGINS_SAMPLES_H
#define SLRUN_CLI_PLUGINS_SAMPLES_H

#include <slrun/shape.h>
#include <slrun/value.h>

#include <jansson.h>

/* X(symbol, what it is) */
#define SAMPLES(X)                                                                                 \
    X(REQUIRED, "required parameters only")                                                        \
    X(ALL, "all parameters")                                                                       \
    X(EMPTY, "empty strings, lists and maps, zeros")                                               \
    X(WILD, "control characters, percent signs, the largest numbers")                              \
    X(LONG, "a string of 256 KiB, a list of 1,000")

enum sample {
#define SAMPLE_ENUM(symbol, text) SAMPLE_##symbol,
    SAMPLES(SAMPLE_ENUM)
#undef SAMPLE_ENUM
        SAMPLE_COUNT
};

const char *sample_name(enum sample sample);

/* Arguments that the shapes allow; a new reference, NULL: out of memory. */
json_t *sample_args(const struct slrun_param *params, enum sample sample);

/* A document of the shapes' form down to `depth`, and `wrong` in the place of everything there. */
json_t *sample_wrong(const struct slrun_param *params, const json_t *wrong, int depth);

#endif
