/* SPDX-License-Identifier: Apache-2.0 */
/* What services of the local cloud do together: news, processes, resources of stacks. */
#include "echo_cloud.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- news ---- */

struct watcher {
    struct slrun_watch *watch;
    unsigned n;
};

static void on_news(void *arg)
{
    ((struct watcher *)arg)->n++;
}

static void test_news(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    struct watcher a = {0}, b = {0}, c = {0};
    a.watch = env.api->watch(env.api, "arn:one", on_news, &a);
    b.watch = env.api->watch(env.api, "arn:two", on_news, &b);
    c.watch = env.api->watch(env.api, "arn:one", on_news, &c);
    env.api->notify(env.api, "arn:one");
    env.api->notify(env.api, "arn:one");
    assert_int_equal(env.api->watched(env.api, "arn:two"), 1);
    assert_int_equal(env.api->watched(env.api, "arn:three"), 0);
    env.api->watch_stop(c.watch); /* with news on the way */
    assert_int_equal(a.n, 0);
    env_run_until(&env, &a.n, 1);
    assert_int_equal(b.n + c.n, 0);
    env.api->notify(env.api, "arn:one");
    env_run_until(&env, &a.n, 2);
    env_close(&env); /* with watches left */
    assert_int_equal(a.n, 2);
}

/* ---- processes ---- */

struct program {
    unsigned ended;
    int status, signal;
    char text[512];
};

static void on_line(void *arg, int stream, const char *text, size_t size)
{
    struct program *p = arg;
    size_t have = strlen(p->text);
    assert_int_equal(strlen(text), size);
    assert_int_equal(p->ended, 0);
    snprintf(p->text + have, sizeof p->text - have, "%d:%s;", stream, text);
}

static void on_ended(void *arg, int status, int signal)
{
    struct program *p = arg;
    p->ended++;
    p->status = status;
    p->signal = signal;
}

static struct slrun_process *start(struct env *env, const char *script, struct program *program,
                                   struct slrun_error *error)
{
    const char *const argv[] = {"sh", "-c", script, NULL};
    const char *const environment[] = {"PATH=/usr/bin:/bin", "COLOUR=blue", NULL};
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = environment,
                                                  .directory = "/",
                                                  .line = on_line,
                                                  .ended = on_ended,
                                                  .arg = program};
    return env->api->process_start(env->api, &options, error);
}

static void test_process(void **state)
{
    struct env env;
    struct program p = {0};
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct slrun_process *process =
        start(&env, "echo $COLOUR $HOME `pwd`; echo no >&2; printf end; exit 7", &p, &error);
    assert_non_null(process);
    env_run_until(&env, &p.ended, 1);
    assert_non_null(strstr(p.text, "1:blue /;"));
    assert_non_null(strstr(p.text, "2:no;"));
    assert_non_null(strstr(p.text, "1:end;"));
    assert_int_equal(p.status, 7);
    assert_int_equal(p.signal, 0);
    env.api->process_close(process);
    env_close(&env);
}

static void test_killed_process(void **state)
{
    struct env env;
    struct program killed = {0}, closed = {0}, left = {0};
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct slrun_process *process = start(&env, "sleep 60 & sleep 60", &killed, &error);
    env.api->process_signal(process, SIGTERM);
    env_run_until(&env, &killed.ended, 1);
    assert_int_equal(killed.signal, SIGTERM);
    env.api->process_signal(process, SIGTERM); /* harmless now */
    env.api->process_close(process);
    env.api->process_close(start(&env, "echo late; sleep 60", &closed, &error));
    assert_non_null(start(&env, "sleep 60", &left, &error));
    env_close(&env); /* ends the one that is left */
    assert_int_equal(closed.ended + left.ended, 0);
    assert_string_equal(closed.text, "");
}

