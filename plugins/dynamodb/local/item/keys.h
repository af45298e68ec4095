/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Primary keys: from attributes to the bytes that the store orders by, with AWS's rules and
 * messages for keys (Developer Guide, "Naming rules and data types"; "Service quotas": 2048 bytes
 * for a partition key, 1024 for a sort key).
 */
#ifndef SLRUN_DYNAMODB_KEYS_H
#define SLRUN_DYNAMODB_KEYS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "expr/expr.h"
#include "fault.h"

enum { KEY_HASH_MAX = 2048, KEY_RANGE_MAX = 1024 };

struct table;
struct index;

/* `hash` spreads partitions (and orders a scan); it is the same for the same pk in all versions. */
struct item_key {
    uint32_t hash;
    struct value_bytes pk;
    struct value_bytes sk; /* empty without a sort key */
};
void item_key_free(struct item_key *key);

/* Are two keys the same? */
bool item_key_equal(const struct item_key *a, const struct item_key *b);

/* The key of an item whose key attributes are known to be right. False without memory. */
bool key_encode(const struct expr_key_schema *schema, const json_t *item, struct item_key *out);

/* The key of a new item, checked: "Missing the key ... in the item". Index keys are checked too. */
bool key_of_item(const struct table *table, const json_t *item, struct item_key *out,
                 struct fault *fault);

/* The key that a request's Key names, checked: "The provided key element does not match the
 * schema". */
bool key_of_key(const struct table *table, const json_t *key, struct item_key *out,
                struct fault *fault);

/* Is `name` an attribute of that key? */
bool key_has(const struct expr_key_schema *schema, const char *name);

/* Checks the partition key (`hash`) or the sort key in a Key or ExclusiveStartKey; a schema without
 * a sort key has none to check. */
bool key_check_element(const struct expr_key_schema *schema, bool hash, const json_t *key,
                       struct fault *fault);

/* Is a value of `type` the right one for the `at`-th key attribute of the index? */
bool key_check_index_type(const struct index *index, size_t at, enum value_type type,
                          struct fault *fault);

/* Checks the attributes of a canonical item that are keys of indexes. */
bool key_check_indexes(const struct table *table, const json_t *item, struct fault *fault);

/* Has the item all key attributes of the index, with their types, so that it stands in it? */
bool key_in_index(const struct index *index, const json_t *item);

/* A new object with the key attributes of the table, and of the index unless it is NULL. */
json_t *key_attributes(const struct table *table, const struct index *index, const json_t *item);

/* The hash of a partition key's bytes. */
uint32_t key_hash(const struct value_bytes *pk);

#endif
