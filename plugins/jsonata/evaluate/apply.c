/* SPDX-License-Identifier: Apache-2.0 */
/* Functions: how they come to be, and how they are called. */
#include "jsonata/evaluate/eval.h"
#include "jsonata/functions/native.h"

struct jn jn_function(struct jn_run *run, const struct jn_function *function)
{
    struct jn_function *made = jn_take(run, sizeof *made);
    if (!made)
        return JN_NOTHING;
    *made = *function;
    return (struct jn){.type = JN_FUNCTION, .function = made};
}

/* ---- arity ---- */

static size_t count_blanks(const struct jn_function *partial)
{
    size_t blanks = 0;
    for (size_t i = 0; i < partial->node->list.count; i++)
        blanks += partial->node->list.at[i]->kind == JN_NODE_BLANK;
    return blanks;
}

size_t jn_arity(struct jn_run *run, struct jn function)
{
    (void)run;
    if (function.type != JN_FUNCTION)
        return 0;
    switch (function.function->kind) {
    case JN_FN_NATIVE:
        return (size_t)function.function->native->arity;
    case JN_FN_LAMBDA:
        return function.function->node->list.count;
    case JN_FN_PARTIAL:
        return count_blanks(function.function);
    default:
        return 1;
    }
}

/* ---- each kind of function ---- */

static struct jn apply_native(struct jn_run *run, const struct jn_function *f,
                              const struct jn_call *call)
{
    struct jn_call own = *call;
    own.arguments = jn_arguments(run, f->signature, call->arguments, call->input);
    return jn_failed(run) ? JN_NOTHING : f->native->run(run, &own);
}

static struct jn apply_lambda(struct jn_run *run, const struct jn_function *f,
                              const struct jn_call *call)
{
    struct jn_frame *frame = jn_frame(run, f->frame);
    struct jn given = f->node->signature
                          ? jn_arguments(run, f->node->signature, call->arguments, call->input)
                          : call->arguments;
    for (size_t i = 0; frame && i < f->node->list.count && !jn_failed(run); i++)
        jn_bind(run, frame, f->node->list.at[i]->value, jn_at(given, i));
    return jn_failed(run) ? JN_NOTHING : jn_evaluate(run, f->node->left, f->input, frame);
}

static struct jn apply_partial(struct jn_run *run, const struct jn_function *f,
                               const struct jn_call *call)
{
    struct jn_call own = *call;
    size_t taken = 0;
    own.arguments = jn_array(run, 0);
    for (size_t i = 0; i < f->node->list.count; i++)
        jn_push(run, own.arguments,
                f->node->list.at[i]->kind == JN_NODE_BLANK ? jn_argument(call, taken++)
                                                           : jn_at(f->given, i));
    return jn_apply(run, f->first, &own);
}

static struct jn apply_chain(struct jn_run *run, const struct jn_function *f,
                             const struct jn_call *call)
{
    struct jn_call next = *call;
    struct jn first = jn_apply(run, f->first, call);
    next.arguments = jn_array(run, 0);
    jn_push(run, next.arguments, first);
    return jn_failed(run) ? JN_NOTHING : jn_apply(run, f->second, &next);
}

static struct jn apply_regex(struct jn_run *run, const struct jn_function *f,
                             const struct jn_call *call)
{
    return jn_match_value(run, f->pattern, jn_argument(call, 0), 0);
}

static struct jn apply_next(struct jn_run *run, const struct jn_function *f,
                            const struct jn_call *call)
{
    (void)call;
    if (f->from >= f->input.size)
        return JN_NOTHING;
    struct jn next = jn_match_value(run, f->pattern, f->input, f->from);
    if (jn_get(next, jn_literal("match")).type == JN_STRING &&
        jn_get(next, jn_literal("match")).size == 0)
        return jn_fail(run, "D1004");
    return next;
}

static struct jn apply_once(struct jn_run *run, struct jn function, const struct jn_call *call)
{
    static struct jn (*const appliers[])(struct jn_run *, const struct jn_function *,
                                         const struct jn_call *) = {
        [JN_FN_NATIVE] = apply_native,
        [JN_FN_LAMBDA] = apply_lambda,
        [JN_FN_PARTIAL] = apply_partial,
        [JN_FN_CHAIN] = apply_chain,
        [JN_FN_REGEX] = apply_regex,
        [JN_FN_NEXT] = apply_next,
        [JN_FN_TRANSFORM] = jn_apply_transform,
    };
    if (function.type != JN_FUNCTION)
        return jn_fail(run, "T1006");
    return appliers[function.function->kind](run, function.function, call);
}

/* ---- calls ---- */

static bool is_thunk(struct jn value)
{
    return value.type == JN_FUNCTION && value.function->kind == JN_FN_LAMBDA &&
           value.function->node->thunk;
}

static struct jn evaluate_all(struct jn_run *run, const struct jn_node *call, struct jn input,
                              struct jn_frame *frame)
{
    struct jn values = jn_array(run, 0);
    for (size_t i = 0; i < call->list.count && !jn_failed(run); i++)
        jn_push(run, values,
                call->list.at[i]->kind == JN_NODE_BLANK
                    ? JN_NOTHING
                    : jn_evaluate(run, call->list.at[i], input, frame));
    return values;
}

