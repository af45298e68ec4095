/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a stage logs of a request: its access log, in the words of the stage's format (developer
 * guide, "Variables for access logging"), and the log of its execution, in a group of API Gateway's
 * own ("Set up CloudWatch logging for REST APIs"). TestInvokeMethod tells the latter instead.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/member.h>

#include "exec/exec.h"
#include "util/jsonpath.h"

enum { LINE_MAX_BYTES = 1 << 16 };

/* ---- access ---- */

/* What is known of the request once it is answered, beside $context. */
static void add_answer(struct exec *e, int status, size_t size)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    int64_t now = cloud->now_ms(cloud), latency = e->answered_ms - e->asked_ms;
    json_t *context = e->context;
    json_object_update_new(context, json_pack("{s:i, s:I, s:I}", "status", status, "responseLength",
                                              (json_int_t)size, "responseLatency",
                                              (json_int_t)(now - e->began_ms)));
    if (e->asked_ms) {
        json_object_set_new(context, "integrationLatency", json_integer((json_int_t)latency));
        json_object_set_new(context, "integrationStatus", json_integer(e->integration_status));
        json_object_set_new(
            context, "integration",
            json_pack("{s:I, s:i, s:i}", "latency", (json_int_t)latency, "status",
                      e->integration_status, "integrationStatus",
                      e->function_status ? e->function_status : e->integration_status));
    }
}

static size_t name_size(const char *at)
{
    size_t n = 0;
    while (isalnum((unsigned char)at[n]) || at[n] == '_' || at[n] == '-' || at[n] == '.')
        n++;
    while (n && at[n - 1] == '.')
        n--;
    return n;
}

/* "-" stands for what is not there. */
static void add_variable(struct exec *e, struct text *line, const char *name, size_t n)
{
    struct text path = TEXT_INIT;
    text_add(&path, name, n);
    json_t *value = jsonpath_get(e->context, text_str(&path));
    if (json_is_string(value))
        text_adds(line, json_string_length(value) ? json_string_value(value) : "-");
    else if (value && !json_is_null(value))
        text_add_json(line, value);
    else
        text_adds(line, "-");
    json_decref(value);
    text_free(&path);
}

static void write_access(struct exec *e, const char *format, struct text *line)
{
    static const char start[] = "$context.";
    while (*format) {
        bool variable = strncmp(format, start, sizeof start - 1) == 0;
        size_t n = variable ? name_size(format + sizeof start - 1) : 0;
        if (n) {
            add_variable(e, line, format + sizeof start - 1, n);
            format += sizeof start - 1 + n;
        } else {
            text_addc(line, *format++);
        }
    }
}

