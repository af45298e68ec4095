/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a case has created is removed at its end. The intent is noted before the call goes out, so
 * that a create whose answer is never seen is undone too; a definite error takes the note back.
 * An entry on the stack of clean-ups (case.lua runs it) has the fields of push_entry().
 */
#include "lua/operation/undo.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/log.h"
#include "lua/coro.h"
#include "lua/operation/value.h"
#include "plugin/check.h"

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
static bool ours(lua_State *L, const struct slrun_undo *undo)
{
    return strstr(undo->name, state_spec(L)->env->run_id) != NULL;
}

/* Its tags will tell. */
static bool tagged(lua_State *L, const struct slrun_undo *undo)
{
    return !ours(L, undo) && undo->tags_op && undo->tags_list;
}

static bool foreign(lua_State *L, const struct slrun_undo *undo)
{
    return !ours(L, undo) && !tagged(L, undo);
}

static void warn_of_name(lua_State *L, const struct slrun_undo *undo)
{
    const struct spec *spec = state_spec(L);
    if (ours(L, undo))
        return;
    log_line(SLRUN_LOG_WARNING, "%s::%s: the %s '%s' is created without t.id in its name: %s",
             spec->path, spec->current->of->name, undo->kind, undo->name,
             foreign(L, undo) ? "nothing tells it from one that was there before, so it is not "
                                "deleted at the end"
                              : "runs beside this one get in its way, and it is deleted at the "
                                "end only if its tags say that this run made it");
}

static const json_t *args_of_tags(const struct slrun_undo *undo)
{
    return undo->tags_args ? undo->tags_args : undo->args;
}

/* Sets a field of the entry on top of the stack to a table of how its tags are read, or nil. */
static void set_tags(lua_State *L, const struct slrun_undo *undo)
{
    if (!tagged(L, undo)) {
        lua_pushnil(L);
    } else {
        lua_createtable(L, 0, 3);
        lua_pushstring(L, undo->tags_op);
        lua_setfield(L, -2, "op");
        lua_pushstring(L, undo->tags_list);
        lua_setfield(L, -2, "list");
        value_push(L, args_of_tags(undo));
        lua_setfield(L, -2, "args");
    }
    lua_setfield(L, -2, "tags");
}

/* The same for the journal: a new reference, json_null() where there is nothing to read. */
static json_t *tags_fields(lua_State *L, const struct slrun_undo *undo)
{
    if (!tagged(L, undo))
        return json_null();
    return json_pack("{s:s, s:s, s:O}", "op", undo->tags_op, "list", undo->tags_list, "args",
                     args_of_tags(undo));
}

static void set_undo(lua_State *L, const struct slrun_undo *undo)
{
    const struct {
        const char *field, *text;
    } texts[] = {{"kind", foreign(L, undo) ? "foreign" : "undo"},
                 {"operation", undo->op},
                 {"what", undo->kind},
                 {"name", undo->name},
                 {"gone", undo->gone},
                 {"busy", undo->busy},
                 {"waiter", undo->waiter}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        lua_pushstring(L, texts[i].text);
        lua_setfield(L, -2, texts[i].field);
    }
    value_push(L, undo->args);
    lua_setfield(L, -2, "args");
    set_tags(L, undo);
}

static lua_Integer push_entry(lua_State *L, const struct op_undo_options *create,
                              const struct slrun_undo *undo, int64_t number)
{
    push_stack(L);
    lua_Integer place = luaL_len(L, -1) + 1;
    lua_createtable(L, 0, 13);
    lua_pushstring(L, create->plugin->entry.name);
    lua_setfield(L, -2, "service");
    lua_pushstring(L, create->op->name);
    lua_setfield(L, -2, "creates");
    if (number) {
        lua_pushinteger(L, (lua_Integer)number);
        lua_setfield(L, -2, "number");
    }
    set_undo(L, undo);
    lua_rawseti(L, -2, place);
    lua_pop(L, 1);
    return place;
}

/* Notes the intent. Its number, 0 without a journal, -1 with `error` filled. */
static int64_t write_down(lua_State *L, const struct op_undo_options *create,
                          const struct slrun_undo *undo, struct slrun_error *error)
{
    const struct coro *coro = state_spec(L)->current;
    struct lua_journal *journal = coro->spec->env->journal;
    char name[512];
    if (!journal)
        return 0;
    snprintf(name, sizeof name, "%s::%s", coro->spec->path, coro->of->name);
    json_t *fields =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:O, s:s?, s:s?, s:s*, s:b, s:o}", "case",
                  name, "id", coro->of->id, "plugin", create->plugin->entry.name, "op",
                  create->op->name, "kind", undo->kind, "name", undo->name, "undo", undo->op,
                  "args", undo->args, "gone", undo->gone, "busy", undo->busy, "waiter",
                  undo->waiter, "foreign", foreign(L, undo), "tags", tags_fields(L, undo));
    if (!fields)
        return error_set(error, SLRUN_E_MEMORY, "no memory for the ledger");
    return journal->note(journal, "intent", fields, error);
}

bool undo_wanted(lua_State *L, const struct slrun_op *op)
{
    return op->undo && !state_spec(L)->leaves;
}

