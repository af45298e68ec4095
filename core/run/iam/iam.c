/* SPDX-License-Identifier: Apache-2.0 */
#include "run/iam/iam_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "lua/operation/refused.h"
#include "plugin/call.h"
#include "plugin/grant.h"
#include "plugin/registry.h"

enum { UNDO_ARENA_MAX = 1 << 20, STACKS_MAX = 100 };

struct iam_uses *iam_new(const struct identity *identity, const char *run_id, struct call_env *env)
{
    struct iam_uses *u = calloc(1, sizeof *u);
    if (!u)
        return NULL;
    u->identity = *identity;
    u->run_id = run_id;
    u->env = env;
    u->uses = json_object();
    u->denied = json_array();
    u->stacks = json_array();
    return u;
}

/* Their calls are noted again, as what they are. */
static void forget_seen(struct iam_uses *u)
{
    for (size_t i = 0; i < IAM_SEEN_MAX; i++)
        json_decref(u->seen[i].absent);
    memset(u->seen, 0, sizeof u->seen);
    u->n_seen = 0;
}

void iam_free(struct iam_uses *u)
{
    if (!u)
        return;
    forget_seen(u);
    json_decref(u->uses);
    json_decref(u->denied);
    json_decref(u->stacks);
    json_decref(u->fresh);
    free(u);
}

/* ---- what is noted ---- */

/* The pattern of a row with * for each argument. */
static void widen(struct buf *to, const char *pattern)
{
    for (const char *at = pattern; *at;) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        buf_putc(to, end ? '*' : *at);
        at = end ? end + 1 : at + 1;
    }
}

static json_t *resources_of(struct iam_uses *u, const char *action)
{
    json_t *resources = json_object_get(u->uses, action);
    if (resources || json_object_size(u->uses) >= IAM_ACTIONS_MAX)
        return resources;
    resources = json_object();
    return json_object_set_new(u->uses, action, resources) == 0 ? resources : NULL;
}

/* The key as the object has it: it lives as long. */
static const char *key_of(const json_t *object, const char *key)
{
    return json_object_iter_key(json_object_iter_at((json_t *)object, key));
}

/* For the run, where this is one of its workers. */
static void tell(struct iam_uses *u, const struct grant *grant, const char *resource)
{
    if (u->fresh)
        json_array_append_new(u->fresh, json_pack("{s:s, s:s, s:s?, s:s?}", "action", grant->action,
                                                  "resource", resource, "why", grant->why,
                                                  "pattern", grant->pattern));
}

void iam_add_use(void *arg, const struct grant *grant)
{
    struct iam_noting *noting = arg;
    struct iam_uses *u = noting->uses;
    struct buf resource = BUF_INIT(GRANT_RESOURCE_MAX);
    json_t *resources = resources_of(u, grant->action);
    iam_normalize(u, &resource, grant->resource);
    if (json_object_size(resources) >= IAM_RESOURCES_MAX &&
        !json_object_get(resources, buf_str(&resource))) {
        json_object_clear(resources);
        buf_clear(&resource);
        widen(&resource, grant->pattern ? grant->pattern : "*");
        forget_seen(u); /* they pointed to what is gone */
        noting->seen = NULL;
    }
    const char *why = grant->why ? grant->why : "";
    if (resources && !resource.failed) {
        if (!json_object_get(resources, buf_str(&resource)))
            tell(u, grant, buf_str(&resource));
        json_object_set_new(resources, buf_str(&resource), json_string(why));
    }
    if (noting->seen && !noting->seen->action && resources) {
        noting->seen->action = key_of(u->uses, grant->action);
        noting->seen->resource = key_of(resources, buf_str(&resource));
    }
    buf_free(&resource);
}

/* Kept until it is known whether the item is there. */
static void add_absent(void *arg, const struct grant *grant)
{
    struct iam_noting *noting = arg;
    struct buf resource = BUF_INIT(GRANT_RESOURCE_MAX);
    iam_normalize(noting->uses, &resource, grant->resource);
    if (!noting->seen->absent)
        noting->seen->absent = json_object();
    if (!resource.failed)
        json_object_set_new(noting->seen->absent, grant->action,
                            json_pack("{s:s}", buf_str(&resource), ""));
    buf_free(&resource);
}

static void add_operation(struct iam_uses *u, const struct call_begin *begin, const char *name,
                          const json_t *args)
{
    const struct slrun_op *op = name ? plugin_op(begin->plugin, name, NULL) : NULL;
    struct iam_noting noting = {u, NULL};
    if (op)
        grant_each(&(struct grant_call){&begin->plugin->service, op, args}, iam_add_use, &noting);
}

