/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Starting and ending the local cloud's process. This program is also that process: called as
 * `slrun local ...` would be, it serves the fake services.
 */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#include "base/error.h"
#include "fake_service.h"
#include "local/launch.h"
#include "local/lifeline.h"
#include "local/server.h"
#include "net/client/http_client.h"
#include "net/loop.h"

enum { GUARD_S = 30 };

/* ---- the process ---- */

static int be_local_cloud(int argc, char **argv)
{
    static const struct cloud_plugin plugins[] = {{&fake_json, NULL}, {&fake_query, NULL}};
    struct local_options options = {
        .host = &fake_host, .plugins = plugins, .n_plugins = 2, .lifeline = -1};
    struct slrun_error error = {0};
    for (int i = 2; i + 1 < argc; i++)
        if (!strcmp(argv[i], "--lifeline"))
            options.lifeline = atoi(argv[i + 1]);
    if (!strcmp(argv[argc - 1], "fail"))
        return 7;
    return local_serve(&options, &error) ? 1 : 0;
}

/* ---- the runner's side ---- */

struct env {
    struct uv_loop_s *loop;
    struct local_launch *launch;
    bool ready, died;
    char url[64], message[256];
};

static void on_ready(void *arg, const char *url, const struct slrun_error *error)
{
    struct env *env = arg;
    assert_false(env->ready);
    env->ready = true;
    snprintf(env->url, sizeof env->url, "%s", url ? url : "");
    snprintf(env->message, sizeof env->message, "%.200s", error ? error->message : "");
}

