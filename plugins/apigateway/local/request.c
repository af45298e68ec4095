/* SPDX-License-Identifier: Apache-2.0 */
/* The control plane: the way of a request to its operation, and back. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

/* ---- requests ---- */

static json_t *decoded(const char *text, size_t n)
{
    struct text t = TEXT_INIT;
    text_add_decoded(&t, text, n, false);
    return text_json(&t);
}

/* Whether a path is the operation's; its labels become arguments, by their wire names, where
 * `labels` is given. */
static bool path_matches(const char *path, size_t n, const char *pattern, json_t *labels)
{
    const char *end = path + n;
    while (*pattern && path < end) {
        if (*pattern != '{') {
            if (*pattern++ != *path++)
                return false;
            continue;
        }
        const char *close = strchr(pattern, '}');
        bool arn = strstr(pattern, "arn}") == close - 3; /* may hold slashes */
        size_t size = arn ? (size_t)(end - path) : strcspn(path, "/?");
        if (size == 0)
            return false;
        if (labels)
            json_object_setn_new(labels, pattern + 1, (size_t)(close - pattern - 1),
                                 decoded(path, size));
        path += size;
        pattern = close + 1;
    }
    return path == end && !*pattern;
}

/* What is not of its type stays a text, which the check of the arguments refuses. */
static json_t *typed(enum slrun_type type, const char *text)
{
    char *end = NULL;
    errno = 0;
    long long number = type == SLRUN_INTEGER ? strtoll(text, &end, 10) : 0;
    if (type == SLRUN_INTEGER)
        return end != text && !*end && !errno ? json_integer(number) : json_string(text);
    if (type == SLRUN_BOOLEAN)
        return json_boolean(strcmp(text, "true") == 0);
    return json_string(text);
}

static const struct slrun_param *param_of(const struct slrun_op *op, const char *name)
{
    for (const struct slrun_param *p = op->params; p->name; p++)
        if (strcmp(p->name, name) == 0)
            return p;
    return NULL;
}

static void add_query(struct call *call, const char *name, const char *value)
{
    for (const struct ag_place *p = call->wire->input; p && p->name; p++) {
        if (p->kind != AG_QUERY || strcmp(p->wire, name) != 0)
            continue;
        const struct slrun_param *param = param_of(call->op, p->name);
        if (param && param->shape.type == SLRUN_LIST) {
            if (!json_object_get(call->args, p->name))
                json_object_set_new(call->args, p->name, json_array());
            json_array_append_new(json_object_get(call->args, p->name), json_string(value));
        } else if (param) {
            json_object_set_new(call->args, p->name, typed(param->shape.type, value));
        }
    }
}

static void read_query(struct call *call, const char *query)
{
    while (*query) {
        size_t n = strcspn(query, "&"), name = strcspn(query, "=&");
        json_t *key = decoded(query, name);
        json_t *value = decoded(query + name + (name < n), n - name - (name < n));
        if (key && value)
            add_query(call, json_string_value(key), json_string_value(value));
        json_decref(key);
        json_decref(value);
        query += n + (query[n] == '&');
    }
}

static void read_labels(struct call *call, json_t *labels)
{
    for (const struct ag_place *p = call->wire->input; p && p->name; p++)
        if (p->kind == AG_LABEL && json_object_get(labels, p->wire))
            json_object_set(call->args, p->name, json_object_get(labels, p->wire));
}

static void read_body(struct call *call, const struct slrun_exchange *x)
{
    for (const struct ag_place *p = call->wire->input; p && p->name; p++)
        if (p->kind == AG_PAYLOAD) {
            json_object_set_new(call->args, p->name, text_json_bytes(x->body, x->size));
            return;
        }
    json_t *body = x->size ? json_loadb(x->body, x->size, 0, NULL) : json_object();
    if (!json_is_object(body))
        call_fail(call, "BadRequestException", "Invalid JSON request body");
    json_t *members = ag_members(&(struct ag_way){AG_FROM_WIRE, call->version->lower},
                                 call->op->params, call->wire->input, body);
    json_object_update(call->args, members);
    json_decref(members);
    json_decref(body);
}

/* The operation by method, path and a fixed query. */
static bool find_call(struct call *call, const struct slrun_exchange *x, json_t *labels)
{
    size_t n = strcspn(x->target, "?");
    const char *query = x->target + n + (x->target[n] == '?');
    for (int fixed = 1; fixed >= 0; fixed--)
        for (size_t i = 0; i < call->version->n; i++) {
            const struct ag_call *c = &call->version->calls[i];
            if ((c->query != NULL) != fixed || strcmp(c->method, x->method) != 0 ||
                (fixed && strncmp(query, c->query, strlen(c->query)) != 0))
                continue;
            if (path_matches(x->target, n, c->path, NULL))
                return path_matches(x->target, n, c->path, labels) && call_find(call, c->name);
        }
    return false;
}

/* ---- answers ---- */

static const struct {
    const char *code;
    int status;
} statuses[] = {{"NotFoundException", 404},
                {"ConflictException", 409},
                {"TooManyRequestsException", 429},
                {"BadRequestException", 400}};

static void answer_fault(struct call *call, struct slrun_exchange *x)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    struct slrun_fault fault = {
        .how = SLRUN_ERRORS_REST_JSON, .status = 400, .code = call->code, .message = call->message};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (strcmp(statuses[i].code, call->code) == 0)
            fault.status = statuses[i].status;
    cloud->fault(cloud, x, &fault);
}

static void answer(struct call *call, struct slrun_exchange *x, const json_t *result)
{
    struct text text = TEXT_INIT;
    const struct ag_way way = {AG_TO_WIRE, call->version->lower};
    json_t *body = json_is_object(result)
                       ? ag_members(&way, call->op->result, call->wire->output, result)
                       : NULL;
    if (body)
        text_add_json(&text, body);
    call->service->cloud->reply(x, &(struct slrun_reply){.status = call->wire->status,
                                                         .content_type = "application/json",
                                                         .body = text_str(&text),
                                                         .size = text.n});
    text_free(&text);
    json_decref(body);
}

void control_serve(struct service *service, struct slrun_exchange *x)
{
    struct call call = {.service = service,
                        .version = &ag_versions[strncmp(x->target, "/v2/", 4) == 0],
                        .region = x->region,
                        .account = x->account,
                        .args = json_object()};
    json_t *labels = json_object(), *result = NULL;
    bool tested = false; /* it is answered later */
    if (find_call(&call, x, labels)) {
        read_labels(&call, labels);
        read_query(&call, x->target + strcspn(x->target, "?") +
                              (x->target[strcspn(x->target, "?")] == '?'));
        read_body(&call, x);
        tested = !call.code && exec_test_serve(&call, x);
        result = call.code || tested ? NULL : call_serve(&call);
    } else {
        call_fail(&call, "NotFoundException",
                  "The local cloud has no such operation of API Gateway: %s %.100s", x->method,
                  x->target);
    }
    if (call.code)
        answer_fault(&call, x);
    else if (!tested)
        answer(&call, x, result);
    json_decref(result);
    json_decref(labels);
    json_decref(call.args);
}
