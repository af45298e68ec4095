/* SPDX-License-Identifier: Apache-2.0 */
/* Sweeps of lifecycles: slice by slice, with other things in between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "local.h"

enum { KEYS = 600, UPLOADS = 300 };
#define DAYS_MS (INT64_C(3) * 86400000)

static const char lifecycle[] =
    "<LifecycleConfiguration><Rule><Filter><Prefix>in/</Prefix></Filter><Status>Enabled</Status>"
    "<Expiration><Days>1</Days></Expiration><AbortIncompleteMultipartUpload>"
    "<DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>"
    "</Rule></LifecycleConfiguration>";

/* What the test sees of a sweep, and does between its slices. */
struct watcher {
    struct cloud cloud; /* first */
    struct slrun_timer *(*timer_start)(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg);
    void (*between)(struct watcher *w);
    int busy, slices;
};

static void count_busy(const struct slrun_cloud *cloud, int change)
{
    struct watcher *w = (struct watcher *)(uintptr_t)cloud;
    w->busy += change;
    assert_in_range(w->busy, 0, 1);
}

static void in_between(void *arg)
{
    struct watcher *w = arg;
    w->slices++;
    assert_int_equal(w->busy, 1);
    w->between(w);
}

/* Of what is due at once, the timer that was started last comes first. */
static struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct watcher *w = (struct watcher *)(uintptr_t)cloud;
    struct slrun_timer *timer = w->timer_start(cloud, due_ms, fire, arg);
    if (due_ms <= w->cloud.now_ms)
        (void)w->timer_start(cloud, due_ms, in_between, w);
    return timer;
}

static void watch(struct watcher *w)
{
    w->timer_start = w->cloud.base.timer_start;
    w->cloud.base.timer_start = timer_start;
    w->cloud.base.busy = count_busy;
}

static struct exchange *ask(struct cloud *cloud, const char *method, const char *target,
                            const char *body)
{
    return cloud_send(cloud, &(struct message){.method = method,
                                               .target = target,
                                               .access_key = "test",
                                               .headers = {{"Host", "localhost"}},
                                               .n_headers = 1,
                                               .body = body,
                                               .size = strlen(body)});
}

static void expect(struct cloud *cloud, const char *method, const char *target, int status)
{
    assert_int_equal(ask(cloud, method, target, "")->status, status);
}

static void fill(struct cloud *cloud, const char *bucket)
{
    char target[64];
    (void)snprintf(target, sizeof target, "/%s", bucket);
    expect(cloud, "PUT", target, 200);
    for (int i = 0; i < KEYS + UPLOADS; i++) {
        bool upload = i >= KEYS;
        (void)snprintf(target, sizeof target, "/%s/in/%d%s", bucket, i, upload ? "?uploads" : "");
        expect(cloud, upload ? "POST" : "PUT", target, 200);
    }
    (void)snprintf(target, sizeof target, "/%s/out", bucket);
    expect(cloud, "PUT", target, 200);
    (void)snprintf(target, sizeof target, "/%s?lifecycle", bucket);
    assert_int_equal(ask(cloud, "PUT", target, lifecycle)->status, 200);
}

static void expect_swept(struct cloud *cloud, const char *bucket)
{
    char target[64];
    (void)snprintf(target, sizeof target, "/%s?list-type=2", bucket);
    const struct exchange *list = ask(cloud, "GET", target, "");
    assert_non_null(strstr(list->body, "<KeyCount>1</KeyCount>"));
    assert_non_null(strstr(list->body, "<Key>out</Key>"));
    (void)snprintf(target, sizeof target, "/%s?uploads", bucket);
    assert_null(strstr(ask(cloud, "GET", target, "")->body, "<Upload>"));
}

/* ---- what happens in between ---- */

static void read_one(struct watcher *w)
{
    expect(&w->cloud, "GET", "/b00/out", 200);
}

static void reset(struct watcher *w)
{
    s3_local.reset(w->cloud.service);
}

static void forget(struct watcher *w)
{
    expect(&w->cloud, "DELETE", "/b00?lifecycle", 204);
}

/* ---- */

static void test_all_goes_in_slices(void **state)
{
    struct watcher w = {.between = read_one};
    (void)state;
    cloud_open(&w.cloud, NULL);
    fill(&w.cloud, "b00");
    fill(&w.cloud, "b01");
    watch(&w);
    cloud_advance(&w.cloud, DAYS_MS);
    assert_true(w.slices >= 2 * (KEYS + UPLOADS) / 256);
    assert_int_equal(w.busy, 0);
    expect_swept(&w.cloud, "b00");
    expect_swept(&w.cloud, "b01");
    cloud_close(&w.cloud);
}

static void test_all_is_forgotten_meanwhile(void **state)
{
    struct watcher w = {.between = reset};
    (void)state;
    cloud_open(&w.cloud, NULL);
    fill(&w.cloud, "b00");
    watch(&w);
    cloud_advance(&w.cloud, DAYS_MS);
    assert_int_equal(w.slices, 1);
    assert_int_equal(w.busy, 0);
    cloud_close(&w.cloud);
}

/* Nor is there a midnight any more, which would be a timer that is left. */
static void test_a_lifecycle_is_deleted_meanwhile(void **state)
{
    struct watcher w = {.between = forget};
    (void)state;
    cloud_open(&w.cloud, NULL);
    fill(&w.cloud, "b00");
    watch(&w);
    cloud_advance(&w.cloud, DAYS_MS);
    assert_int_equal(w.busy, 0);
    expect(&w.cloud, "GET", "/b00/in/99", 200); /* the last of all, in the order of keys */
    assert_null(w.cloud.timers);
    cloud_close(&w.cloud);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_goes_in_slices),
                                       cmocka_unit_test(test_all_is_forgotten_meanwhile),
                                       cmocka_unit_test(test_a_lifecycle_is_deleted_meanwhile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
