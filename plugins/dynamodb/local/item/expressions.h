/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The expressions of one request, or the legacy parameters in their place, read together: AWS does
 * not let the two be mixed, and wants every placeholder used.
 */
#ifndef SLRUN_DYNAMODB_EXPRESSIONS_H
#define SLRUN_DYNAMODB_EXPRESSIONS_H

#include "expr/expr.h"
#include "fault.h"

/* NULL where the request has none. Zeroed at first; expressions_clear() gives all back. */
struct expressions {
    struct expr *of[EXPR_KIND_COUNT];
};

/* What an operation takes; the lists end with NULL and have AWS's order of its messages. */
struct expression_rules {
    const char *const *expressions;
    const char *const *legacy;
};

extern const struct expression_rules expressions_of_get;   /* and BatchGetItem */
extern const struct expression_rules expressions_of_write; /* PutItem and DeleteItem */
extern const struct expression_rules expressions_of_update;
extern const struct expression_rules expressions_of_query;
extern const struct expression_rules expressions_of_scan;

/* The steps of reading, in AWS's order; other checks of an operation come between them. Each is
 * false with the fault filled. */

/* Are expressions and legacy parameters mixed, or placeholders given without an expression? */
bool expressions_check(const json_t *args, const struct expression_rules *rules,
                       struct fault *fault);

/* The legacy parameters but KeyConditions; `out` must be zeroed. */
bool expressions_legacy(const json_t *args, struct expressions *out, struct fault *fault);

/* The expressions, and whether all placeholders are used. */
bool expressions_parse(const json_t *args, const struct expression_rules *rules,
                       struct expressions *out, struct fault *fault);

/* KeyConditions, if there are some. */
bool expressions_key_conditions(const json_t *args, struct expressions *out, struct fault *fault);

/* All together but the last. `out` must be zeroed. */
bool expressions_read(const json_t *args, const struct expression_rules *rules,
                      struct expressions *out, struct fault *fault);

/* An expression may not look into a key attribute of the table or its indexes, as in key.x or
 * key[0]. True where there is no expression of that kind. */
struct table;
bool expressions_check_keys(const struct expressions *expressions, enum expr_kind kind,
                            const struct table *table, struct fault *fault);

void expressions_clear(struct expressions *expressions);

#endif
