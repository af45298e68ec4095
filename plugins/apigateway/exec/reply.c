/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers. What API Gateway answers itself for a REST API is a gateway response (developer guide,
 * "Gateway response types"), whose status, headers and body the API may set.
 */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

struct headers {
    struct slrun_header at[EXEC_HEADERS_MAX];
    size_t n;
    const char *type; /* Content-Type */
};

/* Nobody but the server itself may send these; REST APIs rename the first ones. */
static const struct {
    const char *name;
    bool renamed;
} special[] = {{"Connection", true}, {"Content-Length", true}, {"Date", true},
               {"Server", true},     {"Host", true},           {"Transfer-Encoding", false}};

static json_t *renamed(const struct exec *e, const char *name)
{
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (strcasecmp(special[i].name, name) == 0)
            return special[i].renamed && !e->v2 ? json_sprintf("x-amzn-Remapped-%s", name) : NULL;
    return json_string(name);
}

static bool is_header(const char *name, const char *value)
{
    if (!*name)
        return false;
    for (; *name; name++)
        if (!isgraph((unsigned char)*name) || *name == ':')
            return false;
    for (; *value; value++)
        if (iscntrl((unsigned char)*value) && *value != '\t')
            return false;
    return true;
}

static void add(struct headers *h, json_t *keep, json_t *name, const json_t *value)
{
    const char *text = json_string_value(value);
    if (!name || !text || !is_header(json_string_value(name), text) || h->n == EXEC_HEADERS_MAX)
        return;
    json_array_append(keep, name);
    if (strcasecmp(json_string_value(name), "Content-Type") == 0)
        h->type = text;
    else
        h->at[h->n++] = (struct slrun_header){json_string_value(name), text};
}

static void add_all(const struct exec *e, struct headers *h, json_t *keep, const json_t *all)
{
    size_t i;
    const char *name;
    json_t *value, *one;
    json_object_foreach ((json_t *)(uintptr_t)all, name, value) {
        json_t *as = renamed(e, name);
        if (json_is_string(value))
            add(h, keep, as, value);
        json_array_foreach (value, i, one)
            add(h, keep, as, one);
        json_decref(as);
    }
}

