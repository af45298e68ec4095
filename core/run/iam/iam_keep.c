/* SPDX-License-Identifier: Apache-2.0 */
/* Where the permissions of a run go: to its cache, and from its workers to the run. */
#include "run/iam/iam_state.h"

#include <string.h>

#include <slrun/member.h>

#include "base/error.h"
#include "run/select/cache.h"

/* ---- the file ---- */

struct keeping {
    const struct iam_uses *uses;
};

static json_t *change(void *arg, json_t *before)
{
    const struct iam_uses *u = ((const struct keeping *)arg)->uses;
    const char *run = json_string_value(json_object_get(before, "run"));
    bool same = run && strcmp(run, u->run_id) == 0;
    json_t *uses = json_object(), *denied = json_array();
    json_int_t more = (json_int_t)u->more_denied;
    size_t i;
    json_t *entry;
    if (same) {
        iam_merge_uses(uses, json_object_get(before, "uses"));
        json_array_extend(denied, json_object_get(before, "denied"));
        more += json_integer_value(json_object_get(before, "more_denied"));
    }
    iam_merge_uses(uses, u->uses);
    json_array_foreach (u->denied, i, entry)
        if (!iam_is_told(denied, entry))
            json_array_append(denied, entry);
    return json_pack("{s:i, s:s, s:s, s:s, s:s, s:o, s:o, s:I}", "version", 1, "run", u->run_id,
                     "target", u->identity.target, "region", u->identity.region, "account",
                     u->identity.account, "uses", uses, "denied", denied, "more_denied", more);
}

/* A run that called nothing leaves no file where there is none, as runs that pass leave no cache.
 */
static bool worth_keeping(const struct iam_uses *u)
{
    if (u->called)
        return true;
    json_t *before = cache_read(IAM_CACHE);
    json_decref(before);
    return before != NULL;
}

int iam_keep(const struct iam_uses *u, struct slrun_error *error)
{
    struct keeping keeping = {u};
    if (!worth_keeping(u))
        return 0;
    return cache_change(IAM_CACHE, change, &keeping, error);
}

/* ---- from a worker to the run ---- */

void iam_share(struct iam_uses *u)
{
    if (!u->fresh)
        u->fresh = json_array();
}

json_t *iam_take(struct iam_uses *u)
{
    json_t *denied;
    if (u->called == u->told_called && json_array_size(u->fresh) == 0 &&
        u->n_denied == json_array_size(u->denied) && u->n_more == u->more_denied)
        return NULL;
    u->told_called = u->called;
    denied = json_array();
    for (; u->n_denied < json_array_size(u->denied); u->n_denied++)
        json_array_append(denied, json_array_get(u->denied, u->n_denied));
    json_t *told = json_pack("{s:O, s:o, s:I}", "uses", u->fresh, "denied", denied, "more_denied",
                             (json_int_t)(u->more_denied - u->n_more));
    u->n_more = u->more_denied;
    json_decref(u->fresh);
    u->fresh = json_array();
    return told;
}

/* What the worker did not know of: stacks that the run has put up. */
static void renormalize(const struct iam_uses *u, json_t *entry)
{
    struct buf resource = BUF_INIT(GRANT_RESOURCE_MAX);
    iam_normalize(u, &resource, slrun_text(entry, "resource"));
    if (!resource.failed)
        json_object_set_new(entry, "resource", json_string(buf_str(&resource)));
    buf_free(&resource);
}

void iam_hear(struct iam_uses *u, const json_t *told)
{
    struct iam_noting noting = {.uses = u};
    size_t i;
    json_t *entry;
    u->called = true;
    u->more_denied += (size_t)json_integer_value(json_object_get(told, "more_denied"));
    json_array_foreach (json_object_get(told, "uses"), i, entry) {
        const struct grant grant = {.action = slrun_text(entry, "action"),
                                    .resource = slrun_text(entry, "resource"),
                                    .why = slrun_text(entry, "why"),
                                    .pattern = slrun_text(entry, "pattern")};
        if (grant.action && grant.resource)
            iam_add_use(&noting, &grant);
    }
    json_array_foreach (json_object_get(told, "denied"), i, entry) {
        if (slrun_text(entry, "resource"))
            renormalize(u, entry);
        iam_add_denied(u, entry);
    }
}
