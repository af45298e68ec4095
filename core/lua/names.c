/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/names.h"

#include <ctype.h>
#include <string.h>

#include "lua/keys.h"

static const char *const names[] = {
    "acted",      "after",     "attach", "defer", "id",    "log",    "now",  "own",
    "parameters", "resources", "skip",   "sleep", "stack", "target", "wait",
};

bool names_reserved(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (*names[i] == *name && strcmp(names[i], name) == 0)
            return true;
    return false;
}

int names_table(lua_State *L)
{
    lua_createtable(L, 0, (int)(sizeof names / sizeof *names));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, names[i]);
    }
    return 1;
}

void names_check(lua_State *L, const char *what, const char *name)
{
    if (names_reserved(name))
        keys_error(L, name, "%s '%s': t.%s is t's own; choose another name", what, name, name);
}
