/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of the AWS query protocol to arguments. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "base/error.h"
#include "local/protocol/query.h"

void query_form(const struct slrun_query *query, const struct slrun_param *param,
                struct query_form *form)
{
    bool flat = param->flags & SLRUN_FLAT, map = param->shape.type == SLRUN_MAP;
    const struct slrun_query_name *name = query->names;
    *form = (struct query_form){.inner = flat  ? NULL
                                         : map ? "entry"
                                               : "member",
                                .key = param->flags & SLRUN_NAME_VALUE ? "Name" : "key",
                                .value = param->flags & SLRUN_NAME_VALUE ? "Value" : "value"};
    while (name && name->member && strcmp(name->member, param->name) != 0)
        name++;
    if (!name || !name->member) {
        (void)snprintf(form->wire, sizeof form->wire, "%s", param->name);
        return;
    }
    bool of_api = name->wire[0] == '.';
    (void)snprintf(form->wire, sizeof form->wire, "%s%s", of_api ? query->api : "",
                   name->wire + of_api);
    form->inner = NULL;
    form->lone = true;
    form->key = name->key ? name->key : form->key;
    form->value = name->value ? name->value : form->value;
}

struct reader {
    const struct slrun_cloud *cloud;
    struct slrun_exchange *x;
    const struct slrun_query *query;
    struct slrun_error *error;
    char name[QUERY_FIELD_NAME_MAX]; /* of the value that is read */
};

/* ---- names ---- */

/* Puts a word behind byte `at` of the name; false: it becomes too long to be there. */
static bool push(struct reader *r, size_t at, const char *word)
{
    size_t room = sizeof r->name - at;
    int n = snprintf(r->name + at, room, "%s%s", at ? "." : "", word);
    return n >= 0 && (size_t)n < room;
}

static bool push_number(struct reader *r, size_t at, size_t number)
{
    char word[24];
    (void)snprintf(word, sizeof word, "%zu", number);
    return push(r, at, word);
}

static const struct slrun_field *field(const struct reader *r)
{
    const struct slrun_field *f;
    for (size_t i = 0; (f = r->cloud->form_at(r->x, i)); i++)
        if (strcmp(f->name, r->name) == 0)
            return f;
    return NULL;
}

/* Is there a field of that name, or one that goes on behind it with a dot? */
static bool is_there(const struct reader *r)
{
    size_t n = strlen(r->name);
    const struct slrun_field *f;
    for (size_t i = 0; (f = r->cloud->form_at(r->x, i)); i++)
        if (strncmp(f->name, r->name, n) == 0 && (f->name[n] == '\0' || f->name[n] == '.'))
            return true;
    return false;
}

/* ---- values ---- */

static json_t *bad(struct reader *r)
{
    error_set(r->error, SLRUN_E_SERVICE, "Value for parameter %s is invalid.", r->name);
    (void)snprintf(r->error->code, sizeof r->error->code, "ValidationError");
    r->error->status = 400;
    return NULL;
}

