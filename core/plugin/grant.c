/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/grant.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/percent.h"
#include "base/text.h"

enum { NAME_MAX_BYTES = 128 };

static bool is_op(const struct slrun_grant *row, const char *name)
{
    return strcmp(row->op, name) == 0;
}

static struct grant_rows rows_named(const struct slrun_grant *row, const char *name)
{
    struct grant_rows rows = {0};
    for (; row && row->op && !is_op(row, name); row++)
        ;
    for (rows.first = row; row && row->op && is_op(row, name); row++)
        rows.n++;
    return rows;
}

struct grant_rows grant_rows_of(const struct slrun_service *service, const struct slrun_op *op)
{
    struct grant_rows rows = rows_named(service->grants, op->name);
    if (rows.n > 0)
        return rows;
    rows = rows_named(service->grants, "*");
    rows.any_op = true;
    return rows;
}

/* ---- arguments ---- */

typedef void found_text(void *arg, const char *text);

static void found_value(const json_t *value, found_text *found, void *arg)
{
    char number[24];
    if (json_is_integer(value)) {
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        found(arg, number);
    } else if (json_is_string(value) && json_string_length(value) > 0) {
        found(arg, json_string_value(value));
    }
}

/* Calls `found` with each text that the path leads to. */
static void follow(const json_t *json, const char *path, found_text *found, void *arg)
{
    char name[NAME_MAX_BYTES];
    const char *key;
    json_t *value;
    size_t i, n = strcspn(path, ".");
    const char *rest = path[n] ? path + n + 1 : NULL;
    text_copy(name, sizeof name, path, n);
    if (strcmp(name, "*") != 0 && strcmp(name, "@") != 0) {
        value = json_object_get(json, name);
        if (value && rest)
            follow(value, rest, found, arg);
        else if (!rest)
            found_value(value, found, arg);
        return;
    }
    json_object_foreach ((json_t *)json, key, value)
        if (*name == '@')
            found(arg, key);
        else if (rest)
            follow(value, rest, found, arg);
        else
            found_value(value, found, arg);
    json_array_foreach (json, i, value)
        if (rest)
            follow(value, rest, found, arg);
        else
            found_value(value, found, arg);
}

static void count_one(void *arg, const char *text)
{
    (void)text;
    ++*(size_t *)arg;
}

/* What the path leads to, where that is one value. */
static const json_t *member(const json_t *json, const char *path)
{
    char name[NAME_MAX_BYTES];
    while (json && *path) {
        size_t n = strcspn(path, ".");
        text_copy(name, sizeof name, path, n);
        json = json_object_get(json, name);
        path += n + (path[n] == '.');
    }
    return json;
}

static bool is_there(const json_t *args, const char *path)
{
    size_t n = 0;
    const json_t *value = member(args, path);
    if (strstr(path, ".*"))
        follow(args, path, count_one, &n);
    return n > 0 || (value && !json_is_false(value) && !json_is_null(value));
}

/* NAME=TEXT, NAME=BEGINNING*: whether the argument is that. */
static bool is_equal(const json_t *args, const char *name, const char *text)
{
    const char *value = json_string_value(json_object_get(args, name));
    size_t n = strcspn(text, "*");
    return value && strncmp(value, text, n) == 0 && (text[n] || !value[n]);
}

static bool holds(const char *when, const json_t *args)
{
    char name[NAME_MAX_BYTES];
    if (!when)
        return true;
    if (*when == '?')
        return false;
    const char *equals = strchr(when, '=');
    bool not = *when == '!' || (equals && equals > when && equals[-1] == '!');
    if (!equals)
        return is_there(args, when + not ) != not ;
    text_copy(name, sizeof name, when, (size_t)(equals - when - not ));
    return is_there(args, name) && is_equal(args, name, equals + 1) != not ;
}

/* ---- patterns ---- */

struct place {
    const char *from, *to; /* of the pattern, with the braces */
    char path[NAME_MAX_BYTES];
    int segment; /* 0: the whole value */
};

/* The first placeholder; false: there is none. */
static bool find_place(const char *pattern, struct place *place)
{
    *place = (struct place){.from = strchr(pattern, '{')};
    const char *end_brace = place->from ? strchr(place->from, '}') : NULL;
    if (!end_brace)
        return false;
    place->to = end_brace + 1;
    const char *slash = memchr(place->from, '/', (size_t)(place->to - place->from));
    const char *end = slash ? slash : place->to - 1;
    text_copy(place->path, sizeof place->path, place->from + 1, (size_t)(end - place->from - 1));
    place->segment = slash ? atoi(slash + 1) : 0;
    return true;
}

