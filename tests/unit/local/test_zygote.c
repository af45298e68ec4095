/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Processes that are copied from a zygote. This program is the zygote too, when it is called with
 * an argument: what kind of zygote it is.
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#include <slrun/slrun.h>

#include "base/error.h"
#include "local/cloud.h"
#include "net/loop.h"
#include "plugin/host.h"

enum { GUARD_MS = 20000, REQUEST_SIZE = 64 << 10, TEXT_SIZE = 4096 };

#define SELF "/proc/self/exe" /* this program */

/* ---- the zygote ---- */

static bool receive(char request[REQUEST_SIZE], int fds[2])
{
    char room[CMSG_SPACE(2 * sizeof(int))];
    struct iovec data = {request, REQUEST_SIZE - 1};
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
    ssize_t n = recvmsg(0, &message, 0);
    if (n <= 0)
        return false;
    memset(request + n, 0, 1);
    memcpy(fds, CMSG_DATA(CMSG_FIRSTHDR(&message)), 2 * sizeof(int));
    return true;
}

static void answer(const char *number, pid_t pid)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%s %d", number, (int)pid);
    if (send(0, text, (size_t)n, MSG_NOSIGNAL) != n)
        _exit(0);
}

/* "NUMBER", "/", "COLOUR=..." */
static void be_the_copy(const char *number, const int fds[2])
{
    const char *directory = number + strlen(number) + 1;
    const char *colour = directory + strlen(directory) + 1;
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    answer(number, getpid());
    if (strcmp(colour, "COLOUR=endless") == 0)
        pause();
    dprintf(fds[0], "copy %s %s\n", directory, colour);
    dprintf(fds[1], "child of %d", (int)getppid());
    _exit(7);
}

/* The pipe ends with the parent between; it is reaped before that is known. */
static void make_copy(const char *number, const int fds[2])
{
    int orphaned[2], status;
    char end;
    if (pipe(orphaned))
        _exit(1);
    pid_t between = fork();
    if (between == 0) {
        if (fork() > 0)
            _exit(0);
        close(orphaned[1]);
        if (read(orphaned[0], &end, 1) == 0)
            be_the_copy(number, fds);
        _exit(1);
    }
    waitpid(between, &status, 0);
    close(orphaned[0]);
    close(orphaned[1]);
}

static int be_a_zygote(const char *kind)
{
    char request[REQUEST_SIZE];
    int fds[2];
    while (receive(request, fds)) {
        if (strcmp(kind, "dying") == 0)
            return 1;
        if (strcmp(kind, "refusing") == 0)
            answer(request, 0);
        else if (strcmp(kind, "lying") == 0)
            answer(request, getppid());
        else
            make_copy(request, fds);
        if (strcmp(kind, "fleeing") == 0)
            return 0;
        close(fds[0]);
        close(fds[1]);
    }
    return 0;
}

/* ---- the local cloud ---- */

struct env {
    uv_loop_t *loop;
    struct auth *auth;
    struct cloud *cloud;
    const struct slrun_cloud *api;
};

struct program {
    char text[TEXT_SIZE];
    unsigned lines, ended;
    int status, signal;
    struct slrun_process *process;
};

static int env_open(void **state)
{
    static struct env env;
    struct slrun_error error = {0};
    env.loop = loop_new(&error);
    env.auth = auth_new(false);
    env.cloud = cloud_new(env.loop, host_table(), NULL, env.auth);
    env.api = &env.cloud->api;
    *state = &env;
    return 0;
}

static int env_close(void **state)
{
    struct env *env = *state;
    cloud_free(env->cloud);
    auth_free(env->auth);
    loop_free(env->loop);
    return 0;
}

static void on_line(void *arg, int stream, const char *text, size_t size)
{
    struct program *p = arg;
    size_t have = strlen(p->text);
    assert_int_equal(strlen(text), size);
    snprintf(p->text + have, sizeof p->text - have, "%d:%s;", stream, text);
    p->lines++;
}

static void on_ended(void *arg, int status, int signal)
{
    struct program *p = arg;
    p->ended++;
    p->status = status;
    p->signal = signal;
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

static void run_until(const struct env *env, const unsigned *count, unsigned wanted)
{
    uv_timer_t guard;
    bool late = false;
    guard.data = &late;
    uv_timer_init(env->loop, &guard);
    uv_timer_start(&guard, on_guard, GUARD_MS, 0);
    while (*count < wanted && !late)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(late);
}

/* A copy that has a session of its own, and lost who made it before it was told of, ends by itself:
 * none is left for ever. */
static void all_children_end(void)
{
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
        ;
    assert_int_equal(errno, ECHILD);
}

static void start_zygote(const struct env *env, const char *kind, struct program *zygote)
{
    struct slrun_error error = {0};
    const char *const argv[] = {SELF, kind, NULL};
    extern char **environ;
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = (const char *const *)environ,
                                                  .line = on_line,
                                                  .ended = on_ended,
                                                  .arg = zygote};
    zygote->process = env->api->process_zygote(env->api, &options, &error);
    assert_non_null(zygote->process);
}

/* What is executed says so, and is no copy. */
static void copy(const struct env *env, const struct program *zygote, const char *variable,
                 struct program *program)
{
    struct slrun_error error = {0};
    const char *const argv[] = {"sh", "-c", "echo executed $COLOUR `pwd`; exit 3", NULL};
    const char *const environment[] = {variable, "PATH=/usr/bin:/bin", NULL};
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = environment,
                                                  .directory = "/",
                                                  .line = on_line,
                                                  .ended = on_ended,
                                                  .arg = program};
    program->process = env->api->process_copy(zygote->process, &options, &error);
    assert_non_null(program->process);
}

