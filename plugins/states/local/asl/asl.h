/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Amazon States Language (states-language.net/spec.html; AWS Step Functions Developer Guide)
 * with JSONPath or JSONata as its query language: what a definition says, computed. Nothing here
 * waits, calls or knows a clock. All json_t results are new references unless it is said.
 */
#ifndef SLRUN_STATES_ASL_H
#define SLRUN_STATES_ASL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include <slrun/abi.h>
#include <slrun/member.h>

enum {
    ASL_NAME_SIZE = 260,    /* of an error */
    ASL_WHY_SIZE = 512,     /* of a sentence about a path */
    ASL_FOUND_MAX = 100000, /* values that a path finds */
    ASL_DEPTH_MAX = 64,     /* of functions, filters, choice rules and payloads within each other */
    ASL_FIELD_SIZE = 512,   /* of a place in a state */
    ASL_DATA_MAX = 262144   /* bytes of a state's input or output: "Service quotas" */
};

/* An error of a state. `cause` is a JSON string or NULL. An empty name: there is none. `field` is
 * that of the expression that failed, or empty. */
struct asl_error {
    char name[ASL_NAME_SIZE];
    json_t *cause;
    char field[ASL_FIELD_SIZE];
};

/* Fills the error, unless it is filled. Returns NULL. */
json_t *asl_fail(struct asl_error *error, const char *name, const char *format, ...)
    SLRUN_PRINTF(3, 4);
void asl_error_clear(struct asl_error *error);

/* What `value` is in a scope: of $states.result, of $states.errorOutput. */
enum asl_role { ASL_NO_VALUE, ASL_RESULT, ASL_ERROR_OUTPUT };

/* What paths refer to: $ is the input, $$ the context object, $name a variable. Expressions find
 * input, context and value in $states. `error` says why something in it could not be computed. */
struct asl_scope {
    json_t *input, *context, *variables;
    struct asl_error *error;
    bool jsonata; /* the state is in JSONata */
    enum asl_role role;
    json_t *value;
    int64_t now_ms; /* of $now() and $millis() */
};

/* Compact JSON; the caller's to free(). NULL: no memory. */
char *asl_dump(const json_t *value);

/* ---- path.c ---- */

/*
 * What a path finds (goessner.net/articles/JsonPath, as AWS has it): one value for a path that can
 * find one only, else a list. NULL with `why`: there is nothing, or the path is none.
 */
json_t *asl_path(const struct asl_scope *scope, const char *path, char why[ASL_WHY_SIZE]);
/* How `why` begins where a list is too short, which payload templates take for null. */
#define ASL_NO_ELEMENT "Index out of bounds in path:"
/* Whether a text is a path; a reference path finds one value only. */
bool asl_path_check(const char *path, bool reference);
/* A copy of `to` in which a reference path has `value`. NULL: it cannot stand there. */
json_t *asl_path_put(json_t *to, const char *path, json_t *value);
/* The end of a path that begins a text. */
const char *asl_path_end(const char *text);

/* ---- intrinsic.c ---- */

/* The value of "States.Format(...)". NULL with the error. */
json_t *asl_intrinsic(const struct asl_scope *scope, const char *text);
bool asl_intrinsic_check(const char *text);

/* ---- payload.c ---- */

/* A payload template with its members "name.$" resolved. NULL with the error. */
json_t *asl_payload(const struct asl_scope *scope, json_t *template);
/* The value of a path or function that stands in that field of a template. NULL with the error. */
json_t *asl_field(const struct asl_scope *scope, const char *text, const char *field);
/* The text of InputPath and the like, as a value; NULL with the error. */
json_t *asl_select(const struct asl_scope *scope, const char *path);
/* As asl_payload(), in the language of the scope; `field` is where the template stands. */
json_t *asl_template(const struct asl_scope *scope, json_t *template, const char *field);
/* The number that FIELD or FIELDPath of a state says, at most ASL_NUMBER_MAX, so that it can be an
 * integer; `otherwise` where there is neither. -1 with the error. */
#define ASL_NUMBER_MAX 9007199254740992.0 /* 2^53 */
double asl_number(const struct asl_scope *scope, json_t *state, const char *field,
                  double otherwise);
/* The effective input: InputPath, then Parameters; in JSONata, Arguments. */
json_t *asl_input(struct asl_scope *scope, json_t *state);
/* The output of a result: ResultPath, then OutputPath; in JSONata, Output of `state`, which may be
 * a rule or a catcher, too. `scope->input` is the raw input. */
json_t *asl_output(const struct asl_scope *scope, json_t *state, json_t *result);
/* A result after ResultSelector. */
json_t *asl_result(const struct asl_scope *scope, json_t *state, json_t *result);

/* ---- choice.c ---- */

/* The rule of a Choice state that holds: borrowed; NULL without the error: none. */
json_t *asl_choose(const struct asl_scope *scope, json_t *state);
/* Whether a member of a rule is a comparison; its operand is of a fitting type. */
enum asl_operator { ASL_NO_OPERATOR, ASL_OPERATOR, ASL_BAD_OPERAND };
enum asl_operator asl_operator_check(const char *name, const json_t *operand);

/* ---- query.c ---- */

/* What stands in a text "{% ... %}", to be freed; NULL: it is another text. */
char *asl_expression(const char *text);
/* Whether a text is no expression, or a good one; else why not. */
bool asl_expression_check(const char *text, char why[ASL_WHY_SIZE]);
/* JSON in which the expressions are evaluated; `field` is where it stands. NULL with the error. */
json_t *asl_query(const struct asl_scope *scope, json_t *template, const char *field);
/* The same, if it is of a type ("array"). */
json_t *asl_query_of(const struct asl_scope *scope, json_t *template, const char *field,
                     const char *type);
/* As asl_choose(), by Condition. */
json_t *asl_query_choose(const struct asl_scope *scope, json_t *state);

/* ---- catch.c ---- */

/* The retrier or catcher of a list that an error meets: its place, or -1. */
int asl_meets(json_t *list, const char *error);
/* Milliseconds before the `attempt`th retry (from 0 on) by a retrier; -1: no more. `random` is from
 * 0 to 1, for jitter. */
int64_t asl_backoff(const json_t *retrier, int attempt, double random);
/* {"Error", "Cause"} as catchers and Map states show it. */
json_t *asl_error_output(const struct asl_error *error);

/* ---- variables.c ---- */

/* Variables that the states of a definition name in JSONPath: lists of names by state, at any
 * depth. NULL: none of them does. */
json_t *asl_variables(const char *definition);

/* ---- check.c ---- */

/*
 * Judges a definition: a list of {"severity", "code", "message", "location"}, empty where it is
 * good; at most `most`. `express`: also what express state machines do not have.
 */
json_t *asl_check(const char *definition, bool express, size_t most);

#endif
