/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a case has created is removed at its end. The intent is noted before the call goes out, so
 * that a create whose answer is never seen is undone too; a definite error takes the note back.
 */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/log.h"
#include "lua/coro.h"
#include "lua/state.h"
#include "lua/value.h"

enum { UNDO_ARENA_MAX = 1024 * 1024 };

/* Pushes the case's stack of clean-ups. */
static void push_stack(lua_State *L)
{
    state_push_part(L, LUA_PART_case);
    lua_getfield(L, -1, "cleanups");
    lua_rawgeti(L, LUA_REGISTRYINDEX, state_spec(L)->current->of->t);
    lua_call(L, 1, 1);
    lua_remove(L, -2);
}

/* Only what carries the run's id in its name was surely made by this run. */
static bool ours(lua_State *L, const char *name)
{
    return strstr(name, state_spec(L)->env->run_id) != NULL;
}

static void warn_foreign(lua_State *L, const struct slrun_undo *undo)
{
    const struct spec *spec = state_spec(L);
    log_line(SLRUN_LOG_WARNING,
             "%s::%s: the %s '%s' is created without t.id in its name: nothing tells it from one "
             "that was there before, so it is not deleted at the end",
             spec->path, spec->current->of->name, undo->kind, undo->name);
}

static lua_Integer push_entry(lua_State *L, const struct plugin *plugin,
                              const struct slrun_undo *undo)
{
    push_stack(L);
    lua_Integer place = luaL_len(L, -1) + 1;
    lua_createtable(L, 0, 8);
    const struct {
        const char *field, *text;
    } texts[] = {{"kind", "undo"},        {"service", plugin->entry.name},
                 {"operation", undo->op}, {"what", undo->kind},
                 {"name", undo->name},    {"gone", undo->gone},
                 {"busy", undo->busy}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        lua_pushstring(L, texts[i].text);
        lua_setfield(L, -2, texts[i].field);
    }
    value_push(L, undo->args);
    lua_setfield(L, -2, "args");
    lua_rawseti(L, -2, place);
    lua_pop(L, 1);
    return place;
}

lua_Integer state_undo_note(lua_State *L, const struct plugin *plugin, const struct slrun_op *op,
                            const json_t *args)
{
    struct slrun_error error = {0};
    struct slrun_undo undo;
    struct slrun_arena *arena = arena_new(UNDO_ARENA_MAX);
    lua_Integer place = 0;
    if (!arena)
        return 0;
    /* wrong arguments are told by the call itself, which comes next */
    if (op_undo(state_spec(L)->env->calls, plugin, op, args, &undo, arena, &error) == 0) {
        if (ours(L, undo.name))
            place = push_entry(L, plugin, &undo);
        else
            warn_foreign(L, &undo);
        json_decref(undo.args);
    }
    error_clear(&error);
    arena_free(arena);
    return place;
}

void state_undo_settle(lua_State *L, lua_Integer place, const struct slrun_error *error)
{
    /* After these it is certain that nothing was made; after a broken connection it is not. */
    bool void_it = error && (error->kind == SLRUN_E_USAGE || error->kind == SLRUN_E_CONNECT ||
                             (error->kind == SLRUN_E_SERVICE && error->status < 500));
    if (!void_it)
        return;
    push_stack(L);
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, place);
    lua_pop(L, 1);
}
