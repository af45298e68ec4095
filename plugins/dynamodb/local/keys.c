/* SPDX-License-Identifier: Apache-2.0 */
/* Primary keys: checks and encoding. */
#include "keys.h"

#include <stdlib.h>
#include <string.h>

#include "catalog.h"

#define NO_MATCH "The provided key element does not match the schema"

void item_key_free(struct item_key *key)
{
    value_bytes_free(&key->pk);
    value_bytes_free(&key->sk);
    *key = (struct item_key){0};
}

static bool same(const struct value_bytes *a, const struct value_bytes *b)
{
    return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

bool item_key_equal(const struct item_key *a, const struct item_key *b)
{
    return a->hash == b->hash && same(&a->pk, &b->pk) && same(&a->sk, &b->sk);
}

/* FNV-1a with the last mixing steps of MurmurHash3: near keys land far apart. */
uint32_t key_hash(const struct value_bytes *pk)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < pk->size; i++) {
        hash = (hash ^ pk->data[i]) * 16777619U;
    }
    hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
    hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
    return hash ^ (hash >> 16);
}

bool key_encode(const struct expr_key_schema *schema, const json_t *item, struct item_key *out)
{
    *out = (struct item_key){0};
    if (!value_key_encode(json_object_get(item, schema->hash), &out->pk) ||
        (schema->range != NULL &&
         !value_key_encode(json_object_get(item, schema->range), &out->sk))) {
        item_key_free(out);
        return false;
    }
    out->hash = key_hash(&out->pk);
    return true;
}

/* The length rule, on the value's bytes: the encoding of S and B is those bytes. */
static bool check_size(const json_t *value, enum value_type type, bool hash, struct fault *fault)
{
    if (type == VALUE_N || value_size(value) <= (hash ? KEY_HASH_MAX : KEY_RANGE_MAX)) {
        return true;
    }
    return hash ? fault_invalid(fault, "One or more parameter values were invalid: Size of hashkey "
                                       "has exceeded the maximum size limit of2048 bytes")
                : fault_invalid(fault,
                                "One or more parameter values were invalid: Aggregated size "
                                "of all range keys has exceeded the size limit of 1024 bytes");
}

static bool check_value(const char *name, const json_t *value, struct fault *fault)
{
    struct expr_error error;
    return value_check_key(name, value, &error) || fault_expr(fault, &error);
}

static bool check_item_element(const json_t *item, const char *name, enum value_type type,
                               struct fault *fault)
{
    const json_t *value = json_object_get(item, name);
    if (value == NULL) {
        return fault_invalid(
            fault, "One or more parameter values were invalid: Missing the key %s in the item",
            name);
    }
    if (value_type_of(value) != type) {
        return fault_invalid(fault,
                             "One or more parameter values were invalid: Type mismatch for key %s "
                             "expected: %s actual: %s",
                             name, value_type_name(type), value_type_name(value_type_of(value)));
    }
    return check_value(name, value, fault);
}

bool key_check_index_type(const struct index *index, bool hash, enum value_type type,
                          struct fault *fault)
{
    enum value_type wanted = hash ? index->keys.hash_type : index->keys.range_type;
    return type == wanted ||
           fault_invalid(fault,
                         "One or more parameter values were invalid: Type mismatch for Index Key "
                         "%s Expected: %s Actual: %s IndexName: %s",
                         hash ? index->keys.hash : index->keys.range, value_type_name(wanted),
                         value_type_name(type), index->name);
}

static bool check_index_element(const struct index *index, const json_t *item, bool hash,
                                struct fault *fault)
{
    const char *name = hash ? index->keys.hash : index->keys.range;
    enum value_type type = hash ? index->keys.hash_type : index->keys.range_type;
    const json_t *value = name == NULL ? NULL : json_object_get(item, name);
    if (value == NULL) {
        return true;
    }
    if (!key_check_index_type(index, hash, value_type_of(value), fault)) {
        return false;
    }
    struct expr_error error;
    if (!value_check_key(name, value, &error)) {
        return fault_invalid(fault,
                             "One or more parameter values are not valid. A value specified for a "
                             "secondary index key is not supported. The AttributeValue for a key "
                             "attribute cannot contain an empty %s value. IndexName: %s, "
                             "IndexKey: %s",
                             type == VALUE_B ? "binary" : "string", index->name, name);
    }
    return check_size(value, type, hash, fault);
}

bool key_check_indexes(const struct table *table, const json_t *item, struct fault *fault)
{
    for (size_t i = 0; i < table->n_indexes; i++) {
        if (!check_index_element(&table->indexes[i], item, true, fault) ||
            !check_index_element(&table->indexes[i], item, false, fault)) {
            return false;
        }
    }
    return true;
}

bool key_of_item(const struct table *table, const json_t *item, struct item_key *out,
                 struct fault *fault)
{
    const struct expr_key_schema *keys = &table->keys;
    *out = (struct item_key){0};
    if (!check_item_element(item, keys->hash, keys->hash_type, fault) ||
        (keys->range != NULL && !check_item_element(item, keys->range, keys->range_type, fault)) ||
        !check_size(json_object_get(item, keys->hash), keys->hash_type, true, fault) ||
        (keys->range != NULL &&
         !check_size(json_object_get(item, keys->range), keys->range_type, false, fault)) ||
        !key_check_indexes(table, item, fault)) {
        return false;
    }
    return key_encode(keys, item, out) || fault_internal(fault);
}

bool key_check_element(const struct expr_key_schema *schema, bool hash, const json_t *key,
                       struct fault *fault)
{
    const char *name = hash ? schema->hash : schema->range;
    enum value_type type = hash ? schema->hash_type : schema->range_type;
    if (name == NULL) {
        return true;
    }
    const json_t *value = json_object_get(key, name);
    if (value == NULL || value_type_of(value) != type) {
        return fault_invalid(fault, NO_MATCH);
    }
    return check_value(name, value, fault) && check_size(value, type, hash, fault);
}

bool key_of_key(const struct table *table, const json_t *key, struct item_key *out,
                struct fault *fault)
{
    const struct expr_key_schema *keys = &table->keys;
    *out = (struct item_key){0};
    if (json_object_size(key) != (keys->range == NULL ? 1 : 2)) {
        return fault_invalid(fault, NO_MATCH);
    }
    if (!key_check_element(keys, true, key, fault) || !key_check_element(keys, false, key, fault)) {
        return false;
    }
    return key_encode(keys, key, out) || fault_internal(fault);
}

/* Items that were there before the index may have anything in its key attributes. */
static bool is_key(const json_t *value, enum value_type type)
{
    return value != NULL && value_type_of(value) == type && value_size(value) != 0;
}

bool key_in_index(const struct index *index, const json_t *item)
{
    const struct expr_key_schema *keys = &index->keys;
    return is_key(json_object_get(item, keys->hash), keys->hash_type) &&
           (keys->range == NULL || is_key(json_object_get(item, keys->range), keys->range_type));
}

static bool copy(json_t *to, const json_t *item, const char *name)
{
    json_t *value = name == NULL ? NULL : json_object_get(item, name);
    return value == NULL || json_object_set_nocheck(to, name, value) == 0;
}

json_t *key_attributes(const struct table *table, const struct index *index, const json_t *item)
{
    json_t *key = json_object();
    if (key == NULL || !copy(key, item, table->keys.hash) || !copy(key, item, table->keys.range) ||
        (index != NULL &&
         (!copy(key, item, index->keys.hash) || !copy(key, item, index->keys.range)))) {
        json_decref(key);
        return NULL;
    }
    return key;
}
