/* SPDX-License-Identifier: Apache-2.0 */
/* Work on other threads: its end comes on the loop, and before the services close. */
#include "harness/cmocka_all.h"

#include <pthread.h>
#include <uv.h>

#include "local/cloud.h"
#include "net/loop.h"

enum { WORKS = 20 }; /* more than libuv has threads */

static const struct slrun_host host = {.struct_size = sizeof host, .version = "0"};

struct task {
    struct cloud *cloud;
    pthread_t loop, ran_by, done_by;
    int ran, done;
    unsigned busy; /* as done() found it */
};

static void run(void *arg)
{
    struct task *task = arg;
    task->ran_by = pthread_self();
    task->ran++;
}

static void done(void *arg)
{
    struct task *task = arg;
    task->done_by = pthread_self();
    task->busy = task->cloud->busy;
    task->done++;
}

static struct cloud *begin(struct task tasks[WORKS])
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct uv_loop_s *loop = loop_new(&error);
    struct cloud *c = loop ? cloud_new(loop, &host, NULL, NULL) : NULL;
    assert_non_null(c);
    for (unsigned i = 0; i < WORKS; i++) {
        tasks[i] = (struct task){.cloud = c, .loop = pthread_self()};
        assert_int_equal(c->api.work(&c->api, run, done, &tasks[i]), 0);
        assert_int_equal(c->busy, i + 1); /* the clock does not jump over it */
        assert_int_equal(tasks[i].done, 0);
    }
    return c;
}

static void check(const struct task tasks[WORKS])
{
    for (int i = 0; i < WORKS; i++) {
        assert_int_equal(tasks[i].ran, 1);
        assert_int_equal(tasks[i].done, 1);
        assert_true(pthread_equal(tasks[i].done_by, tasks[i].loop));
        assert_true(tasks[i].busy < WORKS);
    }
}

static void end(struct cloud *c)
{
    struct uv_loop_s *loop = c->loop;
    cloud_free(c);
    loop_free(loop);
}

static void ends_on_the_loop(void **state)
{
    struct task tasks[WORKS];
    struct cloud *c = begin(tasks);
    (void)state;
    while (c->busy)
        (void)uv_run(c->loop, UV_RUN_ONCE);
    check(tasks);
    for (int i = 0; i < WORKS; i++)
        assert_false(pthread_equal(tasks[i].ran_by, tasks[i].loop));
    end(c);
}

static void is_waited_for_at_the_end(void **state)
{
    struct task tasks[WORKS];
    (void)state;
    end(begin(tasks));
    check(tasks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_on_the_loop),
        cmocka_unit_test(is_waited_for_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
