/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "lua/language/marks.h"
#include "run/select/order.h"

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

/* The order of `n` plain cases by a seed. */
static void shuffled(uint32_t seed, size_t n, size_t *got)
{
    const struct spec_marks *marks[CASES_MAX] = {NULL};
    struct fixture f;
    set_up(&f, marks, n, true);
    assert_true(order_shuffle(f.order, seed));
    for (size_t i = 0; i < n; i++)
        assert_true(order_next(f.order, 0, &got[i]));
    assert_false(order_left(f.order));
    order_free(f.order);
}

static void a_seed_is_an_order(void **state)
{
    (void)state;
    /* written down: what a seed means stays the same on every machine and in every version */
    static const size_t by_1[CASES_MAX] = {7, 4, 11, 1, 12, 6, 15, 3, 0, 8, 5, 10, 13, 2, 9, 14};
    size_t got[CASES_MAX], again[CASES_MAX], other[CASES_MAX];
    shuffled(1, CASES_MAX, got);
    shuffled(1, CASES_MAX, again);
    shuffled(2, CASES_MAX, other);
    assert_memory_equal(got, by_1, sizeof by_1);
    assert_memory_equal(got, again, sizeof got);
    assert_memory_not_equal(got, other, sizeof got);
}

/* Of many seeds, each case is first about as often. */
static void orders_are_spread(void **state)
{
    (void)state;
    enum { N = 5, SEEDS = 5000 };
    size_t got[N], first[N] = {0};
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        bool seen[N] = {false};
        shuffled(seed, N, got);
        for (size_t i = 0; i < N; i++) {
            assert_false(seen[got[i]]);
            seen[got[i]] = true;
        }
        first[got[0]]++;
    }
    for (size_t i = 0; i < N; i++)
        assert_in_range(first[i], SEEDS / N - 150, SEEDS / N + 150); /* five deviations */
}

static void shuffled_cases_alone_come_last(void **state)
{
    (void)state;
    struct fixture f;
    size_t got;
    set_up(&f, (const struct spec_marks *const[]){&alone, NULL, NULL, &alone, &in_a}, 5, false);
    assert_true(order_shuffle(f.order, 7));
    for (size_t busy = 0; busy < 3; busy++) {
        assert_true(order_next(f.order, busy, &got));
        assert_true(got != 0 && got != 3);
    }
    waits(&f, 3);
    assert_true(order_next(f.order, 0, &got));
    assert_true(got == 0 || got == 3);
    order_free(f.order);
}

/* The first cases of so many files, in place of 0. */
static void set_files(struct fixture *f, const size_t *files, size_t n)
{
    for (size_t i = 0; i < f->collection.n_items; i++)
        f->items[i].file = files[i];
    f->collection.n_specs = n;
}

static void lanes_take_turns_and_have_room(void **state)
{
    (void)state;
    struct fixture f;
    unsigned of[2];
    set_up(&f, (const struct spec_marks *const[]){NULL, &in_a, NULL, &in_a, NULL, &alone}, 6,
           false);
    set_files(&f, (const size_t[]){0, 0, 0, 1, 1, 0}, 2);
    assert_true(order_lanes(f.order, &(struct order_lanes){.n = 2, .most = 2, .of = of}));
    starts(&f, 0, 0);
    starts(&f, 1, 3); /* the other lane's turn */
    assert_int_equal(of[0], 0);
    assert_int_equal(of[1], 1);
    starts(&f, 2, 2); /* 1 waits for its group */
    starts(&f, 3, 4);
    waits(&f, 4);
    order_done(f.order, 3);
    waits(&f, 3); /* 1 may start, but its lane is full */
    order_done(f.order, 0);
    starts(&f, 2, 1);
    waits(&f, 3);
    for (size_t item = 1; item <= 4; item++)
        if (item != 3)
            order_done(f.order, item);
    starts(&f, 0, 5);
    assert_false(order_left(f.order));
    order_free(f.order);
}

static void asks(struct fixture *f, unsigned lane)
{
    unsigned got;
    assert_true(order_dry(f->order, &got));
    assert_int_equal(got, lane);
}

static void asks_nobody(struct fixture *f)
{
    unsigned got;
    assert_false(order_dry(f->order, &got));
}

static void another_file_goes_to_a_lane_that_is_hungry(void **state)
{
    (void)state;
    struct fixture f;
    unsigned of[5] = {9, 9, 9, 9, 9};
    static const uint64_t weights[] = {1, 1, 1, 5, 2, 2};
    set_up(&f, (const struct spec_marks *const[]){NULL, NULL, NULL, NULL, NULL, NULL}, 6, false);
    set_files(&f, (const size_t[]){0, 0, 1, 2, 3, 4}, 5);
    assert_true(order_lanes(
        f.order, &(struct order_lanes){.n = 2, .most = 9, .weights = weights, .of = of}));
    asks_nobody(&f);
    starts(&f, 0, 3); /* the heaviest */
    starts(&f, 1, 0); /* of those of equal weight the first */
    asks(&f, 0);
    asks_nobody(&f);
    starts(&f, 2, 1);
    waits(&f, 3); /* however much room they have */
    asks(&f, 1);
    asks_nobody(&f);
    order_feed(f.order, 1);
    starts(&f, 3, 4);
    assert_int_equal(of[3], 1);
    waits(&f, 4);
    asks(&f, 1);
    order_done(f.order, 3); /* nothing runs in the other lane any more */
    starts(&f, 3, 5);
    assert_int_equal(of[4], 0);
    order_feed(f.order, 0); /* of a question that is out of date */
    waits(&f, 4);
    order_feed(f.order, 1);
    starts(&f, 4, 2);
    assert_int_equal(of[1], 1);
    assert_false(order_left(f.order));
    asks_nobody(&f);
    order_free(f.order);
}

static void files_follow_an_order(void **state)
{
    (void)state;
    struct fixture f;
    unsigned of[3];
    set_up(&f, (const struct spec_marks *const[]){NULL, NULL, NULL, NULL}, 4, false);
    set_files(&f, (const size_t[]){2, 0, 1, 2}, 3);
    assert_true(order_lanes(f.order, &(struct order_lanes){.n = 1, .most = 9, .of = of}));
    for (size_t i = 0; i < 4; i++) {
        static const size_t expected[] = {0, 3, 1, 2};
        starts(&f, 0, expected[i]); /* without weights the file of the first item comes first */
        order_done(f.order, expected[i]);
    }
    order_free(f.order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_cases_come_in_order),
        cmocka_unit_test(alone_comes_last_and_one_by_one),
        cmocka_unit_test(one_of_a_group_at_a_time),
        cmocka_unit_test(one_at_a_time_keeps_the_order),
        cmocka_unit_test(lanes_take_turns_and_have_room),
        cmocka_unit_test(another_file_goes_to_a_lane_that_is_hungry),
        cmocka_unit_test(files_follow_an_order),
        cmocka_unit_test(a_seed_is_an_order),
        cmocka_unit_test(orders_are_spread),
        cmocka_unit_test(shuffled_cases_alone_come_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
