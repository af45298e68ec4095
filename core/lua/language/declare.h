/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of core/lua: fixtures while a file is being read. */
#ifndef SLRUN_LUA_DECLARE_H
#define SLRUN_LUA_DECLARE_H

#include "lua/state.h"

/* `uses` of one definition of a case, to be looked up once the file has been read. */
struct case_uses {
    const char *name; /* of the case, for messages */
    int line;
    size_t first, n; /* its cases, of which `each` and `rows` make several */
    const char *const *uses;
    size_t n_uses;
    struct case_uses *next;
};

/* The list of strings at key "uses" of the table at `index`, copied; NULL and *n 0 without. */
const char *const *declare_uses(lua_State *L, int index, size_t *n);

/* Registers the word `fixture`. */
void declare_open(lua_State *L);

/* Puts a fixture behind those of the spec. */
void declare_add(struct spec *spec, struct fixture *fx);

/* A file of the chain has been read: what its fixtures use must be there. Raises. */
void declare_check(lua_State *L);

/* All files have been read: gives each case its plan. Raises with file and line. */
void declare_plans(lua_State *L);

#endif
