/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The stack of a pattern. It is a fixture of scope run that nobody declares: put up (on `local`) or
 * looked up when the first case needs it, once for all patterns of the same template and
 * parameters. parts/stack.lua does the work.
 */
#ifndef SLRUN_LUA_STACK_H
#define SLRUN_LUA_STACK_H

#include "lua/language/fixture.h"

/* Its name among fixtures, and the field of `t` that its value comes in; no spec can spell it. */
#define STACK_FIXTURE "the stack"

enum {
    STACK_TIMEOUT_MS = 15 * 60 * 1000, /* with the first build of what its functions need */
    STACKS_MAX = 64,                   /* names given on the command line */
};

/* Names of stacks that are there already: of the pattern `pattern`, or of any (NULL). */
struct stack_names {
    struct stack_name {
        const char *pattern;
        size_t n_pattern; /* bytes of it */
        const char *name;
        const char *variable; /* of the environment that has named it; or NULL */
        bool configured;      /* by a file that names those of all patterns */
        bool used;            /* a pattern has it */
    } names[STACKS_MAX];
    size_t n;
};

/* Reads the keys `stack` and `parameters` of the pattern's table at 1; they have been checked. */
void stack_read(lua_State *L);

/* The fixture in the state of a spec whose pattern has a stack; NULL: it has none. */
struct fixture *stack_of(const struct spec *spec);

/* A state for the set-up of a stack, and the fixture in it. NULL: out of memory. */
struct spec *stack_home(struct lua_env *env, const struct fixture *fx);

#endif
