/* SPDX-License-Identifier: Apache-2.0 */
/* STS itself: the local cloud's identities. Every key that no AssumeRole gave is the root user's.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "local/answer.h"
#include "local/credentials.h"
#include "local/local.h"

enum {
    SHORTEST = 900, /* seconds that credentials last; API Reference, DurationSeconds */
    HOUR = 3600,
    HALF_DAY = 12 * HOUR,
    DAY_AND_HALF = 36 * HOUR,
    SESSION_NAME_LEAST = 2,
    SESSION_NAME_MOST = 64,
    FEDERATED_NAME_MOST = 32,
    ROLE_ARN_LEAST = 20,
    ROLE_ARN_MOST = 160 /* of the 2048 that AWS allows: so many fit into an identity */
};

struct sts {
    const struct slrun_cloud *cloud;
    struct wallet wallet;
};

static const char *field(const struct call *call, const char *name)
{
    return call->cloud->form_get(call->x, name);
}

static void invalid(const struct call *call, const char *value, const char *member,
                    const char *constraint)
{
    answer_error(call, 400, "ValidationError",
                 "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s",
                 value, member, constraint);
}

/* Text of the characters [\w+=,.@-], from `least` to `most` long; answers if it is not. */
static bool name_ok(const struct call *call, const char *member, const char *value, size_t most)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-";
    size_t n = value ? strlen(value) : 0;
    if (!value)
        answer_error(call, 400, "ValidationError",
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
static long duration(const struct call *call, long otherwise, long most)
{
    const char *text = field(call, "DurationSeconds");
    char *end;
    if (!text)
        return otherwise;
    long seconds = strtol(text, &end, 10);
    if (*text && !*end && seconds >= SHORTEST && seconds <= most)
        return seconds;
    if (seconds < SHORTEST)
        invalid(call, text, "durationSeconds",
                "Member must have value greater than or equal to 900");
    else
        answer_error(call, 400, "ValidationError",
                     "The requested DurationSeconds exceeds the MaxSessionDuration set for this "
                     "role.");
    return 0;
}

/* "arn:aws:iam::123456789012:role/path/Name": the name, or NULL. */
static const char *role_name(const char *arn, char account[13])
{
    const char *at = strncmp(arn, "arn:aws", 7) == 0 ? strstr(arn, ":iam::") : NULL;
    if (!at || strspn(at + 6, "0123456789") != 12 || strncmp(at + 18, ":role/", 6) != 0)
        return NULL;
    memcpy(account, at + 6, 12);
    account[12] = '\0';
    for (const char *c = arn; *c; c++) /* what goes into XML as it stands */
        if (*c <= ' ' || *c > '~' || strchr("<>&\"'", *c))
            return NULL;
    const char *name = strrchr(arn, '/') + 1;
    return *name ? name : NULL;
}

/* Gives credentials, and answers with them and `rest`. */
static void give(struct sts *sts, const struct call *call, const struct identity *of, long seconds,
                 const char *rest)
{
    int64_t now_ms = sts->cloud->now_ms(sts->cloud);
    const struct credentials *c = wallet_give(&sts->wallet, of, now_ms, now_ms + seconds * 1000);
    char when[32];
    time_t end = (time_t)(now_ms / 1000 + seconds);
    struct tm tm;
    if (!c || !gmtime_r(&end, &tm) || !strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &tm)) {
        answer_error(call, 500, "InternalFailure", "No more credentials can be given.");
        return;
    }
    answer_result(call,
                  "<Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>"
                  "<SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>%s",
                  c->access_key, c->secret, c->token, when, rest);
}

static struct identity caller(const struct sts *sts, const struct slrun_exchange *x)
{
    const struct credentials *c = wallet_find(&sts->wallet, x->access_key);
    struct identity root;
    if (c)
        return c->of;
    (void)snprintf(root.arn, sizeof root.arn, "arn:aws:iam::%s:root", x->account);
    (void)snprintf(root.user_id, sizeof root.user_id, "%s", x->account);
    return root;
}

