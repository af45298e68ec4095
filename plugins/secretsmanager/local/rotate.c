/* SPDX-License-Identifier: Apache-2.0 */
/* RotateSecret and CancelRotateSecret. */
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/service.h"

#define PRINCIPAL "secretsmanager.amazonaws.com"
#define NO_ACCESS                                                                                  \
    "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function "       \
    "policy grants access to the principal " PRINCIPAL "."

/* A request that waits for the policy of its function. */
struct asking {
    struct service *service;
    struct slrun_exchange *x;
    struct slrun_calling *calling;
    json_t *args;
    char *place, *token;
};

static void asking_free(struct asking *a)
{
    json_decref(a->args);
    free(a->place);
    free(a->token);
    free(a);
}

/* ---- what the function's policy says ---- */

static bool names_us(const json_t *principal)
{
    const json_t *service = json_object_get(principal, "Service");
    const char *one = json_string_value(service ? service : principal);
    return (one && (strcmp(one, PRINCIPAL) == 0 || strcmp(one, "*") == 0)) ||
           slrun_list_has(service, PRINCIPAL);
}

/* Whether one of its statements lets AWS Secrets Manager invoke the function. */
static bool policy_grants(const char *text)
{
    json_t *policy = text ? json_loads(text, 0, NULL) : NULL, *statement;
    size_t i;
    bool granted = false;
    json_array_foreach (json_object_get(policy, "Statement"), i, statement)
        granted = granted || (strcmp(slrun_text_or(statement, "Effect", ""), "Allow") == 0 &&
                              names_us(json_object_get(statement, "Principal")));
    json_decref(policy);
    return granted;
}

/* ---- the answer ---- */

static void refuse(const struct asking *a, const char *code, const char *text)
{
    json_t *message = json_pack("{s:s}", "Message", text);
    a->service->cloud->fault(a->service->cloud, a->x,
                             &(struct slrun_fault){.status = 400,
                                                   .code = code,
                                                   .members = message,
                                                   .content_type = "application/x-amz-json-1.1"});
    json_decref(message);
}

static void rotate(const struct asking *a, json_t *secret)
{
    static const char *const settings[] = {"RotationLambdaARN", "RotationRules", NULL};
    struct service *service = a->service;
    struct rotation_order order = {
        .place = a->place,
        .token = a->token,
        .test = json_is_false(json_object_get(a->args, "RotateImmediately"))};
    slrun_copy_members(secret, a->args, settings);
    (void)json_object_set_new(secret, "RotationEnabled", json_true());
    rotation_date(service, secret);
    version_begin(service, secret, a->token);
    secret_keep_at(service, a->place);
    rotations_plan(service);
    json_t *result = secret_named(secret);
    (void)json_object_set_new(result, "VersionId", json_string(a->token));
    service->cloud->json_reply(service->cloud, a->x, &secretsmanager_service, result);
    json_decref(result);
    rotation_start(service, &order);
}

static void policy_told(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct asking *a = arg;
    json_t *secret = secret_at(a->service, a->place);
    if (error || !policy_grants(slrun_text(result, "Policy")))
        refuse(a, "AccessDeniedException", NO_ACCESS);
    else if (!secret)
        refuse(a, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    else
        rotate(a, secret);
    asking_free(a);
}

static void gone(struct slrun_exchange *x)
{
    struct asking *a = x->service;
    a->service->cloud->call_cancel(a->calling);
    asking_free(a);
}

/* ---- the request ---- */

static bool policy_ask(struct slrun_json_call *call, struct asking *a, const char *function)
{
    struct slrun_cloud_call order = {.service = "lambda",
                                     .operation = "get_policy",
                                     .args = json_pack("{s:s}", "FunctionName", function),
                                     .region = call->x->region,
                                     .account = call->x->account,
                                     .caller = "secretsmanager",
                                     .done = policy_told,
                                     .arg = a};
    a->calling = order.args ? call->cloud->call(call->cloud, &order) : NULL;
    return a->calling != NULL;
}

static char *copy_of(const char *text)
{
    return text ? strdup(text) : NULL;
}

static json_t *park(struct slrun_json_call *call, const json_t *secret, const char *function)
{
    struct asking *a = calloc(1, sizeof *a);
    json_t *place = secret_place(call, secret);
    char id[UUID_SIZE];
    const char *token = call_text(call, "ClientRequestToken");
    if (!token)
        call->cloud->uuid(call->cloud, id);
    if (a)
        *a = (struct asking){.service = service_of(call),
                             .x = call->x,
                             .args = json_incref(call->args),
                             .place = copy_of(json_string_value(place)),
                             .token = copy_of(token ? token : id)};
    json_decref(place);
    if (!a || !a->place || !a->token || !policy_ask(call, a, function)) {
        if (a)
            asking_free(a);
        return call_fail(call, "InternalServiceError", "out of memory");
    }
    call->parked = 1;
    call->x->service = a;
    call->cloud->on_gone(call->x, gone);
    return NULL;
}

/* One that has not ended is tried again, and the request is none. */
static json_t *again(struct slrun_json_call *call, const json_t *secret, const char *pending)
{
    json_t *place = secret_place(call, secret);
    struct rotation_order order = {.place = json_string_value(place), .token = pending};
    if (order.place)
        rotation_start(service_of(call), &order);
    json_decref(place);
    return call_refuse(call, "A previous rotation isn't complete. That rotation will be "
                             "reattempted.");
}

json_t *op_rotate_secret(struct slrun_json_call *call)
{
    const json_t *secret = call_secret(call, false);
    const char *given = call_text(call, "RotationLambdaARN");
    if (!secret || !rules_check(call, json_object_get(call->args, "RotationRules")))
        return NULL;
    const char *function = given ? given : slrun_text(secret, "RotationLambdaARN");
    const char *pending = version_with(secret, PENDING), *current = version_with(secret, CURRENT);
    if (!function || !*function)
        return call_refuse(call, "No Lambda rotation function ARN is associated with this secret.");
    if (pending && (!current || strcmp(pending, current) != 0))
        return again(call, secret, pending);
    return park(call, secret, function);
}

json_t *op_cancel_rotate_secret(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret)
        return NULL;
    const char *pending = version_with(secret, PENDING);
    (void)json_object_set_new(secret, "RotationEnabled", json_false());
    rotation_date(service_of(call), secret);
    secret_keep(call, slrun_text(secret, "Name"), secret);
    rotations_plan(service_of(call));
    json_t *result = secret_named(secret);
    if (pending)
        (void)json_object_set_new(result, "VersionId", json_string(pending));
    return result;
}
