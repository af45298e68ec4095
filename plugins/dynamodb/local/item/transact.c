/* SPDX-License-Identifier: Apache-2.0 */
/* What the two transactions have in common. */
#include "item/transact.h"

#include "text.h"

static bool same_item(const struct transact_part *a, const struct transact_part *b)
{
    return a->table == b->table && a->key->pk.data != NULL && item_key_equal(a->key, b->key);
}

bool transact_distinct(const struct transact_part *parts, size_t n, struct fault *fault)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < i; j++) {
            if (same_item(&parts[i], &parts[j])) {
                return fault_invalid(
                    fault, "Transaction request cannot include multiple operations on one item");
            }
        }
    }
    return true;
}

/* NULL: it is no reason for a cancellation, but ends the request by itself. */
static const char *code_of(const struct fault *fault)
{
    switch (fault->kind) {
    case FAULT_NONE:
        return "None";
    case FAULT_CONDITION:
        return "ConditionalCheckFailed";
    case FAULT_VALIDATION:
        return "ValidationError";
    default:
        return NULL;
    }
}

static json_t *reason(const struct fault *fault)
{
    json_t *json = json_pack("{s:s}", "Code", code_of(fault));
    if (json == NULL ||
        (fault->message != NULL &&
         json_object_set_new(json, "Message", json_string_nocheck(fault->message)) != 0) ||
        (fault->item != NULL && json_object_set(json, "Item", fault->item) != 0)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

bool transact_cancelled(json_t *reasons, struct fault *fault)
{
    struct text codes = {0};
    for (size_t i = 0; i < json_array_size(reasons); i++) {
        const json_t *code = json_object_get(json_array_get(reasons, i), "Code");
        text_add(&codes, "%s%s", i == 0 ? "" : ", ", json_string_value(code));
    }
    if (codes.failed) {
        fault_internal(fault);
    } else {
        fault_set(fault, FAULT_CANCELLED,
                  "Transaction cancelled, please refer cancellation reasons for specific reasons "
                  "[%s]",
                  text_string(&codes));
        fault->reasons = json_incref(reasons);
    }
    text_free(&codes);
    return false;
}

static bool cancel(const struct transact_part *parts, size_t n, struct fault *fault)
{
    json_t *reasons = json_array();
    bool ok = reasons != NULL;
    for (size_t i = 0; ok && i < n; i++)
        ok = json_array_append_new(reasons, reason(parts[i].fault)) == 0;
    ok = ok ? transact_cancelled(reasons, fault) : fault_internal(fault);
    json_decref(reasons);
    return ok;
}

bool transact_unfailed(const struct transact_part *parts, size_t n, struct fault *fault)
{
    bool failed = false;
    for (size_t i = 0; i < n; i++) {
        if (code_of(parts[i].fault) == NULL) {
            return fault_set(fault, parts[i].fault->kind, "%s",
                             parts[i].fault->message == NULL ? "" : parts[i].fault->message);
        }
        failed = failed || parts[i].fault->kind != FAULT_NONE;
    }
    return !failed || cancel(parts, n, fault);
}

struct capacity *transact_units(struct transact_tally *tally, const struct table *table,
                                const char *unit)
{
    size_t i = 0;
    while (i < tally->n && tally->tables[i] != table)
        i++;
    if (i == tally->n) {
        tally->tables[tally->n++] = table;
        tally->units[i].unit = unit;
    }
    return &tally->units[i];
}

bool transact_answer(struct transact_tally *tally, json_t *answer, const char *wanted)
{
    bool ok = true;
    for (size_t i = 0; ok && i < tally->n; i++) {
        capacity_double(&tally->units[i], tally->tables[i]);
        ok = capacity_append(answer, tally->tables[i], &tally->units[i], wanted);
    }
    return ok;
}