static void get_caller_identity(struct sts *sts, const struct call *call)
{
    struct identity who = caller(sts, call->x);
    answer_result(call, "<Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>", who.arn,
                  who.user_id, call->x->account);
}

static void assume_role(struct sts *sts, const struct call *call)
{
    const char *arn = field(call, "RoleArn"), *session = field(call, "RoleSessionName");
    char role_id[ROLE_ID_SIZE], account[13], rest[1024];
    struct identity of;
    if (!name_ok(call, "roleSessionName", session, SESSION_NAME_MOST))
        return;
    size_t n = arn ? strlen(arn) : 0;
    if (n < ROLE_ARN_LEAST) {
        invalid(call, arn ? arn : "", "roleArn",
                "Member must have length greater than or equal to 20");
        return;
    }
    const char *name = n > ROLE_ARN_MOST ? NULL : role_name(arn, account);
    if (!name) {
        answer_error(call, 400, "ValidationError", "%.*s is invalid", ROLE_ARN_MOST, arn);
        return;
    }
    long seconds = duration(call, HOUR, HALF_DAY);
    if (!seconds)
        return;
    if (!random_text(role_id, sizeof role_id, "AROA")) {
        answer_error(call, 500, "InternalFailure", "No randomness.");
        return;
    }
    (void)snprintf(of.arn, sizeof of.arn, "arn:aws:sts::%s:assumed-role/%s/%s", account, name,
                   session);
    (void)snprintf(of.user_id, sizeof of.user_id, "%s:%s", role_id, session);
    (void)snprintf(rest, sizeof rest,
                   "<AssumedRoleUser><AssumedRoleId>%s</AssumedRoleId><Arn>%s</Arn>"
                   "</AssumedRoleUser>",
                   of.user_id, of.arn);
    give(sts, call, &of, seconds, rest);
}

static void get_session_token(struct sts *sts, const struct call *call)
{
    struct identity who = caller(sts, call->x);
    long seconds = duration(call, HALF_DAY, DAY_AND_HALF);
    if (seconds)
        give(sts, call, &who, seconds, "");
}

static void get_federation_token(struct sts *sts, const struct call *call)
{
    const char *name = field(call, "Name");
    struct identity of;
    char rest[512];
    if (!name_ok(call, "name", name, FEDERATED_NAME_MOST))
        return;
    long seconds = duration(call, HALF_DAY, DAY_AND_HALF);
    if (!seconds)
        return;
    (void)snprintf(of.arn, sizeof of.arn, "arn:aws:sts::%s:federated-user/%s", call->x->account,
                   name);
    (void)snprintf(of.user_id, sizeof of.user_id, "%s:%s", call->x->account, name);
    (void)snprintf(rest, sizeof rest,
                   "<FederatedUser><FederatedUserId>%s</FederatedUserId><Arn>%s</Arn>"
                   "</FederatedUser><PackedPolicySize>0</PackedPolicySize>",
                   of.user_id, of.arn);
    give(sts, call, &of, seconds, rest);
}

static void get_access_key_info(struct sts *sts, const struct call *call)
{
    (void)sts;
    answer_result(call, "<Account>%s</Account>", call->x->account);
}

static const struct {
    const char *action;
    void (*serve)(struct sts *sts, const struct call *call);
} actions[] = {
    {"GetCallerIdentity", get_caller_identity}, {"AssumeRole", assume_role},
    {"GetSessionToken", get_session_token},     {"GetFederationToken", get_federation_token},
    {"GetAccessKeyInfo", get_access_key_info},
};

static void serve(void *service, struct slrun_exchange *x)
{
    struct sts *sts = service;
    struct call call = {.cloud = sts->cloud, .x = x};
    const char *action = field(&call, "Action"), *version = field(&call, "Version");
    for (size_t i = 0; action && i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].action, action) == 0) {
            call.action = actions[i].action;
            actions[i].serve(sts, &call);
            return;
        }
    answer_error(&call, 400, "InvalidAction", "Could not find operation %.100s for version %.20s",
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