/* What it takes to remove what a call creates: off AWS that may never be called. */
static void add_undo(struct iam_uses *u, const struct call_begin *begin)
{
    struct slrun_undo undo = {0};
    struct slrun_error error = {0};
    struct slrun_arena *arena = begin->op->undo ? arena_new(UNDO_ARENA_MAX) : NULL;
    struct op_undo_options options = {.env = u->env,
                                      .plugin = begin->plugin,
                                      .op = begin->op,
                                      .args = begin->args,
                                      .arena = arena};
    if (!arena)
        return;
    if (op_undo(&options, &undo, &error) == 0) {
        bool ours = undo.name && strstr(undo.name, u->run_id);
        if (ours || undo.tags_op)
            add_operation(u, begin, undo.op, undo.args);
        if (!ours && undo.tags_op)
            add_operation(u, begin, undo.tags_op, undo.tags_args ? undo.tags_args : undo.args);
    }
    op_undo_free(&undo);
    error_clear(&error);
    arena_free(arena);
}

static const struct grant_rows *rows_of(struct iam_uses *u, const struct call_begin *begin,
                                        struct grant_rows *made)
{
    size_t at = ((uintptr_t)begin->op / sizeof *begin->op) % ROWS_KNOWN;
    if (u->known[at].op == begin->op)
        return &u->known[at].rows;
    *made = grant_rows_of(&begin->plugin->service, begin->op);
    u->known[at].op = begin->op;
    u->known[at].rows = *made;
    return made;
}

/* The place of a hash: free where it was never seen. */
static struct seen *find_seen(struct iam_uses *u, uint64_t hash)
{
    if (u->n_seen >= IAM_SEEN_MAX / 4 * 3)
        forget_seen(u);
    size_t at = hash % IAM_SEEN_MAX;
    while (u->seen[at].hash && u->seen[at].hash != hash)
        at = (at + 1) % IAM_SEEN_MAX;
    return &u->seen[at];
}

void *iam_begins(struct iam_uses *u, const struct call_begin *begin)
{
    struct grant_rows made;
    u->called = true;
    const struct grant_rows *rows = rows_of(u, begin, &made);
    uint64_t hash = grant_hash(rows, begin->op, begin->args);
    struct seen *seen = find_seen(u, hash ? hash : 1);
    if (seen->hash)
        return seen;
    *seen = (struct seen){.hash = hash ? hash : 1};
    u->n_seen++;
    struct iam_noting noting = {u, seen};
    const struct grant_call call = {&begin->plugin->service, begin->op, begin->args};
    grant_each(&call, iam_add_use, &noting);
    add_undo(u, begin);
    if (noting.seen && noting.seen->hash)
        grant_each_absent(&call, add_absent, &noting);
    return noting.seen && noting.seen->hash ? noting.seen : NULL;
}

void iam_merge_uses(json_t *into, const json_t *uses)
{
    const char *action;
    json_t *resources;
    json_object_foreach ((json_t *)uses, action, resources) {
        json_t *there = json_object_get(into, action);
        if (!there)
            json_object_set_new(into, action, json_copy(resources));
        else
            json_object_update(there, resources);
    }
}

void iam_deploys(struct iam_uses *u, const json_t *args)
{
    const char *name = json_string_value(json_object_get(args, "StackName"));
    if (name && json_array_size(u->stacks) < STACKS_MAX)
        json_array_append_new(u->stacks, json_string(name));
}

/* ---- what was denied ---- */

/* S3 says nothing in answer to HEAD. */
static bool is_denial(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (refused_code(error->code) || (error->status == 403 && !*error->code));
}

static bool is_absent(const struct slrun_op *op, const struct slrun_error *error)
{
    for (const char *const *code = op->absent; code && *code; code++)
        if (error->kind == SLRUN_E_SERVICE && strcmp(*code, error->code) == 0)
            return true;
    return false;
}

bool iam_is_told(const json_t *denied, const json_t *entry)
{
    size_t i;
    json_t *other;
    json_array_foreach (denied, i, other)
        if (json_equal(other, entry))
            return true;
    return false;
}

void iam_add_denied(struct iam_uses *u, json_t *entry)
{
    if (!entry || iam_is_told(u->denied, entry))
        return;
    if (json_array_size(u->denied) >= IAM_DENIED_MAX)
        u->more_denied++;
    json_array_append(u->denied, entry);
}

static void tell_all(struct iam_uses *u, const json_t *uses)
{
    const char *action, *resource;
    json_t *resources, *why;
    json_object_foreach ((json_t *)uses, action, resources)
        json_object_foreach (resources, resource, why)
            tell(u, &(struct grant){.action = action, .why = json_string_value(why)}, resource);
}

void iam_ended(struct iam_uses *u, const struct call_record *record, const char *who)
{
    const struct seen *seen = record->noted;
    if (record->error && seen && seen->absent && is_absent(record->op, record->error)) {
        iam_merge_uses(u->uses, seen->absent);
        tell_all(u, seen->absent);
    }
    if (!record->error || !is_denial(record->error))
        return;
    json_t *entry = json_pack("{s:o, s:s, s:s, s:s, s:s}", "operation",
                              json_sprintf("%s.%s", record->plugin->entry.name, record->op->name),
                              "action", seen && seen->action ? seen->action : "", "resource",
                              seen && seen->resource ? seen->resource : "", "case", who, "code",
                              record->error->code);
    iam_add_denied(u, entry);
    json_decref(entry);
}