/* Whether all that the pattern asks for is among the arguments. */
static bool can_fill(const char *pattern, const json_t *args)
{
    struct place place;
    for (; pattern && find_place(pattern, &place); pattern = place.to) {
        size_t n = 0;
        follow(args, place.path, count_one, &n);
        if (n == 0)
            return false;
    }
    return true;
}

/* Whether an operation has the parameter that a path begins with. */
static bool has_param(const struct slrun_op *op, const char *path)
{
    size_t size = strcspn(path, ".");
    for (const struct slrun_param *param = op->params; param && param->name; param++)
        if (strncmp(param->name, path, size) == 0 && param->name[size] == '\0')
            return true;
    return false;
}

bool grant_can_fit(const struct grant_rows *rows, const struct slrun_op *op,
                   const struct slrun_grant *row)
{
    struct place place;
    if (!rows->any_op || op->grant_args)
        return true;
    for (const char *at = row->resource; at && find_place(at, &place); at = place.to)
        if (!has_param(op, place.path))
            return false;
    return true;
}

/* The nth segment between slashes, from the end where it is negative; a query is none. */
static void add_segment(struct buf *to, const char *text, int nth)
{
    const char *scheme = strstr(text, "://");
    const char *at = scheme ? scheme + 3 : text;
    const char *end = at + strcspn(at, "?");
    int n = 0, seen = 0;
    for (const char *p = at; p < end; p += strcspn(p, "/?") + (p + strcspn(p, "/?") < end))
        n += *p != '/';
    for (const char *p = at; p < end;) {
        size_t size = strcspn(p, "/?");
        if (size > 0 && ++seen == (nth > 0 ? nth : n + 1 + nth)) {
            (void)percent_decode(to, p, size);
            return;
        }
        p += size + (p + size < end);
    }
}

/* "arn:aws:lambda:r:1:function:f" or "1:function:f" in the place of f. */
static const char *behind_type(const char *pattern, const char *place, const char *value)
{
    char type[64];
    const char *colon = place;
    while (colon > pattern && colon[-1] != ':')
        colon--;
    if (colon == place && colon > pattern) /* "function:{...}" */
        for (colon--; colon > pattern && colon[-1] != ':';)
            colon--;
    text_copy(type, sizeof type, colon, (size_t)(place - colon));
    const char *at = strlen(type) > 2 ? strstr(value, type) : NULL;
    return at ? at + strlen(type) : value;
}

struct fill {
    const json_t *args;
    const char *pattern; /* that is left */
    const char *whole;
    const struct buf *so_far;
    grant_found *found;
    void *arg;
    struct grant grant;
    struct place place;
    size_t n;
};

static void fill(struct fill *f);

/* What stands behind a "|" is no ARN any more (iterators of DynamoDB streams). */
static void add_value(const struct fill *f, struct buf *to, const char *value, bool is_arn)
{
    if (is_arn) {
        buf_add(to, value, strcspn(value, "|"));
        return;
    }
    value = behind_type(f->whole, f->place.from, value);
    bool joined = *value == '/' && f->place.from > f->whole && f->place.from[-1] == '/';
    buf_puts(to, value + joined); /* "/a/b" is parameter/a/b */
}

/* One value for the placeholder: goes on with the rest of the pattern. */
static void with_value(void *arg, const char *value)
{
    struct fill *f = arg;
    struct buf text = BUF_INIT(GRANT_RESOURCE_MAX);
    bool is_arn = strncmp(value, "arn:", 4) == 0 && f->place.segment == 0;
    if (++f->n > GRANT_VALUES_MAX)
        return;
    if (!is_arn) {
        buf_add(&text, buf_str(f->so_far), f->so_far->len);
        buf_add(&text, f->pattern, (size_t)(f->place.from - f->pattern));
    }
    if (f->n == GRANT_VALUES_MAX)
        buf_putc(&text, '*');
    else if (f->place.segment)
        add_segment(&text, value, f->place.segment);
    else
        add_value(f, &text, value, is_arn);
    struct fill next = *f;
    next.pattern = f->place.to;
    next.so_far = &text;
    next.n = 0;
    fill(&next);
    buf_free(&text);
}