static void assert_copied(const struct program *p)
{
    char parent[64];
    snprintf(parent, sizeof parent, "2:child of %d;", (int)getpid());
    assert_non_null(strstr(p->text, "1:copy / COLOUR=red;"));
    assert_non_null(strstr(p->text, parent));
    assert_int_equal(p->lines, 2);
    assert_int_equal(p->status, 7);
    assert_int_equal(p->signal, 0);
    assert_int_equal(p->ended, 1);
}

static void assert_executed(const struct program *p)
{
    assert_string_equal(p->text, "1:executed red /;");
    assert_int_equal(p->status, 3);
    assert_int_equal(p->ended, 1);
}

/* ---- tests ---- */

static void test_copies(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, one = {.text = ""}, two = {.text = ""};
    int adopts = -1;
    start_zygote(env, "willing", &zygote);
    copy(env, &zygote, "COLOUR=red", &one);
    copy(env, &zygote, "COLOUR=red", &two);
    run_until(env, &one.ended, 1);
    run_until(env, &two.ended, 1);
    assert_copied(&one);
    assert_copied(&two);
    assert_int_equal(zygote.lines + zygote.ended, 0);
    prctl(PR_GET_CHILD_SUBREAPER, &adopts);
    assert_int_equal(adopts, 0); /* no copy is being made */
}

static void test_a_zygote_that_refuses(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, one = {.text = ""};
    start_zygote(env, "refusing", &zygote);
    copy(env, &zygote, "COLOUR=red", &one);
    run_until(env, &one.ended, 1);
    assert_executed(&one);
    assert_int_equal(zygote.ended, 0);
}

static void test_a_zygote_that_tells_of_a_stranger(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, one = {.text = ""};
    start_zygote(env, "lying", &zygote);
    copy(env, &zygote, "COLOUR=red", &one);
    run_until(env, &one.ended, 1);
    assert_executed(&one);
}

/* All that it was asked for is executed, and so is what it is asked for after its end. */
static void test_a_zygote_that_dies(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, some[3];
    memset(some, 0, sizeof some);
    start_zygote(env, "dying", &zygote);
    copy(env, &zygote, "COLOUR=red", &some[0]);
    copy(env, &zygote, "COLOUR=red", &some[1]);
    run_until(env, &some[0].ended, 1);
    run_until(env, &some[1].ended, 1);
    run_until(env, &zygote.ended, 1);
    copy(env, &zygote, "COLOUR=red", &some[2]);
    run_until(env, &some[2].ended, 1);
    for (size_t i = 0; i < 3; i++)
        assert_executed(&some[i]);
}

/* A copy that has been made is not made again. */
static void test_a_zygote_that_dies_behind_a_copy(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, one = {.text = ""};
    start_zygote(env, "fleeing", &zygote);
    copy(env, &zygote, "COLOUR=red", &one);
    run_until(env, &zygote.ended, 1);
    env->api->process_close(zygote.process);
    run_until(env, &one.ended, 1);
    if (one.status == 7)
        assert_copied(&one);
    else
        assert_executed(&one); /* its end was seen before the copy could answer */
    all_children_end();
}

/* The zygote may be closed while it makes copies; they are made otherwise. */
static void test_closing_a_zygote(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, one = {.text = ""};
    start_zygote(env, "willing", &zygote);
    env->api->process_signal(zygote.process, SIGSTOP);
    copy(env, &zygote, "COLOUR=red", &one);
    env->api->process_close(zygote.process);
    run_until(env, &one.ended, 1);
    assert_executed(&one);
    assert_int_equal(zygote.ended, 0);
}

/* What is closed or killed before it is there ends when it is. */
static void test_copies_that_are_not_wanted(void **state)
{
    const struct env *env = *state;
    struct program zygote = {.text = ""}, closed = {.text = ""}, killed = {.text = ""},
                   last = {.text = ""};
    start_zygote(env, "willing", &zygote);
    copy(env, &zygote, "COLOUR=endless", &closed);
    copy(env, &zygote, "COLOUR=endless", &killed);
    copy(env, &zygote, "COLOUR=red", &last);
    env->api->process_close(closed.process);
    env->api->process_signal(killed.process, SIGTERM);
    run_until(env, &killed.ended, 1);
    assert_int_equal(killed.signal, SIGTERM);
    run_until(env, &last.ended, 1);
    assert_copied(&last);
    assert_int_equal(closed.ended + closed.lines, 0);
    env->api->process_close(zygote.process);
    all_children_end();
}

/* What can be neither copied nor executed says so as a shell does. */
static void test_no_program(void **state)
{
    const struct env *env = *state;
    struct slrun_error error = {0};
    struct program zygote = {.text = ""}, one = {.text = ""};
    const char *const argv[] = {"no-such-program", NULL}, *const environment[] = {NULL};
    const struct slrun_process_options options = {
        .argv = argv, .environment = environment, .line = on_line, .ended = on_ended, .arg = &one};
    start_zygote(env, "refusing", &zygote);
    one.process = env->api->process_copy(zygote.process, &options, &error);
    assert_non_null(one.process);
    run_until(env, &one.ended, 1);
    assert_int_equal(one.status, 127);
    one.ended = 0;
    assert_non_null(env->api->process_copy(zygote.process, &options, &error));
    env->api->process_close(zygote.process); /* and the cloud closes before it says so */
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_copies, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_a_zygote_that_refuses, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_a_zygote_that_tells_of_a_stranger, env_open,
                                        env_close),
        cmocka_unit_test_setup_teardown(test_a_zygote_that_dies, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_a_zygote_that_dies_behind_a_copy, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_closing_a_zygote, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_copies_that_are_not_wanted, env_open, env_close),
        cmocka_unit_test_setup_teardown(test_no_program, env_open, env_close),
    };
    if (argc > 1)
        return be_a_zygote(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
