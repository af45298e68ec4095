/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments of AWS JSON against the shapes of the client half: types, what is required, words; and
 * against bounds. */
#include "local/protocol/json_args.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/json_read.h"
#include "local/protocol/json_bound.h"
#include "local/protocol/rest.h"

enum {
    PLACE_MAX = 160,
    CONSTRAINT_MAX = 4096,
    SHOWN_MAX = 601,
    VIOLATIONS_MAX = 10,
    VIOLATIONS_SIZE_MAX = 16 << 10
};

/* A wrong type ends it; of what else is wrong all is told. */
struct check {
    const char *api;
    const struct slrun_bound *bounds;
    struct slrun_error *error;
    unsigned n;
    struct buf violations;
};

/* A value, where it stands, and what bounds call it. */
struct spot {
    const char *place, *member;
    const json_t *value;
    bool secret;
};

static bool is_type(enum slrun_type type, const json_t *value)
{
    switch (type) {
    case SLRUN_INTEGER:
        return json_is_integer(value);
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return json_is_number(value);
    case SLRUN_BOOLEAN:
        return json_is_boolean(value);
    case SLRUN_LIST:
        return json_is_array(value);
    case SLRUN_MAP:
    case SLRUN_STRUCTURE:
        return json_is_object(value);
    case SLRUN_DOCUMENT:
        return true;
    default:
        return json_is_string(value);
    }
}

static bool refuse(struct slrun_error *error, const char *code, const char *text)
{
    (void)error_set(error, SLRUN_E_SERVICE, "%s", text);
    (void)snprintf(error->code, sizeof error->code, "%s", code);
    return false;
}

