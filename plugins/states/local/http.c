/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP tasks, arn:aws:states:::http:invoke (Developer Guide, "Call HTTPS APIs in Step Functions
 * workflows"): requests that a connection of Amazon EventBridge authorizes, as those to API
 * destinations; so they go to this machine alone.
 */
#include "local/http.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *connection_of(const struct task *task)
{
    const json_t *work = task->b->work;
    const char *own = slrun_text(json_object_get(work, "Authentication"), "ConnectionArn");
    return own ? own : slrun_text(json_object_get(work, "InvocationConfig"), "ConnectionArn");
}

bool task_is_http(const struct task *task)
{
    return task->to.kind == RESOURCE_SERVICE && strcmp(task->to.service, "http") == 0 &&
           strcmp(task->to.resource, "invoke") == 0;
}

/* ---- before it is scheduled ---- */

/* Headers that Step Functions or the way sets; those that end with '*' only begin so. */
static bool is_reserved(const char *name)
{
    static const char *const names[] = {"authorization",
                                        "connection",
                                        "content-md5",
                                        "date",
                                        "expect",
                                        "host",
                                        "max-forwards",
                                        "te",
                                        "proxy-authenticate",
                                        "server",
                                        "trailer",
                                        "upgrade",
                                        "via",
                                        "x-amz*",
                                        "transfer-encoding",
                                        "www-authenticate",
                                        "x-forwarded*",
                                        NULL};
    for (const char *const *n = names; *n; n++) {
        size_t size = strcspn(*n, "*");
        if (strncasecmp(*n, name, size) == 0 && ((*n)[size] || !name[size]))
            return true;
    }
    return false;
}

json_t *http_missing(const json_t *work)
{
    static const char *const required[] = {"ApiEndpoint", "Method"};
    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        if (!slrun_text(work, required[i]))
            return json_sprintf("The field \"%s\" is required but was missing", required[i]);
    return NULL;
}

json_t *http_reserved(const json_t *work)
{
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(work, "Headers"), name, value) {
        char lower[SERVICE_SIZE];
        size_t n = 0;
        if (!is_reserved(name))
            continue;
        for (; name[n] && n + 1 < sizeof lower; n++)
            lower[n] = (char)tolower((unsigned char)name[n]);
        lower[n] = '\0';
        return json_sprintf("The 'Headers' field contains unsupported values: [%s]", lower);
    }
    return NULL;
}

/* What is wrong with the parameters: a new text, or NULL. */
static json_t *problem_of(const struct task *task)
{
    const json_t *work = task->b->work;
    json_t *missing = http_missing(work);
    if (!missing && !connection_of(task))
        missing = json_string("The field \"Authentication\" is required but was missing");
    return missing ? missing : http_reserved(work);
}

bool http_check(struct task *task)
{
    struct branch *b = task->b;
    json_t *problem = task_is_http(task)  ? problem_of(task)
                      : task_is_api(task) ? api_problem(task)
                                          : NULL;
    if (!problem)
        return true;
    char *text = asl_dump(b->work);
    (void)asl_fail(&b->error, "States.Runtime",
                   "The Parameters '%s' could not be used to start the Task: [%s]",
                   text ? text : "", json_string_value(problem));
    free(text);
    json_decref(problem);
    return false;
}

/* ---- the request ---- */

/* A value as a text: a new reference. */
static json_t *text_of(const json_t *value)
{
    char *text = json_is_string(value) ? NULL : asl_dump(value);
    json_t *made = text ? json_string(text) : json_incref((json_t *)(uintptr_t)value);
    free(text);
    return made;
}

/* Members of that name, as texts, on top of `all`. */
static json_t *with_texts(json_t *all, const json_t *work, const char *name)
{
    const char *key;
    json_t *value;
    json_object_foreach (json_object_get(work, name), key, value)
        (void)json_object_set_new(all, key, text_of(value));
    return all;
}

/* As AWS was recorded to send them, where the task says nothing else. */
static json_t *headers_of(const struct task *task, const char *region)
{
    json_t *agent = json_sprintf("Amazon|StepFunctions|HttpInvoke|%s", region);
    json_t *all = json_object();
    destination_header(all, "User-Agent", json_string_value(agent));
    destination_header(all, "Content-Type", "application/json; charset=UTF-8");
    destination_header(all, "Range", "bytes=0-262144");
    json_t *own = with_texts(json_object(), task->b->work, "Headers"), *value;
    const char *name;
    json_object_foreach (own, name, value)
        destination_header(all, name, json_string_value(value));
    json_decref(own);
    json_decref(agent);
    return all;
}

/* RequestBody with what the connection adds, which counts more. NULL: it is no object. */
static json_t *merged(const json_t *given, const json_t *more)
{
    json_t *body = given ? json_copy((json_t *)(uintptr_t)given) : json_object(), *one;
    size_t i;
    if (!json_is_object(body)) {
        json_decref(body);
        return NULL;
    }
    json_array_foreach (more, i, one)
        (void)json_object_set(body, slrun_text_or(one, "key", ""), json_object_get(one, "value"));
    return body;
}

