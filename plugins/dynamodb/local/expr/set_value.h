/* SPDX-License-Identifier: Apache-2.0 */
/* The values that update expressions compute. All results are new references, NULL with the error.
 */
#ifndef SLRUN_DYNAMODB_EXPR_SET_VALUE_H
#define SLRUN_DYNAMODB_EXPR_SET_VALUE_H

#include "ast.h"

/* The right side of a SET action on `item`. */
json_t *set_value(const struct node *node, const json_t *item, struct expr_error *error);

/* ADD of a number or a set to what is there (NULL: nothing). */
json_t *set_value_add(const json_t *present, const json_t *operand, struct expr_error *error);

/* The set `present` without the elements of the set `operand`; maybe an empty one. */
json_t *set_value_without(const json_t *present, const json_t *operand, struct expr_error *error);

#endif
