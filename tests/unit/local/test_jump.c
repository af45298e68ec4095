/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's half of the agreement on jumps of the clock; the runner is this test. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#include "base/error.h"
#include "fake_service.h"
#include "local/clock/jump.h"
#include "local/lifeline.h"
#include "local/turn.h"
#include "net/loop.h"

enum { HOUR_MS = 3600 * 1000, GUARD_MS = 30000 };

static struct {
    uv_loop_t *loop;
    uv_timer_t guard;
    struct auth *auth;
    struct cloud *cloud;
    const struct slrun_cloud *api;
    int runner; /* our end of the lifeline */
    int theirs;
    int fired;
} env;

/* Keeps the loop alive, and ends what hangs. */
static void on_guard(uv_timer_t *guard)
{
    (void)guard;
    fail();
}

static void open_with(bool runner)
{
    struct slrun_error error = {0};
    int ends[2] = {-1, -1};
    memset(&env, 0, sizeof env);
    if (runner)
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    env.runner = ends[0];
    env.theirs = ends[1];
    env.loop = loop_new(&error);
    uv_timer_init(env.loop, &env.guard);
    uv_timer_start(&env.guard, on_guard, GUARD_MS, 0);
    env.auth = auth_new(false);
    env.cloud = cloud_new(env.loop, &fake_host, NULL, env.auth);
    env.cloud->jump = jump_new(env.cloud, env.theirs);
    env.api = &env.cloud->api;
}

static int open_env(void **state)
{
    (void)state;
    open_with(true);
    return 0;
}

static int open_alone(void **state)
{
    (void)state;
    open_with(false);
    return 0;
}

static int close_env(void **state)
{
    (void)state;
    cloud_free(env.cloud);
    uv_close((uv_handle_t *)&env.guard, NULL);
    auth_free(env.auth);
    loop_free(env.loop);
    if (env.runner >= 0)
        close(env.runner);
    if (env.theirs >= 0)
        close(env.theirs);
    return 0;
}

static void turns(int n)
{
    while (n--)
        uv_run(env.loop, UV_RUN_NOWAIT);
}

static void say(const struct lifeline_word *word)
{
    char line[LIFELINE_WORD_MAX];
    int n = lifeline_write_word(line, word);
    assert_int_equal(write(env.runner, line, (size_t)n), n);
}

static void ask(uint64_t number, double within, const struct flights *flights)
{
    struct lifeline_word word = {.kind = LIFELINE_ASK, .number = number, .ms = within};
    if (flights)
        word.flights = *flights;
    say(&word);
    assert_true(jump_hear(env.cloud->jump));
    turns(3);
}

/* What it offers on this question; 0: nothing. */
static double offered(uint64_t number)
{
    char line[LIFELINE_WORD_MAX];
    struct lifeline_word word;
    ssize_t n = recv(env.runner, line, sizeof line, MSG_DONTWAIT);
    if (n <= 0)
        return 0;
    assert_true(lifeline_read_word(line, (size_t)n - 1, &word));
    assert_int_equal(word.kind, LIFELINE_OFFER);
    assert_int_equal(word.number, number);
    return word.ms;
}

static void on_fire(void *arg)
{
    (void)arg;
    env.fired++;
}

static int64_t now(void)
{
    return env.api->now_ms(env.api);
}

/* ---- requests, as the server brings them ---- */

struct request {
    struct http_exchange http;
    struct slrun_header headers[3];
    char number[24];
    struct exchange *e;
    bool answered;
};

static void answered(struct exchange *e, const struct slrun_reply *reply,
                     const struct http_file *file)
{
    struct request *r = e->answer_arg;
    (void)reply, (void)file;
    r->answered = true;
    exchange_free(e);
}

static void gone(struct slrun_exchange *x)
{
    (void)x;
}

