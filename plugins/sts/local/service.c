/* SPDX-License-Identifier: Apache-2.0 */
/* STS itself: the local cloud's identities. Every key that no AssumeRole gave is the root user's.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/credentials.h"
#include "local/local.h"
#include "local/tags.h"

enum {
    SHORTEST = 900, /* seconds that credentials last; API Reference, DurationSeconds */
    HOUR = 3600,
    HALF_DAY = 12 * HOUR,
    DAY_AND_HALF = 36 * HOUR,
    SESSION_NAME_LEAST = 2,
    SESSION_NAME_MOST = 64,
    FEDERATED_NAME_MOST = 32,
    ROLE_ARN_LEAST = 20,
    MESSAGE_MAX = 2048,
    ROLE_ARN_MOST = 160 /* of the 2048 that AWS allows: so many fit into an identity */
};

struct sts {
    const struct slrun_cloud *cloud;
    struct wallet wallet;
};

#define NAMESPACE "https://sts.amazonaws.com/doc/2011-06-15/"

/* One request at work. */
struct call {
    const struct slrun_cloud *cloud;
    struct slrun_exchange *x;
    json_t *args;
    bool refused; /* and answered so */
};

static const char *field(struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

static json_t *SLRUN_PRINTF(4, 5)
    fail(struct call *call, int status, const char *code, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    call->refused = true;
    call->cloud->fault(call->cloud, call->x,
                       &(struct slrun_fault){.how = SLRUN_ERRORS_QUERY,
                                             .status = status,
                                             .code = code,
                                             .message = message,
                                             .xmlns = NAMESPACE});
    return NULL;
}

static void invalid(struct call *call, const char *value, const char *member,
                    const char *constraint)
{
    fail(call, 400, "ValidationError",
         "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s", value,
         member, constraint);
}

/* Text of the characters [\w+=,.@-], from `least` to `most` long; answers if it is not. */
static bool name_ok(struct call *call, const char *member, const char *value, size_t most)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-";
    size_t n = value ? strlen(value) : 0;
    if (!value)
        fail(call, 400, "ValidationError",
             "1 validation error detected: Value null at '%s' failed to satisfy "
             "constraint: Member must not be null",
             member);
    else if (n < SESSION_NAME_LEAST)
        invalid(call, value, member, "Member must have length greater than or equal to 2");
    else if (n > most)
        invalid(call, value, member,
                most == SESSION_NAME_MOST ? "Member must have length less than or equal to 64"
                                          : "Member must have length less than or equal to 32");
    else if (strspn(value, allowed) != n)
        invalid(call, value, member,
                "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    else
        return true;
    return false;
}

/* DurationSeconds; 0: it is not allowed, and answered. */
static int64_t duration(struct call *call, int64_t otherwise, int64_t most)
{
    const json_t *value = json_object_get(call->args, "DurationSeconds");
    int64_t seconds = value ? json_integer_value(value) : otherwise;
    char text[24];
    if (seconds >= SHORTEST && seconds <= most)
        return seconds;
    (void)snprintf(text, sizeof text, "%" PRId64, seconds);
    if (seconds < SHORTEST)
        invalid(call, text, "durationSeconds",
                "Member must have value greater than or equal to 900");
    else
        fail(call, 400, "ValidationError",
             "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    return 0;
}

/* "arn:aws:iam::123456789012:role/path/Name": the name, or NULL. */
static const char *role_name(const char *arn, char account[ACCOUNT_SIZE])
{
    const char *at = strncmp(arn, "arn:aws", 7) == 0 ? strstr(arn, ":iam::") : NULL;
    if (!at || strspn(at + 6, "0123456789") != 12 || strncmp(at + 18, ":role/", 6) != 0)
        return NULL;
    memcpy(account, at + 6, 12);
    account[12] = '\0';
    for (const char *c = arn; *c; c++)
        if (*c <= ' ' || *c > '~' || strchr("<>&\"'", *c))
            return NULL;
    const char *name = strrchr(arn, '/') + 1;
    return *name ? name : NULL;
}

/* New credentials as a result. */
static json_t *give(struct sts *sts, struct call *call, const struct identity *of, int64_t seconds)
{
    int64_t now_ms = sts->cloud->now_ms(sts->cloud);
    int64_t ends_ms = now_ms + seconds * 1000;
    const struct credentials *c = wallet_give(&sts->wallet, of, now_ms, ends_ms);
    if (!c || sts->cloud->key_add(sts->cloud, c->access_key, of->account, ends_ms))
        return fail(call, 500, "InternalFailure", "No more credentials can be given.");
    return json_pack("{s:{s:s, s:s, s:s, s:I}}", "Credentials", "AccessKeyId", c->access_key,
                     "SecretAccessKey", c->secret, "SessionToken", c->token, "Expiration",
                     (json_int_t)(now_ms / 1000 + seconds));
}

/* The credentials' result with a structure of two members. */
static json_t *give_with(json_t *result, const char *name, const char *id_name,
                         const struct identity *of)
{
    if (result)
        json_object_set_new(result, name,
                            json_pack("{s:s, s:s}", id_name, of->user_id, "Arn", of->arn));
    return result;
}

/* "AROA" and letters: the same for the same role. */
static void role_id_of(const char *account, const char *name, char id[ROLE_ID_SIZE])
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (const char *c = account; *c; c++)
        h = (h ^ (unsigned char)*c) * 1099511628211u;
    for (const char *c = name; *c; c++)
        h = (h ^ (unsigned char)*c) * 1099511628211u;
    memcpy(id, "AROA", 4);
    for (size_t i = 4; i < ROLE_ID_SIZE - 1; i++, h = (h ^ i) * 1099511628211u)
        id[i] = letters[h >> 32 & 31];
    id[ROLE_ID_SIZE - 1] = '\0';
}

/* Who has assumed a role, whose name stands last in its ARN. */
static void assumed_by(struct identity *of, const char *role, const char *session)
{
    char id[ROLE_ID_SIZE];
    role_id_of(of->account, role, id);
    (void)snprintf(of->arn, sizeof of->arn, "arn:aws:sts::%s:assumed-role/%s/%s", of->account, role,
                   session);
    (void)snprintf(of->user_id, sizeof of->user_id, "%s:%s", id, session);
}

/* Whether the keys are those of a function or of another role's processes. */
static bool is_session(const struct sts *sts, const char *access_key, struct identity *of)
{
    struct slrun_iam_session s;
    if (!sts->cloud->iam || !access_key || sts->cloud->iam->whose(sts->cloud, access_key, &s))
        return false;
    const char *slash = strrchr(s.role, '/');
    (void)snprintf(of->account, sizeof of->account, "%s", s.account);
    assumed_by(of, slash ? slash + 1 : s.role, s.name);
    return true;
}

static struct identity caller(const struct sts *sts, const struct slrun_exchange *x)
{
    const struct credentials *c = wallet_find(&sts->wallet, x->access_key);
    struct identity root;
    if (c)
        return c->of;
    if (is_session(sts, x->access_key, &root))
        return root;
    (void)snprintf(root.arn, sizeof root.arn, "arn:aws:iam::%s:root", x->account);
    (void)snprintf(root.user_id, sizeof root.user_id, "%s", x->account);
    (void)snprintf(root.account, sizeof root.account, "%s", x->account);
    return root;
}

static json_t *get_caller_identity(struct sts *sts, struct call *call)
{
    struct identity who = caller(sts, call->x);
    return json_pack("{s:s, s:s, s:s}", "Arn", who.arn, "UserId", who.user_id, "Account",
                     call->x->account);
}

/* The transitive keys of the session that calls, borrowed; NULL: it is none. */
static const json_t *inherited(const struct sts *sts, const struct call *call)
{
    const struct credentials *c = wallet_find(&sts->wallet, call->x->access_key);
    return c ? c->transitive : NULL;
}

/* Notes the keys of tags that the session which was just made hands on. */
static void keep_tags(struct sts *sts, const struct call *call)
{
    json_t *keys = tags_transitive(call->args, inherited(sts, call));
    sts->wallet.all[sts->wallet.n - 1].transitive = keys;
}

static json_t *assume_role(struct sts *sts, struct call *call)
{
    const char *arn = field(call, "RoleArn"), *session = field(call, "RoleSessionName");
    struct identity of;
    if (!name_ok(call, "roleSessionName", session, SESSION_NAME_MOST))
        return NULL;
    size_t n = arn ? strlen(arn) : 0;
    if (n < ROLE_ARN_LEAST) {
        invalid(call, arn ? arn : "", "roleArn",
                "Member must have length greater than or equal to 20");
        return NULL;
    }
    const char *name = n > ROLE_ARN_MOST ? NULL : role_name(arn, of.account);
    if (!name)
        return fail(call, 400, "ValidationError", "%.*s is invalid", ROLE_ARN_MOST, arn);
    int64_t seconds = duration(call, HOUR, HALF_DAY);
    if (!seconds)
        return NULL;
    const char *problem = tags_problem(call->args, inherited(sts, call));
    if (problem)
        return fail(call, 400, "InvalidParameterValue", "%s", problem);
    assumed_by(&of, name, session);
    json_t *result = give(sts, call, &of, seconds);
    if (result)
        keep_tags(sts, call);
    const json_t *keys = json_object_get(result, "Credentials");
    if (keys && sts->cloud->iam)
        sts->cloud->iam->assumed(
            sts->cloud, &(struct slrun_iam_session){arn, session, of.account},
            &(struct slrun_iam_keys){json_string_value(json_object_get(keys, "AccessKeyId")),
                                     json_string_value(json_object_get(keys, "SecretAccessKey")),
                                     json_string_value(json_object_get(keys, "SessionToken"))});
    return give_with(result, "AssumedRoleUser", "AssumedRoleId", &of);
}

static json_t *get_session_token(struct sts *sts, struct call *call)
{
    struct identity who = caller(sts, call->x);
    int64_t seconds = duration(call, HALF_DAY, DAY_AND_HALF);
    return seconds ? give(sts, call, &who, seconds) : NULL;
}

static json_t *get_federation_token(struct sts *sts, struct call *call)
{
    const char *name = field(call, "Name");
    struct identity of;
    if (!name_ok(call, "name", name, FEDERATED_NAME_MOST))
        return NULL;
    int64_t seconds = duration(call, HALF_DAY, DAY_AND_HALF);
    if (!seconds)
        return NULL;
    (void)snprintf(of.arn, sizeof of.arn, "arn:aws:sts::%s:federated-user/%s", call->x->account,
                   name);
    (void)snprintf(of.user_id, sizeof of.user_id, "%s:%s", call->x->account, name);
    (void)snprintf(of.account, sizeof of.account, "%s", call->x->account);
    json_t *result = give(sts, call, &of, seconds);
    if (result)
        json_object_set_new(result, "PackedPolicySize", json_integer(0));
    return give_with(result, "FederatedUser", "FederatedUserId", &of);
}

static json_t *get_access_key_info(struct sts *sts, struct call *call)
{
    const struct credentials *c = wallet_find(&sts->wallet, field(call, "AccessKeyId"));
    return json_pack("{s:s}", "Account", c ? c->of.account : call->x->account);
}

/* Each returns its result, or NULL when it has refused the call, or has no memory. */
static const struct {
    const char *api;
    json_t *(*serve)(struct sts *sts, struct call *call);
} actions[] = {
    {"GetCallerIdentity", get_caller_identity}, {"AssumeRole", assume_role},
    {"GetSessionToken", get_session_token},     {"GetFederationToken", get_federation_token},
    {"GetAccessKeyInfo", get_access_key_info},
};

static const struct slrun_op *op_of(const char *api)
{
    size_t i = 0;
    while (i < STS_OPS - 1 && strcmp(sts_ops[i].api, api) != 0)
        i++;
    return &sts_ops[i];
}

static void run(struct sts *sts, struct call *call, size_t action)
{
    const struct slrun_op *op = op_of(actions[action].api);
    const struct slrun_query query = {
        .api = op->api, .params = op->params, .result = op->result, .xmlns = NAMESPACE};
    struct slrun_error error;
    call->args = call->cloud->query_read(call->cloud, call->x, &query, &error);
    if (!call->args) {
        fail(call, 400, "ValidationError", "%s", error.message);
        return;
    }
    json_t *result = actions[action].serve(sts, call);
    if (result)
        call->cloud->query_reply(call->cloud, call->x, &query, result);
    else if (!call->refused)
        fail(call, 500, "InternalFailure", "The local cloud is out of memory.");
    json_decref(result);
    json_decref(call->args);
}

static void serve(void *service, struct slrun_exchange *x)
{
    struct sts *sts = service;
    struct call call = {.cloud = sts->cloud, .x = x};
    const char *action = call.cloud->form_get(x, "Action");
    const char *version = call.cloud->form_get(x, "Version");
    for (size_t i = 0; action && i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].api, action) == 0) {
            run(sts, &call, i);
            return;
        }
    fail(&call, 400, "InvalidAction", "Could not find operation %.100s for version %.20s",
         action ? action : "null", version ? version : "null");
}

static int open_sts(const struct slrun_cloud *cloud, void **service, struct slrun_error *error)
{
    struct sts *sts = calloc(1, sizeof *sts);
    if (!sts) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    sts->cloud = cloud;
    *service = sts;
    return 0;
}

static void reset(void *service)
{
    struct sts *sts = service;
    wallet_clear(&sts->wallet);
}

static void close_sts(void *service)
{
    reset(service);
    free(service);
}

const struct slrun_local sts_local = {
    .open = open_sts,
    .close = close_sts,
    .serve = serve,
    .reset = reset,
    .errors = SLRUN_ERRORS_QUERY,
};