lua_Integer undo_note(lua_State *L, const struct op_undo_options *create, bool *wait,
                      struct slrun_error *error)
{
    struct slrun_undo undo;
    struct slrun_error ignored = {0};
    struct op_undo_options options = *create;
    lua_Integer place = 0;
    options.env = state_spec(L)->env->calls;
    options.arena = arena_new(UNDO_ARENA_MAX);
    if (!options.arena)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    if (check_args(create->op, create->args, &ignored) == 0 &&
        op_undo(&options, &undo, &ignored) == 0) {
        int64_t number = write_down(L, create, &undo, error);
        *wait = number > 0;
        if (number >= 0)
            warn_of_name(L, &undo);
        place = number >= 0 ? push_entry(L, create, &undo, number) : -1;
        op_undo_free(&undo);
    }
    error_clear(&ignored);
    arena_free(options.arena);
    return place;
}

/* Pushes the entry at a place of the stack. */
static void get_entry(lua_State *L, lua_Integer place)
{
    push_stack(L);
    lua_rawgeti(L, -1, place);
    lua_remove(L, -2);
}

const json_t *undo_tags(lua_State *L, lua_Integer place)
{
    const json_t *tags = state_spec(L)->env->tags;
    if (!tags || !place)
        return tags;
    get_entry(L, place);
    lua_getfield(L, -1, "kind");
    if (strcmp(lua_tostring(L, -1), "foreign") == 0)
        tags = NULL;
    lua_pop(L, 2);
    return tags;
}

static void set_true(lua_State *L, const char *field)
{
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, field);
}

void undo_sent(lua_State *L, lua_Integer place)
{
    get_entry(L, place);
    set_true(L, "sent");
    lua_pop(L, 1);
}

/* Tells the journal about the entry on top of the stack; takes over `fields`. */
static void mark(lua_State *L, const char *what, json_t *fields)
{
    struct lua_journal *journal = state_spec(L)->env->journal;
    lua_getfield(L, -1, "number");
    if (journal && lua_isinteger(L, -1))
        journal->mark(journal, lua_tointeger(L, -1), what, fields);
    else
        json_decref(fields);
    lua_pop(L, 1);
}

void undo_withdraw(lua_State *L, lua_Integer place)
{
    get_entry(L, place);
    mark(L, "void", NULL);
    lua_pop(L, 1);
    push_stack(L);
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, place);
    lua_pop(L, 1);
}

/* After these it is certain that nothing was made; after a broken connection it is not, nor when an
 * earlier attempt may have made what the later one then found. */
static bool nothing_made(const struct coro *coro, const struct slrun_error *error)
{
    if (error->kind == SLRUN_E_USAGE)
        return true;
    return !coro->doubtful && (error->kind == SLRUN_E_CONNECT ||
                               (error->kind == SLRUN_E_SERVICE && error->status < 500));
}

/* The answer is there: `undo` is what it tells, or NULL where that is nothing new. */
static void confirm(lua_State *L, lua_Integer place, const struct op_undo_options *create,
                    const struct slrun_undo *undo)
{
    struct slrun_error error = {0};
    json_t *fields = NULL;
    if (undo && !place) {
        int64_t number = write_down(L, create, undo, &error);
        place = push_entry(L, create, undo, number > 0 ? number : 0);
        undo_sent(L, place);
        if (number < 0)
            log_line(SLRUN_LOG_WARNING, "%s", error.message);
        warn_of_name(L, undo);
    }
    if (!place)
        return;
    get_entry(L, place);
    set_true(L, "made");
    if (undo) {
        set_undo(L, undo);
        fields =
            json_pack("{s:s, s:s, s:O, s:b, s:o}", "name", undo->name, "undo", undo->op, "args",
                      undo->args, "foreign", foreign(L, undo), "tags", tags_fields(L, undo));
    }
    mark(L, "made", fields);
    lua_pop(L, 1);
}

void undo_settle(lua_State *L, lua_Integer place, const struct op_undo_options *create,
                 const struct slrun_error *error)
{
    struct slrun_undo undo;
    struct slrun_error ignored = {0};
    struct op_undo_options options = *create;
    if (error) {
        if (place && nothing_made(state_spec(L)->current, error))
            undo_withdraw(L, place);
        return;
    }
    options.env = state_spec(L)->env->calls;
    options.arena = arena_new(UNDO_ARENA_MAX);
    bool told = options.arena && create->args && op_undo(&options, &undo, &ignored) == 0;
    confirm(L, place, create, told ? &undo : NULL);
    if (told)
        op_undo_free(&undo);
    error_clear(&ignored);
    arena_free(options.arena);
}

/* Stack: t, the entry as a light userdata, whether it is sure. */
static int restore(lua_State *L)
{
    const json_t *fields = lua_touserdata(L, 2);
    state_push_part(L, LUA_PART_cleanup);
    lua_getfield(L, -1, "restore");
    lua_pushvalue(L, 1);
    value_push(L, fields);
    lua_pushvalue(L, 3);
    lua_call(L, 3, 0);
    return 0;
}

int undo_restore(struct spec *spec, int t, const struct undo_entry *entry,
                 struct slrun_error *error)
{
    lua_State *L = spec->L;
    lua_pushcfunction(L, restore);
    lua_rawgeti(L, LUA_REGISTRYINDEX, t);
    lua_pushlightuserdata(L, (void *)entry->fields);
    lua_pushboolean(L, entry->sure);
    if (lua_pcall(L, 3, 0, 0) == LUA_OK)
        return 0;
    error_set(error, SLRUN_E_PLUGIN, "%s", luaL_tolstring(L, -1, NULL));
    lua_pop(L, 2);
    return -1;
}
