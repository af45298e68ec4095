/* SPDX-License-Identifier: Apache-2.0 */
/* The Lua states in which fixtures of scope run live: one for each file that declares some. */
#ifndef SLRUN_RUN_HOME_H
#define SLRUN_RUN_HOME_H

#include "lua/fixture.h"

struct home;

struct homes {
    struct lua_env *env;
    char *root; /* of the conftest.lua files; borrowed */
    struct home *first;
};

/* The state in which a fixture lives: that of its file, read when first asked for (the conftest.lua
 * files outward of it, then the file), or one for a stack alone. `fx` is borrowed. NULL with `why`
 * filled. */
struct spec *homes_get(struct homes *homes, const struct fixture *fx, char *why, size_t size);
void homes_free(struct homes *homes);

#endif
