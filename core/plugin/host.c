/* SPDX-License-Identifier: Apache-2.0 */
/* Fills struct slrun_host from core/base: memory, errors, headers, tagged values. */
#include "plugin/host.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/value.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "base/log.h"
#include "base/yaml_nodes.h"
#include "net/http_header.h"
#include "plugin/call.h"
#include "plugin/json.h"
#include "plugin/query.h"
#include "plugin/rest.h"
#include "plugin/xml.h"

#ifndef SLRUN_VERSION
#error "SLRUN_VERSION is set by the build"
#endif

static void *host_alloc(struct slrun_ctx *ctx, size_t size)
{
    return arena_alloc(ctx->arena, size);
}

static char *SLRUN_PRINTF(2, 3) host_format(struct slrun_ctx *ctx, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    char *text = arena_vformat(ctx->arena, fmt, args);
    va_end(args);
    return text;
}

static int SLRUN_PRINTF(3, 4)
    host_fail(struct slrun_ctx *ctx, enum slrun_errno kind, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    error_vset(ctx->error, kind, fmt, args);
    va_end(args);
    return -1;
}

static void SLRUN_PRINTF(2, 3) host_log(enum slrun_log_level level, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    log_vline(level, fmt, args);
    va_end(args);
}

static bool header_value_ok(const char *text)
{
    size_t n = strlen(text);
    return n <= HOST_HEADER_SIZE_MAX && http_is_value(text, n);
}

/* A blank behind a name would make two names of one. */
static bool header_name_ok(const char *name)
{
    size_t n = strlen(name);
    return n <= HOST_HEADER_SIZE_MAX && http_is_token(name, n);
}

static int host_header(struct slrun_ctx *ctx, struct slrun_request *req, const char *name,
                       const char *value)
{
    if (!header_name_ok(name))
        return error_set(ctx->error, SLRUN_E_USAGE,
                         "\"%s\" is no name of a header: letters, digits and !#$%%&'*+-.^_`|~",
                         name);
    if (!header_value_ok(value))
        return error_set(ctx->error, SLRUN_E_USAGE, "header %s holds what no header may hold",
                         name);
    if (req->n_headers == HOST_HEADERS_MAX)
        return error_set(ctx->error, SLRUN_E_TOO_LARGE, "more than %d headers", HOST_HEADERS_MAX);
    /* Room comes in steps of 8: a request has few headers and the arena never gives back. */
    if (req->n_headers % 8 == 0) {
        struct slrun_header *more =
            arena_alloc(ctx->arena, (req->n_headers + 8) * sizeof *req->headers);
        if (!more)
            return error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a header");
        if (req->n_headers)
            memcpy(more, req->headers, req->n_headers * sizeof *more);
        req->headers = more;
    }
    struct slrun_header *h = &req->headers[req->n_headers];
    h->name = arena_str(ctx->arena, name);
    h->value = arena_str(ctx->arena, value);
    if (!h->name || !h->value)
        return error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a header");
    req->n_headers++;
    return 0;
}

static json_t *host_tagged_new(const char *tag, json_t *value)
{
    json_t *tagged =
        value ? json_pack("{s:s, s:o}", SLRUN_TAG_KEY, tag, SLRUN_TAG_VALUE, value) : NULL;
    return tagged;
}

static const char *host_tagged_get(const json_t *json, json_t **value)
{
    if (!json_is_object(json) || json_object_size(json) != 2)
        return NULL;
    const char *tag = json_string_value(json_object_get(json, SLRUN_TAG_KEY));
    json_t *inner = json_object_get(json, SLRUN_TAG_VALUE);
    if (!tag || !inner)
        return NULL;
    *value = inner;
    return tag;
}

static json_t *host_blob_new(const void *data, size_t size)
{
    json_t *text = slrun_base64_json(data, size);
    return text ? host_tagged_new(SLRUN_TAG_BINARY, text) : NULL;
}

/* Why there was no room in the call's arena. Always -1. */
static int no_room(struct slrun_ctx *ctx, size_t size, const char *what)
{
    if (size < CALL_ARENA_MAX / 4)
        return error_set(ctx->error, SLRUN_E_MEMORY, "no memory for %s", what);
    error_set(ctx->error, SLRUN_E_TOO_LARGE,
              "%s of %zu MiB does not fit: an operation holds %d MiB in all", what, size >> 20,
              CALL_ARENA_MAX >> 20);
    return error_hint(ctx->error,
                      "a file may be of any size: `.file(path)` of the service, if it has that");
}

static int base64_decode(struct slrun_ctx *ctx, const char *text, const void **data, size_t *size)
{
    size_t n = strlen(text), room = SLRUN_BASE64_BYTES(n);
    void *out = arena_alloc(ctx->arena, room + 1);
    if (!out)
        return no_room(ctx, room, "a binary value");
    long got = slrun_base64_read(text, n, out, room);
    if (got < 0)
        return error_set(ctx->error, SLRUN_E_USAGE, "a binary value is not base64");
    *data = out;
    *size = (size_t)got;
    return 0;
}

