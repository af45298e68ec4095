/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DynamoDB AttributeValues in wire form, as jansson holds them: {"S":"x"}, {"N":"1"},
 * {"B":"<base64>"},
 * {"BOOL":true}, {"NULL":true}, {"L":[...]}, {"M":{...}}, {"SS":[...]}, {"NS":[...]}, {"BS":[...]}
 * (API Reference, AttributeValue). An *item* is a plain object of attribute name to AttributeValue.
 *
 * A value is *canonical* when value_canonical or value_item_canonical made it: valid, with
 * numbers in normal form and base64 in standard form with padding. All functions but those two
 * expect canonical values; stored items always are. Bad input there gives a defined, useless
 * answer, never a crash. Load JSON with JSON_ALLOW_NUL: strings may hold U+0000.
 */
#ifndef SLRUN_DYNAMODB_EXPR_VALUE_H
#define SLRUN_DYNAMODB_EXPR_VALUE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "error.h"

#define VALUE_DEPTH_MAX 32 /* levels of an attribute; its own value is the first */
#define VALUE_ITEM_SIZE_MAX                                                                        \
    (400 * 1024)                  /* bytes of one item; the caller of value_item_size checks */
#define VALUE_NAME_SIZE_MAX 65535 /* bytes of an attribute name (255 for keys: caller) */

enum value_type {
    VALUE_NONE = -1, /* not an AttributeValue */
    VALUE_S,
    VALUE_N,
    VALUE_B,
    VALUE_BOOL,
    VALUE_NULL,
    VALUE_L,
    VALUE_M,
    VALUE_SS,
    VALUE_NS,
    VALUE_BS,
    VALUE_TYPE_COUNT
};

/* "S", "N", ... (static); "NONE" for anything else. */
const char *value_type_name(enum value_type type);

/* The type called `name`, VALUE_NONE if there is none. */
enum value_type value_type_named(const char *name);

bool value_is_set(enum value_type type);

/* The type of an AttributeValue; VALUE_NONE for what has not exactly one known key. */
enum value_type value_type_of(const json_t *value);

/* What stands under the type key (borrowed): value_payload({"S":"x"}) is the string "x". */
json_t *value_payload(const json_t *value);

/* A new, validated, canonical deep copy, or NULL with the error: AWS's ValidationException text for
 * wrong values, SerializationException for wrong JSON kinds ({"S":1}). Empty strings and binaries
 * are allowed here; AWS forbids them in key attributes only, see value_check_key. */
json_t *value_canonical(const json_t *value, struct expr_error *error);

/* The same for a whole item (also Key, ExclusiveStartKey). `item` must be an object. */
json_t *value_item_canonical(const json_t *item, struct expr_error *error);

/* Has the attribute name a length that DynamoDB takes? */
bool value_check_name(const char *name, struct expr_error *error);

/* Is this canonical value usable as the key attribute `name`: not an empty string or binary. AWS's
 * message if not. (Type and length rules need the schema and stay with the caller.) */
bool value_check_key(const char *name, const json_t *value, struct expr_error *error);

/* DynamoDB's equality: same type, numbers by value, sets without order, lists and maps deep. */
bool value_equal(const json_t *a, const json_t *b);

/* Order of two values of one of the types S (UTF-8 bytes), N, B (unsigned bytes): sets *order to
 * less than 0, 0 or more than 0. False if the types differ or have no order. */
bool value_compare(const json_t *a, const json_t *b, int *order);

/* Size in bytes by AWS's rules (Developer Guide, "DynamoDB item sizes and formats"), of a value
 * without its name, and of an item: names and values. */
size_t value_size(const json_t *value);
size_t value_item_size(const json_t *item);

/* json_copy and json_deep_copy of any JSON that notice when memory ran out on the way: jansson then
 * leaves out members and calls that a copy. NULL without memory, and of NULL. */
json_t *value_copy(const json_t *json);
json_t *value_deep_copy(const json_t *json);

/* A byte string on the heap. Free with value_bytes_free; {NULL, 0} is a valid empty one. */
struct value_bytes {
    unsigned char *data;
    size_t size;
};

void value_bytes_free(struct value_bytes *bytes);

/* The bytes of an S (UTF-8) or B (decoded). False for other types or without memory. */
bool value_bytes_of(const json_t *value, struct value_bytes *out);

/* Sort-key encoding of S, N or B: bytes that compare with memcmp (shorter first when one is a
 * prefix: SQLite's BLOB order) as DynamoDB orders values of that type. Types are not marked: a key
 * has one type. S and B are their own bytes, so a prefix of the value is a prefix of the key. False
 * for other types or without memory. */
bool value_key_encode(const json_t *value, struct value_bytes *out);

/* The least byte string above all those that start with `prefix` (for begins_with as a half-open
 * BLOB range). *unbounded is set, and *out empty, when there is none (empty prefix or all 0xFF). */
bool value_key_successor(const struct value_bytes *prefix, struct value_bytes *out,
                         bool *unbounded);

/* The words that AWS reads as booleans, in any case ("yes", "0"). False: it is none. */
bool value_boolean_word(const char *text, bool *meaning);

/* Whether a text is base64 as DynamoDB wants it: padded, and without bits in its last character
 * that are of no byte. */
bool value_is_base64(const char *text, size_t length);

#endif
