/* SPDX-License-Identifier: Apache-2.0 */
/* Look-ups of placeholders, for the checks. The public part of scopes is in expr.h. */
#ifndef SLRUN_DYNAMODB_EXPR_SCOPE_H
#define SLRUN_DYNAMODB_EXPR_SCOPE_H

#include "expr.h"

/* The attribute name behind "#name", NULL if it is not defined. It counts as used from now on. */
const char *scope_name(struct expr_scope *scope, const char *placeholder);

/* The canonical value behind ":value", likewise. */
const json_t *scope_value(struct expr_scope *scope, const char *placeholder);

/* All values (borrowed); NULL if there are none. */
json_t *scope_values(const struct expr_scope *scope);

#endif