struct jn jn_apply(struct jn_run *run, struct jn function, const struct jn_call *call)
{
    if (!jn_enter(run))
        return JN_NOTHING;
    struct jn value = apply_once(run, function, call);
    while (is_thunk(value) && !jn_failed(run)) {
        const struct jn_function *thunk = value.function;
        struct jn next = jn_evaluate(run, thunk->node->left->left, thunk->input, thunk->frame);
        struct jn_call own = *call;
        own.arguments = evaluate_all(run, thunk->node->left, thunk->input, thunk->frame);
        value = jn_failed(run) ? JN_NOTHING : apply_once(run, next, &own);
    }
    jn_leave(run);
    return jn_failed(run) ? JN_NOTHING : value;
}

struct jn jn_apply_to(struct jn_run *run, struct jn function, const struct jn_call *call,
                      const struct jn values[4])
{
    struct jn_call own = *call;
    size_t arity = jn_arity(run, function);
    own.arguments = jn_array(run, 0);
    for (size_t i = 0; i < 4 && (i == 0 || i < arity); i++)
        if (i == 0 || values[i].type != JN_UNDEFINED)
            jn_push(run, own.arguments, values[i]);
    return jn_failed(run) ? JN_NOTHING : jn_apply(run, function, &own);
}

/* The name of what is called, for errors. */
static struct jn called(const struct jn_node *procedure)
{
    return procedure->kind == JN_NODE_PATH ? procedure->list.at[0]->value : procedure->value;
}

static struct jn fail_call(struct jn_run *run, const struct jn_node *node, const char *code)
{
    return jn_fail_with(run, &(struct jn_failure){.code = code,
                                                  .position = node->position,
                                                  .token = called(node->left)});
}

/* A name without its `$`, where that would be a function. */
static bool lacks_dollar(struct jn_run *run, const struct jn_node *node, struct jn procedure,
                         const struct jn_frame *frame)
{
    return procedure.type == JN_UNDEFINED && node->left->kind == JN_NODE_PATH &&
           jn_variable(run, frame, called(node->left)).type != JN_UNDEFINED;
}

/* A call, with `first` (or nothing at all) before its own arguments. */
static struct jn call_with(struct jn_run *run, const struct jn_node *node, struct jn_call *call,
                           const struct jn *first)
{
    struct jn procedure = jn_evaluate(run, node->left, call->input, call->frame);
    if (lacks_dollar(run, node, procedure, call->frame))
        return fail_call(run, node, "T1005");
    struct jn own = evaluate_all(run, node, call->input, call->frame);
    call->arguments = own;
    if (first) {
        call->arguments = jn_array(run, 0);
        jn_push(run, call->arguments, *first);
        for (size_t i = 0; i < jn_count(own); i++)
            jn_push(run, call->arguments, jn_at(own, i));
    }
    struct jn value = jn_failed(run) ? JN_NOTHING : jn_apply(run, procedure, call);
    if (jn_failed(run) && run->failure.position < 0)
        run->failure.position = node->position;
    if (jn_failed(run) && run->failure.token.type == JN_UNDEFINED)
        run->failure.token = called(node->left);
    return value;
}

struct jn jn_eval_call(struct jn_run *run, const struct jn_node *node, struct jn input,
                       struct jn_frame *frame)
{
    struct jn_call call = {.input = input, .frame = frame};
    return call_with(run, node, &call, NULL);
}

struct jn jn_eval_partial(struct jn_run *run, const struct jn_node *node, struct jn input,
                          struct jn_frame *frame)
{
    struct jn given = evaluate_all(run, node, input, frame);
    struct jn procedure = jn_evaluate(run, node->left, input, frame);
    if (lacks_dollar(run, node, procedure, frame))
        return fail_call(run, node, "T1007");
    if (procedure.type != JN_FUNCTION)
        return fail_call(run, node, "T1008");
    return jn_function(
        run, &(struct jn_function){
                 .kind = JN_FN_PARTIAL, .node = node, .first = procedure, .given = given});
}

struct jn jn_eval_lambda(struct jn_run *run, const struct jn_node *node, struct jn input,
                         struct jn_frame *frame)
{
    return jn_function(
        run,
        &(struct jn_function){.kind = JN_FN_LAMBDA, .node = node, .input = input, .frame = frame});
}

/* value ~> function, or one function after another. */
struct jn jn_eval_apply(struct jn_run *run, const struct jn_node *node, struct jn input,
                        struct jn_frame *frame)
{
    struct jn left = jn_evaluate(run, node->left, input, frame);
    struct jn_call call = {.input = input, .frame = frame};
    if (jn_failed(run))
        return JN_NOTHING;
    if (node->right->kind == JN_NODE_CALL)
        return call_with(run, node->right, &call, &left);
    struct jn function = jn_evaluate(run, node->right, input, frame);
    if (function.type != JN_FUNCTION)
        return jn_fail_with(
            run,
            &(struct jn_failure){.code = "T2006", .position = node->position, .value = function});
    if (left.type == JN_FUNCTION)
        return jn_function(
            run, &(struct jn_function){.kind = JN_FN_CHAIN, .first = left, .second = function});
    call.input = JN_NOTHING;
    call.arguments = jn_array(run, 0);
    jn_push(run, call.arguments, left);
    return jn_apply(run, function, &call);
}
