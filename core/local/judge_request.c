/* SPDX-License-Identifier: Apache-2.0 */
/* From a request that a role's key has signed to what it needs, and whether AWS would refuse it. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/json_read.h"
#include "local/exchange.h"
#include "local/judge.h"
#include "local/protocols.h"
#include "plugin/grant.h"

/* ---- the verdict ---- */

/* What the role's policies are now. False: they are not all known. */
static bool refresh(const struct judge *judge, struct judge_session *s)
{
    if (s->generation == judge->generation)
        return s->documents;
    s->generation = judge->generation;
    json_decref(s->documents);
    json_decref(s->boundary);
    json_object_clear(s->verdicts);
    s->documents = judge_role_documents(judge, s->role, &s->boundary);
    return s->documents;
}

static void add_key(struct policy_ask *ask, const char *name, const char *value)
{
    if (value && *value)
        ask->keys[ask->n_keys++] = (struct policy_key){name, value};
}

static enum policy_verdict weigh(const struct judge_session *s, const struct judge_ask *asked,
                                 const json_t *own)
{
    char session[GRANT_RESOURCE_MAX];
    judge_session_arn(s, session, sizeof session);
    struct policy_ask ask = {
        .action = asked->action, .resource = asked->resource, .role = s->role, .session = session};
    add_key(&ask, "aws:PrincipalAccount", s->account);
    add_key(&ask, "aws:PrincipalArn", s->role);
    add_key(&ask, "aws:PrincipalType", "AssumedRole");
    add_key(&ask, "aws:RequestedRegion", asked->region);
    add_key(&ask, "aws:SecureTransport", "true"); /* in AWS it is */
    add_key(&ask, "aws:ViaAWSService", "false");
    const struct policy_set set = {s->documents, s->boundary, own};
    return policy_judge(&set, &ask);
}

enum policy_verdict judge_verdict(struct judge *judge, struct judge_session *s,
                                  const struct judge_ask *ask, const json_t *own)
{
    char key[GRANT_ACTION_MAX + GRANT_RESOURCE_MAX + 32];
    if (!refresh(judge, s))
        return POLICY_ALLOWED;
    if (own)
        return weigh(s, ask, own);
    snprintf(key, sizeof key, "%s %s %s", ask->region, ask->action, ask->resource);
    const json_t *known = json_object_get(s->verdicts, key);
    if (known)
        return (enum policy_verdict)json_integer_value(known);
    if (json_object_size(s->verdicts) >= JUDGE_VERDICTS_MAX)
        json_object_clear(s->verdicts);
    enum policy_verdict verdict = weigh(s, ask, NULL);
    json_object_set_new(s->verdicts, key, json_integer(verdict));
    return verdict;
}

/* ---- what a request needs ---- */

struct needing {
    struct exchange *e;
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

static void found(void *arg, const struct grant *grant)
{
    struct needing *n = arg;
    struct judge *judge = n->e->cloud->judge;
    struct buf arn = BUF_INIT(GRANT_RESOURCE_MAX);
    if (grant->why && strcmp(grant->why, GRANT_NO_RESOURCE) != 0)
        return; /* nobody knows what it is about */
    fill_arn(n, grant, &arn);
    const struct judge_ask ask = {grant->action, buf_str(&arn), n->e->x.region};
    json_t *own = arn.failed ? NULL : own_policy(n->e, ask.resource);
    struct judge_refusal refusal = {
        .session = n->e->session,
        .action = ask.action,
        .resource = ask.resource,
        .verdict = arn.failed ? POLICY_ALLOWED : judge_verdict(judge, n->e->session, &ask, own)};
    if (refusal.verdict != POLICY_ALLOWED) {
        judge_tell(judge, &refusal);
        keep_first(n, &refusal);
    }
    json_decref(own);
    buf_free(&arn);
}

/* ---- the request as an operation ---- */

static const char *name_of_operation(struct exchange *e)
{
    const struct slrun_local *half = e->service->plugin->local;
    if (e->x.operation)
        return e->x.operation;
    return half->operation ? half->operation(e->service->state, &e->x)
                           : exchange_form_get(&e->x, "Action");
}

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
    if (e->x.operation)
        return json_read(e->x.body, e->x.size, JSON_ALLOW_NUL, NULL);
    return half->grant_args  ? half->grant_args(e->service->state, &e->x, op)
           : half->operation ? NULL
                             : read_form(e, op);
}

bool judge_refuses(struct exchange *e, char text[JUDGE_TEXT_MAX])
{
    struct judge *judge = e->cloud->judge;
    const struct slrun_plugin *plugin = e->service->plugin;
    struct needing needing = {.e = e};
    if (judge->mode == JUDGE_OFF || !refresh(judge, e->session))
        return false;
    const struct slrun_op *op = find_op(plugin, name_of_operation(e));
    json_t *args = op ? args_of(e, op) : NULL;
    needing.args = args;
    if (args)
        grant_each(plugin->service, op, args, found, &needing);
    json_decref(args);
    if (!needing.refused || judge->mode != JUDGE_ENFORCE)
        return false;
    judge_words(&needing.refusal, text, JUDGE_TEXT_MAX);
    return true;
}

/* ---- what services need for a role ---- */

static bool needs_in_vain(struct judge *judge, const struct slrun_iam_need *need)
{
    struct judge_session session = {.role = (char *)need->role,
                                    .name = (char *)need->name,
                                    .account = (char *)"",
                                    .verdicts = json_object()};
    char account[ACCOUNTS_NUMBER_SIZE] = "";
    const char *at = strstr(need->role, "::");
    if (at)
        snprintf(account, sizeof account, "%.12s", at + 2);
    session.account = account;
    const struct judge_ask ask = {need->action, need->resource, ""};
    struct judge_refusal refusal = {&session, need->action, need->resource, POLICY_ALLOWED,
                                    need->what};
    refusal.verdict = judge_verdict(judge, &session, &ask, NULL);
    if (refusal.verdict != POLICY_ALLOWED)
        judge_tell(judge, &refusal);
    json_decref(session.documents);
    json_decref(session.boundary);
    json_decref(session.verdicts);
    return refusal.verdict != POLICY_ALLOWED;
}

int judge_need(const struct slrun_cloud *api, const struct slrun_iam_need *need)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    if (judge->mode == JUDGE_OFF)
        return 0;
    if (judge_role(judge, need->role, NULL))
        return needs_in_vain(judge, need) && judge->mode == JUDGE_ENFORCE;
    if (json_array_size(judge->needs) < JUDGE_NEEDS_MAX)
        json_array_append_new(judge->needs, json_pack("[s, s, s, s, s]", need->role, need->name,
                                                      need->action, need->resource, need->what));
    return 0;
}

void judge_needs_again(struct judge *judge)
{
    for (size_t i = 0; i < json_array_size(judge->needs);) {
        json_t *texts = json_array_get(judge->needs, i);
        struct slrun_iam_need need;
        json_unpack(texts, "[s, s, s, s, s]", &need.role, &need.name, &need.action, &need.resource,
                    &need.what);
        if (!judge_role(judge, need.role, NULL)) {
            i++;
            continue;
        }
        needs_in_vain(judge, &need);
        json_array_remove(judge->needs, i);
    }
}
