/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TestInvokeMethod and TestInvokeAuthorizer: a method of an API as it stands now, and an
 * authorizer, without a deployment. The request stands in the arguments, so an exchange is made up
 * for it; what would be answered is told in the answer of the operation, with a log of the
 * execution in AWS's words (developer guide, "Use the API Gateway console to test a REST API
 * method").
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "exec/exec.h"

enum { TEST_STATUS_DENIED = 403 };

/* As AWS has them. */
#define STAGE            "test-invoke-stage"
#define AUTHORIZER_STAGE "ESTestInvoke-stage"

struct exec_test {
    struct slrun_exchange *real; /* of the operation */
    struct slrun_exchange made;
    struct slrun_header headers[EXEC_HEADERS_MAX];
    const struct ag_call *wire;
    const struct slrun_op *op;
    json_t *args;
    bool of_authorizer;
    int64_t began;
    struct text log;
};

void exec_test_free(struct exec_test *test)
{
    if (!test)
        return;
    json_decref(test->args);
    text_free(&test->log);
    free(test);
}

/* ---- the log ---- */

void exec_test_log(struct exec *e, const char *line)
{
    char when[64];
    time_t now = time(NULL);
    struct tm tm = {0};
    gmtime_r(&now, &tm);
    (void)strftime(when, sizeof when, "%a %b %d %H:%M:%S UTC %Y", &tm);
    text_addf(&e->test->log, "%s : %s\n", when, line);
}

/* ---- the answer ---- */

static void reply(struct exec *e, json_t *result)
{
    struct exec_test *test = e->test;
    const struct slrun_cloud *cloud = e->service->cloud;
    struct text text = TEXT_INIT;
    json_object_set_new(result, "log", text_json_bytes(text_str(&test->log), test->log.n));
    json_object_set_new(result, "latency",
                        json_integer((json_int_t)(cloud->now_ms(cloud) - test->began)));
    json_t *body = ag_members(&(struct ag_way){AG_TO_WIRE, false}, test->op->result,
                              test->wire->output, result);
    text_add_json(&text, body);
    cloud->reply(test->real, &(struct slrun_reply){.status = test->wire->status,
                                                   .content_type = "application/json",
                                                   .body = text_str(&text),
                                                   .size = text.n});
    text_free(&text);
    json_decref(body);
    json_decref(result);
    exec_free(e);
}

/* Last values and all of them, by name. */
static void add_headers(json_t *single, json_t *multi, const json_t *from)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)from, name, value) {
        bool list = json_is_array(value);
        json_t *last = list ? json_array_get(value, json_array_size(value) - 1) : value;
        json_object_set(single, name, last);
        json_object_set_new(multi, name, list ? json_copy(value) : json_pack("[O]", value));
    }
}

void exec_test_reply(struct exec *e, const struct exec_reply *r)
{
    if (e->test->of_authorizer) { /* it was refused */
        reply(e, json_pack("{s:i}", "clientStatus", r->status));
        return;
    }
    json_t *single = json_object(), *multi = json_object();
    add_headers(single, multi, r->headers);
    add_headers(single, multi, e->added);
    if (json_object_get(single, "x-amzn-ErrorType")) { /* AWS's own answer names no type here */
        json_object_del(single, "Content-Type");
        json_object_del(multi, "Content-Type");
        exec_log(e, "Method completed with status: %d", r->status);
    } else {
        exec_log_answer(e, &(struct exec_reply){r->status, multi, r->body, r->size});
    }
    reply(e, json_pack("{s:i, s:o, s:o, s:o}", "status", r->status, "body",
                       text_json_bytes(r->body, r->size), "headers", single, "multiValueHeaders",
                       multi));
}

/* The authorizer's answer, whatever it says. */
void exec_test_authorized(struct exec *e, const json_t *answer, bool allowed)
{
    struct text policy = TEXT_INIT;
    text_add_json(&policy, json_object_get(answer, "policyDocument"));
    const char *who = text_get(answer, "principalId");
    json_t *result = json_pack("{s:i, s:s*}", "clientStatus", allowed ? 200 : TEST_STATUS_DENIED,
                               "principalId", who);
    json_object_set_new(result, "policy", text_json(&policy));
    reply(e, result);
}

/* ---- the request ---- */

static void make_headers(struct exec_test *test)
{
    const json_t *all = json_object_get(test->args, "multiValueHeaders");
    const char *name;
    json_t *value, *one;
    size_t n = 0, i;
    json_object_foreach (json_object_get(test->args, "headers"), name, value)
        if (n < EXEC_HEADERS_MAX && json_is_string(value) && !json_object_get(all, name))
            test->headers[n++] = (struct slrun_header){name, json_string_value(value)};
    json_object_foreach ((json_t *)(uintptr_t)all, name, value)
        json_array_foreach (value, i, one)
            if (n < EXEC_HEADERS_MAX && json_is_string(one))
                test->headers[n++] = (struct slrun_header){name, json_string_value(one)};
    test->made.headers = test->headers;
    test->made.n_headers = n;
}

