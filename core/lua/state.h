/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of core/lua: what its files know of a spec and its Lua state. */
#ifndef SLRUN_LUA_STATE_H
#define SLRUN_LUA_STATE_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "base/buf.h"
#include "base/pool.h"
#include "lua/language/spec.h"

/* Parts of the language that are written in Lua, loaded into a state when first used. The chunk's
 * name starts with "slrun.": its frames are left out of tracebacks. X(part, embedded source) */
#define LUA_PARTS(X)                                                                               \
    X(values, lua_part_values)                                                                     \
    X(caller, lua_part_caller)                                                                     \
    X(equal, lua_part_equal)                                                                       \
    X(regex, lua_part_regex)                                                                       \
    X(schema, lua_part_schema)                                                                     \
    X(matchers, lua_part_matchers)                                                                 \
    X(expect, lua_part_expect)                                                                     \
    X(mask, lua_part_mask)                                                                         \
    X(repr, lua_part_repr)                                                                         \
    X(diff, lua_part_diff)                                                                         \
    X(explain, lua_part_explain)                                                                   \
    X(source, lua_part_source)                                                                     \
    X(hints, lua_part_hints)                                                                       \
    X(timeline, lua_part_timeline)                                                                 \
    X(wait, lua_part_wait)                                                                         \
    X(listener, lua_part_listener)                                                                 \
    X(reader, lua_part_reader)                                                                     \
    X(case, lua_part_case)                                                                         \
    X(methods, lua_part_methods)                                                                   \
    X(cleanup, lua_part_cleanup)                                                                   \
    X(event, lua_part_event)                                                                       \
    X(event_help, lua_part_event_help)                                                             \
    X(event_attribute, lua_part_event_attribute)                                                   \
    X(event_api, lua_part_event_api)                                                               \
    X(local_cloud, lua_part_local_cloud)                                                           \
    X(stack, lua_part_stack)                                                                       \
    X(ready, lua_part_ready)                                                                       \
    X(guard, lua_part_guard)                                                                       \
    X(look, lua_part_look)                                                                         \
    X(autopsy, lua_part_autopsy)                                                                   \
    X(autopsy_cloud, lua_part_autopsy_cloud)                                                       \
    X(autopsy_entries, lua_part_autopsy_entries)                                                   \
    X(autopsy_filters, lua_part_autopsy_filters)                                                   \
    X(ways, lua_part_ways)                                                                         \
    X(misses, lua_part_misses)                                                                     \
    X(needless, lua_part_needless)                                                                 \
    X(report, lua_part_report)                                                                     \
    X(pages, lua_part_pages)                                                                       \
    X(takes, lua_part_takes)                                                                       \
    X(waiter, lua_part_waiter)

enum lua_part {
#define LUA_PART_ENUM(part, symbol) LUA_PART_##part,
    LUA_PARTS(LUA_PART_ENUM)
#undef LUA_PART_ENUM
        LUA_PART_COUNT
};

/* Instructions between two looks at Lua code that does not yield: some milliseconds; and at code
 * that catches the error which is to end it. */
enum { HOOK_EVERY = 100000, HOOK_AGAIN = 1000 };

/* As many threads as there are requests that queue or fly where thousands of cases wait. */
enum { SPEC_THREADS_KEPT = 64, SPEC_ARENA_MAX = 64 * 1024 * 1024 };

struct spec {
    struct lua_env *env;
    lua_State *L;
    struct pool pool; /* what the state allocates */
    char *path;
    char *pattern;
    int64_t sla_ms;                 /* of the pattern, as is what follows */
    int64_t timeout_ms;             /* 0: from the SLA */
    const struct spec_marks *marks; /* or NULL */
    const char *const *uses;        /* n_uses names of fixtures */
    size_t n_uses;
    int uses_line;
    const char *const *conftests; /* n_conftests paths, the outermost first; while loading */
    int n_conftests;
    const char *file;         /* that is being read: a conftest.lua or the spec */
    int level;                /* of that file: 0 is the outermost conftest.lua */
    int word_line;            /* of a `case "name"` that was read, and its table not yet; or 0 */
    struct fixture *fixtures; /* as declared, outermost file first */
    size_t n_fixtures;
    unsigned visits;             /* plans made so far (declare.c) */
    struct case_uses *case_uses; /* cases with `uses` of their own */
    bool has_wide;               /* a case needs a fixture of scope run or file */
    struct slrun_arena *arena;   /* of marks, fixtures and plans; made when first needed */
    struct spec_case *cases;
    size_t n_cases, cap_cases;
    int parts[LUA_PART_COUNT]; /* registry references of what the parts returned; 0: not loaded */
    int body, again, teardown, setup,
        new_t;                             /* registry references of functions of the part "case" */
    lua_State *threads[SPEC_THREADS_KEPT]; /* finished ones, to be used again */
    int thread_refs[SPEC_THREADS_KEPT];
    size_t n_threads;
    bool leaves;          /* what it creates goes with the target: nothing is undone (stack.c) */
    bool warns;           /* warn() was switched on */
    struct coro *current; /* the coroutine that is running now; NULL at file level */
};

/* The spec of a state, from any of its threads. */
struct spec *state_spec(lua_State *L);

/* A new state with our libraries and nothing that a spec must not reach. NULL: out of memory. */
lua_State *state_new(struct spec *spec);

/* Pushes the value that a part returned, loading it if need be. May raise. */
void state_push_part(lua_State *L, enum lua_part part);
void state_push_part_named(lua_State *L, const char *name);

/* Pushes "file:line: " of the spec that called, over the frames of preludes; "" below none. */
void state_where(lua_State *L);

/* luaL_error with the line of the spec in front, also from below a function of C (require). */
int state_error(lua_State *L, const char *fmt, ...);

/* Zeroed memory that lives as long as the spec; a string on the Lua stack copied there. Raise when
 * out of memory. */
void *state_alloc(lua_State *L, size_t size);
const char *state_copy(lua_State *L, int index);

/* The word `case` or `fixture`, in that line, has its name, and its table comes next. Raises where
 * it cannot stand, where it got more, or where the word before it never had its table. */
void state_word(lua_State *L, const char *word, int line);

/* lua_pcall with a traceback put behind a plain error message. */
int state_pcall(lua_State *L, int nargs, int nresults);

/* Registers the global words of the language; each stands in a file of its own. */
void lang_open(lua_State *L);    /* pattern, case */
void declare_open(lua_State *L); /* fixture */
void expect_open(lua_State *L);  /* expect, loaded late */
void service_open(lua_State *L); /* require "slrun.NAME" */
void guard_open(lua_State *L);   /* print, globals, os and io */
void nested_open(lua_State *L);  /* coroutine.resume and coroutine.wrap */

/* The module of a plugin, its prelude run: a function of Lua whose one argument is the plugin
 * (light userdata). */
int service_module(lua_State *L);

/* The primitives that the parts written in Lua get as their argument. */
void primitive_table(lua_State *L);

#endif
