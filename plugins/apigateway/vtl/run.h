/* SPDX-License-Identifier: Apache-2.0 */
/* A template that runs. Values are new references; NULL is Java's null. */
#ifndef SLRUN_APIGATEWAY_VTL_RUN_H
#define SLRUN_APIGATEWAY_VTL_RUN_H

#include "vtl/tree.h"

enum { VTL_ARGUMENTS_MAX = 4 };

enum vtl_flow { VTL_GO_ON, VTL_BROKEN, VTL_STOPPED };

struct vtl_run {
    const struct vtl_input *input;
    json_t *body; /* as JSON, once it was asked for: what a template sets in it stays */
    json_t *variables;
    struct text *out;
    int steps, depth;
    enum vtl_flow flow;
    char *error;
};

/* eval.c */
void vtl_run_block(struct vtl_run *run, const struct vtl_node *node);

/* eval_expr.c: an expression; a reference with all that follows its name. */
json_t *vtl_eval(struct vtl_run *run, const struct vtl_node *node);
json_t *vtl_eval_reference(struct vtl_run *run, const struct vtl_node *node);
/* Without the last access: what #set changes. */
json_t *vtl_eval_owner(struct vtl_run *run, const struct vtl_node *node);

/* value.c: as Java has it. */
bool vtl_is_true(const json_t *value);
bool vtl_equal(const json_t *a, const json_t *b);
void vtl_add_value(struct text *t, const json_t *value);
json_t *vtl_to_string(const json_t *value);
json_t *vtl_calculate(enum vtl_op op, const json_t *a, const json_t *b);

/* method.c: a method of Java's String, List, Map or Number; NULL also where there is none. */
json_t *vtl_method(json_t *value, const char *name, const json_t *args);
/* builtin.c: methods of $input and $util. */
json_t *vtl_input_method(struct vtl_run *run, const char *name, const json_t *args);
json_t *vtl_util_method(const char *name, const json_t *args);

/* regex.c: Java's matches(), replaceAll(), replaceFirst(), split(). */
json_t *vtl_regex_matches(const char *text, const char *pattern);
json_t *vtl_regex_replace(const char *text, const char *pattern, const char *with, bool all);
json_t *vtl_regex_split(const char *text, const char *pattern);
/* Whether `pattern` (Java's) is found in the text: 1, 0, or -1: it is none that we know. */
int vtl_regex_find(const char *text, const char *pattern, bool whole);

#endif
