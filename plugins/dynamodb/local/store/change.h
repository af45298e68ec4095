/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The common way of PutItem, DeleteItem and UpdateItem, and of the actions of TransactWriteItems:
 * read the request, find table and old item, test the condition, write, answer.
 */
#ifndef SLRUN_DYNAMODB_CHANGE_H
#define SLRUN_DYNAMODB_CHANGE_H

#include "item/expressions.h"
#include "service.h"
#include "table/capacity.h"

struct change;

/* What differs between them. */
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
    bool looks;      /* make() looks at the old item */
    bool only_tests; /* nothing is written */
};

/* Each in item.c. */
extern const struct change_kind change_put;
extern const struct change_kind change_delete;
extern const struct change_kind change_update;
extern const struct change_kind change_check; /* ConditionCheck of a transaction */

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

/* Its steps, in this order, for transactions. `change` is zeroed but for `call` (an action's own,
 * with its arguments) and `kind`. Each is false with the call's fault filled. */
bool change_read(struct change *change); /* what the request says, by itself */
bool change_find(struct change *change); /* the table */
bool change_key(struct change *change);  /* the item's key, and what the schema demands */
bool change_load(struct change *change); /* the old item */
bool change_make(struct change *change); /* tests the condition and makes the new item */
bool change_write(struct change *change, struct capacity *capacity);
void change_clear(struct change *change); /* in any case */

#endif
