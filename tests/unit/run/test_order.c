/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "lua/marks.h"
#include "run/order.h"

static const struct spec_marks alone = {.alone = true}, in_a = {.group = "a"},
                               in_b = {.group = "b"}, skipped = {.alone = true, .skip = "no"};

enum { CASES_MAX = 16 };

/* Cases with these marks, to be started in some order. */
struct fixture {
    struct spec_case cases[CASES_MAX];
    struct item items[CASES_MAX];
    struct collection collection;
    struct order *order;
};

static void set_up(struct fixture *f, const struct spec_marks *const *marks, size_t n, bool one)
{
    *f = (struct fixture){.collection = {.items = f->items, .n_items = n}};
    for (size_t i = 0; i < n; i++) {
        f->cases[i].marks = marks[i];
        f->items[i].sc = &f->cases[i];
    }
    f->order = order_new(&f->collection, one);
    assert_non_null(f->order);
}

static void starts(struct fixture *f, size_t busy, size_t item)
{
    size_t got = CASES_MAX;
    assert_true(order_next(f->order, busy, &got));
    assert_int_equal(got, item);
}

static void waits(struct fixture *f, size_t busy)
{
    size_t got;
    assert_false(order_next(f->order, busy, &got));
}

static void plain_cases_come_in_order(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, (const struct spec_marks *const[]){NULL, NULL}, 2, false);
    starts(&f, 0, 0);
    assert_true(order_left(f.order));
    starts(&f, 1, 1);
    assert_false(order_left(f.order));
    waits(&f, 0);
    order_free(f.order);
}

static void alone_comes_last_and_one_by_one(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, (const struct spec_marks *const[]){&alone, NULL, &alone, &skipped}, 4, false);
    starts(&f, 0, 1);
    starts(&f, 1, 3); /* one that is skipped needs no quiet */
    waits(&f, 1);
    order_done(f.order, 1);
    starts(&f, 0, 0);
    waits(&f, 1);
    order_done(f.order, 0);
    assert_true(order_left(f.order));
    starts(&f, 0, 2);
    assert_false(order_left(f.order));
    order_free(f.order);
}

static void one_of_a_group_at_a_time(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, (const struct spec_marks *const[]){&in_a, &in_a, &in_b, &in_a, NULL}, 5, false);
    starts(&f, 0, 0);
    starts(&f, 1, 2);
    starts(&f, 2, 4);
    waits(&f, 3);
    order_done(f.order, 4);
    waits(&f, 2);
    order_done(f.order, 0);
    starts(&f, 1, 1);
    waits(&f, 2);
    order_done(f.order, 1);
    order_done(f.order, 2);
    starts(&f, 0, 3);
    assert_false(order_left(f.order));
    order_free(f.order);
}

static void one_at_a_time_keeps_the_order(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f, (const struct spec_marks *const[]){&alone, &in_a, NULL}, 3, true);
    starts(&f, 0, 0);
    waits(&f, 1); /* a fixture is being torn down, say */
    starts(&f, 0, 1);
    order_done(f.order, 1);
    starts(&f, 0, 2);
    order_free(f.order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_cases_come_in_order),
        cmocka_unit_test(alone_comes_last_and_one_by_one),
        cmocka_unit_test(one_of_a_group_at_a_time),
        cmocka_unit_test(one_at_a_time_keeps_the_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
