/* SPDX-License-Identifier: Apache-2.0 */
/* How a created resource is removed, as the core asks for it before and after the call. */
#include "harness/cmocka_all.h"

#include <string.h>

#include "plugin/call.h"
#include "plugin/loader.h"
#include "plugin_call.h"

static int whole(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                 struct slrun_undo *undo)
{
    *undo = (struct slrun_undo){
        .kind = "thing",
        .name = ctx->host->format(ctx, "%s", json_string_value(json_object_get(args, "Name"))),
        .op = "delete_thing",
        .args = json_pack("{s:b}", "Made", result != NULL),
        .tags_args = json_object()};
    return 0;
}

static int nameless(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                    struct slrun_undo *undo)
{
    (void)whole(ctx, args, result, undo);
    undo->name = NULL;
    return 0;
}

static int without_args(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                        struct slrun_undo *undo)
{
    (void)whole(ctx, args, result, undo);
    json_decref(undo->args);
    undo->args = NULL;
    return 0;
}

static int nothing(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                   struct slrun_undo *undo)
{
    (void)ctx, (void)args, (void)result, (void)undo;
    return 1;
}

static int fails(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                 struct slrun_undo *undo)
{
    (void)args, (void)result, (void)undo;
    return (ctx->host->fail)(ctx, SLRUN_E_USAGE, "not this one");
}

/* ---- */

static struct slrun_undo undo;
static struct slrun_error error;

static int ask(int (*make)(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo),
               bool after)
{
    const struct slrun_op op = {.name = "create_thing", .api = "CreateThing", .undo = make};
    struct plugin plugin = {.entry = {.name = "things"}};
    struct call_env env = {.region = "us-east-1"};
    struct op_undo_options options = {.env = &env,
                                      .plugin = &plugin,
                                      .op = &op,
                                      .args = json_pack("{s:s}", "Name", "n"),
                                      .result = after ? json_object() : NULL,
                                      .arena = arena_new(4096)};
    error = (struct slrun_error){0};
    undo = (struct slrun_undo){0};
    int made = op_undo(&options, &undo, &error);
    if (made == 0)
        assert_string_equal(undo.name, "n");
    arena_free(options.arena);
    json_decref((json_t *)(uintptr_t)options.args);
    json_decref((json_t *)(uintptr_t)options.result);
    return made;
}

static void it_knows_whether_the_thing_is_made(void **state)
{
    (void)state;
    for (int after = 0; after < 2; after++) {
        assert_int_equal(ask(whole, after), 0);
        assert_int_equal(json_is_true(json_object_get(undo.args, "Made")), after);
        op_undo_free(&undo);
        assert_null(undo.args);
        assert_null(undo.tags_args);
    }
}

static void there_may_be_nothing_to_undo(void **state)
{
    (void)state;
    assert_int_equal(ask(nothing, true), 1);
    assert_int_equal(ask(NULL, true), 1);
    assert_int_equal(error.kind, SLRUN_E_NONE);
}

static void a_plugin_s_error_is_its_own(void **state)
{
    (void)state;
    assert_int_equal(ask(fails, true), -1);
    assert_int_equal(error.kind, SLRUN_E_USAGE);
    assert_string_equal(error.message, "not this one");
    error_clear(&error);
}

/* What it holds all the same is released: a leak fails the test. */
static void without_name_or_args_it_is_out_of_memory(void **state)
{
    (void)state;
    assert_int_equal(ask(nameless, true), -1);
    assert_int_equal(error.kind, SLRUN_E_MEMORY);
    assert_string_equal(error.message, "no memory for what undoes create_thing");
    error_clear(&error);
    assert_int_equal(ask(without_args, false), -1);
    assert_int_equal(error.kind, SLRUN_E_MEMORY);
    assert_null(undo.tags_args);
    error_clear(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_knows_whether_the_thing_is_made),
        cmocka_unit_test(there_may_be_nothing_to_undo),
        cmocka_unit_test(a_plugin_s_error_is_its_own),
        cmocka_unit_test(without_name_or_args_it_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