static struct exec_test *test_new(struct call *call, struct slrun_exchange *x)
{
    struct exec_test *test = calloc(1, sizeof *test);
    if (!test)
        return NULL;
    const struct slrun_cloud *cloud = call->service->cloud;
    *test = (struct exec_test){.real = x,
                               .made = *x,
                               .wire = call->wire,
                               .op = call->op,
                               .args = json_deep_copy(call->args),
                               .began = cloud->now_ms(cloud),
                               .of_authorizer = call_arg(call, "authorizerId") != NULL,
                               .log = TEXT_INIT};
    const json_t *body = json_object_get(test->args, "body");
    const char *method = text_get(test->args, "httpMethod");
    test->made.method = method && strcmp(method, "ANY") != 0 ? method : "GET";
    test->made.body = json_is_string(body) ? json_string_value(body) : "";
    test->made.size = json_string_length(body);
    make_headers(test);
    return test;
}

/* Of a path that is not the resource's, its parameters have no values, as with AWS. */
static bool set_path(struct exec *e)
{
    const char *given = text_get(e->test->args, "pathWithQueryString");
    const char *pattern = e->resource ? text_get(e->resource, "path") : "/";
    const char *path = given && *given ? given : pattern;
    size_t n = strcspn(path, "?");
    e->raw_query = path[n] == '?' ? path + n + 1 : "";
    e->path = n ? strndup(path, n) : strdup("/");
    return e->path != NULL;
}

static bool prepare(struct exec *e, struct call *call)
{
    const json_t *args = e->test->args, *methods;
    json_t *variables = json_object_get(args, "stageVariables");
    const char *resource = text_get(args, "resourceId"), *method = text_get(args, "httpMethod");
    e->doc = json_incref(doc_find(call, "restapis", text_get(args, "restApiId")));
    e->config = json_incref(e->doc);
    e->stage_name = e->test->of_authorizer ? AUTHORIZER_STAGE : STAGE;
    e->stage = json_pack("{s:s}", "stageName", e->stage_name);
    e->variables = variables ? json_incref(variables) : json_object();
    e->resource = json_object_get(json_object_get(e->doc, "resources"), resource ? resource : "");
    methods = json_object_get(e->resource, "resourceMethods");
    e->method = json_object_get(methods, method ? method : "");
    e->integration = json_object_get(e->method, "methodIntegration");
    if (!set_path(e) || !exec_read(e))
        return false;
    exec_match_params(e);
    exec_context(e);
    json_object_set_new(json_object_get(e->context, "identity"), "sourceIp",
                        json_string("test-invoke-source-ip"));
    json_object_set_new(e->context, "path", json_string(e->path));
    text_addf(&e->test->log, "Execution log for request %s\n", e->x->request_id);
    exec_log_request(e);
    return true;
}

/* Whether what the arguments name is there; false after call_fail(). */
static bool is_there(struct call *call)
{
    const char *id = call_arg(call, "restApiId"), *resource = call_arg(call, "resourceId");
    const char *authorizer = call_arg(call, "authorizerId"), *method = call_arg(call, "httpMethod");
    const json_t *doc = doc_find(call, "restapis", id ? id : "");
    const json_t *at = json_object_get(json_object_get(doc, "resources"), resource ? resource : "");
    if (authorizer && !json_object_get(json_object_get(doc, "authorizers"), authorizer))
        call_fail(call, "NotFoundException", "Invalid Authorizer identifier specified");
    else if (!authorizer && !at)
        call_fail(call, "NotFoundException", "Invalid Resource identifier specified");
    else if (!authorizer &&
             !json_object_get(json_object_get(at, "resourceMethods"), method ? method : ""))
        call_fail(call, "NotFoundException", "Invalid Method identifier specified");
    return !call->code;
}

static void start(struct exec *e)
{
    const char *id = text_get(e->test->args, "authorizerId");
    if (id)
        exec_ask_authorizer(e, json_object_get(json_object_get(e->doc, "authorizers"), id));
    else
        exec_integrate(e);
}

bool exec_test_serve(struct call *call, struct slrun_exchange *x)
{
    if (strncmp(call->op->name, "test_invoke_", strlen("test_invoke_")) != 0)
        return false;
    if (!is_there(call))
        return false;
    struct exec *e = exec_new(call->service, x);
    struct exec_test *test = e ? test_new(call, x) : NULL;
    if (!test) {
        if (e)
            exec_free(e);
        call_fail(call, "BadRequestException", "out of memory");
        return false;
    }
    e->test = test;
    e->x = &test->made;
    if (prepare(e, call))
        start(e);
    return true;
}
