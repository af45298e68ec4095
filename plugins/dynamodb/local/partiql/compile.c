/* SPDX-License-Identifier: Apache-2.0 */
/* From statements to the arguments of the operations that do the same. */
#include "partiql/compile.h"

#include <string.h>

#define NO_KEY "Where clause does not contain a mandatory equality on all key attributes"

static bool begin(struct partiql_request *request, const struct partiql *statement)
{
    size_t given = json_array_size(request->scope->parameters);
    if (statement->parameters > given) {
        return expr_fail(request->error,
                         "Number of parameters in request and statement don't match.");
    }
    request->statement = statement;
    request->args = json_object();
    return request->args != NULL || expr_fail_memory(request->error);
}

static json_t *end(struct partiql_request *request, bool ok)
{
    if (!ok) {
        json_decref(request->args);
        return NULL;
    }
    return request->args;
}

static const char *last_name(const struct partiql_node *path)
{
    const struct partiql_node *step = path->args;
    while (step->next != NULL)
        step = step->next;
    return step->is_index ? NULL : step->text;
}

/* Columns are paths, and no two have one name. */
static bool check_columns(struct partiql_request *request)
{
    const struct partiql_node *first = request->statement->paths;
    for (const struct partiql_node *path = first; path != NULL; path = path->next) {
        if (path->kind != PARTIQL_PATH) {
            return expr_fail(request->error, "Unexpected path component" PARTIQL_AT,
                             PARTIQL_PLACE(path));
        }
        const char *name = last_name(path);
        for (const struct partiql_node *seen = first; name != NULL && seen != path;
             seen = seen->next) {
            const char *other = last_name(seen);
            if (other != NULL && strcmp(other, name) == 0) {
                return expr_fail(request->error, "Duplicate identifiers in select clause: %.255s",
                                 name);
            }
        }
    }
    return true;
}

/* The top-level attributes of a projection, each once, so that paths may overlap. */
static bool put_projection(struct partiql_request *request)
{
    const struct partiql_node *first = request->statement->paths;
    if (!check_columns(request))
        return false;
    struct text text = {0};
    bool ok = true;
    for (const struct partiql_node *path = first; ok && path != NULL; path = path->next) {
        const struct partiql_node *seen = first;
        while (seen != path && strcmp(seen->args->text, path->args->text) != 0)
            seen = seen->next;
        if (seen == path) {
            text_add(&text, "%s", text.size > 0 ? ", " : "");
            ok = partiql_render_name(request, path->args->text, &text);
        }
    }
    if (!ok || first == NULL) {
        text_free(&text);
        return ok;
    }
    return partiql_put_text(request, "ProjectionExpression", &text);
}

static bool put_rest(struct partiql_request *request, const struct partiql_where *where,
                     const char *name)
{
    struct text text = {0};
    if (!partiql_where_rest(request, where, &text)) {
        text_free(&text);
        return false;
    }
    if (text.size == 0 && !text.failed)
        return true;
    return partiql_put_text(request, name, &text);
}

static bool fail_key_type(const struct partiql_request *request, const char *name)
{
    return expr_fail(
        request->error,
        "Key attribute's data type should match its data type in table's schema: Key %.255s", name);
}

/* The value of `attribute = value`, of the type that the schema wants. */
static json_t *key_value(struct partiql_request *request, const struct partiql_node *equality,
                         enum value_type type)
{
    json_t *value = partiql_value(request, equality->args->next);
    if (value != NULL && value_type_of(value) != type) {
        json_decref(value);
        fail_key_type(request, equality->args->args->text);
        return NULL;
    }
    return value;
}

/* Takes an equality for each attribute of the partition key out of the WHERE, or nothing. */
static bool take_partition(const struct expr_key_schema *keys, struct partiql_where *where,
                           const struct partiql_node *equalities[EXPR_KEY_PART_MAX])
{
    struct partiql_where rest = *where;
    for (size_t i = 0; i < keys->n_hash; i++) {
        equalities[i] = partiql_where_equality(&rest, keys->of[i].name);
        if (equalities[i] == NULL)
            return false;
    }
    *where = rest;
    return true;
}