static void test_no_program(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    const char *const argv[] = {"no-such-program", NULL}, *const environment[] = {NULL};
    const struct slrun_process_options options = {
        .argv = argv, .environment = environment, .line = on_line, .ended = on_ended};
    (void)state;
    env_open(&env);
    assert_null(env.api->process_start(env.api, &options, &error));
    assert_string_equal(error.message,
                        "no-such-program: cannot be started: No such file or directory");
    env_close(&env);
}

/* ---- resources ---- */

struct made {
    unsigned n;
    char id[64], arn[64], message[SLRUN_ERROR_MESSAGE_MAX];
};

static void on_made(void *arg, const struct slrun_resource_result *result)
{
    struct made *m = arg;
    m->n++;
    if (result->error)
        snprintf(m->message, sizeof m->message, "%s", result->error->message);
    if (result->physical_id)
        snprintf(m->id, sizeof m->id, "%s", result->physical_id);
    const char *arn = json_string_value(json_object_get(result->attributes, "Arn"));
    if (arn)
        snprintf(m->arn, sizeof m->arn, "%s", arn);
}

static void order(struct env *env, const json_t *properties, struct made *made)
{
    char name[] = "stack-Thing-1";
    struct slrun_resource_order order = {
        .action = SLRUN_RESOURCE_CREATE,
        .resource = {.type = env->api->resource_type(env->api, "Test::Echo::Thing"),
                     .logical_id = "Thing",
                     .stack_id = "arn:stack",
                     .properties = properties,
                     .suggested_name = name},
        .done = on_made,
        .arg = made};
    assert_non_null(env->api->provision(env->api, &order));
    memset(name, 'x', sizeof name - 1); /* it was copied */
}

/* A resource that is made by operations ends with their results, or with the first error. */
static void test_resources_by_operations(void **state)
{
    struct env env;
    struct made good = {0}, bad = {0};
    (void)state;
    env_open(&env);
    json_t *sizes[] = {json_pack("{s:i}", "Size", 4), json_pack("{s:i}", "Size", 5)};
    order(&env, sizes[0], &good);
    order(&env, sizes[1], &bad);
    env_run_until(&env, &good.n, 1);
    env_run_until(&env, &bad.n, 1);
    assert_string_equal(good.message, "");
    assert_string_equal(good.id, "said");
    assert_string_equal(good.arn, "us-east-1 000000000000");
    assert_string_equal(bad.message, "no");
    assert_string_equal(bad.id, "");
    order(&env, sizes[0], &good); /* the cloud ends in the middle of it */
    env_close(&env);
    json_decref(sizes[0]);
    json_decref(sizes[1]);
}

static void test_resources(void **state)
{
    struct env env;
    struct made good = {0}, bad = {0}, never = {0};
    (void)state;
    env_open(&env);
    assert_null(env.api->resource_type(env.api, "Test::Echo::Other"));
    assert_ptr_equal(env.api->resource_type_at(env.api, 0), echo_types);
    assert_null(env.api->resource_type_at(env.api, 1));
    json_t *sizes[] = {json_pack("{s:i}", "Size", 1), json_pack("{s:i}", "Size", 3),
                       json_pack("{s:i}", "Size", 2)};
    order(&env, sizes[0], &good);
    order(&env, sizes[1], &bad);
    order(&env, sizes[2], &never);
    assert_int_equal(good.n, 0);
    env_run_until(&env, &good.n, 1);
    env_run_until(&env, &bad.n, 1);
    assert_string_equal(good.id, "stack-Thing-1");
    assert_string_equal(good.arn, "arn:stack");
    assert_string_equal(bad.message, "too large: Thing");
    assert_int_equal(never.n, 0);
    env_close(&env);
    for (size_t i = 0; i < 3; i++)
        json_decref(sizes[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_news),
        cmocka_unit_test(test_process),
        cmocka_unit_test(test_killed_process),
        cmocka_unit_test(test_no_program),
        cmocka_unit_test(test_resources_by_operations),
        cmocka_unit_test(test_resources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