static void on_died(void *arg, const struct slrun_error *error)
{
    struct env *env = arg;
    assert_true(env->ready && !env->died);
    env->died = true;
    snprintf(env->message, sizeof env->message, "%.200s", error->message);
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

static void run_until(struct env *env, const bool *done)
{
    uv_timer_t guard;
    bool over = false;
    uv_timer_init(env->loop, &guard);
    guard.data = &over;
    uv_timer_start(&guard, on_guard, GUARD_S * 1000, 0);
    while (!*done && !over)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(over);
}

static void start(struct env *env, const char *word)
{
    const char *const words[] = {word, NULL};
    const struct local_launch_options options = {.words = word ? words : NULL,
                                                 .access_key = "AKIARUN",
                                                 .secret_key = "s3cret",
                                                 .ready = on_ready,
                                                 .died = on_died,
                                                 .arg = env};
    struct slrun_error error = {0};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    env->launch = local_launch(env->loop, &options, &error);
    assert_non_null(env->launch);
    assert_false(env->ready);
    run_until(env, &env->ready);
}

static void stop(struct env *env)
{
    local_launch_stop(env->launch);
    loop_free(env->loop);
}

struct ask {
    struct http_call call;
    bool done;
    int status;
    char body[512];
};

static void on_done(struct http_call *call, const struct slrun_response *response,
                    const struct slrun_error *error)
{
    struct ask *a = call->data;
    (void)error;
    a->done = true;
    a->status = response ? response->status : 0;
    snprintf(a->body, sizeof a->body, "%s", response ? (const char *)response->body : "");
}

/* A request that need not be signed by a known key; the process that answered, or 0. */
static int ask_pid(struct env *env)
{
    struct slrun_error error = {0};
    struct slrun_header headers[] = {
        {"X-Amz-Target", "Fake_2020.Get"},
        {"Authorization",
         "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/fake/aws4_request, "
         "SignedHeaders=host;x-amz-date, "
         "Signature=0000000000000000000000000000000000000000000000000000000000000000"}};
    struct slrun_request request = {.headers = headers, .n_headers = 2};
    struct http_client *client = http_client_new(env->loop, NULL, &error);
    struct ask a = {0};
    int pid = 0;
    a.call = (struct http_call){.base = env->url, .request = &request, .done = on_done, .data = &a};
    assert_int_equal(http_client_submit(client, &a.call), 0);
    run_until(env, &a.done);
    http_client_free(client);
    json_t *json = json_loads(a.body, 0, NULL);
    if (json)
        json_unpack(json, "{s:i}", "pid", &pid);
    json_decref(json);
    return pid;
}

static void test_start_and_stop(void **state)
{
    struct env env;
    (void)state;
    start(&env, NULL);
    assert_string_equal(env.message, "");
    int pid = ask_pid(&env);
    assert_true(pid > 0 && pid != getpid());
    /* What a terminal sends to all is for the runner alone: it still has to tear down. */
    kill(pid, SIGINT);
    kill(pid, SIGTERM);
    kill(pid, SIGHUP);
    assert_int_equal(ask_pid(&env), pid);
    assert_false(env.died);
    stop(&env);
    assert_false(env.died);
    assert_int_equal(kill(pid, 0), -1); /* gone, and waited for */
    assert_int_equal(errno, ESRCH);
}

static void test_two(void **state)
{
    struct env a, b;
    (void)state;
    start(&a, NULL);
    start(&b, NULL);
    assert_int_not_equal(ask_pid(&a), ask_pid(&b));
    stop(&a);
    assert_true(ask_pid(&b) > 0);
    stop(&b);
}

static void test_fails(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    (void)state;
    start(&env, "fail");
    assert_string_equal(env.url, "");
    assert_string_equal(env.message, "the local cloud ended with status 7");
    stop(&env);

    struct local_launch_options options = {.binary = "/nowhere/slrun", .ready = on_ready};
    env.loop = loop_new(&error);
    assert_null(local_launch(env.loop, &options, &error));
    assert_non_null(strstr(error.message, "no such file"));
    loop_free(env.loop);

    const char *words[LOCAL_LAUNCH_WORDS_MAX + 2] = {NULL};
    for (size_t i = 0; i <= LOCAL_LAUNCH_WORDS_MAX; i++)
        words[i] = "--at-once";
    options = (struct local_launch_options){.words = words, .ready = on_ready};
    env.loop = loop_new(&error);
    assert_null(local_launch(env.loop, &options, &error));
    assert_non_null(strstr(error.message, "argument list too long"));
    loop_free(env.loop);
}

static void test_dies(void **state)
{
    struct env env;
    (void)state;
    start(&env, NULL);
    kill(ask_pid(&env), SIGKILL);
    run_until(&env, &env.died);
    assert_string_equal(env.message,
                        "the local cloud was ended by signal 9 (SIGKILL: out of memory?)");
    stop(&env);
}

static void test_stop_before_ready(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    const struct local_launch_options options = {.ready = on_ready, .arg = &env};
    (void)state;
    memset(&env, 0, sizeof env);
    env.loop = loop_new(&error);
    env.launch = local_launch(env.loop, &options, &error);
    assert_non_null(env.launch);
    stop(&env);
    assert_false(env.ready);
}

/* ---- when the runner is killed ---- */

/* True when nobody holds the writing end any more. */
static bool ended_within(int fd, int ms)
{
    char byte;
    struct pollfd p = {.fd = fd, .events = POLLIN};
    while (poll(&p, 1, ms) == 1)
        if (read(fd, &byte, 1) <= 0)
            return true;
    return false;
}

static void test_runner_is_killed(void **state)
{
    int told[2], errors[2];
    (void)state;
    assert_int_equal(pipe(told), 0);
    assert_int_equal(pipe(errors), 0);
    pid_t runner = fork();
    if (runner == 0) {
        struct env env;
        dup2(errors[1], STDERR_FILENO); /* the local cloud inherits it, and nothing else */
        close(errors[0]);
        close(errors[1]);
        close(told[0]);
        uv_disable_stdio_inheritance();
        start(&env, NULL);
        if (write(told[1], "r", 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    close(told[1]);
    close(errors[1]);
    char byte;
    assert_int_equal(read(told[0], &byte, 1), 1);
    assert_false(ended_within(errors[0], 50));
    kill(runner, SIGKILL);
    assert_true(ended_within(errors[0], GUARD_S * 1000));
    waitpid(runner, NULL, 0);
    close(told[0]);
    close(errors[0]);
}

/* The lifeline by itself, with a parent that lives on. */
static void test_lifeline_alone(void **state)
{
    int line[2], status;
    char text[64];
    (void)state;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, line), 0);
    pid_t child = fork();
    if (child == 0) {
        static const struct cloud_plugin plugins[] = {{&fake_json, NULL}};
        const struct local_options options = {
            .host = &fake_host, .plugins = plugins, .n_plugins = 1, .lifeline = line[1]};
        struct slrun_error error = {0};
        close(line[0]);
        _exit(local_serve(&options, &error) ? 1 : 0);
    }
    close(line[1]);
    assert_int_equal(write(line[0], "{}\n", 3), 3);
    ssize_t n = read(line[0], text, sizeof text);
    assert_true(n > 0 && text[n - 1] == '\n');
    assert_int_not_equal(lifeline_port(text, (size_t)n - 1), 0);
    close(line[0]);
    alarm(GUARD_S);
    assert_int_equal(waitpid(child, &status, 0), child);
    alarm(0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_greeting(void **state)
{
    int line[2];
    struct lifeline_keys keys;
    (void)state;
    static const struct {
        const char *text;
        int rc;
    } rows[] = {{"{}\n", 0},
                {"{\"access_key\":\"a\",\"secret_key\":\"b\"}\n", 0},
                {"nonsense\n", -1},
                {"{}", -1},
                {"", -1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, line), 0);
        assert_int_equal(write(line[0], rows[i].text, strlen(rows[i].text)), strlen(rows[i].text));
        close(line[0]);
        assert_int_equal(lifeline_read_keys(line[1], &keys), rows[i].rc);
        close(line[1]);
    }
    char *greeting = lifeline_greeting("AKIA", "se\"cret");
    assert_string_equal(greeting, "{\"access_key\":\"AKIA\",\"secret_key\":\"se\\\"cret\"}\n");
    free(greeting);
}

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "local"))
        return be_local_cloud(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start_and_stop),
        cmocka_unit_test(test_two),
        cmocka_unit_test(test_fails),
        cmocka_unit_test(test_dies),
        cmocka_unit_test(test_stop_before_ready),
        cmocka_unit_test(test_runner_is_killed),
        cmocka_unit_test(test_lifeline_alone),
        cmocka_unit_test(test_greeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