static bool render_partition(struct partiql_request *request,
                             const struct partiql_node *const equalities[EXPR_KEY_PART_MAX],
                             struct text *text)
{
    const struct expr_key_schema *keys = request->scope->keys;
    for (size_t i = 0; i < keys->n_hash; i++) {
        json_t *value = key_value(request, equalities[i], keys->of[i].type);
        json_decref(value);
        text_add(text, i == 0 ? "" : " AND ");
        if (value == NULL || !partiql_render(request, equalities[i], text))
            return false;
    }
    return true;
}

/* One condition on each attribute of the sort key, up to the first that is no equality. */
static bool render_sort(struct partiql_request *request, struct partiql_where *where,
                        struct text *text)
{
    const struct expr_key_schema *keys = request->scope->keys;
    bool more = true;
    for (size_t i = keys->n_hash; i < keys->n && more; i++) {
        const struct partiql_node *range = partiql_where_range(where, keys->of[i].name);
        more = range != NULL && partiql_is_equality(range);
        text_add(text, range == NULL ? "" : " AND ");
        if (range != NULL && !partiql_render(request, range, text))
            return false;
    }
    return true;
}

static bool put_conditions(struct partiql_request *request, struct partiql_where *where,
                           const struct partiql_node *const equalities[EXPR_KEY_PART_MAX])
{
    struct text text = {0};
    if (!render_partition(request, equalities, &text) || !render_sort(request, where, &text)) {
        text_free(&text);
        return false;
    }
    return partiql_put_text(request, "KeyConditionExpression", &text);
}