static void fill(struct fill *f)
{
    if (find_place(f->pattern, &f->place)) {
        follow(f->args, f->place.path, with_value, f);
        return;
    }
    struct buf text = BUF_INIT(GRANT_RESOURCE_MAX);
    buf_add(&text, buf_str(f->so_far), f->so_far->len);
    buf_puts(&text, f->pattern);
    bool is_arn = !text.failed && strncmp(buf_str(&text), "arn:", 4) == 0;
    f->grant.resource = is_arn ? buf_str(&text) : "*";
    f->grant.why = is_arn ? NULL : GRANT_NOT_NAMED;
    f->found(f->arg, &f->grant);
    buf_free(&text);
}

static void add_row(const struct slrun_grant *row, const json_t *args, const char *action,
                    struct fill *f)
{
    struct buf empty = BUF_INIT(1);
    f->grant = (struct grant){.action = row && row->action ? row->action : action,
                              .resource = "*",
                              .pattern = row ? row->resource : NULL};
    if (!*f->grant.action)
        return;
    if (!row || !row->resource)
        f->grant.why = row ? GRANT_NO_RESOURCE : GRANT_NO_TABLE;
    else if (!can_fill(row->resource, args))
        f->grant.why = GRANT_NOT_NAMED;
    if (f->grant.why) {
        f->found(f->arg, &f->grant);
        return;
    }
    f->args = args;
    f->pattern = f->whole = row->resource;
    f->so_far = &empty;
    f->n = 0;
    fill(f);
}

/* What the rows see: a new reference, or NULL. */
static json_t *args_seen(const struct slrun_op *op, const json_t *args)
{
    return op->grant_args ? op->grant_args(args) : json_incref((json_t *)args);
}

void grant_each_absent(const struct grant_call *call, grant_found *found, void *arg)
{
    struct grant_rows rows = grant_rows_of(call->service, call->op);
    struct fill f = {.found = found, .arg = arg};
    json_t *seen = args_seen(call->op, call->args);
    for (size_t i = 0; i < rows.n; i++)
        if (rows.first[i].when && strcmp(rows.first[i].when, "?absent") == 0)
            add_row(&rows.first[i], seen, "", &f);
    json_decref(seen);
}

static void each_row(const struct grant_call *call, const json_t *args, struct fill *f)
{
    char action[GRANT_ACTION_MAX];
    const struct slrun_op *op = call->op;
    const struct slrun_service *service = op->service ? op->service : call->service;
    static const struct slrun_grant none_fits = {.resource = "{}"};
    struct grant_rows rows = grant_rows_of(call->service, op);
    bool any = false;
    if (!service->iam_prefix || !*service->iam_prefix)
        return;
    snprintf(action, sizeof action, "%s:%s", service->iam_prefix, op->api);
    for (size_t i = 0; i < rows.n; i++) {
        const struct slrun_grant *row = &rows.first[i];
        if (!holds(row->when, args) || (rows.any_op && !can_fill(row->resource, args)))
            continue;
        add_row(row, args, action, f);
        any = true;
        if (rows.any_op)
            return;
    }
    if (!any && (rows.any_op || rows.n == 0))
        add_row(rows.n ? &none_fits : NULL, args, action, f);
}

void grant_each(const struct grant_call *call, grant_found *found, void *arg)
{
    struct fill f = {.found = found, .arg = arg};
    json_t *seen = args_seen(call->op, call->args);
    each_row(call, seen, &f);
    json_decref(seen);
}

/* ---- telling calls apart ---- */

static void hash_text(void *arg, const char *text)
{
    uint64_t *hash = arg;
    for (; *text; text++)
        *hash = (*hash ^ (unsigned char)*text) * 0x100000001b3u;
    *hash = (*hash ^ 0xff) * 0x100000001b3u;
}

uint64_t grant_hash(const struct grant_rows *rows, const struct slrun_op *op, const json_t *args)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)(uintptr_t)op;
    json_t *seen = args_seen(op, args);
    for (size_t i = 0; i < rows->n; i++) {
        struct place place;
        const struct slrun_grant *row = &rows->first[i];
        hash = (hash ^ (uint64_t)holds(row->when, seen)) * 0x100000001b3u;
        for (const char *at = row->resource; at && find_place(at, &place); at = place.to)
            follow(seen, place.path, hash_text, &hash);
    }
    json_decref(seen);
    return hash;
}
