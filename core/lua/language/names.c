/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/names.h"

#include <ctype.h>
#include <string.h>

#include "lua/language/keys.h"

static const char *const names[] = {
    /** `t.acted` What `act` returned. @default `nil`, before `act` has returned */
    "acted",
    "after",
    "attach",
    "defer",
    /** `t.id` A string that belongs to this case and this run alone: lower-case letters, digits and
     * single hyphens, a letter first, at most 32 of them. It may stand in names of tables, queues,
     * buckets, streams and stacks, and at the beginning of keys: none begins with another. A retry
     * has another one. What comes back is asked for it by `text:find(t.id, 1, true)`: without the
     * `true` its hyphen is one of Lua's patterns. */
    "id",
    "log",
    "now",
    "own",
    /** `t.parameters` The parameters of the stack. @default `nil`, without a stack */
    "parameters",
    /** `t.resources` The physical ids of the stack's resources by their logical ids. @default
     * `nil`, without a stack */
    "resources",
    "skip",
    "sleep",
    /** `t.stack` The outputs of the stack. @default `nil`, without a stack */
    "stack",
    /** `t.target` Where the run happens: `"local"`, `"endpoint"` or `"aws"`. */
    "target",
    "wait",
};

static bool names_reserved(const char *name)
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
