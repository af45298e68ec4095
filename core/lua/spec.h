/* SPDX-License-Identifier: Apache-2.0 */
/* A spec file, loaded in a Lua state of its own, and the cases that it declares. */
#ifndef SLRUN_LUA_SPEC_H
#define SLRUN_LUA_SPEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lua/env.h"

typedef struct lua_State lua_State;

struct spec;

enum {
    SPEC_CASES_MAX = 1000000,
    SPEC_DEFAULT_SLA_MS = 30 * 1000,
    SPEC_TIMEOUT_EXTRA_MS = 60 * 1000, /* of a case, beyond its SLA */
};

/* One case, after `each` and `rows` have been multiplied out. */
struct spec_case {
    char *name;     /* with its parameters: "stored[20]" */
    int line;       /* of the call of case() */
    int definition; /* registry reference: a table of phases, or one function */
    int values;     /* registry reference: parameter names to values; LUA_NOREF without */
    int64_t sla_ms;
    int64_t timeout_ms; /* for everything but teardown */
};

/* Why a file could not be collected. `text` is what to print, of one or more lines. */
struct spec_error {
    char *text;
};

/* Runs the file, which registers its cases. NULL with error->text (malloc) filled. */
struct spec *spec_load(struct lua_env *env, const char *path, struct spec_error *error);
void spec_free(struct spec *spec);

const char *spec_path(const struct spec *spec);
const char *spec_pattern(const struct spec *spec); /* name of its pattern, or NULL */
size_t spec_count(const struct spec *spec);
const struct spec_case *spec_at(const struct spec *spec, size_t i);

#endif
