/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluation. Everything gives JN_NOTHING once the run has failed. */
#ifndef SLRUN_JSONATA_EVAL_H
#define SLRUN_JSONATA_EVAL_H

#include "jsonata/syntax/node.h"

/* ---- frame.c: which names stand for what ---- */

struct jn_frame {
    struct jn_frame *parent;
    struct jn_object *tuple; /* whose members are variables, too; or NULL */
    struct jn_binding *bindings;
};
struct jn_frame *jn_frame(struct jn_run *run, struct jn_frame *parent);
struct jn_frame *jn_tuple_frame(struct jn_run *run, struct jn_frame *parent, struct jn tuple);
void jn_bind(struct jn_run *run, struct jn_frame *frame, struct jn name, struct jn value);
/* A variable, else one of the world, else a function of the language. */
struct jn jn_variable(struct jn_run *run, const struct jn_frame *frame, struct jn name);

/* ---- eval.c, path.c, group.c, operator.c, sort.c ---- */

struct jn jn_evaluate(struct jn_run *run, const struct jn_node *node, struct jn input,
                      struct jn_frame *frame);

typedef struct jn jn_evaluator(struct jn_run *run, const struct jn_node *node, struct jn input,
                               struct jn_frame *frame);
jn_evaluator jn_eval_path, jn_eval_binary, jn_eval_object, jn_eval_call, jn_eval_partial,
    jn_eval_apply, jn_eval_lambda, jn_eval_transform, jn_eval_regex;

/* What passes a predicate. */
struct jn jn_filter(struct jn_run *run, const struct jn_node *predicate, struct jn input,
                    struct jn_frame *frame);
/* An object by names and values for each of `input`. */
struct jn jn_group(struct jn_run *run, const struct jn_node *object, struct jn input,
                   struct jn_frame *frame);
/* The member of that name, of an array those of its members. */
struct jn jn_member(struct jn_run *run, struct jn input, struct jn name);

struct jn_order {
    /* Whether b comes before a. */
    bool (*swap)(struct jn_run *run, const struct jn_order *order, struct jn a, struct jn b);
    const struct jn_node *node;
    struct jn_frame *frame;
    struct jn function;
    bool tuples;
};
/* Another array, in order; members that are the same keep theirs. */
struct jn jn_sort(struct jn_run *run, const struct jn_order *order, struct jn array);
/* By the terms of ^(...). */
struct jn jn_sort_by_terms(struct jn_run *run, const struct jn_node *sort, struct jn input,
                           struct jn_frame *frame);

/* ---- apply.c: functions ---- */

enum jn_function_kind {
    JN_FN_NATIVE,
    JN_FN_LAMBDA,
    JN_FN_PARTIAL,  /* `first` with arguments of `node` */
    JN_FN_CHAIN,    /* `second` of `first` */
    JN_FN_REGEX,    /* finds the first match in a text */
    JN_FN_NEXT,     /* finds the next one in `input`, from `from` on */
    JN_FN_TRANSFORM /* changes a clone of what it is given */
};

struct jn_function {
    enum jn_function_kind kind;
    const struct jn_native *native;
    const struct jn_signature *signature; /* of that */
    const struct jn_node *node;
    const struct jn_pattern *pattern;
    struct jn input; /* where it was made */
    struct jn_frame *frame;
    struct jn given; /* arguments of a partial application */
    struct jn first, second;
    size_t from;
};
struct jn jn_function(struct jn_run *run, const struct jn_function *function);

/* What a function is called with. */
struct jn_call {
    struct jn arguments; /* an array */
    struct jn input;     /* the context */
    struct jn_frame *frame;
};
struct jn jn_apply(struct jn_run *run, struct jn function, const struct jn_call *call);
/* As above, of up to four values: as many as the function takes. */
struct jn jn_apply_to(struct jn_run *run, struct jn function, const struct jn_call *call,
                      const struct jn values[4]);
/* How many arguments it takes. */
size_t jn_arity(struct jn_run *run, struct jn function);
/* transform.c */
struct jn jn_apply_transform(struct jn_run *run, const struct jn_function *f,
                             const struct jn_call *call);
/* A copy with all below it; functions become "". */
struct jn jn_clone(struct jn_run *run, struct jn value);
/* match.c: the match as functions show it: {match, start, end, groups, next}. */
struct jn jn_match_value(struct jn_run *run, const struct jn_pattern *pattern, struct jn text,
                         size_t from);

#endif