static json_t *body_of(void *arg, const json_t *more)
{
    const struct task *task = arg;
    const json_t *work = task->b->work, *given = json_object_get(work, "RequestBody");
    const json_t *transform = json_object_get(work, "Transform");
    const char *encoding = slrun_text_or(transform, "RequestBodyEncoding", "NONE");
    bool adds = json_array_size(more) > 0, form = strcmp(encoding, "URL_ENCODED") == 0;
    if (!given && !adds)
        return json_string("");
    json_t *body = adds ? merged(given, more) : json_incref((json_t *)(uintptr_t)given);
    json_t *text = !body ? NULL
                   : form && json_is_object(body)
                       ? http_form(body, json_object_get(transform, "RequestEncodingOptions"))
                       : text_of(body);
    json_decref(body);
    return text;
}

/* ---- the answer ---- */

static void answered(struct task *task, const struct slrun_response *response)
{
    const char *reason = http_reason(response->status);
    char name[SERVICE_SIZE];
    if (response->status / 100 != 2) {
        (void)snprintf(name, sizeof name, "States.Http.StatusCode.%d", response->status);
        task_fail(task, name, reason);
        return;
    }
    const char *type = task->b->x->service->cloud->host->header_get(
        response->headers, response->n_headers, "Content-Type");
    json_t *result = http_result(response, type);
    if (result) {
        task_succeed(task, result);
        return;
    }
    json_t *cause =
        json_sprintf("Unsupported response content-type '%.*s'. Please see documentation for list "
                     "of unsupported content-types.",
                     (int)strcspn(type, ";"), type);
    task_fail(task, "States.Runtime", json_string_value(cause));
    json_decref(cause);
}

/* What there is instead of an answer, by the code of the error. */
static const struct {
    const char *code, *error, *cause; /* the cause NULL: the message */
} failures[] = {
    {"NO_PERMISSIONS", "Events.ConnectionResource.AccessDenied",
     "No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with "
     "the connection resource."},
    {"NO_RESOURCE", "States.Runtime", NULL},
    {DESTINATION_NO_BODY, "States.Runtime",
     "Cannot merge connection body authorization parameters with request body."},
};

static void unanswered(struct task *task, const struct slrun_error *why)
{
    const char *error = "States.Http.Socket", *cause = why->message;
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        if (strcmp(failures[i].code, why->code) != 0)
            continue;
        error = failures[i].error;
        cause = failures[i].cause ? failures[i].cause : cause;
    }
    task_fail(task, error, cause);
}

static void done(void *arg, const struct slrun_response *response, const struct slrun_error *error)
{
    struct task *task = arg;
    task->sending = NULL;
    if (response)
        answered(task, response);
    else
        unanswered(task, error);
}

/* ---- the beginning ---- */

/* Whether the role may; else the task is over. */
static bool may(struct task *task, const struct slrun_iam_caller *caller)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    const char *url = slrun_text(task->b->work, "ApiEndpoint");
    const struct slrun_iam_need invoke = {
        *caller, "states:InvokeHTTPEndpoint",
        slrun_text(json_object_get(task->b->x->context, "StateMachine"), "Id")};
    const struct slrun_iam_need retrieve = {*caller, "events:RetrieveConnectionCredentials",
                                            connection_of(task)};
    if (cloud->iam && cloud->iam->need(cloud, &invoke)) {
        json_t *cause = json_sprintf(
            "AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API "
            "Endpoint %s. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint "
            "permission for the given API Endpoint",
            url);
        task_fail(task, "States.Http.AccessDenied", json_string_value(cause));
        json_decref(cause);
        return false;
    }
    if (cloud->iam && cloud->iam->need(cloud, &retrieve)) {
        task_fail(task, "Events.ConnectionResource.AccessDenied",
                  "No permissions to call RetrieveConnectionCredentials on the connection "
                  "resource.");
        return false;
    }
    return true;
}

void http_begin(struct task *task)
{
    const json_t *work = task->b->work;
    const struct slrun_iam_caller caller = integration_caller(task->b->x, task);
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    if (!may(task, &caller))
        return;
    slrun_arn_place(slrun_text(task->b->x->doc, "executionArn"), region, account);
    json_t *parameters =
        json_pack("{s:o, s:o}", "HeaderParameters", headers_of(task, region),
                  "QueryStringParameters", with_texts(json_object(), work, "QueryParameters"));
    const struct destination_order order = {.arn = connection_of(task),
                                            .caller = &caller,
                                            .parameters = parameters,
                                            .done = done,
                                            .arg = task};
    const struct destination_http http = {slrun_text(work, "ApiEndpoint"),
                                          slrun_text(work, "Method"), body_of};
    task->sending = destination_http(&task->b->x->service->destinations, &order, &http);
    json_decref(parameters);
    if (!task->sending)
        task_fail(task, "States.TaskFailed", "out of memory");
}
