/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One AttributeValue (Amazon DynamoDB API Reference, "AttributeValue") and the plain JSON value
 * that stands for it in a spec:
 *
 *     S      string                          SS   tagged "string_set", an array of strings
 *     N      integer, real, tagged "number"  NS   tagged "number_set", an array of those
 *     B      tagged "binary"                 BS   tagged "binary_set", an array of those
 *     BOOL   true, false                     L    array
 *     NULL   null                            M    object; tagged "map" if it has a key "$slrun"
 */
#ifndef SLRUN_DYNAMODB_ATTRIBUTE_H
#define SLRUN_DYNAMODB_ATTRIBUTE_H

#include <slrun/slrun.h>

#include "client/path.h"

/* How deep lists and maps may stand in each other (Developer Guide, "Quotas": 32 levels). */
enum { ATTR_DEPTH_MAX = 32 };

/*
 * Both leave `json` as it is and return a new reference, or NULL with the error filled: USAGE for
 * a value that has no wire form, PROTOCOL for an answer that is not an AttributeValue.
 */
json_t *attr_to_wire(struct slrun_ctx *ctx, json_t *json, const struct attr_path *path);
json_t *attr_from_wire(struct slrun_ctx *ctx, json_t *json, const struct attr_path *path);

#endif