/* Streams of access logs are called by 32 digits: here one a stage. */
static void say(struct exec *e, const char *group, bool own, const char *text)
{
    char stream[33];
    uint64_t hash = 14695981039346656037u;
    for (const char *at = e->stage_name; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    (void)snprintf(stream, sizeof stream, "%016llx%016llx", (unsigned long long)hash,
                   (unsigned long long)(hash * 1099511628211u));
    log_write(&e->service->logs,
              &(struct log_line){.group = group, .stream = stream, .text = text, .own = own});
}

void exec_log_access(struct exec *e, int status, size_t size)
{
    const json_t *settings =
        json_object_get(e->stage, e->v2 ? "AccessLogSettings" : "accessLogSettings");
    const char *group = text_get(settings, e->v2 ? "DestinationArn" : "destinationArn"),
               *format = text_get(settings, e->v2 ? "Format" : "format");
    struct text line = TEXT_INIT;
    if (!e->context || !group || !format || !strstr(group, ":log-group:"))
        return;
    add_answer(e, status, size);
    write_access(e, format, &line);
    if (!line.failed)
        say(e, group, false, text_str(&line));
    text_free(&line);
}

/* ---- execution ---- */

/* "INFO" or "ERROR" of the method, or of all; NULL: nothing is logged. */
static const char *level_of(const struct exec *e)
{
    const json_t *all = e->v2 ? NULL : json_object_get(e->stage, "methodSettings");
    if (json_object_size(all) == 0)
        return NULL;
    const char *path = text_get(e->resource, "path");
    json_t *key = json_sprintf("%s/%s", path && path[0] && path[1] ? path + 1 : "~1",
                               text_get(e->context, "httpMethod"));
    const json_t *own = key ? json_object_get(all, json_string_value(key)) : NULL;
    const char *level = text_get(own ? own : json_object_get(all, "*/*"), "loggingLevel");
    json_decref(key);
    return level && strcmp(level, "OFF") != 0 ? level : NULL;
}

static void log_line(struct exec *e, const char *line)
{
    json_t *group = json_sprintf("arn:aws:logs:%s:%s:log-group:API-Gateway-Execution-Logs_%s/%s",
                                 text_get(e->doc, "region"), text_get(e->doc, "account"),
                                 text_get(e->doc, "id"), e->stage_name);
    json_t *text = json_sprintf("(%s) %s", e->x->request_id, line);
    if (group && text)
        say(e, json_string_value(group), true, json_string_value(text));
    json_decref(group);
    json_decref(text);
}

/* Whether anybody is told of the execution. */
static bool is_logged(const struct exec *e)
{
    return e->test || level_of(e);
}

void exec_log(struct exec *e, const char *format, ...)
{
    const char *level = e->test ? NULL : level_of(e);
    char *line = e->test || level ? malloc(LINE_MAX_BYTES) : NULL;
    va_list args;
    if (!line)
        return;
    va_start(args, format);
    (void)vsnprintf(line, LINE_MAX_BYTES, format, args);
    va_end(args);
    slrun_text_mend(line);
    if (e->test)
        exec_test_log(e, line);
    else if (strcmp(level, "INFO") == 0 || strncmp(line, "Execution failed", 16) == 0)
        log_line(e, line);
    free(line);
}

/* "{a=1, b=[2, 3]}", as Java writes a map; of lists of one value the value. */
static char *shown(const json_t *map)
{
    struct text t = TEXT_INIT;
    const char *name;
    json_t *value, *one;
    size_t i;
    text_adds(&t, "{");
    json_object_foreach ((json_t *)(uintptr_t)map, name, value) {
        text_addf(&t, "%s%s=%s", t.n > 1 ? ", " : "", name,
                  json_is_string(value) ? json_string_value(value) : "");
        json_array_foreach (value, i, one)
            text_addf(&t, "%s%s", i ? ", " : "", json_string_value(one));
    }
    text_adds(&t, "}");
    char *text = strdup(text_str(&t));
    text_free(&t);
    return text;
}

static void log_map(struct exec *e, const char *what, const json_t *map)
{
    char *text = shown(map);
    exec_log(e, "%s: %s", what, text ? text : "");
    free(text);
}

/* Without what lets somebody in. */
static json_t *shown_headers(const struct exec *e)
{
    json_t *headers = json_object(), *value;
    const char *name;
    json_object_foreach (e->headers, name, value) {
        bool secret = strcasecmp(name, "Authorization") == 0 || strcasecmp(name, "x-api-key") == 0;
        json_object_set_new(headers, name, secret ? json_string("****") : json_incref(value));
    }
    return headers;
}

void exec_log_request(struct exec *e)
{
    if (!is_logged(e))
        return;
    json_t *headers = e->test ? json_incref(e->headers) : shown_headers(e);
    exec_log(e, "Starting execution for request: %s", e->x->request_id);
    exec_log(e, "HTTP Method: %s, Resource Path: %s", e->x->method, e->path);
    log_map(e, "Method request path", e->path_params);
    log_map(e, "Method request query string", e->query);
    log_map(e, "Method request headers", headers);
    exec_log(e, "Method request body before transformations: %.*s", (int)e->x->size,
             (const char *)e->x->body);
    json_decref(headers);
}

void exec_log_answer(struct exec *e, const struct exec_reply *reply)
{
    if (!is_logged(e))
        return;
    exec_log(e, "Method response body after transformations: %.*s", (int)reply->size, reply->body);
    log_map(e, "Method response headers", reply->headers);
    exec_log(e, "Successfully completed execution");
    exec_log(e, "Method completed with status: %d", reply->status);
}
