/* SPDX-License-Identifier: Apache-2.0 */
/* From a request to what it needs, and whether AWS would refuse it to who asks. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/json_read.h"
#include "local/exchange.h"
#include "local/iam/judge.h"
#include "local/protocol/protocols.h"
#include "local/protocol/rest.h"
#include "plugin/grant.h"

/* ---- what a request needs ---- */

struct needing {
    struct exchange *e;
    const struct judge_asker *asker;
    const json_t *args;
    struct judge_refusal refusal; /* the first; action and resource: below */
    bool refused;
    char action[GRANT_ACTION_MAX], resource[GRANT_RESOURCE_MAX];
};

/* The ARN with the caller's partition, region and account; a '*' at its end is what the service
 * says it is. */
static void fill_arn(const struct needing *n, const struct grant *grant, struct buf *to)
{
    const struct slrun_exchange *x = &n->e->x;
    const char *fields[] = {NULL, "aws", NULL, x->region, x->account};
    const char *at = grant->resource, *rest = json_string_value(json_object_get(n->args, "*"));
    for (size_t i = 0; !strncmp(grant->resource, "arn:", 4) && i < 5 && strchr(at, ':'); i++) {
        size_t size = strcspn(at, ":");
        if (size == 1 && fields[i] && *at == "-p-ra"[i])
            buf_puts(to, fields[i]);
        else
            buf_add(to, at, size);
        buf_putc(to, ':');
        at += size + 1;
    }
    size_t size = strlen(at);
    bool whole = rest && size > 1 && !strcmp(at + size - 2, "/*");
    buf_add(to, at, size - whole);
    if (whole)
        buf_puts(to, rest);
}

static json_t *own_policy(const struct exchange *e, const char *arn)
{
    const struct slrun_local *half = e->service->plugin->local;
    const json_t *role = judge_role(e->cloud->judge, arn, NULL);
    if (role)
        return json_incref(json_object_get(json_object_get(role, "Properties"), TRUST_POLICY));
    return half->policy ? half->policy(e->service->state, arn) : NULL;
}

static void keep_first(struct needing *n, const struct judge_refusal *refusal)
{
    if (n->refused)
        return;
    n->refused = true;
    n->refusal = *refusal;
    snprintf(n->action, sizeof n->action, "%s", refusal->action);
    snprintf(n->resource, sizeof n->resource, "%s", refusal->resource);
    n->refusal.action = n->action;
    n->refusal.resource = n->resource;
}

static void judge_one(struct needing *n, const struct judge_ask *ask)
{
    struct judge *judge = n->e->cloud->judge;
    struct judge_refusal refusal;
    if (!n->asker->session && !n->e->service->plugin->local->policy)
        return; /* nobody knows which policy its resources have */
    if (judge_is_refused(judge, n->asker, ask, &refusal)) {
        judge_tell(judge, &refusal);
        keep_first(n, &refusal);
    }
}

static void found(void *arg, const struct grant *grant)
{
    struct needing *n = arg;
    struct buf arn = BUF_INIT(GRANT_RESOURCE_MAX);
    if (grant->why && strcmp(grant->why, GRANT_NO_RESOURCE) != 0)
        return; /* nobody knows what it is about */
    fill_arn(n, grant, &arn);
    json_t *own = arn.failed ? NULL : own_policy(n->e, buf_str(&arn));
    const struct judge_ask ask = {grant->action, buf_str(&arn), n->e->x.region, own};
    if (!arn.failed)
        judge_one(n, &ask);
    json_decref(own);
    buf_free(&arn);
}

/* ---- the request as an operation ---- */

static const struct slrun_op *find_op(const struct slrun_plugin *plugin, const char *api)
{
    for (size_t i = 0; api && i < plugin->n_ops; i++)
        if (!strcmp(plugin->ops[i].api, api))
            return &plugin->ops[i];
    return NULL;
}

static json_t *read_form(struct exchange *e, const struct slrun_op *op)
{
    const struct slrun_query query = {.api = op->api, .params = op->params};
    const struct slrun_cloud *api = &e->cloud->api;
    struct slrun_error error = {0};
    json_t *args = api->query_read(api, &e->x, &query, &error);
    error_clear(&error);
    return args;
}

/* A new reference; NULL: they cannot be told. */
static json_t *args_of(struct exchange *e, const struct slrun_op *op)
{
    const struct slrun_local *half = e->service->plugin->local;
    if (half->grant_args)
        return half->grant_args(e->service->state, &e->x, op);
    if (op->rest)
        return rest_args(op, &e->x);
    if (e->x.operation)
        return json_read(e->x.body, e->x.size, JSON_ALLOW_NUL, NULL);
    return half->operation ? NULL : read_form(e, op);
}

bool judge_refuses_to(struct exchange *e, const struct judge_call *call, char text[JUDGE_TEXT_MAX])
{
    const struct slrun_plugin *plugin = e->service->plugin;
    struct needing needing = {.e = e, .asker = call->asker};
    const struct slrun_op *op = call->op ? call->op : find_op(plugin, exchange_operation(e, false));
    json_t *seen = call->args ? json_incref((json_t *)call->args) : op ? args_of(e, op) : NULL;
    needing.args = seen;
    if (seen)
        grant_each(&(struct grant_call){plugin->service, op, seen}, found, &needing);
    json_decref(seen);
    if (!needing.refused || e->cloud->judge->mode != JUDGE_ENFORCE)
        return false;
    judge_words(&needing.refusal, text, JUDGE_TEXT_MAX);
    return true;
}

bool judge_refuses(struct exchange *e, char text[JUDGE_TEXT_MAX])
{
    const struct judge_asker asker = {.session = e->session};
    return e->cloud->judge->mode != JUDGE_OFF && judge_knows(e->cloud->judge, e->session) &&
           judge_refuses_to(e, &(struct judge_call){.asker = &asker}, text);
}