int exec_status(const char *text)
{
    bool good =
        text && strlen(text) == 3 && strchr("12345", text[0]) && strspn(text, "0123456789") == 3;
    return good ? (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0') : 0;
}

/* That of the request, which a function's has already (Root), with a parent; or NULL. */
static json_t *trace_of(const struct exec *e)
{
    const char *name, *id = e->x->request_id;
    json_t *value;
    size_t n = strlen(id);
    json_object_foreach (e->headers, name, value)
        if (strcasecmp(name, "X-Amzn-Trace-Id") == 0)
            return strstr(json_string_value(value), "Parent=")
                       ? json_incref(value)
                       : json_sprintf("%s;Parent=0000%s;Sampled=0;Lineage=1:%.8s:0",
                                      json_string_value(value), n > 12 ? id + n - 12 : id, id);
    return NULL;
}

static void send(struct exec *e, const struct exec_reply *r)
{
    struct headers h = {.type = NULL};
    json_t *keep = json_array(); /* the names that `h` points to */
    add_all(e, &h, keep, r->headers);
    add_all(e, &h, keep, e->added);
    const char *extended = text_get(e->context, "extendedRequestId");
    json_t *trace = e->traced && !e->v2 ? trace_of(e) : NULL;
    if (h.n < EXEC_HEADERS_MAX)
        h.at[h.n++] = (struct slrun_header){e->v2 ? "Apigw-Requestid" : "x-amz-apigw-id",
                                            extended && !e->v2 ? extended : e->x->request_id};
    if (trace && h.n < EXEC_HEADERS_MAX)
        h.at[h.n++] = (struct slrun_header){"X-Amzn-Trace-Id", json_string_value(trace)};
    e->service->cloud->reply(e->x, &(struct slrun_reply){.status = r->status,
                                                         .content_type = h.type,
                                                         .headers = h.at,
                                                         .n_headers = h.n,
                                                         .body = r->body,
                                                         .size = r->size});
    json_decref(keep);
    json_decref(trace);
}

void exec_reply(struct exec *e, const struct exec_reply *r)
{
    exec_cancel(e);
    if (e->test) {
        exec_test_reply(e, r);
        return;
    }
    exec_log_access(e, r->status, r->size);
    exec_log_answer(e, r);
    if (e->v2 && e->method)
        cors_add(e);
    send(e, r);
    exec_free(e);
}

/* ---- gateway responses ---- */

#define FAULT "InternalServerErrorException"

static const struct response {
    const char *type;
    int status, status_v2;
    const char *exception; /* x-amzn-ErrorType */
    const char *message;
    const char *message_v2;
} responses[] = {
    {"MISSING_AUTHENTICATION_TOKEN", 403, 404, "MissingAuthenticationTokenException",
     "Missing Authentication Token", "Not Found"},
    {"ACCESS_DENIED", 403, 403, "AccessDeniedException",
     "User is not authorized to access this resource", "Forbidden"},
    {"UNAUTHORIZED", 401, 401, "UnauthorizedException", "Unauthorized", "Unauthorized"},
    {"INVALID_API_KEY", 403, 403, "ForbiddenException", "Forbidden", "Forbidden"},
    {"BAD_REQUEST_PARAMETERS", 400, 400, "BadRequestException", NULL, "Bad Request"},
    {"BAD_REQUEST_BODY", 400, 400, "BadRequestException", "Invalid request body", "Bad Request"},
    {"UNSUPPORTED_MEDIA_TYPE", 415, 415, "BadRequestException", "Unsupported Media Type",
     "Unsupported Media Type"},
    {"REQUEST_TOO_LARGE", 413, 413, "RequestTooLargeException", "Request Too Long",
     "Request Entity Too Large"},
    {"INTEGRATION_TIMEOUT", 504, 503, FAULT, "Endpoint request timed out", "Service Unavailable"},
    {"INTEGRATION_FAILURE", 504, 503, FAULT, "Network error communicating with endpoint",
     "Service Unavailable"},
    {"AUTHORIZER_FAILURE", 500, 500, "AuthorizerConfigurationException", NULL,
     "Internal Server Error"},
    {"AUTHORIZER_CONFIGURATION_ERROR", 500, 500, "AuthorizerConfigurationException", NULL,
     "Internal Server Error"},
    {"API_CONFIGURATION_ERROR", 500, 500, FAULT, "Internal server error", "Internal Server Error"},
    {"DEFAULT_5XX", 502, 500, FAULT, "Internal server error", "Internal Server Error"},
};

static const struct response *find(const char *type)
{
    const struct response *last = &responses[sizeof responses / sizeof *responses - 1];
    for (const struct response *r = responses; r < last; r++)
        if (strcmp(r->type, type) == 0)
            return r;
    return last;
}

/* What the API says of this type of response, or of all 4xx or 5xx ones. */
static const json_t *set_response(const struct exec *e, const struct response *r)
{
    const json_t *all = json_object_get(e->config, "gatewayresponses");
    const json_t *set = json_object_get(all, r->type);
    return set ? set : json_object_get(all, r->status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
}

static void set_error(struct exec *e, const struct response *r, const char *message)
{
    struct text quoted = TEXT_INIT;
    json_t *text = message ? json_string(message) : json_null();
    text_add_json(&quoted, text);
    json_object_set_new(e->context, "error",
                        json_pack("{s:o, s:s, s:s}", "message", text, "messageString",
                                  text_str(&quoted), "responseType", r->type));
    text_free(&quoted);
}

/* By the template that the API has set; false: there is none that can be rendered. */
static bool render_body(struct exec *e, const json_t *set, struct text *out)
{
    const char *template = text_get(json_object_get(set, "responseTemplates"), "application/json");
    return template && e->context && exec_render(e, template, "{}", out);
}

/* AWS's own. */
static void write_body(const struct exec *e, const struct response *r, const char *message,
                       struct text *out)
{
    bool denied = strcmp(r->type, "ACCESS_DENIED") == 0;
    json_t *text = message ? json_string(message) : json_null();
    bool fault = strcmp(r->exception, FAULT) == 0 && !e->v2; /* these AWS writes with a blank */
    text_addf(out, "{\"%s\":%s", denied && !e->v2 ? "Message" : "message", fault ? " " : "");
    text_add_json(out, text);
    text_adds(out, "}");
    json_decref(text);
}

static json_t *write_headers(struct exec *e, const struct response *r, const json_t *set)
{
    json_t *headers =
        map_all(e, json_object_get(set, "responseParameters"), "gatewayresponse.header.", NULL);
    if (!json_object_get(headers, "Content-Type"))
        json_object_set_new(headers, "Content-Type", json_string("application/json"));
    if (!e->v2)
        json_object_set_new(headers, "x-amzn-ErrorType", json_string(r->exception));
    return headers;
}

void exec_fail(struct exec *e, const char *type, const char *message)
{
    const struct response *r = find(type);
    const json_t *set = e->v2 ? NULL : set_response(e, r);
    int status = exec_status(text_get(set, "statusCode"));
    struct text body = TEXT_INIT;
    if (!e->context && e->path_params) /* refused before it was matched */
        exec_context(e);
    if (!message)
        message = e->v2 ? r->message_v2 : r->message;
    if (!status)
        status = e->v2 ? r->status_v2 : r->status;
    json_t *headers = write_headers(e, r, set);
    if (e->context)
        set_error(e, r, message);
    if (!render_body(e, set, &body))
        write_body(e, r, message, &body);
    exec_reply(e, &(struct exec_reply){status, headers, text_str(&body), body.n});
    json_decref(headers);
    text_free(&body);
}
