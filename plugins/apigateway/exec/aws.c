/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS integrations: a request to a service as the mapping makes it, or a function without proxy.
 * URI (API Reference, "PutIntegration"): arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:path/PATH or
 * :action/NAME.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"
#include "exec/xml.h"
#include "vtl/run.h"

enum { NAME_SIZE = 64, HEADERS_MAX = 60 };

struct target {
    char region[NAME_SIZE], service[NAME_SIZE];
    bool action;
    const char *path; /* behind path/ or action/ */
};

static bool parse_uri(const char *uri, struct target *t)
{
    static const char start[] = "arn:aws:apigateway:";
    if (strncmp(uri, start, sizeof start - 1) != 0)
        return false;
    const char *region = uri + sizeof start - 1, *service = strchr(region, ':');
    const char *kind = service ? strchr(service + 1, ':') : NULL;
    if (!kind || (size_t)(service - region) >= NAME_SIZE || (size_t)(kind - service) > NAME_SIZE)
        return false;
    snprintf(t->region, NAME_SIZE, "%.*s", (int)(service - region), region);
    for (const char *dot = service; (dot = memchr(dot + 1, '.', (size_t)(kind - dot - 1)));)
        service = dot; /* a subdomain */
    snprintf(t->service, NAME_SIZE, "%.*s", (int)(kind - service - 1), service + 1);
    t->action = strncmp(kind, ":action/", 8) == 0;
    t->path = kind + (t->action ? 8 : 6);
    return t->action || strncmp(kind, ":path/", 6) == 0;
}

/* Services that take operations in X-Amz-Target; others take them in a form, as Action. */
static const struct {
    const char *service, *target, *type;
} json_services[] = {
    {"dynamodb", "DynamoDB_20120810", "application/x-amz-json-1.0"},
    {"kinesis", "Kinesis_20131202", "application/x-amz-json-1.1"},
    {"states", "AWSStepFunctions", "application/x-amz-json-1.0"},
    {"events", "AWSEvents", "application/x-amz-json-1.1"},
    {"logs", "Logs_20140328", "application/x-amz-json-1.1"},
    {"ssm", "AmazonSSM", "application/x-amz-json-1.1"},
};

static const char *const form_services[] = {"sqs", "sns", "sts", "cloudformation"};

static bool is_form(const char *service)
{
    for (size_t i = 0; i < sizeof form_services / sizeof *form_services; i++)
        if (strcmp(form_services[i], service) == 0)
            return true;
    return false;
}

/* ---- parameters ---- */

json_t *exec_parameters(struct exec *e, const char *place)
{
    const char *name;
    json_t *value, *override = json_object_get(e->context, "requestOverride");
    json_t *prefix = json_sprintf("integration.request.%s.", place);
    json_t *all = map_all(e, json_object_get(e->integration, "requestParameters"),
                          json_string_value(prefix), NULL);
    json_object_foreach (json_object_get(override, place), name, value)
        json_object_set_new(all, name, vtl_to_string(value));
    json_decref(prefix);
    return all;
}

void exec_add_query(struct text *t, const json_t *query, const char *first)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)query, name, value) {
        text_adds(t, first);
        text_add_encoded(t, name, "-._~", false);
        text_addc(t, '=');
        text_add_encoded(t, json_is_string(value) ? json_string_value(value) : "", "-._~", false);
        first = "&";
    }
}

/* ---- the request ---- */

struct sending {
    struct target to;
    json_t *headers, *query;
    struct text target, body;
};

static void set_header(json_t *headers, const char *name, const char *value)
{
    const char *have;
    json_t *is;
    json_object_foreach (headers, have, is)
        if (strcasecmp(have, name) == 0)
            return;
    json_object_set_new(headers, name, json_string(value));
}

static void add_action(struct sending *s)
{
    for (size_t i = 0; i < sizeof json_services / sizeof *json_services; i++)
        if (strcmp(json_services[i].service, s->to.service) == 0) {
            json_t *target = json_sprintf("%s.%s", json_services[i].target, s->to.path);
            set_header(s->headers, "X-Amz-Target", json_string_value(target));
            set_header(s->headers, "Content-Type", json_services[i].type);
            json_decref(target);
            return;
        }
    json_object_set_new(s->query, "Action", json_string(s->to.path));
}

static void add_parameters(struct exec *e, struct sending *s)
{
    const char *type = exec_header(e, "Content-Type");
    if (is_form(s->to.service)) { /* its services read the query and the form alike */
        exec_add_query(&s->body, s->query, s->body.n ? "&" : "");
        set_header(s->headers, "Content-Type", "application/x-www-form-urlencoded");
    } else {
        exec_add_query(&s->target, s->query, strchr(text_str(&s->target), '?') ? "&" : "?");
        set_header(s->headers, "Content-Type", type && *type ? type : "application/json");
    }
}

