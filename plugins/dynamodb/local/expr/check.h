/* SPDX-License-Identifier: Apache-2.0 */
/* The checks on a parsed expression, in AWS's order: each pass walks the whole expression (or one
 * condition of it) in the order it is written and stops at the first fault. */
#ifndef SLRUN_DYNAMODB_EXPR_CHECK_H
#define SLRUN_DYNAMODB_EXPR_CHECK_H

#include "ast.h"
#include "scope.h"

struct check {
    struct expr *expr;
    struct expr_scope *scope;
    struct expr_error *error;
};

/* Resolves all placeholders and checks everything that needs no item and no schema. */
bool check_expression(struct expr *expr, struct expr_scope *scope, struct expr_error *error);

/* The function called `name`; FUNCTION_NONE if there is none. Names are case-sensitive. */
enum function check_function_named(const char *name);

/* What is left is shared by the files of the checks. */

/* One check of one node; false with the error. */
typedef bool check_visit(struct check *check, struct node *node);

/* Visits `node` and all below it, in the order they are written. */
bool check_walk(struct check *check, struct node *node, check_visit *visit);

bool check_condition(struct check *check);
bool check_update(struct check *check);
bool check_projection(struct check *check);

/* Visits. */
bool check_known_function(struct check *check, struct node *node);
bool check_reserved(struct check *check, struct node *node);
bool check_names(struct check *check, struct node *node);
bool check_values(struct check *check, struct node *node);
bool check_nesting(struct check *check, struct node *node);
bool check_arity(struct check *check, struct node *node);

/* Is no other operand the path that the first is? */
bool check_distinct(struct check *check, struct node *node);

/* Is the function of the call one for updates? */
bool check_is_update_function(const struct node *call);

/* "Incorrect operand type for operator or function; operator or function: <node>, operand type:
 * ...". */
bool check_fail_type(struct check *check, const struct node *node, const char *type);

/* "Operator or function requires a document path; ...". */
bool check_requires_path(struct check *check, const struct node *call);

/* "The function is not allowed to be used this way in an expression; ...". */
bool check_fail_misuse(struct check *check, const struct node *call);

/* Is the path of two nodes the same? False if one is no path. */
bool check_same_path(const struct node *a, const struct node *b);

/* "[a, b, [1]]" into `text`, cut where it is full. */
void check_print_path(const struct node *path, char *text, size_t size);

/* No two of the `count` paths overlap or conflict. */
bool check_overlaps(struct check *check, struct node *const *paths, size_t count);

#endif
