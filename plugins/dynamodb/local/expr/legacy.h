/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The legacy conditional parameters of DynamoDB (Developer Guide, "Legacy conditional parameters"),
 * translated to the same parsed form as expressions: evaluate and free the result as any struct
 * expr.
 */
#ifndef SLRUN_DYNAMODB_EXPR_LEGACY_H
#define SLRUN_DYNAMODB_EXPR_LEGACY_H

#include <jansson.h>

#include "error.h"
#include "expr.h"

/* `conditional_operator` is "AND", "OR" or NULL (AND) in all of these. NULL with AWS's message on
 * failure. */

/* Expected -> EXPR_CONDITION. */
struct expr *legacy_expected(const json_t *expected, const char *conditional_operator,
                             struct expr_error *error);

/* QueryFilter or ScanFilter -> EXPR_FILTER. */
struct expr *legacy_filter(const json_t *filter, const char *conditional_operator,
                           struct expr_error *error);

/* KeyConditions -> EXPR_KEY_CONDITION, for expr_key_query. */
struct expr *legacy_key_conditions(const json_t *conditions, struct expr_error *error);

/* AttributeUpdates -> EXPR_UPDATE. */
struct expr *legacy_attribute_updates(const json_t *updates, struct expr_error *error);

/* AttributesToGet (array of strings) -> EXPR_PROJECTION. */
struct expr *legacy_attributes_to_get(const json_t *names, struct expr_error *error);

#endif
