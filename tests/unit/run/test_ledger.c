/* SPDX-License-Identifier: Apache-2.0 */
/* The writer: what reaches the disk, when, and what becomes of those who wait for it. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger_fixture.h"

static void without_entries_there_is_no_file(void **state)
{
    struct ledger_fixture *f = *state;
    uv_run(&f->loop, UV_RUN_DEFAULT);
    end_run(f);
    assert_int_equal(access(f->directory, F_OK), -1);
    assert_int_equal(atomic_load(&disk.writes), 0);
}

static void many_entries_of_a_turn_cost_one_write_and_one_sync(void **state)
{
    enum { N = 1000 };
    struct ledger_fixture *f = *state;
    struct waiter *w = calloc(N, sizeof *w);
    for (int i = 0; i < N; i++) {
        assert_int_equal(claim(f, "p"), i + 1);
        await(f, &w[i]);
        assert_int_equal(w[i].woken, 0);
    }
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(atomic_load(&disk.writes), 1);
    assert_int_equal(atomic_load(&disk.syncs), 1);
    for (int i = 0; i < N; i++) {
        assert_int_equal(w[i].woken, 1);
        assert_int_equal(w[i].syncs_then, 1); /* after it, not before */
        assert_int_equal(w[i].error.kind, SLRUN_E_NONE);
    }
    assert_int_equal(ledger_outstanding(f->ledger), N);
    for (int i = 0; i < N; i++) { /* and so it goes on, now that there is a file */
        claim(f, "q");
        await(f, &w[i]);
    }
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(atomic_load(&disk.writes), 2);
    assert_int_equal(atomic_load(&disk.syncs), 2);
    for (int i = 0; i < N; i++)
        assert_int_equal(w[i].syncs_then, 2);
    end_run(f);
    assert_int_equal(entries_left(f), 2 * N);
    free(w);
}

static void what_comes_during_a_write_waits_for_the_next(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter first = {0}, second = {0};
    atomic_store(&disk.sync_holds, 1);
    claim(f, "a");
    await(f, &first);
    for (int i = 0; i < 3; i++)
        uv_run(&f->loop, UV_RUN_NOWAIT);
    claim(f, "b");
    await(f, &second);
    for (int i = 0; i < 3; i++)
        uv_run(&f->loop, UV_RUN_NOWAIT);
    assert_int_equal(first.woken + second.woken, 0); /* and the loop does not stand still */
    atomic_store(&disk.sync_holds, 0);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(first.syncs_then, 1);
    assert_int_equal(second.syncs_then, 2);
}

static void marks_are_written_without_a_sync(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    claim(f, "a");
    claim(f, "b");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    f->journal->mark(f->journal, 1, "done", NULL);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(atomic_load(&disk.syncs), 1);
    assert_int_equal(atomic_load(&disk.writes), 2);
    assert_int_equal(ledger_outstanding(f->ledger), 1);
    end_run(f);
    assert_int_equal(entries_left(f), 1);
}

static void the_file_goes_when_all_is_undone(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    int64_t n = claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_true(file_exists(f));
    f->journal->mark(f->journal, n, "done", NULL);
    end_run(f); /* without a turn of the loop in between */
    assert_false(file_exists(f));
}

static void ending_while_a_write_is_under_way_loses_nothing(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    claim(f, "a");
    await(f, &w);
    for (int i = 0; i < 3; i++) /* until the thread has it */
        uv_run(&f->loop, UV_RUN_NOWAIT);
    if (!w.woken)
        f->journal->forget(f->journal, &w.wait);
    claim(f, "b");
    end_run(f);
    assert_int_equal(entries_left(f), 2);
}

static void a_forgotten_wait_is_not_woken(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w[4] = {{.woken = 0}};
    for (int i = 0; i < 4; i++) {
        claim(f, "a");
        await(f, &w[i]);
    }
    f->journal->forget(f->journal, &w[1].wait);
    w[2].other = &w[3]; /* from inside of a callback */
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(w[0].woken, 1);
    assert_int_equal(w[1].woken, 0);
    assert_int_equal(w[2].woken, 1);
    assert_int_equal(w[3].woken, 0);
}

static void a_live_ledger_is_locked_and_private(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    struct book book;
    struct slrun_error error = {0};
    struct stat st;
    char path[256];
    claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(book_open(&book, f->directory, "r123456789", &error), BOOK_LOCKED);
    assert_int_equal(book_leftovers(f->directory, &ledger_identity), 0);
    snprintf(path, sizeof path, "%s/r123456789.jsonl", f->directory);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    end_run(f);
    assert_int_equal(book_leftovers(f->directory, &ledger_identity), 1);
    struct identity other = ledger_identity;
    other.region = "eu-west-1";
    assert_int_equal(book_leftovers(f->directory, &other), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_entries_there_is_no_file),
        TEST(many_entries_of_a_turn_cost_one_write_and_one_sync),
        TEST(what_comes_during_a_write_waits_for_the_next),
        TEST(marks_are_written_without_a_sync),
        TEST(the_file_goes_when_all_is_undone),
        TEST(ending_while_a_write_is_under_way_loses_nothing),
        TEST(a_forgotten_wait_is_not_woken),
        TEST(a_live_ledger_is_locked_and_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
