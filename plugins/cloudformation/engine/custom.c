/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/custom.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "engine/names.h"
#include "engine/record.h"
#include "template/value.h"

enum {
    ANSWER_MAX = 4096,  /* bytes of an answer, as AWS has it */
    LIMIT_S_MAX = 3600, /* that AWS waits for one, unless ServiceTimeout says less */
    PHYSICAL_MAX = 1024 /* bytes of a physical id */
};

struct custom {
    struct custom *next;
    struct engine *engine;
    const struct slrun_cloud *cloud;
    enum slrun_resource_action action;
    char token[UUID_SIZE], request_id[UUID_SIZE];
    char physical_id[PHYSICAL_MAX + 1]; /* that a failure leaves */
    json_t *stack, *request;
    struct slrun_calling *calling; /* of the function or topic */
    struct slrun_timer *limit;
    void (*done)(void *arg, const struct step_result *result); /* NULL: it was called */
    void *arg;
};

/* ---- ends ---- */

static void custom_free(struct custom *c)
{
    struct custom **at = &c->engine->customs;
    while (*at && *at != c)
        at = &(*at)->next;
    if (*at)
        *at = c->next;
    json_decref(c->stack);
    json_decref(c->request);
    free(c);
}

/* Tells the end. A function that has answered may still run: what remains goes when it is over. */
static void finish(struct custom *c, const struct step_result *result)
{
    void (*done)(void *, const struct step_result *) = c->done;
    void *arg = c->arg;
    if (c->limit)
        c->cloud->timer_stop(c->limit);
    c->limit = NULL;
    c->done = NULL;
    done(arg, result);
    if (!c->calling)
        custom_free(c);
}

static void fail(struct custom *c, const char *physical_id, const char *reason)
{
    finish(c, &(struct step_result){.reason = reason, .physical_id = physical_id});
}

/* AWS's words, once the time is over. Here it is also over when the function has failed. */
static void fail_unanswered(struct custom *c, const char *why)
{
    char reason[STEP_REASON_SIZE];
    (void)snprintf(reason, sizeof reason,
                   "CloudFormation did not receive a response from your Custom Resource. Please "
                   "check your logs for requestId [%s].%s",
                   c->request_id, why);
    fail(c, c->physical_id, reason);
}

static void on_limit(void *arg)
{
    struct custom *c = arg;
    c->limit = NULL;
    fail_unanswered(c, "");
}

void customs_end(struct engine *engine)
{
    while (engine->customs) {
        struct custom *c = engine->customs;
        if (c->calling)
            c->cloud->call_cancel(c->calling);
        c->calling = NULL;
        if (c->done)
            fail(c, NULL, "The local cloud has ended");
        else
            custom_free(c);
    }
}

void customs_cancel(struct engine *engine, const char *stack_id)
{
    for (struct custom *c = engine->customs, *next; c; c = next) {
        next = c->next;
        if (c->done && strcmp(slrun_text_or(c->stack, "StackId", ""), stack_id) == 0)
            fail(c, c->physical_id,
                 c->action == SLRUN_RESOURCE_CREATE ? "Resource creation cancelled"
                                                    : "Resource update cancelled");
    }
}

/* ---- the answer ---- */

static const char *text_of(const json_t *object, const char *name)
{
    return slrun_text_or(object, name, "");
}

static void succeed(struct custom *c, const json_t *answer)
{
    const char *id = text_of(answer, "PhysicalResourceId");
    const json_t *data = json_object_get(answer, "Data");
    json_t *attributes = json_is_object(data) ? json_deep_copy(data) : json_object();
    bool named = *id || c->action == SLRUN_RESOURCE_REMOVE;
    if (named && strlen(id) <= PHYSICAL_MAX)
        finish(c, &(struct step_result){
                      .ok = true, .physical_id = *id ? id : NULL, .attributes = attributes});
    else
        fail(c, c->physical_id, "Invalid PhysicalResourceId");
    json_decref(attributes);
}

static void take(struct custom *c, const json_t *answer)
{
    char reason[STEP_REASON_SIZE];
    const char *status = text_of(answer, "Status"), *id = text_of(answer, "PhysicalResourceId");
    if (strcmp(status, "SUCCESS") == 0) {
        succeed(c, answer);
        return;
    }
    (void)snprintf(reason, sizeof reason,
                   "Received response status [%.40s] from custom resource. Message returned: "
                   "%.1000s (RequestId: %s)",
                   status, text_of(answer, "Reason"), c->request_id);
    fail(c, *id && strlen(id) <= PHYSICAL_MAX ? id : c->physical_id, reason);
}

bool custom_answer(struct engine *engine, const char *token, const char *body, size_t size)
{
    struct custom *c = engine->customs;
    while (c && (!c->done || strcmp(c->token, token) != 0))
        c = c->next;
    if (!c)
        return false;
    json_t *answer = size <= ANSWER_MAX ? json_loadb(body, size, 0, NULL) : NULL;
    if (size > ANSWER_MAX)
        fail(c, c->physical_id, "Response object is too long.");
    else if (!json_is_object(answer))
        fail(c, c->physical_id, "Invalid Response object: it is no JSON object");
    else
        take(c, answer);
    json_decref(answer);
    return true;
}