static size_t plain_text(const json_t *value, char *text, size_t size)
{
    int n = 0;
    if (json_is_string(value))
        n = snprintf(text, size, "%.100s", json_string_value(value));
    else if (json_is_integer(value))
        n = snprintf(text, size, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        n = snprintf(text, size, "%g", json_real_value(value));
    else
        n = snprintf(text, size, "...");
    return n > 0 ? (size_t)n : 0;
}

/* A list as AWS shows it, "[a, b]", as far as it is one of texts. */
static void list_text(const json_t *list, char *text, size_t size)
{
    size_t i, n = 1;
    json_t *element;
    (void)snprintf(text, size, "[");
    json_array_foreach ((json_t *)(uintptr_t)list, i, element) {
        n += (size_t)snprintf(text + n, size - n, "%s", i ? ", " : "");
        n += plain_text(element, text + n, size - n);
        if (!json_is_string(element) || n + 110 > size)
            break;
    }
    (void)snprintf(text + n, size - n, "]");
}

/* A map: "{a=1, b=2}". */
static void map_text(const json_t *map, char *text, size_t size)
{
    size_t n = 1;
    const char *key;
    json_t *element;
    (void)snprintf(text, size, "{");
    json_object_foreach ((json_t *)(uintptr_t)map, key, element) {
        n += (size_t)snprintf(text + n, size - n, "%s%.100s=", n > 1 ? ", " : "", key);
        n += plain_text(element, text + n, size - n);
        if (n + 220 > size)
            break;
    }
    (void)snprintf(text + n, size - n, "}");
}

static void value_text(const json_t *value, char *text, size_t size)
{
    if (json_is_string(value))
        (void)snprintf(text, size, "%s", json_string_value(value));
    else if (json_is_integer(value))
        (void)plain_text(value, text, size);
    else if (json_is_array(value))
        list_text(value, text, size);
    else if (json_is_object(value))
        map_text(value, text, size);
    else
        (void)snprintf(text, size, "%s", value ? "[...]" : "null");
}

/* "Value 'x' at 'name' failed to satisfy constraint: ..."; of a secret without the value. */
static void violation(struct check *c, const struct spot *spot, const char *constraint)
{
    char shown[SHOWN_MAX] = "";
    const char *quote = !spot->value || spot->secret ? "" : "'";
    if (c->n == VIOLATIONS_MAX)
        return;
    if (!spot->secret)
        value_text(spot->value, shown, sizeof shown);
    buf_printf(&c->violations, "%sValue%s%s%s%s at '%s' failed to satisfy constraint: %s",
               c->n++ ? "; " : "", spot->secret ? "" : " ", quote, shown, quote, spot->place,
               constraint);
}

/* ---- bounds ---- */

static struct json_limits limits_of(const struct check *c, const char *member,
                                    const struct slrun_shape *shape)
{
    return (struct json_limits){json_bound_find(c->bounds, c->api, member),
                                shape && shape->type == SLRUN_STRING ? shape->values : NULL};
}

/* Each thing that is wrong is a violation of its own. */
static void check_limits(struct check *c, const struct spot *spot, const struct json_limits *limits)
{
    unsigned breaches = json_bound_breaches(limits, spot->value);
    for (unsigned b = BREACH_MOST; b < BREACH_END; b *= 2) {
        struct buf constraint = BUF_INIT(CONSTRAINT_MAX);
        if (!(breaches & b))
            continue;
        json_bound_text(limits, (enum json_breach)b, json_is_integer(spot->value), &constraint);
        violation(c, spot, buf_str(&constraint));
        buf_free(&constraint);
    }
}

/* What is wrong with elements is told of their list or map, with all that they must be. */
static void check_elements(struct check *c, const struct spot *spot, const char *what,
                           const struct json_limits *limits)
{
    struct buf constraint = BUF_INIT(CONSTRAINT_MAX);
    (void)buf_printf(&constraint, "%s must satisfy constraint: [", what);
    json_bound_all(limits, false, &constraint);
    (void)buf_putc(&constraint, ']');
    violation(c, spot, buf_str(&constraint));
    buf_free(&constraint);
}

/* ---- shapes: false where a type is wrong ---- */

static bool check_members(struct check *c, const char *outer, const struct slrun_param *members,
                          json_t *object);
static bool check_value(struct check *c, const struct spot *spot, const struct slrun_shape *shape);

static bool is_plain(const struct slrun_shape *shape)
{
    return shape->type != SLRUN_STRUCTURE && shape->type != SLRUN_LIST && shape->type != SLRUN_MAP;
}

static bool check_type(struct check *c, const struct spot *spot, const struct slrun_shape *shape)
{
    char text[PLACE_MAX + 64];
    if (is_type(shape->type, spot->value))
        return true;
    (void)snprintf(text, sizeof text, "%s has a value of the wrong type", spot->place);
    return refuse(c->error, "SerializationException", text);
}

static bool check_list(struct check *c, const struct spot *spot, const struct slrun_shape *of)
{
    char place[PLACE_MAX], bound[PLACE_MAX];
    unsigned breaches = 0;
    (void)snprintf(bound, sizeof bound, "%.120s[]", spot->member);
    const struct json_limits limits = limits_of(c, bound, of);
    for (size_t i = 0; i < json_array_size(spot->value); i++) {
        (void)snprintf(place, sizeof place, "%.120s.%zu.member", spot->place, i + 1);
        const struct spot inner = {place, bound, json_array_get(spot->value, i), spot->secret};
        if (is_plain(of) ? !check_type(c, &inner, of) : !check_value(c, &inner, of))
            return false;
        breaches |= is_plain(of) ? json_bound_breaches(&limits, inner.value) : 0;
    }
    if (breaches)
        check_elements(c, spot, "Member", &limits);
    return true;
}

static unsigned breaches_of_key(const struct json_limits *limits, const char *key)
{
    json_t *name = limits->bound ? json_string(key) : NULL;
    unsigned breaches = name ? json_bound_breaches(limits, name) : 0;
    json_decref(name);
    return breaches;
}

static bool check_map(struct check *c, const struct spot *spot, const struct slrun_shape *of)
{
    char bound[PLACE_MAX], key_bound[PLACE_MAX];
    const char *key;
    json_t *element;
    unsigned keys = 0, breaches = 0;
    (void)snprintf(bound, sizeof bound, "%.120s[]", spot->member);
    (void)snprintf(key_bound, sizeof key_bound, "%.120s{}", spot->member);
    const struct json_limits limits = limits_of(c, bound, of);
    const struct json_limits key_limits = limits_of(c, key_bound, NULL);
    json_object_foreach ((json_t *)(uintptr_t)spot->value, key, element) {
        const struct spot inner = {spot->place, bound, element, spot->secret};
        if (is_plain(of) ? !check_type(c, &inner, of) : !check_value(c, &inner, of))
            return false;
        keys |= breaches_of_key(&key_limits, key);
        breaches |= is_plain(of) ? json_bound_breaches(&limits, element) : 0;
    }
    if (keys)
        check_elements(c, spot, "Map keys", &key_limits);
    if (breaches)
        check_elements(c, spot, "Map value", &limits);
    return true;
}

static bool check_value(struct check *c, const struct spot *spot, const struct slrun_shape *shape)
{
    json_t *value = (json_t *)(uintptr_t)spot->value;
    const struct json_limits limits = limits_of(c, spot->member, shape);
    if (!check_type(c, spot, shape))
        return false;
    check_limits(c, spot, &limits);
    if (shape->type == SLRUN_STRUCTURE)
        return !shape->members || check_members(c, spot->place, shape->members, value);
    return !shape->of ||
           (json_is_array(value) ? check_list(c, spot, shape->of) : check_map(c, spot, shape->of));
}

static bool check_members(struct check *c, const char *outer, const struct slrun_param *members,
                          json_t *object)
{
    for (; members->name; members++) {
        char place[PLACE_MAX];
        (void)snprintf(place, sizeof place, "%.100s%s%.50s", outer, *outer ? "." : "",
                       members->name);
        char *own = place + strlen(place) - strlen(members->name);
        *own = (char)tolower((unsigned char)*own);
        if (json_is_null(json_object_get(object, members->name)))
            (void)json_object_del(object, members->name);
        const struct spot spot = {place, members->name, json_object_get(object, members->name),
                                  members->flags & SLRUN_SECRET};
        if (!spot.value && members->flags & SLRUN_REQUIRED)
            violation(c, &(struct spot){.place = place}, "Member must not be null");
        if (spot.value && !check_value(c, &spot, &members->shape))
            return false;
    }
    return true;
}

/* ---- requests and answers ---- */

int json_args_check(json_t *args, const struct slrun_op *op, const struct slrun_bound *bounds,
                    struct slrun_error *error)
{
    struct check c = {op->api, bounds, error, 0, BUF_INIT(VIOLATIONS_SIZE_MAX)};
    char text[SLRUN_ERROR_MESSAGE_MAX];
    *error = (struct slrun_error){.kind = SLRUN_E_NONE};
    bool ok = !op->params || check_members(&c, "", op->params, args);
    if (ok && c.n) {
        (void)snprintf(text, sizeof text, "%u validation error%s detected: %s", c.n,
                       c.n == 1 ? "" : "s", buf_str(&c.violations));
        ok = refuse(error, "ValidationException", text);
    }
    buf_free(&c.violations);
    return ok ? 0 : -1;
}

json_t *json_args_read(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                       const struct slrun_op *op, const struct slrun_bound *bounds,
                       struct slrun_error *error)
{
    json_t *args = op->rest ? rest_args(op, x) : json_read(x->body, x->size, 0, NULL);
    (void)cloud;
    if (!json_is_object(args)) {
        *error = (struct slrun_error){.kind = SLRUN_E_NONE};
        (void)refuse(error, "SerializationException", "The request is not a JSON object.");
    } else if (json_args_check(args, op, bounds, error) == 0) {
        return args;
    }
    json_decref(args);
    return NULL;
}

void json_args_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                     const struct slrun_service *service, const json_t *result)
{
    char type[48];
    size_t size = 0;
    char *text = json_is_null(result) ? NULL : cloud->host->json_text(result, 0, &size);
    (void)snprintf(type, sizeof type,
                   service->json_version ? "application/x-amz-json-%s" : "application/json",
                   service->json_version);
    cloud->reply(x, &(struct slrun_reply){.status = 200,
                                          .content_type = type,
                                          .body = text ? text : "",
                                          .size = text ? size : 0});
    free(text);
}
