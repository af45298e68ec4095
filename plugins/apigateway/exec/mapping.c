/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parameter mappings (developer guide, "Parameter mapping source reference" of REST APIs,
 * "Transform API requests and responses" of HTTP APIs): where a value comes from.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"
#include "util/jsonpath.h"

/* ---- sources ---- */

struct source {
    struct exec *e;
    const struct exec_answer *answer;
};

static json_t *by_case(const json_t *headers, const char *name)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)headers, key, value)
        if (strcasecmp(key, name) == 0)
            return json_incref(value);
    return NULL;
}

static json_t *from_header(const struct source *s, const char *name)
{
    return by_case(s->e->headers, name);
}

static json_t *from_headers(const struct source *s, const char *name)
{
    return by_case(s->e->multi_headers, name);
}

static json_t *from_query(const struct source *s, const char *name)
{
    return json_incref(json_object_get(s->e->query, name));
}

static json_t *from_queries(const struct source *s, const char *name)
{
    return json_incref(json_object_get(s->e->multi_query, name));
}

static json_t *from_path(const struct source *s, const char *name)
{
    return *name ? json_incref(json_object_get(s->e->path_params, name)) : json_string(s->e->path);
}

static json_t *in_body(const char *body, size_t n, const char *path)
{
    if (!*path)
        return text_json_bytes(body, n);
    json_t *json = json_loadb(body, n, JSON_DECODE_ANY, NULL);
    json_t *value = json ? jsonpath_get(json, path) : NULL;
    json_decref(json);
    return value;
}

static json_t *from_body(const struct source *s, const char *path)
{
    return in_body(s->e->x->body, s->e->x->size, path);
}

static json_t *from_context(const struct source *s, const char *path)
{
    return jsonpath_get(s->e->context, path);
}

static json_t *from_variables(const struct source *s, const char *name)
{
    return json_incref(json_object_get(s->e->variables, name));
}

static json_t *from_answer_header(const struct source *s, const char *name)
{
    for (size_t i = 0; s->answer && i < s->answer->n_headers; i++)
        if (strcasecmp(s->answer->headers[i].name, name) == 0)
            return text_json_bytes(s->answer->headers[i].value,
                                   strlen(s->answer->headers[i].value));
    return NULL;
}

static json_t *from_answer_body(const struct source *s, const char *path)
{
    return s->answer ? in_body(s->answer->body, s->answer->size, path) : NULL;
}

static const struct {
    const char *prefix;
    json_t *(*get)(const struct source *s, const char *name);
} sources[] = {
    {"method.request.header.", from_header},
    {"method.request.multivalueheader.", from_headers},
    {"method.request.querystring.", from_query},
    {"method.request.multivaluequerystring.", from_queries},
    {"method.request.path.", from_path},
    {"method.request.body.", from_body},
    {"method.request.body", from_body},
    {"integration.response.header.", from_answer_header},
    {"integration.response.multivalueheader.", from_answer_header},
    {"integration.response.body.", from_answer_body},
    {"integration.response.body", from_answer_body},
    {"context.", from_context},
    {"stageVariables.", from_variables},
    {"$request.header.", from_header},
    {"$request.querystring.", from_query},
    {"$request.path.", from_path},
    {"$request.path", from_path},
    {"$request.body.", from_body},
    {"$request.body", from_body},
    {"$response.header.", from_answer_header},
    {"$response.body.", from_answer_body},
    {"$response.body", from_answer_body},
    {"$context.", from_context},
    {"$stageVariables.", from_variables},
};

static json_t *find(const struct source *s, const char *expression)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        size_t n = strlen(sources[i].prefix);
        if (strncmp(expression, sources[i].prefix, n) == 0)
            return sources[i].get(s, expression + n);
    }
    return NULL;
}

/* Scalars as text. */
static void add_text(struct text *t, const json_t *value)
{
    if (json_is_string(value))
        text_adds(t, json_string_value(value));
    else if (value)
        text_add_json(t, value);
}

/* "https://${stageVariables.host}/x" of HTTP APIs: sources in a text. */
static json_t *interpolate(const struct source *s, const char *text)
{
    struct text t = TEXT_INIT;
    while (*text) {
        const char *end = text[0] == '$' && text[1] == '{' ? strchr(text, '}') : NULL;
        if (!end) {
            text_addc(&t, *text++);
            continue;
        }
        struct text name = TEXT_INIT;
        text_addc(&name, '$');
        text_add(&name, text + 2, (size_t)(end - text - 2));
        json_t *value = find(s, text_str(&name));
        add_text(&t, value);
        json_decref(value);
        text_free(&name);
        text = end + 1;
    }
    return text_json(&t);
}

json_t *map_value(struct exec *e, const char *expression, const struct exec_answer *answer)
{
    const struct source s = {e, answer};
    size_t n = strlen(expression);
    if (n >= 2 && *expression == '\'' && expression[n - 1] == '\'')
        return json_stringn(expression + 1, n - 2);
    json_t *value = find(&s, expression);
    if (value || !e->v2)
        return value;
    return *expression == '$' && expression[1] != '{' ? NULL : interpolate(&s, expression);
}

json_t *map_all(struct exec *e, const json_t *mappings, const char *prefix,
                const struct exec_answer *answer)
{
    const char *to;
    json_t *from, *all = json_object();
    json_object_foreach ((json_t *)(uintptr_t)mappings, to, from) {
        if (strncmp(to, prefix, strlen(prefix)) != 0 || !json_is_string(from))
            continue;
        json_t *value = map_value(e, json_string_value(from), answer);
        struct text t = TEXT_INIT;
        add_text(&t, value);
        if (value && !json_is_array(value))
            json_object_set_new(all, to + strlen(prefix), text_json(&t));
        else if (value)
            json_object_set(all, to + strlen(prefix), value);
        text_free(&t);
        json_decref(value);
    }
    return all;
}

/* ---- URIs ---- */

/* What {name} or ${stageVariables.name} at `at` means; its size in *n. NULL: it is plain text. */
static const char *placeholder(const struct exec *e, const char *at, const json_t *params,
                               size_t *n)
{
    static const char stage[] = "${stageVariables.";
    bool variable = strncmp(at, stage, sizeof stage - 1) == 0;
    size_t skip = variable ? sizeof stage - 1 : 1;
    const char *end = variable || *at == '{' ? strchr(at, '}') : NULL;
    if (!end)
        return NULL;
    size_t size = (size_t)(end - at) - skip;
    if (!variable && size && at[skip + size - 1] == '+')
        size--;
    const char *value =
        json_string_value(json_object_getn(variable ? e->variables : params, at + skip, size));
    *n = (size_t)(end - at) + 1;
    return value ? value : variable ? "" : NULL;
}

char *map_uri(struct exec *e, const char *uri, const json_t *params)
{
    struct text t = TEXT_INIT;
    while (*uri) {
        size_t n;
        const char *value = placeholder(e, uri, params, &n);
        if (value) {
            text_adds(&t, value);
            uri += n;
        } else {
            text_addc(&t, *uri++);
        }
    }
    char *result = t.failed ? NULL : strdup(text_str(&t));
    text_free(&t);
    return result;
}
