/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS restJson1 protocol: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
#include "local/protocol/rest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json_read.h"
#include "base/percent.h"
#include "base/text.h"

enum { NAME_MAX_BYTES = 128, REQUEST_MAX = 1 << 20 };

/* ---- texts ---- */

/* The text; where it is no UTF-8, with U+FFFD for each byte beyond ASCII, as Java's decoder has it:
 * it then is no name, and no number. */
static json_t *text_of(const char *text, size_t size)
{
    struct buf safe = BUF_INIT(3 * REQUEST_MAX);
    json_t *made = json_stringn(text, size);
    for (size_t i = 0; !made && i < size; i++) {
        bool ascii = (unsigned char)text[i] < 0x80;
        buf_add(&safe, ascii ? text + i : "\xef\xbf\xbd", ascii ? 1 : 3);
    }
    if (!made)
        made = json_string(buf_str(&safe));
    buf_free(&safe);
    return made;
}

/* Percent-decoded text; NULL: no memory. */
static json_t *decoded(const char *text, size_t size)
{
    struct buf out = BUF_INIT(REQUEST_MAX);
    json_t *made = percent_decode(&out, text, size) ? text_of(buf_str(&out), out.len) : NULL;
    buf_free(&out);
    return made;
}

static const struct slrun_shape *shape_of(const struct slrun_op *op, const char *member)
{
    for (const struct slrun_param *p = op->params; p && p->name; p++)
        if (strcmp(p->name, member) == 0)
            return &p->shape;
    return NULL;
}

/* A text (taken over) as the type has it; what is none stays a text, which the check refuses. */
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
    } else if (shape->type == SLRUN_BOOLEAN && strcmp(value, "true") == 0) {
        other = json_true();
    } else if (shape->type == SLRUN_BOOLEAN && strcmp(value, "false") == 0) {
        other = json_false();
    }
    if (other)
        json_decref(text);
    return other ? other : text;
}

/* Puts a text (taken over) where the parameter's type wants it; a list gets one element more. */
static void put(const struct slrun_op *op, json_t *args, const char *member, json_t *text)
{
    const struct slrun_shape *shape = shape_of(op, member);
    if (!text || !shape) {
        json_decref(text);
        return;
    }
    if (shape->type != SLRUN_LIST) {
        (void)json_object_set_new(args, member, typed(shape, text));
        return;
    }
    if (!json_object_get(args, member))
        (void)json_object_set_new(args, member, json_array());
    (void)json_array_append_new(json_object_get(args, member), text);
}

/* ---- paths ---- */

/* Whether a path fits what stands before the '?' of `how`; its labels go into `args`, unless that
 * is NULL. A slash at the end may be too much. */
static bool path_fits(const struct slrun_op *op, const char *path, json_t *args)
{
    const char *how = strchr(op->rest, ' ') + 1, *end = path + strcspn(path, "?");
    while (*how && *how != '?') {
        if (*how != '{') {
            if (path == end || *path++ != *how++)
                return false;
            continue;
        }
        size_t label = strcspn(how, "}"), value = 0;
        bool greedy = how[label - 1] == '+';
        char name[NAME_MAX_BYTES];
        while (path + value < end && (greedy || path[value] != '/'))
            value++;
        text_copy(name, sizeof name, how + 1, label - 1 - greedy);
        if (value == 0)
            return false;
        if (args)
            put(op, args, name, decoded(path, value));
        path += value;
        how += label + 1;
    }
    return path == end || (path + 1 == end && *path == '/');
}

/* Of several that fit, the one that has more of the path written out. */
static size_t written_out(const char *how)
{
    size_t n = strcspn(how, "?");
    for (const char *at = how; at < how + strcspn(how, "?"); at++)
        n -= *at == '{' ? strcspn(at, "}") : 0;
    return n;
}

const struct slrun_op *rest_find(const struct slrun_op *ops, size_t n,
                                 const struct slrun_exchange *x)
{
    const struct slrun_op *found = NULL;
    size_t method = strlen(x->method);
    for (size_t i = 0; i < n; i++) {
        const char *how = ops[i].rest;
        if (how && strncmp(how, x->method, method) == 0 && how[method] == ' ' &&
            path_fits(&ops[i], x->target, NULL) &&
            (!found || written_out(how) > written_out(found->rest)))
            found = &ops[i];
    }
    return found;
}

/* ---- queries ---- */

/* All parameters of that name in a query. */
static void take_parameters(const struct slrun_op *op, json_t *args, const char *names[2],
                            const char *query)
{
    size_t n = strlen(names[1]);
    while (*query) {
        size_t size = strcspn(query, "&");
        if (strncmp(query, names[1], n) == 0 && (query[n] == '=' || size == n))
            put(op, args, names[0],
                size > n ? decoded(query + n + 1, size - n - 1) : json_string(""));
        query += size + (query[size] == '&');
    }
}

static void take_query(const struct slrun_op *op, json_t *args, const char *query)
{
    const char *how = strchr(op->rest, '?');
    for (how = how ? how + 1 : ""; *how;) {
        size_t size = strcspn(how, "&");
        char member[NAME_MAX_BYTES];
        text_copy(member, sizeof member, how, size);
        char *wire = strchr(member, '=');
        if (wire)
            *wire++ = '\0';
        take_parameters(op, args, (const char *[]){member, wire ? wire : member}, query);
        how += size + (how[size] == '&');
    }
}

json_t *rest_args(const struct slrun_op *op, const struct slrun_exchange *x)
{
    json_t *args = x->size ? json_read(x->body, x->size, JSON_ALLOW_NUL, NULL) : json_object();
    const char *query = strchr(x->target, '?');
    if (!json_is_object(args)) {
        json_decref(args);
        return NULL;
    }
    (void)path_fits(op, x->target, args);
    if (query)
        take_query(op, args, query + 1);
    return args;
}
