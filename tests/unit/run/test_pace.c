/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "harness/cmocka_all.h"

#include "base/error.h"
#include "net/loop.h"
#include "run/session/pace.h"

enum { TURNS = 3 };

struct fixture {
    uv_loop_t *loop;
    struct http_client *client;
    struct call_env calls;
    struct pace *pace;
    int turns;
};

static void on_go(void *arg)
{
    struct fixture *f = arg;
    if (++f->turns == TURNS)
        pace_stop(f->pace);
    else
        pace_again(f->pace);
}

static void on_closed(void *arg)
{
    struct fixture *f = arg;
    free(f->pace);
    f->pace = NULL;
}

static void set_up(struct fixture *f, bool with_client)
{
    struct slrun_error error = {0};
    *f = (struct fixture){.loop = loop_new(&error), .pace = calloc(1, sizeof *f->pace)};
    assert_non_null(f->loop);
    assert_non_null(f->pace);
    if (with_client) {
        f->client = http_client_new(f->loop, &(struct http_client_options){.cap = 1}, &error);
        assert_non_null(f->client);
    }
    pace_open(f->pace, f->loop, on_go, f);
    f->calls = (struct call_env){.client = f->client};
    f->pace->calls = &f->calls;
}

static void tear_down(struct fixture *f)
{
    pace_close(f->pace, on_closed);
    http_client_free(f->client);
    loop_free(f->loop);
    assert_null(f->pace);
}

static void never_done(struct http_call *call, const struct slrun_response *response,
                       const struct slrun_error *error)
{
    (void)call, (void)response, (void)error;
}

/* One call flies, nowhere; the others wait for its connection. */
static void submit(struct fixture *f, struct http_call *calls, size_t n)
{
    static struct slrun_request request = {.method = "GET", .target = "/"};
    for (size_t i = 0; i < n; i++) {
        calls[i] = (struct http_call){
            .base = "http://127.0.0.1:9", .request = &request, .done = never_done};
        assert_int_equal(http_client_submit(f->client, &calls[i]), 0);
    }
}

static void many_start_while_nothing_waits(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, false);
    assert_int_equal(pace_starts(f.pace), PACE_STARTS);
    tear_down(&f);
}

static void one_starts_while_requests_wait(void **state)
{
    (void)state;
    struct fixture f;
    struct http_call calls[CALL_CROWD + 1];
    set_up(&f, true);
    submit(&f, calls, CALL_CROWD);
    assert_int_equal(pace_starts(f.pace), PACE_STARTS);
    submit(&f, calls + CALL_CROWD, 1);
    assert_int_equal(pace_starts(f.pace), 1);
    http_client_cancel(f.client, &calls[CALL_CROWD]);
    assert_int_equal(pace_starts(f.pace), PACE_STARTS);
    tear_down(&f);
}

static void goes_on_until_it_is_stopped(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, false);
    pace_again(f.pace);
    uv_run(f.loop, UV_RUN_DEFAULT);
    assert_int_equal(f.turns, TURNS);
    tear_down(&f);
}

static void trickles_while_requests_wait(void **state)
{
    (void)state;
    struct fixture f;
    struct http_call calls[CALL_CROWD + 1];
    set_up(&f, true);
    submit(&f, calls, CALL_CROWD + 1);
    pace_again(f.pace);
    assert_false(uv_is_active((uv_handle_t *)&f.pace->now));
    assert_true(uv_is_active((uv_handle_t *)&f.pace->later));
    http_client_free(f.client); /* the calls stay unanswered */
    f.client = NULL;
    f.calls.client = NULL;
    uv_run(f.loop, UV_RUN_DEFAULT);
    assert_int_equal(f.turns, TURNS);
    tear_down(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_start_while_nothing_waits),
        cmocka_unit_test(one_starts_while_requests_wait),
        cmocka_unit_test(goes_on_until_it_is_stopped),
        cmocka_unit_test(trickles_while_requests_wait),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
