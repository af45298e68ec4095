/* SPDX-License-Identifier: Apache-2.0 */
/* What both directions of an AttributeValue's conversion share; for to_wire.c and from_wire.c. */
#ifndef SLRUN_DYNAMODB_CONVERSION_H
#define SLRUN_DYNAMODB_CONVERSION_H

#include <stdbool.h>

#include <slrun/slrun.h>

#include "client/path.h"

/* One conversion. `value` converts one element or member, and gets this struct back. */
struct conversion {
    struct slrun_ctx *ctx;
    enum slrun_errno kind; /* of an error in the data: USAGE or PROTOCOL */
    unsigned depth;        /* lists and maps around the value */
    json_t *(*value)(const struct conversion *c, json_t *json, const struct attr_path *path);
    const void *arg; /* of value() */
};

/* All return a new reference, or NULL with the error filled. */

/* Always NULL: the value is wrong, or memory is out. */
json_t *conversion_refuse(const struct conversion *c, const struct attr_path *path,
                          const char *what);
json_t *conversion_memory(const struct conversion *c, const struct attr_path *path);

/* Every element of an array, every member of an object, through `value`. NULL or another type of
 * `json` is refused as "not a list" or "not a map". */
json_t *conversion_elements(const struct conversion *c, json_t *json, const struct attr_path *path);
json_t *conversion_members(const struct conversion *c, json_t *json, const struct attr_path *path);

/* The same as the type L or M of an AttributeValue: one level deeper, refused beyond
 * ATTR_DEPTH_MAX. */
json_t *conversion_list(const struct conversion *c, json_t *json, const struct attr_path *path);
json_t *conversion_map(const struct conversion *c, json_t *json, const struct attr_path *path);

/* The members of a set: an array that is not empty, through `value`; a set nests nothing. */
json_t *conversion_set(const struct conversion *c, json_t *json, const struct attr_path *path);

/* Whether `json` is a string of base64 (RFC 4648, section 4, with padding): looked at, not decoded,
 * because both sides of the wire carry it as it is. */
bool conversion_is_base64(const json_t *json);

/* The tagged value TAG; takes over `value`, which may be NULL with the error filled already. */
json_t *conversion_tagged(const struct conversion *c, const char *tag, json_t *value,
                          const struct attr_path *path);

/* `object`, tagged as "map" if it has itself a member "$slrun", so that user data can never be
 * taken for a tagged value. Takes over `object`, which may be NULL with the error filled. */
json_t *conversion_guard(const struct conversion *c, json_t *object, const struct attr_path *path);

#endif
