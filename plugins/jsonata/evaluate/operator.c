/* SPDX-License-Identifier: Apache-2.0 */
/* Operators between two values. */
#include <math.h>

#include "jsonata/evaluate/eval.h"
#include "jsonata/values/text.h"

enum { RANGE_MAX = 10000000 };

struct operands {
    struct jn_run *run;
    enum jn_operator op;
    struct jn left, right;
};

static struct jn fail(const struct operands *o, const char *code, struct jn value)
{
    return jn_fail_with(
        o->run,
        &(struct jn_failure){.code = code, .position = -1, .value = value, .value2 = o->right});
}

/* A side is nothing: so is the result. */
static bool lacks(const struct operands *o)
{
    return o->left.type == JN_UNDEFINED || o->right.type == JN_UNDEFINED;
}

static struct jn arithmetic(const struct operands *o)
{
    if (o->left.type != JN_UNDEFINED && !jn_is_numeric(o->run, o->left))
        return fail(o, "T2001", o->left);
    if (o->right.type != JN_UNDEFINED && !jn_is_numeric(o->run, o->right))
        return fail(o, "T2002", o->right);
    if (lacks(o))
        return JN_NOTHING;
    double a = o->left.number, b = o->right.number;
    return jn_number(o->op == JN_OP_PLUS     ? a + b
                     : o->op == JN_OP_MINUS  ? a - b
                     : o->op == JN_OP_TIMES  ? a * b
                     : o->op == JN_OP_DIVIDE ? a / b
                                             : fmod(a, b));
}

static struct jn equality(const struct operands *o)
{
    if (lacks(o))
        return jn_boolean(false);
    return jn_boolean(jn_equal(o->run, o->left, o->right) == (o->op == JN_OP_EQUAL));
}

static bool comparable(struct jn value)
{
    return value.type == JN_UNDEFINED || value.type == JN_STRING || value.type == JN_NUMBER;
}

static struct jn comparison(const struct operands *o)
{
    if (!comparable(o->left) || !comparable(o->right))
        return fail(o, "T2010", comparable(o->left) ? o->right : o->left);
    if (lacks(o))
        return JN_NOTHING;
    if (o->left.type != o->right.type)
        return fail(o, "T2009", o->left);
    bool text = o->left.type == JN_STRING;
    double a = text ? jn_compare_text(o->left, o->right) : o->left.number;
    double b = text ? 0 : o->right.number;
    return jn_boolean(o->op == JN_OP_LESS      ? a < b
                      : o->op == JN_OP_AT_MOST ? a <= b
                      : o->op == JN_OP_MORE    ? a > b
                                               : a >= b);
}

static struct jn join(const struct operands *o)
{
    struct jn left = jn_to_string(o->run, o->left, false);
    struct jn right = jn_to_string(o->run, o->right, false);
    struct jn_text text = {0};
    if (left.type == JN_STRING)
        jn_add(o->run, &text, left.text, left.size);
    if (right.type == JN_STRING)
        jn_add(o->run, &text, right.text, right.size);
    return jn_text_value(o->run, &text);
}

static bool is_integer(struct jn value)
{
    return value.type == JN_NUMBER && value.number == floor(value.number) && isfinite(value.number);
}

static struct jn range(const struct operands *o)
{
    if (o->left.type != JN_UNDEFINED && !is_integer(o->left))
        return fail(o, "T2003", o->left);
    if (o->right.type != JN_UNDEFINED && !is_integer(o->right))
        return fail(o, "T2004", o->right);
    if (lacks(o) || o->left.number > o->right.number)
        return JN_NOTHING;
    double size = o->right.number - o->left.number + 1;
    if (size > RANGE_MAX)
        return fail(o, "D2014", jn_number(size));
    struct jn made = jn_sequence(o->run);
    for (double i = 0; i < size && jn_step(o->run, 1); i++)
        jn_push(o->run, made, jn_number(o->left.number + i));
    return made;
}

/* Whether it is one of the members: objects and arrays are none but themselves. */
static struct jn in(const struct operands *o)
{
    bool simple = o->left.type != JN_ARRAY && o->left.type != JN_OBJECT;
    bool found = false;
    struct jn all = jn_as_array(o->run, o->right);
    if (lacks(o))
        return jn_boolean(false);
    for (size_t i = 0; simple && !found && i < jn_count(all) && jn_step(o->run, 1); i++)
        found = jn_equal(o->run, jn_at(all, i), o->left);
    return jn_boolean(found);
}

static struct jn compute(const struct operands *o)
{
    static struct jn (*const computers[])(const struct operands *) = {
        [JN_OP_PLUS] = arithmetic,    [JN_OP_MINUS] = arithmetic,
        [JN_OP_TIMES] = arithmetic,   [JN_OP_DIVIDE] = arithmetic,
        [JN_OP_MODULO] = arithmetic,  [JN_OP_EQUAL] = equality,
        [JN_OP_NOT_EQUAL] = equality, [JN_OP_LESS] = comparison,
        [JN_OP_MORE] = comparison,    [JN_OP_AT_LEAST] = comparison,
        [JN_OP_AT_MOST] = comparison, [JN_OP_JOIN] = join,
        [JN_OP_RANGE] = range,        [JN_OP_IN] = in,
    };
    return computers[o->op] ? computers[o->op](o) : JN_NOTHING;
}

static struct jn logic(struct jn_run *run, const struct jn_node *node, struct jn input,
                       struct jn_frame *frame)
{
    bool left = jn_truth(run, jn_evaluate(run, node->left, input, frame));
    if (left == (node->op == JN_OP_OR))
        return jn_boolean(left);
    return jn_boolean(jn_truth(run, jn_evaluate(run, node->right, input, frame)));
}

struct jn jn_eval_binary(struct jn_run *run, const struct jn_node *node, struct jn input,
                         struct jn_frame *frame)
{
    if (node->op == JN_OP_AND || node->op == JN_OP_OR)
        return logic(run, node, input, frame);
    struct operands o = {.run = run, .op = node->op};
    o.left = jn_evaluate(run, node->left, input, frame);
    o.right = jn_failed(run) ? JN_NOTHING : jn_evaluate(run, node->right, input, frame);
    if (jn_failed(run))
        return JN_NOTHING;
    struct jn made = compute(&o);
    if (jn_failed(run)) {
        run->failure.position = node->position;
        run->failure.token = node->value;
    }
    return made;
}
