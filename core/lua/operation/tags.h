/* SPDX-License-Identifier: Apache-2.0 */
/* The tags that say which run made a thing: set when it is created, read before it is removed. */
#ifndef SLRUN_LUA_TAGS_H
#define SLRUN_LUA_TAGS_H

#include <jansson.h>
#include <lua.h>
#include <stdint.h>

#define TAG_RUN     "slrun:run"     /* the run's id */
#define TAG_EXPIRES "slrun:expires" /* after that nobody needs it: UTC, ISO 8601, to the second */

enum { TAG_EXPIRES_S = 12 * 60 * 60 }; /* from the beginning of the run */

/* The tags of all that a run creates: the same ones for all of it, since a service may compare them
 * when a thing is created again. A new reference, NULL: out of memory. */
json_t *tags_of_run(const char *run_id, int64_t began_s);

/* ours(tags): whether these tags, a map or a list of {Key, Value}, say that this run made what they
 * are of; nil: they do not name a run. */
int prim_ours(lua_State *L);

#endif
