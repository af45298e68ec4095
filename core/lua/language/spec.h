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
struct spec_marks;   /* lua/language/marks.h */
struct fixture_plan; /* lua/language/fixture.h */

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
    bool single;    /* no other case has the same definition */
    int64_t sla_ms;
    int64_t timeout_ms;              /* for everything but fixtures and teardown */
    const struct spec_marks *marks;  /* NULL: none */
    const struct fixture_plan *plan; /* NULL: it needs no fixture */
};

/* Why a file could not be collected. `text` is what to print, of one or more lines; `path` is the
 * file to blame, where it is not the spec but a conftest.lua of it. Both are malloc's. */
struct spec_error {
    char *text;
    char *path;
};

/* What is read into the state of a spec. Borrowed while loading. */
struct spec_source {
    const char *path;
    const char *const *conftests; /* read before it, the outermost first */
    int n_conftests;
};

/* Runs the files; the last registers its cases. NULL with `error` filled. A conftest.lua may be the
 * last too: it has fixtures and no cases. */
struct spec *spec_load(struct lua_env *env, const struct spec_source *source,
                       struct spec_error *error);

/* The language without a file and without cases, for what puts cases together by other means (a
 * sweep). NULL: out of memory. */
struct spec *spec_blank(struct lua_env *env, const char *name);

/* A case without phases: only what is put on its stack of clean-ups runs. */
extern const struct spec_case spec_blank_case;

/* How often the case is tried again when it has failed: by its mark, else by what the run says. */
unsigned spec_retries(const struct spec *spec, const struct spec_case *sc);

/* The case has begun: where it will not begin again (retries) its definition and values are given
 * up, and what it does not hold itself is collected. */
void spec_forget(struct spec *spec, const struct spec_case *sc);

void spec_free(struct spec *spec);

const char *spec_path(const struct spec *spec);
const char *spec_pattern(const struct spec *spec);    /* name of its pattern, or NULL */
bool spec_has_wide_fixtures(const struct spec *spec); /* a case needs one of scope run or file */
size_t spec_count(const struct spec *spec);
const struct spec_case *spec_at(const struct spec *spec, size_t i);

#endif
