/* SPDX-License-Identifier: Apache-2.0 */
/* Mapping templates on the way to an integration and back. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"
#include "vtl/run.h"

/* ---- running ---- */

static void log_wrong(const struct exec *e, const char *error)
{
    e->service->cloud->host->log(SLRUN_LOG_WARNING,
                                 "apigateway: API %s, %s %s: mapping template: %s",
                                 text_get(e->doc, "id"), e->x->method, e->path, error);
}

static const char *trimmed(const char *template, char **copy)
{
    size_t skip = strspn(template, " \t\r\n"), n = strlen(template + skip);
    while (n && strchr(" \t\r\n", template[skip + n - 1]))
        n--;
    *copy = strndup(template + skip, n);
    return *copy ? *copy : "";
}

bool exec_render(struct exec *e, const char *template, const char *body, struct text *out)
{
    char error[VTL_ERROR_MAX], *copy;
    json_t *params = json_pack("{s:O, s:O, s:O}", "path", e->path_params, "querystring", e->query,
                               "header", e->headers);
    const struct vtl_input input = {*body ? body : "{}", params, e->context, e->variables};
    int wrong = vtl_render(trimmed(template, &copy), &input, out, error);
    if (wrong)
        log_wrong(e, error);
    free(copy);
    json_decref(params);
    return !wrong;
}

/* ---- to the integration ---- */

/* The media type without its parameters. */
static void media_type(const struct exec *e, struct text *type)
{
    const char *given = exec_header(e, "Content-Type");
    given = given && *given ? given : "application/json";
    text_add(type, given, strcspn(given, "; "));
}

static const char *request_template(struct exec *e)
{
    struct text type = TEXT_INIT;
    json_t *all = json_object_get(e->integration, "requestTemplates");
    media_type(e, &type);
    const char *found = text_get(all, text_str(&type));
    text_free(&type);
    return found ? found : text_get(all, "$default");
}

bool exec_request_body(struct exec *e, struct text *out)
{
    const char *template = request_template(e);
    const char *behavior = text_get(e->integration, "passthroughBehavior");
    size_t templates = json_object_size(json_object_get(e->integration, "requestTemplates"));
    bool never = behavior && strcmp(behavior, "NEVER") == 0;
    bool none = behavior && strcmp(behavior, "WHEN_NO_TEMPLATES") == 0;
    if (!template && (never || (none && templates))) {
        exec_fail(e, "UNSUPPORTED_MEDIA_TYPE", NULL);
        return false;
    }
    struct exec_body body = {.text = TEXT_INIT};
    bool good = exec_content_request(e, &body);
    if (!template)
        text_add(out, body.text.at, body.text.n);
    else
        good = good && !body.binary && exec_render(e, template, text_str(&body.text), out);
    text_free(&body.text);
    if (!good)
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    return good;
}

/* ---- back from it ---- */

/* The integration response whose pattern matches, else the one without a pattern; "" is that of
 * no error. */
static json_t *select_response(const struct exec *e, const char *value)
{
    const char *code;
    json_t *response, *otherwise = NULL;
    json_object_foreach (json_object_get(e->integration, "integrationResponses"), code, response) {
        const char *pattern = text_get(response, "selectionPattern");
        if (!pattern || !*pattern)
            otherwise = response;
        else if (*value && vtl_regex_find(value, pattern, true) == 1)
            return response;
    }
    return otherwise;
}

static const char *response_template(const struct exec *e, const json_t *response,
                                     const char **type)
{
    json_t *all = json_object_get(response, "responseTemplates");
    const char *accept = exec_header(e, "Accept"), *name;
    json_t *first;
    *type = accept && text_get(all, accept) ? accept : "application/json";
    if (text_get(all, *type))
        return text_get(all, *type);
    json_object_foreach (all, name, first) {
        *type = name;
        return json_string_value(first);
    }
    return NULL;
}

/* What a template has set in $context.responseOverride goes before the mappings. */
static int override(struct exec *e, json_t *headers, int status)
{
    const json_t *set = json_object_get(e->context, "responseOverride");
    json_t *value = json_object_get(set, "status");
    json_int_t code = json_integer_value(value);
    const char *name;
    json_object_foreach (json_object_get(set, "header"), name, value) {
        json_t *text = vtl_to_string(value);
        json_object_set_new(headers, name, text);
    }
    return code >= 100 && code < 600 ? (int)code : status;
}