/* ---- the request ---- */

/* As AWS hands properties over: every scalar is a string. */
static json_t *as_texts(const json_t *value)
{
    json_t *copy, *inner;
    const char *key;
    size_t i;
    if (!json_is_object(value) && !json_is_array(value))
        return value_text(value);
    copy = json_is_array(value) ? json_array() : json_object();
    json_array_foreach (value, i, inner)
        (void)json_array_append_new(copy, as_texts(inner));
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner)
        (void)json_object_set_new(copy, key, as_texts(inner));
    return copy;
}

static json_t *request_of(const struct custom *c, const struct step_order *step)
{
    static const char *const types[] = {[SLRUN_RESOURCE_CREATE] = "Create",
                                        [SLRUN_RESOURCE_UPDATE] = "Update",
                                        [SLRUN_RESOURCE_REMOVE] = "Delete"};
    const char *url = c->cloud->url(c->cloud);
    json_t *request =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "RequestType", types[step->action],
                  "ServiceToken", text_of(step->properties, "ServiceToken"), "StackId",
                  text_of(c->stack, "StackId"), "RequestId", c->request_id, "LogicalResourceId",
                  record_text(step->record, "LogicalResourceId"), "ResourceType",
                  record_text(step->record, "ResourceType"), "ResourceProperties",
                  as_texts(step->properties));
    (void)json_object_set_new(request, "ResponseURL",
                              json_sprintf("%s" CUSTOM_PATH "%s", url ? url : "", c->token));
    if (step->action != SLRUN_RESOURCE_CREATE)
        (void)json_object_set_new(request, "PhysicalResourceId", json_string(c->physical_id));
    if (step->action == SLRUN_RESOURCE_UPDATE)
        (void)json_object_set_new(request, "OldResourceProperties", as_texts(step->old));
    return request;
}

static void told(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct custom *c = arg;
    const char *failure = text_of(result, "FunctionError");
    c->calling = NULL;
    if (!c->done)
        custom_free(c);
    else if (error)
        fail(c, NULL, error->message);
    else if (*failure)
        fail_unanswered(c, " The function ended with an error and without an answer: see its log.");
}

/* A function's answer is awaited, so that its failure is known without waiting for the limit. */
static bool tell(struct custom *c)
{
    const char *token = text_of(c->request, "ServiceToken");
    char *text = json_dumps(c->request, JSON_COMPACT);
    bool topic = strncmp(token, "arn:aws:sns:", 12) == 0;
    struct slrun_cloud_call call = {
        .service = topic ? "sns" : "lambda",
        .operation = topic ? "publish" : "invoke",
        .args = topic ? json_pack("{s:s, s:s, s:s}", "TopicArn", token, "Subject",
                                  "AWS CloudFormation custom resource request", "Message", text)
                      : json_pack("{s:s, s:s}", "FunctionName", token, "Payload", text),
        .region = text_of(c->stack, "Region"),
        .account = text_of(c->stack, "Account"),
        .caller = "cloudformation",
        .done = told,
        .arg = c};
    c->calling = call.args ? c->cloud->call(c->cloud, &call) : NULL;
    free(text);
    return c->calling != NULL;
}

/* ---- the beginning ---- */

static int64_t limit_ms(const json_t *properties)
{
    const json_t *given = json_object_get(properties, "ServiceTimeout");
    json_t *text = given ? value_text(given) : NULL;
    long seconds = text ? strtol(json_string_value(text), NULL, 10) : 0;
    json_decref(text);
    return (int64_t)(seconds > 0 && seconds < LIMIT_S_MAX ? seconds : LIMIT_S_MAX) * 1000;
}

static struct custom *custom_new(const struct custom_order *order)
{
    struct custom *c = calloc(1, sizeof *c);
    const char *had = record_text(order->step->record, "PhysicalResourceId");
    if (!c)
        return NULL;
    *c = (struct custom){.next = order->engine->customs,
                         .engine = order->engine,
                         .cloud = order->engine->cloud,
                         .action = order->step->action,
                         .stack = json_deep_copy(order->stack),
                         .done = order->done,
                         .arg = order->arg};
    name_uuid(c->token);
    name_uuid(c->request_id);
    (void)snprintf(c->physical_id, sizeof c->physical_id, "%s",
                   c->action == SLRUN_RESOURCE_CREATE ? order->name : had);
    c->request = request_of(c, order->step);
    order->engine->customs = c;
    return c;
}

void custom_start(const struct custom_order *order)
{
    struct custom *c = custom_new(order);
    if (!c) {
        order->done(order->arg, &(struct step_result){.reason = "out of memory"});
        return;
    }
    c->limit = c->cloud->timer_start(
        c->cloud, c->cloud->now_ms(c->cloud) + limit_ms(order->step->properties), on_limit, c);
    if (!*text_of(c->request, "ServiceToken"))
        fail(c, NULL,
             "Properties validation failed for custom resource with message: required key "
             "[ServiceToken] not found");
    else if (!c->limit || !tell(c))
        fail(c, NULL, "out of memory");
}
