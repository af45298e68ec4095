/* SPDX-License-Identifier: Apache-2.0 */
/* Values that no report may show: what operations declare secret, and the run's own credentials. */
#ifndef SLRUN_LUA_SECRETS_H
#define SLRUN_LUA_SECRETS_H

#include <jansson.h>
#include <lua.h>
#include <slrun/shape.h>

#include "plugin/mask.h"

enum {
    SECRET_SHORTEST = 6, /* bytes; a shorter value would blank out half of a report */
    SECRET_LONGEST = 4096,
    SECRET_CREDENTIAL_SHORTEST = 16, /* of the run's own: "test" is none */
    SECRET_VARIABLE_SHORTEST = 8,    /* of a variable that is called like a secret */
    SECRET_VARIABLE_MAX = 256,       /* its name */
    SECRETS_MAX = 1000,              /* of a spec */
};

/* Remembers the values in `json` whose parameters are marked SLRUN_SECRET. May raise. */
void secrets_note(lua_State *L, const struct slrun_param *params, const json_t *json);

/* What one state knows to be secret, another is to know as well: `to` may raise, `from` does not.
 */
void secrets_share(lua_State *from, lua_State *to);

/* Remembers one value. May raise. */
void secrets_add(lua_State *L, const char *value);

/* Puts a copy without secrets in the place of the string on top. For what a case prints. May raise.
 */
void secrets_mask(lua_State *L);

/* What the state knows, as a mask that belongs to it. May raise. */
struct mask *secrets_known(lua_State *L);

/* The primitive secrets(): a table with the secrets as keys. */
int prim_secrets(lua_State *L);

#endif
