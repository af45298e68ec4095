/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS would say to an action on a resource. */
#include <stdio.h>
#include <string.h>

#include <slrun/arn.h>

#include "local/iam/judge.h"
#include "plugin/grant.h"

#define ASSUME "sts:AssumeRole"

bool judge_knows(const struct judge *judge, struct judge_session *s)
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

/* Those that only visits have. */
static void add_own_keys(struct policy_ask *ask, const json_t *keys)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)keys, name, value)
        if (ask->n_keys < POLICY_KEYS_MAX)
            add_key(ask, name, json_string_value(value));
}

static enum policy_verdict weigh(const struct judge_asker *asker, const struct judge_ask *asked)
{
    const struct judge_session *s = asker->session;
    char session[GRANT_RESOURCE_MAX];
    judge_session_arn(s, session, sizeof session);
    struct policy_ask ask = {
        .action = asked->action, .resource = asked->resource, .role = s->role, .session = session};
    add_key(&ask, "aws:PrincipalAccount", s->account);
    add_key(&ask, "aws:PrincipalArn", s->role);
    add_key(&ask, "aws:PrincipalType", "AssumedRole");
    add_key(&ask, "aws:PrincipalIsAWSService", "false");
    add_key(&ask, "aws:RequestedRegion", asked->region);
    add_key(&ask, "aws:SecureTransport", "true"); /* in AWS it is */
    add_key(&ask, "aws:ViaAWSService", "false");
    add_own_keys(&ask, asker->keys);
    const struct policy_set set = {s->documents, s->boundary, asked->own};
    return strcmp(asked->action, ASSUME) == 0 && asked->own ? policy_judge_trust(&set, &ask)
                                                            : policy_judge(&set, &ask);
}

/* The session's own; what its role may do does not change while a generation lasts. */
static enum policy_verdict remembered(const struct judge_asker *asker, const struct judge_ask *ask)
{
    struct judge_session *s = asker->session;
    char key[GRANT_ACTION_MAX + GRANT_RESOURCE_MAX + 32];
    if (ask->own || asker->keys)
        return weigh(asker, ask);
    snprintf(key, sizeof key, "%s %s %s", ask->region, ask->action, ask->resource);
    const json_t *known = json_object_get(s->verdicts, key);
    if (known)
        return (enum policy_verdict)json_integer_value(known);
    if (json_object_size(s->verdicts) >= JUDGE_VERDICTS_MAX)
        json_object_clear(s->verdicts);
    enum policy_verdict verdict = weigh(asker, ask);
    json_object_set_new(s->verdicts, key, json_integer(verdict));
    return verdict;
}

/* Of "arn:aws:events:REGION:ACCOUNT:..."; "" where it has none. */
static void account_in(const char *arn, char account[SLRUN_ACCOUNT_SIZE])
{
    const char *at = slrun_arn_behind(arn, 4);
    bool there = at && strspn(at, "0123456789") == 12 && at[12] == ':';
    slrun_arn_copy(account, SLRUN_ACCOUNT_SIZE, there ? at : NULL);
}

/* A service as itself, or nobody. */
static enum policy_verdict of_stranger(const struct judge_asker *asker,
                                       const struct judge_ask *asked)
{
    char account[SLRUN_ACCOUNT_SIZE];
    const char *service = asker->service;
    struct policy_ask ask = {
        .action = asked->action, .resource = asked->resource, .session = "", .service = service};
    account_in(asker->source, account);
    add_key(&ask, "aws:SourceArn", service ? asker->source : NULL);
    add_key(&ask, "aws:SourceAccount", service ? account : NULL);
    add_key(&ask, "aws:PrincipalServiceName", service);
    add_key(&ask, "aws:PrincipalIsAWSService", service ? "true" : "false");
    add_own_keys(&ask, asker->keys);
    add_key(&ask, "aws:RequestedRegion", asked->region);
    add_key(&ask, "aws:SecureTransport", "true");
    return policy_judge_service(asked->own, &ask);
}

/* Which keys a service has when it assumes a role is not known of most. */
static bool trusts(const struct judge *judge, const char *role, const char *service)
{
    const json_t *p = json_object_get(judge_role(judge, role, NULL), "Properties");
    const json_t *document = json_object_get(p, TRUST_POLICY);
    const struct policy_ask ask = {.action = ASSUME, .resource = role, .service = service};
    return !document || policy_of_resource(document, &ask) == SLRUN_POLICY_ALLOWS;
}

bool judge_is_refused(struct judge *judge, const struct judge_asker *asker,
                      const struct judge_ask *ask, struct judge_refusal *refusal)
{
    struct judge_session *s = asker->session;
    *refusal = (struct judge_refusal){asker, ask->action, ask->resource, POLICY_ALLOWED};
    if (!s)
        refusal->verdict = of_stranger(asker, ask);
    else if (!judge_knows(judge, s))
        return false;
    else if (asker->service && !trusts(judge, s->role, asker->service))
        *refusal = (struct judge_refusal){asker, ASSUME, s->role, POLICY_NOT_TRUSTED};
    else if (ask->action)
        refusal->verdict = remembered(asker, ask);
    return refusal->verdict != POLICY_ALLOWED;
}
