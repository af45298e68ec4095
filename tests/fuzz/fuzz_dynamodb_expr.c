/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fuzzes the expression engine of the DynamoDB emulation. Input: lines. The first byte of the first
 * line says the kind (c f k u p), the rest of it is the expression; the second line holds the
 * placeholders and the item as JSON: {"n": names, "v": values, "i": item}, all optional.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr.h"
#include "heads.h"
#include "value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct expr_key_schema schema = {{{"p", VALUE_S}, {"c", VALUE_N}}, 1, 2};

static enum expr_kind kind_of(char letter)
{
    switch (letter) {
    case 'f':
        return EXPR_FILTER;
    case 'k':
        return EXPR_KEY_CONDITION;
    case 'u':
        return EXPR_UPDATE;
    case 'p':
        return EXPR_PROJECTION;
    default:
        return EXPR_CONDITION;
    }
}

/* What an update makes must be canonical again. */
static void update(const struct expr *expr, const json_t *item)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct expr_updated out;
    if (!expr_update(expr, item, &out, &error))
        return;
    json_t *again = value_item_canonical(out.item, &error);
    if (again == NULL || !json_equal(again, out.item))
        abort();
    value_item_size(out.item);
    json_decref(again);
    expr_updated_clear(&out);
}

static void evaluate(const struct expr *expr, enum expr_kind kind, const json_t *item)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct expr_key_query query;
    expr_check_update_keys(expr, &schema, &error);
    expr_check_filter_keys(expr, &schema, &error);
    switch (kind) {
    case EXPR_UPDATE:
        update(expr, item);
        break;
    case EXPR_PROJECTION:
        json_decref(expr_project(expr, item));
        break;
    case EXPR_KEY_CONDITION:
        expr_key_query(expr, &schema, &query, &error);
        break;
    default:
        expr_matches(expr, item);
        break;
    }
}

static void run(const char *text, const json_t *parts)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    enum expr_kind kind = kind_of(text[0]);
    const json_t *raw = json_object_get(parts, "i");
    struct expr_scope *scope =
        expr_scope_open(json_object_get(parts, "n"), json_object_get(parts, "v"), &error);
    json_t *item = json_is_object(raw) ? value_item_canonical(raw, &error) : json_object();
    struct expr *expr =
        scope != NULL && item != NULL ? expr_parse(scope, kind, text + 1, &error) : NULL;
    if (expr != NULL) {
        expr_scope_all_used(scope, &error);
        evaluate(expr, kind, item);
    }
    expr_free(expr);
    json_decref(item);
    expr_scope_close(scope);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size);
    if (text == NULL)
        return 0;
    char *rest = text, *line = heads_line(&rest);
    json_t *parts = json_loads(rest, JSON_ALLOW_NUL, NULL);
    if (line[0] != '\0')
        run(line, parts);
    json_decref(parts);
    free(text);
    return 0;
}
