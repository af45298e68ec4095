/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS query protocol: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
#include "plugin/query.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <slrun/op.h>
#include <slrun/time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "plugin/json.h"
#include "plugin/xml.h"

/* ---- requests ---- */

struct form {
    struct slrun_ctx *ctx;
    struct buf body;
    char name[QUERY_NAME_MAX]; /* of the value that comes next */
};

/* Names grow and shrink as the arguments are walked: what stands behind byte `at` is replaced. */
static int push_word(struct form *f, size_t at, const char *word)
{
    size_t room = sizeof f->name - at;
    int n = snprintf(f->name + at, room, "%s%s", at ? "." : "", word);
    if (n >= 0 && (size_t)n < room)
        return 0;
    return error_set(f->ctx->error, SLRUN_E_USAGE, "%s: the arguments are too deep",
                     f->ctx->op->name);
}

static int push_number(struct form *f, size_t at, size_t number)
{
    char word[24];
    snprintf(word, sizeof word, "%zu", number);
    return push_word(f, at, word);
}

/* RFC 3986: all but the unreserved characters. */
static void put_encoded(struct buf *b, const char *text, size_t size)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    for (size_t i = 0; i < size; i++)
        if (text[i] && strchr(plain, text[i]))
            buf_putc(b, text[i]);
        else
            buf_printf(b, "%%%02X", (unsigned)(unsigned char)text[i]);
}

static int put(struct form *f, const char *text, size_t size)
{
    buf_putc(&f->body, '&');
    put_encoded(&f->body, f->name, strlen(f->name));
    buf_putc(&f->body, '=');
    put_encoded(&f->body, text, size);
    return f->body.failed ? error_set(f->ctx->error, SLRUN_E_TOO_LARGE, "the request is too large")
                          : 0;
}

static int put_timestamp(struct form *f, const json_t *value)
{
    char text[SLRUN_TIME_SIZE];
    double seconds = json_number_value(value);
    if (!(fabs(seconds) < 1e12))
        return error_set(f->ctx->error, SLRUN_E_USAGE, "%s: no time", f->name);
    slrun_time_text((int64_t)seconds * 1000, 0, text);
    return put(f, text, strlen(text));
}

static int put_scalar(struct form *f, const struct slrun_shape *shape, const json_t *value)
{
    char number[32] = "";
    json_t *inner = NULL;
    if (shape->type == SLRUN_TIMESTAMP)
        return put_timestamp(f, value);
    if (f->ctx->host->tagged_get(value, &inner)) /* binary goes as base64, a number as its digits */
        value = inner;
    if (json_is_string(value))
        return put(f, json_string_value(value), json_string_length(value));
    if (json_is_boolean(value))
        snprintf(number, sizeof number, "%s", json_is_true(value) ? "true" : "false");
    else if (json_is_integer(value))
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        snprintf(number, sizeof number, "%.*g", json_real_digits(value), json_real_value(value));
    else
        return error_set(f->ctx->error, SLRUN_E_USAGE, "%s: this cannot stand in a form", f->name);
    return put(f, number, strlen(number));
}

/* `flags` of the parameter. */
static int put_value(struct form *f, const struct slrun_shape *shape, const json_t *value,
                     unsigned flags);

static int put_list(struct form *f, const struct slrun_shape *shape, const json_t *list,
                    unsigned flags)
{
    size_t at = strlen(f->name), i;
    json_t *element;
    if (json_array_size(list) == 0) /* an empty list is told from none */
        return put(f, "", 0);
    if (!(flags & SLRUN_FLAT) && push_word(f, at, "member") != 0)
        return -1;
    size_t behind = strlen(f->name);
    json_array_foreach (list, i, element)
        if (push_number(f, behind, i + 1) != 0 || put_value(f, shape->of, element, 0) != 0)
            return -1;
    f->name[at] = '\0';
    return 0;
}