static bool put_order(struct partiql_request *request, bool query)
{
    const struct expr_key_schema *keys = request->scope->keys;
    const struct partiql_node *key = request->statement->order;
    if (key != NULL && request->statement->where == NULL) {
        return expr_fail(request->error,
                         "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    if (key != NULL && !query) {
        return expr_fail(request->error,
                         "Must have at least one non-optional hash key condition in "
                         "WHERE clause when using ORDER BY clause.");
    }
    for (; key != NULL; key = key->next) {
        size_t at = 0;
        while (at < keys->n && !partiql_is_attribute(key, keys->of[at].name))
            at++;
        if (at == keys->n) {
            return expr_fail(request->error,
                             "Variable reference %.255s in ORDER BY clause must be part of the "
                             "primary key",
                             key->args->text);
        }
        if (at >= keys->n_hash && key->descending &&
            !partiql_put(request, "ScanIndexForward", json_false()))
            return false;
    }
    return true;
}

json_t *partiql_select(const struct partiql *statement, const struct partiql_scope *scope,
                       bool *query, struct expr_error *error)
{
    struct partiql_request request = {.scope = scope, .error = error};
    struct partiql_where where = {.count = 0};
    bool ok = begin(&request, statement) && partiql_where_split(&request, &where);
    const struct partiql_node *equalities[EXPR_KEY_PART_MAX];
    *query = ok && take_partition(scope->keys, &where, equalities);
    ok = ok && put_order(&request, *query) &&
         (!*query || put_conditions(&request, &where, equalities)) &&
         put_rest(&request, &where, "FilterExpression") && put_projection(&request);
    return end(&request, ok);
}

/* The item's key from the WHERE; *whole is whether all of it was there. */
static bool put_key(struct partiql_request *request, struct partiql_where *where, bool *whole)
{
    const struct expr_key_schema *keys = request->scope->keys;
    json_t *key = json_object();
    *whole = true;
    for (size_t i = 0; i < keys->n && *whole; i++) {
        const struct expr_key_attribute *of = &keys->of[i];
        const struct partiql_node *equality = partiql_where_equality(where, of->name);
        *whole = equality != NULL;
        json_t *value = *whole ? key_value(request, equality, of->type) : NULL;
        if (*whole && (value == NULL || json_object_set_new(key, of->name, value) != 0)) {
            json_decref(key);
            return false;
        }
    }
    return partiql_put(request, "Key", key);
}

json_t *partiql_get(const struct partiql *statement, const struct partiql_scope *scope, bool *whole,
                    struct expr_error *error)
{
    struct partiql_request request = {.scope = scope, .error = error};
    struct partiql_where where = {.count = 0};
    *whole = true;
    if (!begin(&request, statement) || !partiql_where_split(&request, &where) ||
        !put_key(&request, &where, whole))
        return end(&request, false);
    for (size_t i = 0; i < where.count; i++)
        *whole = *whole && where.parts[i] == NULL;
    return end(&request, *whole && put_projection(&request));
}

static bool has_key(const struct partiql_request *request, const json_t *item)
{
    const struct expr_key_schema *keys = request->scope->keys;
    for (size_t i = 0; i < keys->n; i++) {
        const json_t *value = json_object_get(item, keys->of[i].name);
        if (value == NULL) {
            return expr_fail(request->error,
                             "Key attribute should be present in the item: Key %.255s",
                             keys->of[i].name);
        }
        if (value_type_of(value) != keys->of[i].type)
            return fail_key_type(request, keys->of[i].name);
    }
    return true;
}

static bool put_item(struct partiql_request *request)
{
    struct text text = {0};
    json_t *item = partiql_item(request);
    if (item == NULL || !has_key(request, item)) {
        json_decref(item);
        return false;
    }
    text_add(&text, "attribute_not_exists(");
    if (!partiql_put(request, "Item", item) ||
        !partiql_render_name(request, request->scope->keys->of[0].name, &text)) {
        text_free(&text);
        return false;
    }
    text_add(&text, ")");
    return partiql_put_text(request, "ConditionExpression", &text);
}

/* An update wants an item that is there; a deletion of one that is not does nothing. */
static bool put_condition(struct partiql_request *request, const struct partiql_where *where)
{
    bool update = request->statement->kind == PARTIQL_KIND_UPDATE;
    struct text text = {0};
    text_add(&text, update ? "attribute_exists(" : "attribute_not_exists(");
    bool ok = partiql_render_name(request, request->scope->keys->of[0].name, &text);
    text_add(&text, update ? ")" : ") OR ");
    size_t before = text.size;
    text_add(&text, update ? " AND " : "");
    size_t empty = text.size;
    ok = ok && partiql_where_rest(request, where, &text);
    if (!ok || text.failed) {
        text_free(&text);
        return request->error->kind == EXPR_ERROR_NONE && expr_fail_memory(request->error);
    }
    if (text.size == empty && !update) {
        text_free(&text);
        json_object_del(request->args, "ExpressionAttributeNames");
        request->names = NULL;
        return true;
    }
    if (text.size == empty)
        text.data[before] = '\0';
    return partiql_put_text(request, "ConditionExpression", &text);
}

static bool put_returning(struct partiql_request *request)
{
    const struct partiql *statement = request->statement;
    if (statement->which == NULL)
        return true;
    bool all = strcmp(statement->which, "ALL") == 0;
    bool old = strcmp(statement->age, "OLD") == 0;
    if (statement->kind == PARTIQL_KIND_DELETE && !(all && old)) {
        return expr_fail(request->error,
                         "Invalid returning clause: RETURNING %s %s *. Only RETURNING ALL OLD * is "
                         "allowed in DELETE statements.",
                         statement->which, statement->age);
    }
    return partiql_put(
        request, "ReturnValues",
        json_string(all ? (old ? "ALL_OLD" : "ALL_NEW") : (old ? "UPDATED_OLD" : "UPDATED_NEW")));
}

static bool put_change(struct partiql_request *request)
{
    struct partiql_where where = {.count = 0};
    bool whole;
    if (!put_returning(request) || !partiql_where_split(request, &where) ||
        !put_key(request, &where, &whole))
        return false;
    if (!whole)
        return expr_fail(request->error, NO_KEY);
    const struct partiql_node *twice =
        partiql_where_equality(&where, request->scope->keys->of[0].name);
    if (twice != NULL) {
        return expr_fail(request->error,
                         "Multiple conditions on same key %.255s. Only single item "
                         "Update/Insert/Delete are supported",
                         twice->args->args->text);
    }
    if (request->statement->kind == PARTIQL_KIND_EXISTS) {
        return put_rest(request, &where, "ConditionExpression") &&
               (json_object_get(request->args, "ConditionExpression") != NULL ||
                expr_fail(request->error, "EXISTS() must contain a single item read with "
                                          "additional condition"));
    }
    return (request->statement->kind == PARTIQL_KIND_DELETE || partiql_put_update(request)) &&
           put_condition(request, &where);
}

json_t *partiql_write(const struct partiql *statement, const struct partiql_scope *scope,
                      struct expr_error *error)
{
    struct partiql_request request = {.scope = scope, .error = error};
    bool ok = begin(&request, statement) &&
              (statement->kind == PARTIQL_KIND_INSERT ? put_item(&request) : put_change(&request));
    return end(&request, ok);
}
