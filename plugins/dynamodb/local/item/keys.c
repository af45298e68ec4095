/* SPDX-License-Identifier: Apache-2.0 */
/* Primary keys: checks and encoding. */
#include "item/keys.h"

#include <stdlib.h>
#include <string.h>

#include "item/key_parts.h"
#include "store/catalog.h"

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
    for (size_t i = 0; i < pk->size; i++)
        hash = (hash ^ pk->data[i]) * 16777619U;
    hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
    hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
    return hash ^ (hash >> 16);
}

/* Attributes of a key, one after the other: [from, to) of the schema. */
struct part {
    const struct expr_key_attribute *of;
    size_t n;
    bool hash;
};

static struct part part_of(const struct expr_key_schema *schema, bool hash)
{
    return hash ? (struct part){schema->of, schema->n_hash, true}
                : (struct part){schema->of + schema->n_hash, schema->n - schema->n_hash, false};
}

static bool encode(const struct part *part, const json_t *item, struct value_bytes *out)
{
    if (part->n == 1)
        return value_key_encode(json_object_get(item, part->of->name), out);
    bool ok = true;
    for (size_t i = 0; ok && i < part->n; i++) {
        ok = key_parts_add(out, json_object_get(item, part->of[i].name),
                           i + 1 == part->n ? KEY_PART_LAST : KEY_PART_CLOSED);
    }
    return ok;
}

bool key_encode(const struct expr_key_schema *schema, const json_t *item, struct item_key *out)
{
    struct part hash = part_of(schema, true), range = part_of(schema, false);
    *out = (struct item_key){0};
    if (!encode(&hash, item, &out->pk) || !encode(&range, item, &out->sk)) {
        item_key_free(out);
        return false;
    }
    out->hash = key_hash(&out->pk);
    return true;
}

/* What an attribute counts by the length rule: the encoding of S and B is their bytes. */
static size_t counted(const json_t *value, enum value_type type)
{
    return value == NULL || type == VALUE_N ? 0 : value_size(value);
}

static bool check_size(const struct part *part, size_t size, struct fault *fault)
{
    if (size <= (part->hash ? KEY_HASH_MAX : KEY_RANGE_MAX))
        return true;
    return part->hash
               ? fault_invalid(fault, "One or more parameter values were invalid: Size of hashkey "
                                      "has exceeded the maximum size limit of2048 bytes")
               : fault_invalid(fault, "One or more parameter values were invalid: Aggregated size "
                                      "of all range keys has exceeded the size limit of 1024 "
                                      "bytes");
}

static bool check_item_size(const struct part *part, const json_t *item, struct fault *fault)
{
    size_t size = 0;
    for (size_t i = 0; i < part->n; i++)
        size += counted(json_object_get(item, part->of[i].name), part->of[i].type);
    return check_size(part, size, fault);
}

static bool check_value(const char *name, const json_t *value, struct fault *fault)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
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

bool key_check_index_type(const struct index *index, size_t at, enum value_type type,
                          struct fault *fault)
{
    const struct expr_key_attribute *of = &index->keys.of[at];
    return type == of->type ||
           fault_invalid(fault,
                         "One or more parameter values were invalid: Type mismatch for Index Key "
                         "%s Expected: %s Actual: %s IndexName: %s",
                         of->name, value_type_name(of->type), value_type_name(type), index->name);
}

static bool check_index_element(const struct index *index, const json_t *item, size_t at,
                                struct fault *fault)
{
    const struct expr_key_attribute *of = &index->keys.of[at];
    const json_t *value = json_object_get(item, of->name);
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    if (value == NULL)
        return true;
    if (!key_check_index_type(index, at, value_type_of(value), fault))
        return false;
    return value_check_key(of->name, value, &error) ||
           fault_invalid(fault,
                         "One or more parameter values are not valid. A value specified for a "
                         "secondary index key is not supported. The AttributeValue for a key "
                         "attribute cannot contain an empty %s value. IndexName: %s, "
                         "IndexKey: %s",
                         of->type == VALUE_B ? "binary" : "string", index->name, of->name);
}

static bool check_index_part(const struct index *index, bool hash, const json_t *item,
                             struct fault *fault)
{
    struct part part = part_of(&index->keys, hash);
    for (size_t i = 0; i < part.n; i++)
        if (!check_index_element(index, item, i + (hash ? 0 : index->keys.n_hash), fault))
            return false;
    return check_item_size(&part, item, fault);
}

bool key_check_indexes(const struct table *table, const json_t *item, struct fault *fault)
{
    for (size_t i = 0; i < table->n_indexes; i++)
        if (!check_index_part(&table->indexes[i], true, item, fault) ||
            !check_index_part(&table->indexes[i], false, item, fault))
            return false;
    return true;
}

bool key_of_item(const struct table *table, const json_t *item, struct item_key *out,
                 struct fault *fault)
{
    const struct expr_key_schema *keys = &table->keys;
    struct part hash = part_of(keys, true), range = part_of(keys, false);
    *out = (struct item_key){0};
    for (size_t i = 0; i < keys->n; i++)
        if (!check_item_element(item, keys->of[i].name, keys->of[i].type, fault))
            return false;
    if (!check_item_size(&hash, item, fault) || !check_item_size(&range, item, fault) ||
        !key_check_indexes(table, item, fault))
        return false;
    return key_encode(keys, item, out) || fault_internal(fault);
}

bool key_has(const struct expr_key_schema *schema, const char *name)
{
    size_t i = 0;
    while (i < schema->n && strcmp(schema->of[i].name, name) != 0)
        i++;
    return i < schema->n;
}

bool key_check_element(const struct expr_key_schema *schema, bool hash, const json_t *key,
                       struct fault *fault)
{
    struct part part = part_of(schema, hash);
    size_t size = 0;
    for (size_t i = 0; i < part.n; i++) {
        const json_t *value = json_object_get(key, part.of[i].name);
        if (value == NULL || value_type_of(value) != part.of[i].type)
            return fault_invalid(fault, NO_MATCH);
        if (!check_value(part.of[i].name, value, fault))
            return false;
        size += counted(value, part.of[i].type);
    }
    return check_size(&part, size, fault);
}

bool key_of_key(const struct table *table, const json_t *key, struct item_key *out,
                struct fault *fault)
{
    const struct expr_key_schema *keys = &table->keys;
    *out = (struct item_key){0};
    if (json_object_size(key) != keys->n)
        return fault_invalid(fault, NO_MATCH);
    if (!key_check_element(keys, true, key, fault) || !key_check_element(keys, false, key, fault))
        return false;
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
    size_t i = 0;
    while (i < keys->n && is_key(json_object_get(item, keys->of[i].name), keys->of[i].type))
        i++;
    return i == keys->n;
}

static bool copy(json_t *to, const json_t *item, const struct expr_key_schema *keys)
{
    bool ok = true;
    for (size_t i = 0; ok && i < keys->n; i++) {
        json_t *value = json_object_get(item, keys->of[i].name);
        ok = value == NULL || json_object_set_nocheck(to, keys->of[i].name, value) == 0;
    }
    return ok;
}

json_t *key_attributes(const struct table *table, const struct index *index, const json_t *item)
{
    json_t *key = json_object();
    if (key == NULL || !copy(key, item, &table->keys) ||
        (index != NULL && !copy(key, item, &index->keys))) {
        json_decref(key);
        return NULL;
    }
    return key;
}
