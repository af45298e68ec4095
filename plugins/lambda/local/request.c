/* SPDX-License-Identifier: Apache-2.0 */
/* Reading requests of the REST-JSON protocol: labels, query and headers become arguments again. */
#include "local/request.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"

enum { VALUE_MAX = 4096 };

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* The text; where it is no UTF-8, with U+FFFD for each byte beyond ASCII, as Java's decoder has it:
 * it then is no name, and no number. */
static json_t *text_of(const char *text, size_t size)
{
    char safe[3 * VALUE_MAX];
    size_t n = 0;
    json_t *made = json_stringn(text, size);
    for (size_t i = 0; !made && i < size; i++) {
        bool ascii = (unsigned char)text[i] < 0x80;
        memcpy(safe + n, ascii ? text + i : "\xef\xbf\xbd", ascii ? 1 : 3);
        n += ascii ? 1 : 3;
    }
    return made ? made : json_stringn(safe, n);
}

/* Percent-decoded text as JSON; NULL: too long. */
static json_t *decoded(const char *text, size_t size)
{
    char out[VALUE_MAX];
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < size && n < sizeof out; i++) {
        int high = text[i] == '%' && i + 2 < size ? hex(text[i + 1]) : -1;
        int low = high >= 0 ? hex(text[i + 2]) : -1;
        out[n++] = low >= 0 ? (char)(high * 16 + low) : text[i];
        i += low >= 0 ? 2 : 0;
    }
    return n < sizeof out ? text_of(out, n) : NULL;
}

/* Whether a path fits a template; its labels go into `args`. A slash at the end may be too much. */
static bool fits(const char *path, size_t size, const char *template, json_t *args)
{
    const char *end = path + size;
    while (*template) {
        if (*template != '{') {
            if (path == end || *path++ != *template ++)
                return path == end && strcmp(template, "/") == 0;
            continue;
        }
        size_t label = strcspn(template, "}"), value = 0;
        char name[64];
        while (path + value < end && path[value] != '/')
            value++;
        (void)snprintf(name, sizeof name, "%.*s", (int)label - 1, template + 1);
        if (value == 0 || !put(args, name, decoded(path, value)) || !json_object_get(args, name))
            return false;
        path += value;
        template += label + 1;
    }
    return path == end || (path + 1 == end && *path == '/');
}

static bool has_query(const char *query, const char *fixed)
{
    const char *at = strstr(query, fixed);
    return at && (at == query || at[-1] == '&') &&
           (at[strlen(fixed)] == '\0' || at[strlen(fixed)] == '&');
}

#define STREAM_PATH "/2021-11-15/functions/{FunctionName}/response-streaming-invocations"

bool request_streams(const struct slrun_exchange *x)
{
    static const char before[] = "/2021-11-15/functions/";
    return strncmp(x->target, before, sizeof before - 1) == 0;
}

static const char *path_of(const struct lambda_call *call, bool streams)
{
    return streams && strcmp(call->name, "invoke") == 0 ? STREAM_PATH : call->path;
}

/* The operation with that method, path and fixed query; its labels in *args. */
const struct lambda_call *request_find(const struct slrun_exchange *x, json_t **args)
{
    size_t size = strcspn(x->target, "?");
    const char *query = x->target[size] ? x->target + size + 1 : "";
    const struct lambda_call *found = NULL;
    bool streams = request_streams(x);
    for (size_t i = 0; i < LAMBDA_OPS; i++) {
        const struct lambda_call *call = &lambda_calls[i];
        json_t *labels = strcmp(x->method, call->method) == 0 ? json_object() : NULL;
        bool better = labels && fits(x->target, size, path_of(call, streams), labels) &&
                      (!found || call->query) && (!call->query || has_query(query, call->query));
        if (better) {
            json_decref(*args);
            *args = json_incref(labels);
            found = call;
        }
        json_decref(labels);
    }
    return found;
}

static const struct slrun_shape *shape_of(const struct slrun_op *op, const char *member)
{
    for (const struct slrun_param *p = op->params; p->name; p++)
        if (strcmp(p->name, member) == 0)
            return &p->shape;
    return NULL;
}

/* A text as the parameter's type has it; what is none stays a text, which the check refuses. */
static json_t *typed(const struct slrun_shape *shape, json_t *text)
{
    const char *value = json_string_value(text);
    char *end = NULL;
    json_t *other = NULL;
    if (!value || !*value)
        return text;
    if (shape->type == SLRUN_INTEGER) {
        long long number = strtoll(value, &end, 10);
        other = *end ? NULL : json_integer(number);
    } else if (shape->type == SLRUN_BOOLEAN) {
        other = strcmp(value, "true") == 0 || strcmp(value, "false") == 0
                    ? json_boolean(*value == 't')
                    : NULL;
    }
    if (other)
        json_decref(text);
    return other ? other : text;
}

static void take(struct call *call, const char *member, json_t *text)
{
    const struct slrun_shape *shape = shape_of(call->op, member);
    json_t *list = json_object_get(call->args, member);
    if (!text || !shape) {
        json_decref(text);
        return;
    }
    if (shape->type != SLRUN_LIST) {
        put(call->args, member, typed(shape, text));
        return;
    }
    if (!list && put(call->args, member, json_array()))
        list = json_object_get(call->args, member);
    json_array_append_new(list, text);
}

static void take_query(struct call *call, const struct lambda_place *place, const char *query)
{
    size_t name = strlen(place->name);
    while (*query) {
        size_t size = strcspn(query, "&");
        if (strncmp(query, place->name, name) == 0 && (query[name] == '=' || size == name))
            take(call, place->member,
                 size > name ? decoded(query + name + 1, size - name - 1) : json_string(""));
        query += size + (query[size] == '&');
    }
}

/* Labels came as texts. */
static void type_labels(struct call *call)
{
    for (const struct slrun_param *p = call->op->params; p->name; p++) {
        json_t *label = json_object_get(call->args, p->name);
        if (label)
            (void)put(call->args, p->name, typed(&p->shape, json_incref(label)));
    }
}

void request_places(struct call *call, const struct slrun_exchange *x)
{
    type_labels(call);
    const char *query = strchr(x->target, '?');
    for (const struct lambda_place *p = call->wire->places; p && p->member; p++) {
        const char *value = p->where == LAMBDA_HEADER
                                ? call->service->host->header_get(x->headers, x->n_headers, p->name)
                                : NULL;
        if (value)
            take(call, p->member, json_string(value));
        else if (p->where == LAMBDA_QUERY && query)
            take_query(call, p, query + 1);
    }
}

bool request_body(struct call *call, const struct route_body *body)
{
    call->payload = body->data;
    call->payload_size = body->size;
    if (call->wire->body != LAMBDA_JSON || body->size == 0)
        return true;
    json_t *json = json_loadb(body->data, body->size, 0, NULL);
    bool ok = json_is_object(json) && json_object_update_missing(json, call->args) == 0;
    if (!ok) {
        call_fail(call, "SerializationException", "Could not parse request body into json.");
        json_decref(json);
        return false;
    }
    /* labels, query and headers come before members of the body of the same name */
    json_object_update(json, call->args);
    json_decref(call->args);
    call->args = json;
    return true;
}
