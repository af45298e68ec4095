/* SPDX-License-Identifier: Apache-2.0 */
/* The Lua states in which fixtures of scope run live: one for each file that declares some. */
#ifndef SLRUN_RUN_HOME_H
#define SLRUN_RUN_HOME_H

#include "lua/spec.h"

struct home;

struct homes {
    struct lua_env *env;
    char *root; /* of the conftest.lua files; borrowed */
    struct home *first;
};

/* The state of a file, read when first asked for: the conftest.lua files outward of it, then the
 * file. `path` is borrowed. NULL with `why` filled. */
struct spec *homes_get(struct homes *homes, const char *path, char *why, size_t size);
void homes_free(struct homes *homes);

#endif
