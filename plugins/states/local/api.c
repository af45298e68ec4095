/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tasks that call an API, arn:aws:states:::apigateway:invoke (Developer Guide, "Create API Gateway
 * REST APIs with Step Functions"), of this cloud alone. Requests and answers are as AWS was
 * recorded to send and take them.
 */
#include "local/http.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADERS_MAX = 60, NAME_MAX_BYTES = 160 };

bool task_is_api(const struct task *task)
{
    return task->to.kind == RESOURCE_SERVICE && strcmp(task->to.service, "apigateway") == 0 &&
           strcmp(task->to.action, "invoke") == 0;
}

/* ---- before it is scheduled ---- */

/* Whether it is absent, or a map of lists of texts. */
static bool is_lists(const json_t *map)
{
    const char *name;
    json_t *list, *one;
    size_t i;
    json_object_foreach ((json_t *)(uintptr_t)map, name, list) {
        if (!json_is_array(list))
            return false;
        json_array_foreach (list, i, one)
            if (!json_is_string(one))
                return false;
    }
    return !map || json_is_object(map);
}

json_t *api_problem(const struct task *task)
{
    static const char *const lists[] = {"Headers", "QueryParameters", NULL};
    const json_t *work = task->b->work;
    json_t *missing = http_missing(work);
    if (missing)
        return missing;
    for (const char *const *name = lists; *name; name++)
        if (!is_lists(json_object_get(work, *name)))
            return json_sprintf("The value of the field '%s' has an invalid format", *name);
    return http_reserved(work);
}

/* ---- the answer ---- */

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct task *task = arg;
    char name[SERVICE_SIZE];
    task->calling = NULL;
    if (!response) {
        task_fail(task, "ApiGateway.SdkClientException", error->message);
        return;
    }
    if (response->status / 100 != 2) {
        json_t *cause = json_stringn(response->body, response->size);
        (void)snprintf(name, sizeof name, "ApiGateway.%d", response->status);
        task_fail(task, name, cause ? json_string_value(cause) : "");
        json_decref(cause);
        return;
    }
    json_t *result = http_result(response, NULL); /* JSON if it can be read so */
    if (task->to.pattern == PATTERN_TOKEN) {
        task_submitted(task, result);
        json_decref(result);
    } else {
        task_succeed(task, result);
    }
}

/* ---- the request ---- */

/* Where a request goes: the API's host, "" where the path leads to it; NULL: elsewhere. */
static json_t *host_of(const struct task *task, const char **path)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    const char *endpoint = slrun_text(task->b->work, "ApiEndpoint"), *url = cloud->url(cloud);
    const char *scheme = strstr(endpoint, "://"), *own = url ? strstr(url, "://") : NULL;
    const char *host = scheme ? scheme + 3 : endpoint;
    size_t n = strcspn(host, "/"), m = own ? strlen(own + 3) : 0;
    *path = host + n;
    if (m && n == m && strncmp(host, own + 3, n) == 0)
        return json_string("");
    json_t *name = json_stringn(host, n);
    if (name && strstr(json_string_value(name), ".execute-api."))
        return name;
    json_decref(name);
    return NULL;
}

/* "/STAGE/PATH?QUERY" behind what the endpoint has already. */
static json_t *target_of(const struct task *task, const char *base)
{
    const json_t *work = task->b->work;
    const char *stage = slrun_text(work, "Stage"), *path = slrun_text(work, "Path");
    json_t *options = json_pack("{s:s}", "ArrayFormat", "REPEAT");
    const json_t *given = json_object_get(work, "QueryParameters");
    json_t *query = given ? http_form(given, options) : NULL;
    size_t n = strlen(base);
    json_t *target = json_sprintf("%.*s%s%s/%s%s%s", (int)(n && base[n - 1] == '/' ? n - 1 : n),
                                  base, stage && *stage ? "/" : "", stage ? stage : "",
                                  path ? path + (*path == '/') : "", query ? "?" : "",
                                  query ? json_string_value(query) : "");
    json_decref(query);
    json_decref(options);
    return target;
}

static size_t add_headers(const struct task *task, struct slrun_header *to, size_t n)
{
    const char *name;
    json_t *list, *value;
    size_t i;
    json_object_foreach (json_object_get(task->b->work, "Headers"), name, list)
        json_array_foreach (list, i, value)
            if (n < HEADERS_MAX)
                to[n++] = (struct slrun_header){name, json_string_value(value)};
    return n;
}

static bool is_signed(const struct task *task)
{
    return strcmp(slrun_text_or(task->b->work, "AuthType", "NO_AUTH"), "IAM_ROLE") == 0;
}

static void send_request(struct task *task, const char *host, const char *target)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    const json_t *work = task->b->work, *given = json_object_get(work, "RequestBody");
    bool null = json_is_true(json_object_get(work, "AllowNullValues"));
    char *body = given && (null || !json_is_null(given)) ? asl_dump(given) : NULL;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE], agent[NAME_MAX_BYTES];
    struct slrun_header headers[HEADERS_MAX];
    size_t n = 0;
    slrun_arn_place(slrun_text(task->b->x->doc, "executionArn"), region, account);
    (void)snprintf(agent, sizeof agent, "Amazon|StepFunctions|ApiGateway|%s", region);
    if (*host)
        headers[n++] = (struct slrun_header){"Host", host};
    headers[n++] = (struct slrun_header){"User-Agent", agent};
    headers[n++] = (struct slrun_header){"Content-Type", "application/json"};
    if (is_signed(task)) /* nothing checks it: the request does not leave this process */
        headers[n++] = (struct slrun_header){"Authorization", "AWS4-HMAC-SHA256"};
    n = add_headers(task, headers, n);
    task->calling =
        cloud->request(cloud, &(struct slrun_cloud_request){.method = slrun_text(work, "Method"),
                                                            .target = target,
                                                            .headers = headers,
                                                            .n_headers = n,
                                                            .body = body,
                                                            .size = body ? strlen(body) : 0,
                                                            .region = region,
                                                            .account = account,
                                                            .caller = "states",
                                                            .done = responded,
                                                            .arg = task});
    free(body);
    if (!task->calling)
        task_fail(task, "States.TaskFailed", "out of memory");
    else if (is_signed(task))
        integration_as_machine(task->b->x, task, task->calling);
}

void api_begin(struct task *task)
{
    const char *base;
    json_t *host = host_of(task, &base), *target = host ? target_of(task, base) : NULL;
    if (target) {
        send_request(task, json_string_value(host), json_string_value(target));
    } else {
        json_t *cause = json_sprintf("slrun's local cloud calls its own APIs alone, and '%s' is "
                                     "none of them",
                                     slrun_text(task->b->work, "ApiEndpoint"));
        task_fail(task, "ApiGateway.SdkClientException", json_string_value(cause));
        json_decref(cause);
    }
    json_decref(host);
    json_decref(target);
}