static int put_map(struct form *f, const struct slrun_shape *shape, const json_t *map,
                   unsigned flags)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    bool named = flags & SLRUN_NAME_VALUE;
    size_t at = strlen(f->name), i = 0;
    const char *key;
    json_t *value;
    if (!(flags & SLRUN_FLAT) && push_word(f, at, "entry") != 0)
        return -1;
    size_t behind = strlen(f->name);
    json_object_foreach ((json_t *)map, key, value) {
        if (push_number(f, behind, ++i) != 0)
            return -1;
        size_t entry = strlen(f->name);
        if (push_word(f, entry, named ? "Name" : "key") != 0 || put(f, key, strlen(key)) != 0 ||
            push_word(f, entry, named ? "Value" : "value") != 0 ||
            put_value(f, shape->of ? shape->of : &string, value, 0) != 0)
            return -1;
    }
    f->name[at] = '\0';
    return 0;
}

static int put_members(struct form *f, const struct slrun_param *members, const json_t *object)
{
    size_t at = strlen(f->name);
    for (; members && members->name; members++) {
        const json_t *value = json_object_get(object, members->name);
        if (!value)
            continue;
        if (push_word(f, at, members->name) != 0 ||
            put_value(f, &members->shape, value, members->flags) != 0)
            return -1;
        f->name[at] = '\0';
    }
    return 0;
}

static int put_value(struct form *f, const struct slrun_shape *shape, const json_t *value,
                     unsigned flags)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    if (!shape)
        shape = &string;
    switch (shape->type) {
    case SLRUN_LIST:
        return put_list(f, shape, value, flags);
    case SLRUN_MAP:
        return put_map(f, shape, value, flags);
    case SLRUN_STRUCTURE:
        return put_members(f, shape->members, value);
    default:
        return put_scalar(f, shape, value);
    }
}

int aws_query_build(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req)
{
    struct form f = {.ctx = ctx, .body = BUF_INIT(QUERY_BODY_MAX)};
    buf_printf(&f.body, "Action=%s&Version=%s", ctx->op->api, ctx->service->query_version);
    int result = put_members(&f, ctx->op->params, args);
    const char *body = result == 0 ? arena_copy(ctx->arena, f.body.data, f.body.len) : NULL;
    req->body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = body, .size = f.body.len};
    buf_free(&f.body);
    if (!body)
        return result ? result : error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a request");
    return ctx->host->header(ctx, req, "Content-Type",
                             "application/x-www-form-urlencoded; charset=utf-8");
}

/* ---- answers ---- */

/* <ErrorResponse><Error><Code/><Message/></Error></ErrorResponse> */
static json_t *service_error(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    struct slrun_error unread = {.kind = SLRUN_E_NONE}, *error = ctx->error;
    ctx->error = &unread; /* an answer that is no XML is an error of the service all the same */
    const struct slrun_xml *doc = xml_read(ctx, resp->body, resp->size);
    ctx->error = error;
    const struct slrun_xml *e = xml_child(doc, "Error");
    const char *code = xml_text(e, "Code"), *message = xml_text(e, "Message");
    error_set(error, SLRUN_E_SERVICE, "%s", message);
    if (!e)
        snprintf(error->message, sizeof error->message, "%.200s",
                 resp->size ? (const char *)resp->body : "an answer without a body");
    if (*code)
        snprintf(error->code, sizeof error->code, "%s", code);
    else
        snprintf(error->code, sizeof error->code, "HTTP%d", resp->status);
    error->status = resp->status;
    return NULL;
}

json_t *aws_query_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    if (resp->status < 200 || resp->status > 299)
        return service_error(ctx, resp);
    const char *name = arena_format(ctx->arena, "%sResult", ctx->op->api);
    const struct slrun_xml *doc = xml_read(ctx, resp->body, resp->size);
    if (!doc || !name)
        return NULL;
    return xml_members(ctx, xml_child(doc, name), ctx->op->result);
}