static void request(struct request *r, const char *name, const char *value)
{
    memset(r, 0, sizeof *r);
    r->headers[0] = (struct slrun_header){"Host", "127.0.0.1"};
    r->headers[1] = (struct slrun_header){name, value};
    r->headers[2] = (struct slrun_header){"Accept", "*/*"};
    r->http = (struct http_exchange){
        .method = "POST", .target = "/", .headers = r->headers, .n_headers = 3, .body = ""};
    r->e = exchange_new(env.cloud, &r->http);
    r->e->answer = answered;
    r->e->answer_arg = r;
}

static void reply(struct request *r)
{
    env.api->reply(&r->e->x, &(struct slrun_reply){.status = 200});
    assert_true(r->answered);
}

/* ---- tests ---- */

static void test_words(void **state)
{
    char line[LIFELINE_WORD_MAX];
    struct lifeline_word word = {
        .kind = LIFELINE_ASK, .number = 7, .ms = INFINITY, .flights = {3, UINT64_MAX - 5}};
    struct lifeline_word back;
    (void)state;
    int n = lifeline_write_word(line, &word);
    assert_true(lifeline_read_word(line, (size_t)n - 1, &back));
    assert_int_equal(back.number, 7);
    assert_true(isinf(back.ms));
    assert_true(flights_equal(&back.flights, &word.flights));
    static const char *const wrong[] = {"",
                                        "{}",
                                        "[]",
                                        "{\"ask\":1}",
                                        "{\"offer\":\"1\",\"ms\":2}",
                                        "{\"jump\":1,\"ms\":null}",
                                        "{\"port\":4566}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(lifeline_read_word(wrong[i], strlen(wrong[i]), &back));
}

static void test_jump(void **state)
{
    (void)state;
    int64_t before = now();
    env.api->timer_start(env.api, before + 30000, on_fire, NULL);
    ask(1, HOUR_MS, NULL);
    double ms = offered(1); /* to what is due first on either side */
    assert_true(ms > 29000 && ms <= 30000);
    turns(3);
    assert_true(offered(1) <= 0); /* once */
    assert_true(now() - before < 29000);
    say(&(struct lifeline_word){.kind = LIFELINE_JUMP, .number = 1, .ms = ms});
    assert_true(jump_hear(env.cloud->jump));
    assert_true(now() - before >= 29000);
    while (env.fired == 0)
        uv_run(env.loop, UV_RUN_ONCE);
    assert_true(now() - before >= 30000);
    ask(2, 5000, NULL);
    ms = offered(2);
    assert_true(ms > 4000 && ms <= 5000);
    ask(3, INFINITY, NULL); /* nothing is due anywhere */
    assert_true(offered(3) <= 0);
}

/* No jump but one that was offered. */
static void test_wrong_jumps(void **state)
{
    (void)state;
    int64_t before = now();
    say(&(struct lifeline_word){.kind = LIFELINE_JUMP, .number = 0, .ms = HOUR_MS});
    say(&(struct lifeline_word){.kind = LIFELINE_JUMP, .number = 1, .ms = HOUR_MS});
    ask(1, HOUR_MS, NULL);
    assert_true(offered(1) > 0);
    ask(2, HOUR_MS, NULL); /* takes the first back */
    assert_true(offered(2) > 0);
    say(&(struct lifeline_word){.kind = LIFELINE_JUMP, .number = 1, .ms = HOUR_MS});
    assert_true(jump_hear(env.cloud->jump));
    assert_true(now() - before < HOUR_MS);
}

/* A handler at work holds the clock, and so does a task that waits for its turn. */
static void test_busy(void **state)
{
    (void)state;
    env.api->busy(env.api, 1);
    ask(1, HOUR_MS, NULL);
    assert_true(offered(1) <= 0);
    env.api->busy(env.api, -1);
    turns(3);
    assert_true(offered(1) > 0); /* the question stands */
}

static void test_requests(void **state)
{
    struct flights flights = {0};
    struct request parked, other;
    (void)state;
    request(&parked, FLIGHTS_HEADER, "41");
    assert_int_equal(parked.e->x.n_headers, 2); /* services do not see it */
    assert_string_equal(parked.e->x.headers[1].name, "Accept");
    flights_add(&flights, 41);
    ask(1, HOUR_MS, &flights);
    assert_true(offered(1) <= 0); /* being served */
    env.api->on_gone(&parked.e->x, gone);
    turns(3);
    assert_true(offered(1) > 0); /* a long poll */
    flights_add(&flights, 42);
    ask(2, HOUR_MS, &flights); /* one more is on its way here */
    assert_true(offered(2) <= 0);
    request(&other, FLIGHTS_HEADER, "42");
    turns(3);
    assert_true(offered(2) <= 0);
    reply(&other);
    turns(3);
    assert_true(offered(2) <= 0); /* the answer is on its way there */
    flights_remove(&flights, 42);
    ask(3, HOUR_MS, &flights);
    assert_true(offered(3) > 0);
    reply(&parked);
    ask(4, HOUR_MS, &flights);
    assert_true(offered(4) <= 0);
}

/* The runner has jumped before it sends a request: the head of that is seen with its clock. */
static void test_request_behind_a_jump(void **state)
{
    struct request r;
    (void)state;
    int64_t before = now();
    ask(1, HOUR_MS, NULL);
    double ms = offered(1);
    say(&(struct lifeline_word){.kind = LIFELINE_JUMP, .number = 1, .ms = ms});
    request(&r, FLIGHTS_HEADER, "1"); /* the loop has not looked at the lifeline */
    assert_true(now() - before >= HOUR_MS - 60000);
    reply(&r);
}

static void test_another_runner(void **state)
{
    struct request r;
    (void)state;
    request(&r, "User-Agent", "aws-cli/2");
    reply(&r);
    ask(1, HOUR_MS, NULL);
    assert_true(offered(1) > 0);
    request(&r, "User-Agent", "slrun/1.0");
    reply(&r);
    ask(2, HOUR_MS, NULL);
    assert_true(offered(2) <= 0);
}

/* ---- who asks the cloud itself ---- */

static void test_settle(void **state)
{
    struct request r;
    (void)state;
    request(&r, "Accept", "*/*");
    env.api->busy(env.api, 1);
    env.api->pending(env.api, 1);
    jump_settle(env.cloud, &r.e->x);
    turns(3);
    assert_false(r.answered);
    env.api->busy(env.api, -1);
    turns(3);
    assert_false(r.answered); /* an event is left */
    env.api->pending(env.api, -1);
    turns(3);
    assert_true(r.answered);
}

static void start_another(void *arg)
{
    on_fire(arg);
    env.api->timer_start(env.api, now() + 20000, on_fire, NULL);
}

/* Alone: from due time to due time, each of which may bring the next. */
static void test_advance(void **state)
{
    struct request r;
    (void)state;
    int64_t before = now();
    env.api->timer_start(env.api, before + 5000, start_another, NULL);
    env.api->timer_start(env.api, before + HOUR_MS, on_fire, NULL);
    request(&r, "Accept", "*/*");
    jump_advance(env.cloud, &r.e->x, 30000);
    while (!r.answered)
        uv_run(env.loop, UV_RUN_ONCE);
    assert_int_equal(env.fired, 2);
    assert_true(now() - before >= 30000);
    assert_true(now() - before < HOUR_MS);
}

static void test_advance_is_the_runners(void **state)
{
    struct request r;
    (void)state;
    int64_t before = now();
    request(&r, "Accept", "*/*");
    jump_advance(env.cloud, &r.e->x, HOUR_MS);
    assert_true(r.answered);
    assert_true(now() - before < HOUR_MS);
}

static void test_end(void **state)
{
    (void)state;
    assert_true(jump_hear(env.cloud->jump));
    close(env.runner);
    env.runner = -1;
    assert_false(jump_hear(env.cloud->jump));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_env, close_env)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        TEST(test_jump),
        TEST(test_wrong_jumps),
        TEST(test_busy),
        TEST(test_requests),
        TEST(test_request_behind_a_jump),
        TEST(test_another_runner),
        TEST(test_settle),
        cmocka_unit_test_setup_teardown(test_advance, open_alone, close_env),
        TEST(test_advance_is_the_runners),
        TEST(test_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
