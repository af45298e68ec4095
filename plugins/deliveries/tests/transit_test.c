/* SPDX-License-Identifier: Apache-2.0 */
/* What is on its way, in a cloud that only counts. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deliveries/transit.h"

struct one {
    struct transit transit;
    int went;
};

static int pending, timers, cancelled, freed;
static struct {
    void (*fire)(void *arg);
    void *arg;
    int64_t due_ms;
} timer;
static json_t *docs;

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return 1000;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    (void)cloud;
    timer.fire = fire;
    timer.arg = arg;
    timer.due_ms = due_ms;
    timers++;
    return due_ms < 0 ? NULL : (struct slrun_timer *)&timer;
}

static void timer_stop(struct slrun_timer *stopped)
{
    (void)stopped;
    timers--;
}

static void add_pending(const struct slrun_cloud *cloud, int more)
{
    (void)cloud;
    pending += more;
}

static void call_cancel(struct slrun_calling *calling)
{
    (void)calling;
    cancelled++;
}

static void doc_add(const struct slrun_cloud *cloud, const struct slrun_doc_kind *kind,
                    const json_t *doc, char key[SLRUN_DOC_KEY_MAX])
{
    (void)cloud;
    (void)snprintf(key, SLRUN_DOC_KEY_MAX, "%s%zu", kind->prefix, json_object_size(docs));
    (void)json_object_set(docs, key, (json_t *)(uintptr_t)doc);
}

static int doc_remove(const struct slrun_cloud *cloud, const char *service, const char *key)
{
    (void)cloud, (void)service;
    return json_object_del(docs, key);
}

static int doc_each(const struct slrun_cloud *cloud, const char *service, const char *prefix,
                    int (*each)(void *arg, const char *key, const json_t *doc), void *arg)
{
    const char *key;
    json_t *doc;
    (void)cloud, (void)service, (void)prefix;
    json_object_foreach (docs, key, doc)
        each(arg, key, doc);
    return 0;
}

static const struct slrun_cloud cloud = {.data = "/data",
                                         .now_ms = now_ms,
                                         .timer_start = timer_start,
                                         .timer_stop = timer_stop,
                                         .pending = add_pending,
                                         .call_cancel = call_cancel,
                                         .doc_add = doc_add,
                                         .doc_remove = doc_remove,
                                         .doc_each = doc_each};

static void one_free(void *one)
{
    freed++;
    free(one);
}

static void go(void *one)
{
    ((struct one *)one)->went++;
}

static struct transits all;

static int set_up(void **state)
{
    (void)state;
    pending = timers = cancelled = freed = 0;
    docs = json_object();
    all = (struct transits){.cloud = &cloud, .kept = {"svc", "way/"}, .free = one_free};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    json_decref(docs);
    return 0;
}

static struct one *begun(void)
{
    struct one *one = calloc(1, sizeof *one);
    assert_non_null(one);
    transit_begin(&all, &one->transit);
    return one;
}

static void what_waits_is_pending_and_goes_on(void **state)
{
    struct one *one = begun();
    (void)state;
    transit_wait(&one->transit, 5000, go);
    assert_int_equal(pending, 1);
    assert_int_equal(timer.due_ms, 5000);
    timer.fire(timer.arg);
    assert_int_equal(one->went, 1);
    assert_int_equal(pending, 0);
    transit_over(&one->transit);
    assert_int_equal(timers, 1); /* that has fired: none was stopped */
    assert_int_equal(freed, 1);
    assert_null(all.all);
}

static void what_is_over_is_kept_no_more(void **state)
{
    struct one *first = begun(), *second = begun();
    (void)state;
    transit_keep(&first->transit, json_pack("{s:i}", "n", 1));
    transit_keep(&second->transit, json_pack("{s:i}", "n", 2));
    first->transit.calling = (struct slrun_calling *)&timer;
    transit_over(&first->transit);
    assert_int_equal(json_object_size(docs), 1);
    assert_int_equal(cancelled, 1);
    assert_ptr_equal(all.all, &second->transit);
    transit_wait(&second->transit, 1, go);
    transits_end(&all);
    assert_int_equal(json_object_size(docs), 1); /* it is kept beyond the end */
    assert_int_equal(pending, 0);
    assert_int_equal(timers, 0);
    assert_int_equal(freed, 2);
}

static void what_cannot_wait_is_over(void **state)
{
    struct one *one = begun();
    (void)state;
    transit_keep(&one->transit, json_object());
    transit_wait(&one->transit, -1, go);
    assert_int_equal(freed, 1);
    assert_int_equal(pending, 0);
    assert_int_equal(json_object_size(docs), 0);
}

static void *begin(void *arg, const json_t *doc)
{
    (void)arg;
    return json_object_get(doc, "bad") ? NULL : begun();
}

static void what_was_kept_begins_anew(void **state)
{
    (void)state;
    json_object_set_new(docs, "way/7", json_object());
    json_object_set_new(docs, "way/8", json_pack("{s:b}", "bad", 1));
    transits_take_up(&all, begin, go, NULL);
    assert_non_null(all.all);
    assert_null(all.all->next);
    assert_string_equal(all.all->key, "way/7");
    assert_int_equal(timer.due_ms, 1000);
    struct one *one = timer.arg;
    timer.fire(one);
    assert_int_equal(one->went, 1);
    transit_over(&one->transit);
    assert_null(json_object_get(docs, "way/7"));
}

static void some_failures_may_pass(void **state)
{
    static const struct {
        struct slrun_error error;
        bool may;
    } rows[] = {
        {{.kind = SLRUN_E_SERVICE, .status = 500, .code = "InternalError"}, true},
        {{.kind = SLRUN_E_SERVICE, .status = 503, .code = "Unavailable"}, true},
        {{.kind = SLRUN_E_SERVICE, .status = 429, .code = "TooMany"}, true},
        {{.kind = SLRUN_E_SERVICE, .status = 400, .code = "ThrottlingException"}, true},
        {{.kind = SLRUN_E_SERVICE, .status = 499, .code = "Gone"}, false},
        {{.kind = SLRUN_E_SERVICE, .status = 400, .code = "AccessDenied"}, false},
        {{.kind = SLRUN_E_USAGE, .status = 500, .code = "InternalError"}, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (transit_may_pass(&rows[i].error) != rows[i].may)
            fail_msg("%s", rows[i].error.code);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_waits_is_pending_and_goes_on),
        TEST(what_is_over_is_kept_no_more),
        TEST(what_cannot_wait_is_over),
        TEST(what_was_kept_begins_anew),
        TEST(some_failures_may_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
