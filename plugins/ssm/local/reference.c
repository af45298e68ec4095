/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters that stand for secrets of AWS Secrets Manager (Systems Manager User Guide,
 * "Referencing AWS Secrets Manager secrets from Parameter Store parameters"). */
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/service.h"

#define PREFIX "/aws/reference/secretsmanager/"

/* A request that waits for secrets, asked for one after the other. */
struct asking {
    struct slrun_json_call call; /* with its own reference to the arguments */
    json_t *(*finish)(struct slrun_json_call *call, const json_t *secrets);
    struct slrun_calling *calling;
    json_t *names;   /* a list */
    json_t *secrets; /* name to what GetSecretValue told */
    size_t next;
};

bool reference_is(const char *name)
{
    return strncmp(name, PREFIX, strlen(PREFIX)) == 0;
}

static void asking_free(struct asking *a)
{
    if (!a)
        return;
    json_decref(a->call.args);
    json_decref(a->names);
    json_decref(a->secrets);
    free(a);
}

static void gone(struct slrun_exchange *x)
{
    struct asking *a = x->service;
    if (a->calling)
        a->call.cloud->call_cancel(a->calling);
    asking_free(a);
}

static void answer(struct asking *a)
{
    const struct slrun_cloud *cloud = a->call.cloud;
    json_t *result = a->finish(&a->call, a->secrets);
    if (result)
        cloud->json_reply(cloud, a->call.x, &ssm_service, result);
    else
        cloud->fault(cloud, a->call.x,
                     &(struct slrun_fault){.status = 400,
                                           .code = a->call.code,
                                           .message = a->call.message,
                                           .content_type = "application/x-amz-json-1.1"});
    json_decref(result);
    asking_free(a);
}

static bool ask(struct asking *a);

static void told(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct asking *a = arg;
    const char *name = json_string_value(json_array_get(a->names, a->next - 1));
    a->calling = NULL;
    if (!error)
        (void)json_object_set_new(a->secrets, name, json_deep_copy(result));
    if (a->next >= json_array_size(a->names) || !ask(a))
        answer(a);
}

/* What names a version: its id, or a staging label. */
static const char *member_of(const char *selector)
{
    return strlen(selector) == 36 && strspn(selector, "0123456789abcdef-") == 36 ? "VersionId"
                                                                                 : "VersionStage";
}

/* Asks for the next one. */
static bool ask(struct asking *a)
{
    const char *given = json_string_value(json_array_get(a->names, a->next++)), *selector;
    char name[NAME_SIZE];
    name_split(given, name, &selector);
    json_t *args = json_pack("{s:s}", "SecretId", name + strlen(PREFIX));
    if (*selector)
        (void)json_object_set_new(args, member_of(selector + 1), json_string(selector + 1));
    struct slrun_cloud_call order = {.service = "secretsmanager",
                                     .operation = "get_secret_value",
                                     .args = args,
                                     .region = a->call.x->region,
                                     .account = a->call.x->account,
                                     .caller = "ssm",
                                     .done = told,
                                     .arg = a,
                                     .wire = 1};
    a->calling = args ? a->call.cloud->call(a->call.cloud, &order) : NULL;
    return a->calling != NULL;
}

json_t *references_wait(struct slrun_json_call *call, json_t *names,
                        json_t *(*finish)(struct slrun_json_call *call, const json_t *secrets))
{
    struct asking *a = json_array_size(names) > 0 ? calloc(1, sizeof *a) : NULL;
    if (!a) {
        json_decref(names);
        return finish(call, NULL);
    }
    *a = (struct asking){.call = *call, .finish = finish, .names = names, .secrets = json_object()};
    json_incref(call->args);
    if (!a->secrets || !ask(a)) {
        asking_free(a);
        return call_fail(call, "InternalServerError", "out of memory");
    }
    call->parked = 1;
    call->x->service = a;
    call->cloud->on_gone(call->x, gone);
    return NULL;
}

/* The JSON of SourceResult. */
static json_t *source_of(const json_t *secret)
{
    static const char *const members[][2] = {{"ARN", "ARN"},
                                             {"Name", "name"},
                                             {"VersionId", "versionId"},
                                             {"SecretString", "secretString"},
                                             {"SecretBinary", "secretBinary"},
                                             {"VersionStages", "versionStages"}};
    json_t *source = json_object();
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (json_object_get(secret, members[i][0]))
            (void)json_object_set(source, members[i][1], json_object_get(secret, members[i][0]));
    char *text = json_dumps(source, JSON_COMPACT);
    json_t *result = text ? json_string(text) : NULL;
    free(text);
    json_decref(source);
    return result;
}

json_t *reference_told(struct slrun_json_call *call, const char *given, const json_t *secrets)
{
    const json_t *secret = json_object_get(secrets, given);
    const char *selector;
    char name[NAME_SIZE];
    name_split(given, name, &selector);
    if (!json_is_true(json_object_get(call->args, "WithDecryption")))
        return call_invalid(call, "WithDecryption flag must be True for retrieving a Secret "
                                  "Manager secret.");
    if (!secret)
        return call_fail(call, "ParameterNotFound",
                         "An error occurred (ParameterNotFound) when referencing Secrets Manager: "
                         "Secret %s not found.",
                         name);
    const json_t *text = json_object_get(secret, "SecretString");
    return json_pack(
        "{s:s, s:s, s:O?, s:i, s:o, s:O*, s:o, s:s, s:s*}", "Name", name, "Type", "SecureString",
        "Value", text ? text : json_object_get(secret, "SecretBinary"), "Version", 0,
        "SourceResult", source_of(secret), "LastModifiedDate",
        json_object_get(secret, "CreatedDate"), "ARN",
        json_sprintf("arn:aws:ssm:%s:%s:parameter%s", call->x->region, call->x->account, name),
        "DataType", "text", "Selector", *selector ? selector : NULL);
}
