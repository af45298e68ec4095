/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS restJson1 protocol: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
#include "plugin/rest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include <slrun/op.h>
#include <slrun/value.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/text.h"
#include "plugin/json.h"

/* One request in the making. */
struct making {
    struct slrun_ctx *ctx;
    json_t *args; /* what has found its place is taken out */
    struct buf target;
};

/* Percent-encodes all but RFC 3986's unreserved characters. */
static void add_encoded(struct making *m, const char *text, bool keep_slash)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x80 && (isalnum(c) || strchr("-._~", c) || (keep_slash && c == '/')))
            buf_putc(&m->target, *text);
        else
            buf_printf(&m->target, "%%%02X", c);
    }
}

/* Scalars as they stand in paths and queries; NULL: it is none. */
static const char *text_of(const struct making *m, const json_t *value)
{
    if (json_is_integer(value))
        return arena_format(m->ctx->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    return json_string_value(value);
}

/* "{Name}" and "{Name+}"; `label` is what stands between the braces. An empty one would name
 * something else: GET /things/ lists them all. */
static int add_label(struct making *m, char *label)
{
    size_t n = strlen(label);
    bool greedy = n > 0 && label[n - 1] == '+';
    if (greedy)
        label[n - 1] = '\0';
    const char *text = text_of(m, json_object_get(m->args, label));
    if (!text || !*text)
        return error_set(m->ctx->error, SLRUN_E_USAGE, "%s: %s is empty", m->ctx->op->name, label);
    add_encoded(m, text, greedy);
    return json_object_del(m->args, label);
}

static int add_path(struct making *m, const char *path, size_t size)
{
    char label[REST_NAME_MAX];
    for (const char *end = path + size; path < end;) {
        const char *open = memchr(path, '{', (size_t)(end - path));
        buf_add(&m->target, path, (size_t)((open ? open : end) - path));
        const char *close = open ? memchr(open, '}', (size_t)(end - open)) : NULL;
        if (!close)
            return 0;
        text_copy(label, sizeof label, open + 1, (size_t)(close - open - 1));
        if (add_label(m, label) != 0)
            return -1;
        path = close + 1;
    }
    return 0;
}

static int add_parameter(struct making *m, const char *name, const json_t *value)
{
    const char *text = text_of(m, value);
    if (!text)
        return error_set(m->ctx->error, SLRUN_E_USAGE, "%s: %s cannot stand in a query",
                         m->ctx->op->name, name);
    bool first = !memchr(m->target.data, '?', m->target.len);
    buf_putc(&m->target, first ? '?' : '&');
    add_encoded(m, name, false);
    buf_putc(&m->target, '=');
    add_encoded(m, text, false);
    return 0;
}

/* A list is a parameter for each element, a map one for each of its members. */
static int add_parameters(struct making *m, const char *name, json_t *value)
{
    json_t *item, *inner;
    const char *key, *tag = m->ctx->host->tagged_get(value, &inner);
    bool is_map = tag ? strcmp(tag, SLRUN_TAG_MAP) == 0 : json_is_object(value);
    size_t i;
    int result = 0;
    if (!is_map && !json_is_array(value))
        return add_parameter(m, name, value);
    json_array_foreach (value, i, item)
        result = result == 0 ? add_parameter(m, name, item) : result;
    json_object_foreach (tag ? inner : value, key, item)
        result = result == 0 ? add_parameter(m, key, item) : result;
    return result;
}

/* "Member" or "Member=wire-name". */
static int add_query(struct making *m, char *name)
{
    char *wire = strchr(name, '=');
    if (wire)
        *wire++ = '\0';
    json_t *value = json_object_get(m->args, name);
    int result = value ? add_parameters(m, wire ? wire : name, value) : 0;
    json_object_del(m->args, name);
    return result;
}

static int add_queries(struct making *m, const char *names)
{
    char name[REST_NAME_MAX];
    int result = 0;
    for (size_t n; result == 0 && *names; names += n + (names[n] == '&')) {
        n = strcspn(names, "&");
        text_copy(name, sizeof name, names, n);
        result = add_query(m, name);
    }
    return result;
}

/* What is left of the arguments. */
static int add_body(struct making *m, struct slrun_request *req)
{
    bool takes = strcmp(req->method, "POST") == 0 || strcmp(req->method, "PUT") == 0 ||
                 strcmp(req->method, "PATCH") == 0;
    if (!takes && json_object_size(m->args) == 0)
        return 0;
    if (m->ctx->host->header(m->ctx, req, "Content-Type", "application/json") != 0)
        return -1;
    return json_args_to_body(m->ctx, req, m->args);
}

static int set_target(struct making *m, struct slrun_request *req)
{
    if (m->target.failed)
        return error_set(m->ctx->error, SLRUN_E_USAGE, "%s: path and query are above %d bytes",
                         m->ctx->op->name, (int)REST_TARGET_MAX);
    req->target = arena_str(m->ctx->arena, buf_str(&m->target));
    return req->target ? 0 : error_set(m->ctx->error, SLRUN_E_MEMORY, "no memory for a request");
}

int rest_json_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req, const char *how)
{
    struct making m = {.ctx = ctx, .args = args, .target = BUF_INIT(REST_TARGET_MAX)};
    size_t method = strcspn(how, " ");
    const char *path = how + method + (how[method] == ' ');
    size_t size = strcspn(path, "?");
    req->method = arena_copy(ctx->arena, how, method);
    int result = req->method ? add_path(&m, path, size) : -1;
    if (result == 0 && path[size])
        result = add_queries(&m, path + size + 1);
    if (result == 0)
        result = set_target(&m, req);
    if (result == 0)
        result = add_body(&m, req);
    buf_free(&m.target);
    if (result != 0 && ctx->error->kind == SLRUN_E_NONE)
        return error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a request");
    return result;
}