/* Writes the body that an integration response makes of the answer; its type. NULL: it fails. */
static const char *write_response(struct exec *e, const json_t *response,
                                  const struct exec_answer *answer, struct text *out)
{
    const char *type, *template = response_template(e, response, &type);
    struct exec_body body = {.text = TEXT_INIT};
    bool good = exec_content_response(e, answer, response, &body);
    if (template && *template)
        good = good && !body.binary && exec_render(e, template, text_str(&body.text), out);
    else
        text_add(out, body.text.at, body.text.n);
    text_free(&body.text);
    return good ? type : NULL;
}

/* "sqs:path/123456789012/orders" of an integration's ARN; of others the whole URI. */
static const char *integrated(const struct exec *e)
{
    static const char start[] = "arn:aws:apigateway:";
    const char *uri = text_get(e->integration, "uri"), *region = uri ? strstr(uri, start) : NULL;
    const char *service = region == uri && uri ? strchr(uri + sizeof start - 1, ':') : NULL;
    return service ? service + 1 : uri ? uri : "its integration";
}

/* What was asked for was refused, and whoever called the API hears that all is well: mostly the
 * only response that the integration has is one of status 200. */
static void tell_refused(const struct exec *e, const struct exec_answer *answer, int code)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const char *path = text_get(e->resource, "path");
    char why[320], status[32];
    snprintf(status, sizeof status, answer->status >= 400 ? "status %d" : "an error",
             answer->status);
    snprintf(why, sizeof why, "%.16s %.80s: %.100s answered with %s, and the caller got %d",
             e->x->method, path ? path : "?", integrated(e), status, code);
    json_t *what = json_loadb(answer->body, answer->size, JSON_DECODE_ANY, NULL);
    if (!what)
        what = text_json_bytes(answer->body, answer->size);
    cloud->left_out(cloud, &(struct slrun_left_out){"rest api", text_get(e->doc, "id"), why, what});
    json_decref(what);
}

void exec_integration_response(struct exec *e, const struct exec_answer *answer, const char *error)
{
    char status[16];
    struct text body = TEXT_INIT;
    snprintf(status, sizeof status, "%d", answer->status);
    const json_t *response = select_response(e, error ? error : status);
    if (!response) {
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
        return;
    }
    json_t *headers = map_all(e, json_object_get(response, "responseParameters"),
                              "method.response.header.", answer);
    const char *type = write_response(e, response, answer, &body);
    if (type && !json_object_get(headers, "Content-Type"))
        json_object_set_new(headers, "Content-Type", json_string(type));
    int code = type ? override(e, headers, exec_status(text_get(response, "statusCode"))) : 0;
    if (code && code < 400 && (answer->status >= 400 || error))
        tell_refused(e, answer, code);
    if (code)
        exec_reply(e, &(struct exec_reply){code, headers, text_str(&body), body.n});
    else
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
    json_decref(headers);
    text_free(&body);
}

/* ---- MOCK: the request template says the status ---- */

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"

/* Names of members may stand without quotation marks, and any text in apostrophes: what CDK's CORS
 * sends, "{ statusCode: 204 }", is no JSON. */
static json_t *relaxed(const char *at)
{
    struct text t = TEXT_INIT;
    char in = 0; /* the mark that the text began with */
    for (; *at; at++) {
        size_t n = in ? 0 : strspn(at, LETTERS);
        bool name = n && at[n + strspn(at + n, " \t\r\n")] == ':';
        if (name) {
            text_addf(&t, "\"%.*s\"", (int)n, at);
            at += n - 1;
        } else if (*at == '\\' && at[1]) {
            text_add(&t, at++, 2);
        } else if (*at == in || (!in && (*at == '"' || *at == '\''))) {
            in = in ? 0 : *at;
            text_addc(&t, '"');
        } else {
            text_addc(&t, *at);
        }
    }
    json_t *json = json_loadb(text_str(&t), t.n, 0, NULL);
    text_free(&t);
    return json;
}

void exec_mock(struct exec *e)
{
    struct text body = TEXT_INIT;
    if (!exec_request_body(e, &body)) {
        text_free(&body);
        return;
    }
    json_t *json = relaxed(text_str(&body));
    json_t *status = json_object_get(json, "statusCode");
    const struct exec_answer answer = {(int)json_integer_value(status), NULL, 0, "", 0};
    bool good = json_is_integer(status);
    json_decref(json);
    text_free(&body);
    if (good)
        exec_integration_response(e, &answer, NULL);
    else
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
}