static void came(struct exec *e, const struct exec_answer *answer, const struct slrun_error *error)
{
    if (error) {
        e->service->cloud->host->log(SLRUN_LOG_WARNING, "apigateway: API %s: %s",
                                     text_get(e->doc, "id"), error->message);
        exec_fail(e, "INTEGRATION_FAILURE", NULL);
        return;
    }
    exec_log(e, "Received response. Status: %d", answer->status);
    exec_log(e, "Endpoint response body before transformations: %.*s", (int)answer->size,
             answer->body ? answer->body : "");
    char *json = e->takes_xml ? NULL : xml_to_json(answer->body, answer->size);
    struct exec_answer as_json = *answer;
    if (json) {
        as_json.body = json;
        as_json.size = strlen(json);
    }
    exec_integration_response(e, &as_json, NULL);
    free(json);
}

/* Services of the query protocol are asked for JSON unless the mapping says otherwise. */
static bool wants_xml(const json_t *headers)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)headers, name, value)
        if (strcasecmp(name, "Accept") == 0 && json_is_string(value) &&
            strstr(json_string_value(value), "xml"))
            return true;
    return false;
}

static void send_request(struct exec *e, const struct sending *s)
{
    struct slrun_header headers[HEADERS_MAX];
    size_t n = 0;
    const char *name, *method = text_get(e->integration, "httpMethod");
    json_t *value;
    json_object_foreach (s->headers, name, value)
        if (n < HEADERS_MAX && json_is_string(value))
            headers[n++] = (struct slrun_header){name, json_string_value(value)};
    if (!method || strcmp(method, "ANY") == 0)
        method = e->x->method;
    bool bodiless = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
    e->requested = came;
    e->takes_xml = strcmp(s->to.service, "s3") == 0 || wants_xml(s->headers);
    exec_log(e, "Endpoint request URI: https://%s.%s.amazonaws.com%s", s->to.service, s->to.region,
             text_str(&s->target));
    exec_log(e, "Endpoint request body after transformations: %s", text_str(&s->body));
    exec_request(e, &(struct slrun_cloud_request){.service = s->to.service,
                                                  .region = s->to.region,
                                                  .method = method,
                                                  .target = text_str(&s->target),
                                                  .headers = headers,
                                                  .n_headers = n,
                                                  .body = bodiless ? "" : text_str(&s->body),
                                                  .size = bodiless ? 0 : s->body.n});
}

/* ---- a function without proxy ---- */

static void function_came(struct exec *e, const json_t *result, const struct slrun_error *error)
{
    size_t size;
    if (error) {
        e->service->cloud->host->log(SLRUN_LOG_WARNING, "apigateway: API %s: %s",
                                     text_get(e->doc, "id"), error->message);
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
        return;
    }
    char *payload = lambda_payload(e, result, &size);
    json_t *status = json_object_get(result, "StatusCode");
    const struct exec_answer answer = {status ? (int)json_integer_value(status) : 200, NULL, 0,
                                       payload ? payload : "", size};
    json_t *body = json_loadb(answer.body, size, JSON_DECODE_ANY, NULL);
    const char *message = text_get(body, "errorMessage");
    bool failed = json_object_get(result, "FunctionError") != NULL;
    exec_integration_response(e, &answer, !failed ? "" : message ? message : "(no message)");
    json_decref(body);
    free(payload);
}

static void call_function(struct exec *e, struct sending *s, const char *arn)
{
    const char *type = text_get(s->headers, "X-Amz-Invocation-Type");
    json_t *payload = text_json(&s->body);
    e->called = function_came;
    lambda_invoke(e, arn, payload ? payload : json_string("{}"),
                  type && strcmp(type, "Event") == 0);
}

/* ---- both ---- */

static void start(struct exec *e, const char *uri, struct sending *s)
{
    char *arn = strstr(uri, ":lambda:path/") ? lambda_arn(uri) : NULL;
    if (arn) {
        call_function(e, s, arn);
    } else if (parse_uri(uri, &s->to)) {
        text_addf(&s->target, "/%s", s->to.action ? "" : s->to.path);
        if (s->to.action)
            add_action(s);
        add_parameters(e, s);
        send_request(e, s);
    } else {
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    }
    free(arn);
}

void exec_aws(struct exec *e)
{
    struct sending s = {.target = TEXT_INIT, .body = TEXT_INIT};
    if (!exec_request_body(e, &s.body)) {
        text_free(&s.body);
        return;
    }
    json_t *path = exec_parameters(e, "path");
    s.headers = exec_parameters(e, "header");
    s.query = exec_parameters(e, "querystring");
    const char *given = text_get(e->integration, "uri");
    char *uri = given ? map_uri(e, given, path) : NULL;
    start(e, uri ? uri : "", &s);
    free(uri);
    json_decref(path);
    json_decref(s.headers);
    json_decref(s.query);
    text_free(&s.target);
    text_free(&s.body);
}
