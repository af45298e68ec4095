/* SPDX-License-Identifier: Apache-2.0 */
/* Marks: what a case says about how it is to be run and judged. */
#ifndef SLRUN_LUA_MARKS_H
#define SLRUN_LUA_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include <lua.h>

#include "lua/language/keys.h"

enum marks_control { MARKS_CLOCK = 1 << 0, MARKS_FAULTS = 1 << 1 };

/* Evaluated when the file is read. Shared by all cases of one definition; lives with the spec. */
struct spec_marks {
    const char *const *tags; /* n_tags of them */
    size_t n_tags;
    const char *skip;      /* why it is not run; or NULL */
    const char *elsewhere; /* why it is not run on this target; or NULL */
    const char *xfail;     /* why it is expected to fail, here; or NULL */
    bool xfail_off;        /* ... which does not count in this run */
    bool xfail_lax;        /* passing all the same is no failure */
    bool alone;            /* nothing else runs beside it */
    const char *group;     /* one case of the group at a time; or NULL */
    int retries;           /* -1: it does not say */
    unsigned controls;     /* of the local cloud: marks_control bits */
};

/* Why a case of these marks (NULL: none) is not run; or NULL. */
const char *marks_skip(const struct spec_marks *marks);

/* Why a case of these marks (NULL: none) is to fail; or NULL. */
const char *marks_xfail(const struct spec_marks *marks);

/* The marks' rows of a list of keys (keys.h). */
#define MARKS_KEYS                                                                                 \
    {"tags", KEY_STRINGS, "a list of strings", true},                                              \
        {"skip", KEY_TRUE | KEY_STRING, "true or a reason", true},                                 \
        {"only_on", KEY_STRINGS, "a list of targets such as { \"local\" }", true},                 \
        {"xfail", KEY_STRING | KEY_TABLE | KEY_TRUE, "a reason or a table with one", true},        \
        {"serial", KEY_TRUE | KEY_STRING, "true or the name of a group", true},                    \
    {                                                                                              \
        "retries", KEY_COUNT, "a whole number from 0 to 100", true                                 \
    }

/* The marks in the table at `index`, over those of the pattern (NULL: none). Raises mistakes. */
const struct spec_marks *marks_read(lua_State *L, int index, const struct spec_marks *pattern);

#endif
