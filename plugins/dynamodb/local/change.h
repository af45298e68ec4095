/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The common way of PutItem, DeleteItem and UpdateItem: read the request, find table and old item,
 * test the condition, write, answer.
 */
#ifndef SLRUN_DYNAMODB_CHANGE_H
#define SLRUN_DYNAMODB_CHANGE_H

#include "expressions.h"
#include "service.h"

struct change;

/* What differs between the three. */
struct change_kind {
    const char *input; /* the parameter that says which item: "Item" or "Key" */
    const struct expression_rules *rules;
    /* Checks what needs no table, before the expressions are read; may be NULL. */
    bool (*check)(struct change *change);
    /* The item's key, from `input`. */
    bool (*key)(const struct table *table, const json_t *input, struct item_key *out,
                struct fault *fault);
    /* Checks what needs the table, after the key; may be NULL. */
    bool (*fits)(struct change *change);
    /* Sets `item` from `old` and `input`; NULL: the item is to be deleted. */
    bool (*make)(struct change *change);
};

struct change {
    struct call *call;
    const struct change_kind *kind;
    const struct table *table;
    struct expressions expressions;
    struct item_key key;
    struct store_row old;
    json_t *input;               /* canonical */
    json_t *item;                /* what is written; owned */
    struct expr_updated updated; /* updates only; its `item` is handed over to `item` above */
};

/* Runs the whole; the operation's answer, or NULL with the call's fault filled. */
json_t *change_run(struct call *call, const struct change_kind *kind);

#endif
