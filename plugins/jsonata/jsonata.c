/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "jsonata/evaluate/eval.h"
#include "jsonata/values/text.h"

enum {
    TEXT_MEMORY = 16 << 20, /* of an expression's tree */
    VALUE_MEMORY = 64 << 20,
    STEPS = 10000000,
    DEPTH = 1000
};

struct jsonata {
    struct jn_run run; /* its memory has the tree */
    struct jn_node *root;
};

struct jsonata *jsonata_parse(const char *text, struct jsonata_error *error)
{
    struct jsonata *made = calloc(1, sizeof *made);
    if (!made)
        return NULL;
    struct jn_run *run = &made->run;
    run->memory.limit = TEXT_MEMORY;
    run->steps_max = STEPS;
    run->depth_max = DEPTH;
    made->root = jn_shape(run, jn_parse(run, text, strlen(text)));
    bool open = made->root && (made->root->kind == JN_NODE_PARENT || made->root->seeking_count);
    if (open)
        (void)jn_fail_at(run, "S0217", made->root->position);
    if (!jn_failed(run))
        return made;
    jn_tell(run, error);
    jsonata_free(made);
    return NULL;
}

void jsonata_free(struct jsonata *expression)
{
    if (expression)
        jn_memory_end(&expression->run.memory);
    free(expression);
}

/* The input as it is evaluated: an array is one value. */
static struct jn input_of(struct jn_run *run, struct jn value)
{
    if (value.type != JN_ARRAY)
        return value;
    struct jn around = jn_array(run, JN_SEQUENCE | JN_WRAPPER);
    jn_push(run, around, value);
    return around;
}

static struct jn evaluate(struct jn_run *run, const struct jn_node *root)
{
    struct jn input = jn_from_json(run, run->world->input);
    run->root = jn_frame(run, NULL);
    if (!run->root)
        return JN_NOTHING;
    jn_bind(run, run->root, jn_literal("$"), input);
    return jn_evaluate(run, root, input_of(run, input), run->root);
}

enum jsonata_outcome jsonata_evaluate(const struct jsonata *expression,
                                      const struct jsonata_world *world, json_t **result,
                                      struct jsonata_error *error)
{
    const struct jsonata_limits *limits = &world->limits;
    struct jn_run run = {
        .memory = {.limit = limits->memory ? limits->memory : (size_t)VALUE_MEMORY},
        .world = world,
        .steps_max = limits->steps ? limits->steps : STEPS,
        .depth_max = limits->depth ? limits->depth : DEPTH};
    struct jn value = evaluate(&run, expression->root);
    *result = jn_failed(&run) || value.type == JN_FUNCTION ? NULL : jn_to_json(&run, value);
    enum jsonata_outcome outcome = value.type == JN_FUNCTION ? JSONATA_FUNCTION
                                   : *result                 ? JSONATA_VALUE
                                                             : JSONATA_NOTHING;
    if (jn_failed(&run)) {
        jn_tell(&run, error);
        json_decref(*result);
        *result = NULL;
        outcome = JSONATA_FAILED;
    }
    jn_memory_end(&run.memory);
    return outcome;
}
