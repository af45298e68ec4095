/* SPDX-License-Identifier: Apache-2.0 */
/* Fixtures of a spec: what its conftest.lua files and the spec itself declare, and which of them a
 * case needs. */
#ifndef SLRUN_LUA_FIXTURE_H
#define SLRUN_LUA_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "lua/coro.h"
#include "lua/operation/value.h"

struct failure;

enum fixture_scope { FIXTURE_RUN, FIXTURE_FILE, FIXTURE_CASE };

enum {
    FIXTURE_DEFAULT_TIMEOUT_MS = 60 * 1000,
    FIXTURES_MAX = 1000,
    FIXTURE_NO_VALUE = -2, /* LUA_NOREF */
};

/* One declaration, in one state. */
struct fixture {
    const char *name;
    const char *path; /* of the file that declares it, at `line` */
    int line;
    int level; /* of that file: 0 is the outermost conftest.lua, the spec comes last */
    enum fixture_scope scope;
    bool autouse;
    int64_t timeout_ms; /* of its set-up */
    int definition;     /* registry reference of its table */
    int value;          /* registry reference, FIXTURE_NO_VALUE: not set up; not of scope case */
    const char *const *uses;
    size_t n_uses;
    const char *stack;    /* of the pattern's stack (stack.h): what is asked for, JSON; else NULL */
    struct fixture *next; /* as declared */
    unsigned visited;     /* while plans are made */
    bool visiting;
};

/* The fixtures of a case in the order of their set-up: scope run, scope file, scope case; what one
 * of them uses comes before it. */
struct fixture_plan {
    size_t n, n_wide; /* all; those of scope run and file, which come first */
    struct fixture *fixtures[];
};

const char *fixture_scope_name(enum fixture_scope scope);

/* The declaration that `name` means: for a fixture that uses it, or (NULL) for a case. */
struct fixture *fixture_nearest(const struct spec *spec, const char *name,
                                const struct fixture *user);

/* What the spec and its conftest.lua files declare, the outermost file first; a list. */
const struct fixture *fixture_first(const struct spec *spec);

/* In a state: the fixture of that name declared in the file `path`; or NULL. */
struct fixture *fixture_find(const struct spec *spec, const char *name, const char *path);

/* The fixtures that `fx` uses, of scope run or file, into `found` (n_uses + 1 of them at most:
 * one of scope file sees the stack). */
size_t fixture_wide_uses(const struct spec *spec, const struct fixture *fx, struct fixture **found);

/* Keeps what the finished coroutine returned as the fixture's value. 0, or -1: out of memory. */
int fixture_keep(struct fixture *fx, struct coro *coro);
/* The same as plain data (a new reference); NULL with `why` filled where it is none. */
json_t *fixture_take(struct coro *coro, char why[VALUE_WHY_MAX]);
/* Makes plain data the value of a fixture. 0, or -1: out of memory. */
int fixture_set(struct spec *spec, struct fixture *fx, const json_t *value);
/* Forgets the value. */
void fixture_drop(struct spec *spec, struct fixture *fx);

/* Says in the failure of a set-up which fixture it was. */
void fixture_blame(const struct fixture *fx, struct failure *failure);

/* Puts the values of fixtures that are set up on `t` (a registry reference). 0, or -1. */
int fixture_give(struct spec *spec, struct fixture *const *fixtures, size_t n, int t);

#endif
