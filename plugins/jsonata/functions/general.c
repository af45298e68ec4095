/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of any value, and $eval(): https://docs.jsonata.org/boolean-functions. */
#include <stdio.h>
#include <string.h>

#include "jsonata/functions/native.h"
#include "jsonata/functions/random.h"
#include "jsonata/values/text.h"

static struct jn boolean(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0);
    return value.type == JN_UNDEFINED ? value : jn_boolean(jn_truth(run, value));
}

static struct jn not_native(struct jn_run *run, const struct jn_call *call)
{
    struct jn value = jn_argument(call, 0);
    return value.type == JN_UNDEFINED ? value : jn_boolean(!jn_truth(run, value));
}

static struct jn exists(struct jn_run *run, const struct jn_call *call)
{
    (void)run;
    return jn_boolean(jn_argument(call, 0).type != JN_UNDEFINED);
}

static struct jn type(struct jn_run *run, const struct jn_call *call)
{
    static const char *const names[] = {
        [JN_NULL] = "null",        [JN_BOOLEAN] = "boolean", [JN_NUMBER] = "number",
        [JN_STRING] = "string",    [JN_ARRAY] = "array",     [JN_OBJECT] = "object",
        [JN_FUNCTION] = "function"};
    struct jn value = jn_argument(call, 0);
    (void)run;
    return value.type == JN_UNDEFINED ? value : jn_literal(names[value.type]);
}

static struct jn fail_words(struct jn_run *run, const char *code, struct jn words,
                            const char *otherwise)
{
    bool given = words.type == JN_STRING && words.size;
    return jn_fail_with(
        run, &(struct jn_failure){
                 .code = code, .position = -1, .message = given ? words : jn_literal(otherwise)});
}

static struct jn error(struct jn_run *run, const struct jn_call *call)
{
    return fail_words(run, "D3137", jn_argument(call, 0), "$error() function evaluated");
}

static struct jn assert_native(struct jn_run *run, const struct jn_call *call)
{
    if (jn_truth(run, jn_argument(call, 0)))
        return JN_NOTHING;
    return fail_words(run, "D3141", jn_argument(call, 1), "$assert() statement failed");
}

static struct jn clone(struct jn_run *run, const struct jn_call *call)
{
    return jn_clone(run, jn_argument(call, 0));
}

static struct jn random_native(struct jn_run *run, const struct jn_call *call)
{
    (void)run, (void)call;
    return jn_number(jn_random());
}

/* The failure of what $eval() was given as a failure of its own. */
static struct jn fail_eval(struct jn_run *run, const char *code)
{
    struct jsonata_error inner;
    if (strcmp(run->failure.code, "D1012") == 0 || strcmp(run->failure.code, "D1015") == 0)
        return JN_NOTHING;
    jn_tell(run, &inner);
    run->failure = (struct jn_failure){.position = -1};
    return fail_words(run, code, jn_copy(run, inner.message, strlen(inner.message)), "");
}

static struct jn eval(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), input = jn_argument(call, 1);
    if (text.type != JN_STRING)
        return JN_NOTHING;
    struct jn_node *node = jn_shape(run, jn_parse(run, text.text, text.size));
    if (!node)
        return fail_eval(run, "D3120");
    if (input.type == JN_UNDEFINED)
        input = call->input;
    else if (input.type == JN_ARRAY && !jn_marked(input, JN_SEQUENCE)) {
        struct jn around = jn_array(run, JN_SEQUENCE | JN_WRAPPER);
        jn_push(run, around, input);
        input = around;
    }
    struct jn value = jn_evaluate(run, node, input, call->frame);
    return jn_failed(run) ? fail_eval(run, "D3121") : value;
}

static const struct jn_native natives[] = {
    {"boolean", "<x-:b>", boolean, 1, JN_ALWAYS},
    {"not", "<x-:b>", not_native, 1, JN_ALWAYS},
    {"exists", "<x:b>", exists, 1, JN_ALWAYS},
    {"type", "<x:s>", type, 1, JN_ALWAYS},
    {"error", "<s?:x>", error, 1, JN_ALWAYS},
    {"assert", "<bs?:x>", assert_native, 2, JN_ALWAYS},
    {"clone", "<(oa)-:o>", clone, 1, JN_ALWAYS},
    {"random", "<:n>", random_native, 0, JN_PLAIN},
    {"eval", "<sx?:x>", eval, 2, JN_PLAIN},
};
const struct jn_native_table jn_general_natives = {natives, sizeof natives / sizeof *natives};