static json_t *no_memory(struct reader *r)
{
    error_set(r->error, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

static json_t *read_integer(struct reader *r, const struct slrun_field *f)
{
    char *end;
    errno = 0;
    long long value = strtoll(f->value, &end, 10);
    return errno || end == f->value || *end ? bad(r) : json_integer(value);
}

static json_t *read_number(struct reader *r, const struct slrun_field *f)
{
    char *end;
    double value = strtod(f->value, &end);
    return end == f->value || *end || !isfinite(value) ? bad(r) : json_real(value);
}

static json_t *read_boolean(struct reader *r, const struct slrun_field *f)
{
    bool yes = strcmp(f->value, "true") == 0;
    return yes || strcmp(f->value, "false") == 0 ? json_boolean(yes) : bad(r);
}

/* As seconds since 1970. */
static json_t *read_timestamp(struct reader *r, const struct slrun_field *f)
{
    int64_t ms;
    return slrun_time_read(f->value, SLRUN_TIME_DAY | SLRUN_TIME_LOOSE, &ms) ? slrun_time_json(ms)
                                                                             : bad(r);
}

static json_t *read_text(struct reader *r, const struct slrun_field *f)
{
    json_t *text = json_stringn(f->value, f->size);
    return text ? text : bad(r); /* no UTF-8 */
}

static json_t *read_scalar(struct reader *r, enum slrun_type type)
{
    static json_t *(*const readers[])(struct reader *, const struct slrun_field *) = {
        [SLRUN_INTEGER] = read_integer,
        [SLRUN_FLOAT] = read_number,
        [SLRUN_BOOLEAN] = read_boolean,
        [SLRUN_TIMESTAMP] = read_timestamp,
    };
    const struct slrun_field *f = field(r);
    if (!f)
        return bad(r); /* only names that go on are there */
    return type < sizeof readers / sizeof *readers && readers[type] ? readers[type](r, f)
                                                                    : read_text(r, f);
}

static json_t *read_value(struct reader *r, const struct slrun_shape *shape,
                          const struct query_form *form);

/* ---- lists, maps, structures ---- */

/* "Name=" says that it is empty. */
static bool is_empty(const struct reader *r)
{
    const struct slrun_field *f = field(r);
    return f && f->size == 0;
}

static json_t *element(struct reader *r, const struct slrun_shape *of)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    const struct slrun_shape *shape = of ? of : &string;
    const struct query_form form = {
        .inner = shape->type == SLRUN_MAP ? "entry" : "member", .key = "key", .value = "value"};
    return read_value(r, shape, &form);
}

/* The elements that stand under the name's numbers, or without one. */
static bool read_elements(struct reader *r, const struct slrun_shape *shape,
                          const struct query_form *form, json_t *list)
{
    size_t at = strlen(r->name);
    if (form->lone && field(r))
        return json_array_append_new(list, element(r, shape->of)) == 0;
    if (form->inner && !push(r, at, form->inner))
        return true;
    at = strlen(r->name);
    for (size_t i = 1; push_number(r, at, i) && is_there(r); i++)
        if (json_array_append_new(list, element(r, shape->of)) != 0)
            return false;
    return true;
}

/* One entry, whose key and value stand behind the name. */
static bool read_entry(struct reader *r, const struct slrun_shape *shape,
                       const struct query_form *form, json_t *map)
{
    size_t at = strlen(r->name);
    json_t *key = push(r, at, form->key) ? read_scalar(r, SLRUN_STRING) : bad(r), *value = NULL;
    if (key)
        value = push(r, at, form->value) ? element(r, shape->of) : bad(r);
    bool ok = value && json_object_set_new(map, json_string_value(key), value) == 0;
    json_decref(key);
    r->name[at] = '\0';
    return ok;
}

static bool read_entries(struct reader *r, const struct slrun_shape *shape,
                         const struct query_form *form, json_t *map)
{
    size_t at = strlen(r->name);
    bool alone = form->lone && push(r, at, form->key) && field(r);
    r->name[at] = '\0';
    if (alone)
        return read_entry(r, shape, form, map);
    if (form->inner && !push(r, at, form->inner))
        return true;
    at = strlen(r->name);
    for (size_t i = 1; push_number(r, at, i) && is_there(r); i++)
        if (!read_entry(r, shape, form, map))
            return false;
    return true;
}

static bool read_members(struct reader *r, const struct slrun_param *members, json_t *object)
{
    size_t at = strlen(r->name);
    for (; members && members->name; members++) {
        struct query_form form;
        query_form(r->query, members, &form);
        if (push(r, at, form.wire) && is_there(r) &&
            json_object_set_new(object, members->name, read_value(r, &members->shape, &form)) != 0)
            return false;
        r->name[at] = '\0';
    }
    return true;
}

static json_t *read_value(struct reader *r, const struct slrun_shape *shape,
                          const struct query_form *form)
{
    bool list = shape->type == SLRUN_LIST, map = shape->type == SLRUN_MAP;
    size_t at = strlen(r->name);
    if (!list && !map && shape->type != SLRUN_STRUCTURE)
        return read_scalar(r, shape->type);
    json_t *value = list ? json_array() : json_object();
    bool ok = value && ((list || map) && is_empty(r) ? true
                        : list                       ? read_elements(r, shape, form, value)
                        : map                        ? read_entries(r, shape, form, value)
                                                     : read_members(r, shape->members, value));
    r->name[at] = '\0';
    if (ok)
        return value;
    json_decref(value);
    return r->error->kind == SLRUN_E_NONE ? no_memory(r) : NULL;
}

json_t *query_read(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                   const struct slrun_query *query, struct slrun_error *error)
{
    const struct slrun_shape all = {.type = SLRUN_STRUCTURE, .members = query->params};
    struct reader r = {.cloud = cloud, .x = x, .query = query, .error = error};
    *error = (struct slrun_error){.kind = SLRUN_E_NONE};
    return read_value(&r, &all, NULL);
}