static int host_blob_get(struct slrun_ctx *ctx, const json_t *json, const void **data, size_t *size)
{
    json_t *value;
    if (json_is_string(json)) {
        *data = json_string_value(json);
        *size = json_string_length(json);
        return 0;
    }
    const char *tag = host_tagged_get(json, &value);
    if (!tag || strcmp(tag, SLRUN_TAG_BINARY) != 0 || !json_is_string(value))
        return error_set(ctx->error, SLRUN_E_USAGE, "expected a binary value");
    return base64_decode(ctx, json_string_value(value), data, size);
}

/* ["path", offset, size]; the last two may be left out. */
static int file_body(struct slrun_ctx *ctx, const json_t *list, struct slrun_body *body)
{
    const char *path = json_string_value(json_array_get(list, 0));
    const json_t *offset = json_array_get(list, 1), *size = json_array_get(list, 2);
    bool ok = path && *path && json_array_size(list) <= 3 &&
              (!offset || (json_is_integer(offset) && json_integer_value(offset) >= 0)) &&
              (!size || (json_is_integer(size) && json_integer_value(size) >= 0));
    if (!ok)
        return error_set(ctx->error, SLRUN_E_USAGE,
                         "a file is a path, an offset and a size, the last two not negative");
    *body = (struct slrun_body){
        .kind = SLRUN_BODY_FILE,
        .path = arena_str(ctx->arena, path),
        .offset = (uint64_t)json_integer_value(offset),
        .size = size ? (uint64_t)json_integer_value(size) : SLRUN_SIZE_REST,
    };
    return body->path ? 0 : error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a path");
}

/* A string's bytes belong to the arguments, which may go before the request. */
static int host_body(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *value)
{
    json_t *inner;
    const void *data;
    size_t size;
    const char *tag = host_table()->tagged_get(value, &inner);
    if (tag && strcmp(tag, SLRUN_TAG_FILE) == 0)
        return file_body(ctx, inner, &req->body);
    if (host_blob_get(ctx, value, &data, &size) != 0)
        return -1;
    if (json_is_string(value)) {
        void *copy = arena_alloc(ctx->arena, size + 1);
        if (!copy)
            return no_room(ctx, size, "a body");
        data = memcpy(copy, data, size);
    }
    req->body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = data, .size = size};
    return 0;
}

/* ---- tags ---- */

static bool has_tag(const json_t *list, const char *key, const char *name)
{
    size_t i;
    json_t *tag;
    json_array_foreach (list, i, tag) {
        const char *its = json_string_value(json_object_get(tag, key));
        if (its && strcmp(its, name) == 0)
            return true;
    }
    return false;
}

static bool add_to_list(json_t *list, const char *const names[3], const json_t *tags)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)tags, name, value)
        if (!has_tag(list, names[1], name) &&
            json_array_append_new(list, json_pack("{s:s, s:O}", names[1], name, names[2], value)))
            return false;
    return true;
}

static int tags_add(struct slrun_ctx *ctx, json_t *args, const char *const names[3],
                    const json_t *tags)
{
    json_t *mine = json_object_get(args, names[0]), *inner;
    bool list = names[1], ok = true;
    if (host_tagged_get(mine, &inner))
        return 0; /* no tags, which the service refuses */
    if (!mine)
        ok = !json_object_set_new(args, names[0], mine = list ? json_array() : json_object());
    if (ok)
        ok = list ? add_to_list(mine, names, tags)
                  : !json_object_update_missing(mine, (json_t *)(uintptr_t)tags);
    return ok ? 0 : error_set(ctx->error, SLRUN_E_MEMORY, "no memory for tags");
}

static json_t *yaml_read(const void *data, size_t size, struct slrun_error *error)
{
    const struct yaml_source source = {data, size, "YAML", HOST_YAML_NODES_MAX, HOST_YAML_DEPTH_MAX,
                                       true};
    json_t *node = yaml_nodes_read(&source, error);
    json_t *value = node ? yaml_nodes_value(node) : NULL;
    if (node && !value)
        error_set(error, SLRUN_E_MEMORY, "out of memory");
    json_decref(node);
    return value;
}

static char *read_file(const char *path, size_t most, size_t *size, struct slrun_error *error)
{
    char *data = file_bytes(path, most, size);
    if (!data && errno == EFBIG)
        error_set(error, SLRUN_E_TOO_LARGE, "%s: it has more than %zu bytes", path, most);
    else if (!data)
        error_set(error, SLRUN_E_IO, "%s: %s", path, file_why(errno));
    return data;
}

const struct slrun_host *host_table(void)
{
    static const struct slrun_host table = {
        .struct_size = sizeof table,
        .version = SLRUN_VERSION,
        .alloc = host_alloc,
        .format = host_format,
        .fail = host_fail,
        .log = host_log,
        .header = host_header,
        .header_get = http_header,
        .json_body = json_to_body,
        .json_parse = json_from_bytes,
        .tagged_new = host_tagged_new,
        .tagged_get = host_tagged_get,
        .blob_new = host_blob_new,
        .blob_get = host_blob_get,
        .aws_json_build = aws_json_build,
        .aws_json_parse = aws_json_parse,
        .aws_query_build = aws_query_build,
        .aws_query_parse = aws_query_parse,
        .xml_read = xml_read,
        .json_text = json_text,
        .body = host_body,
        .tags_add = tags_add,
        .json_read = json_read,
        .yaml_read = yaml_read,
        .rest_json_build = rest_json_build,
        .file_read = read_file,
    };
    return &table;
}
