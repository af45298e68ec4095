/* SPDX-License-Identifier: Apache-2.0 */
/* The writer on a disk that takes nothing, or not all. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ledger_fixture.h"

static void an_unwritable_directory_is_an_error(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    char path[160];
    snprintf(path, sizeof path, "%s/state", f->top);
    int fd = open(path, O_CREAT | O_WRONLY, 0600); /* a file where a directory should be */
    assert_true(fd >= 0);
    close(fd);
    claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(w.woken, 1);
    assert_int_equal(w.error.kind, SLRUN_E_IO);
    assert_non_null(strstr(w.error.message, "r123456789.jsonl"));
    assert_true(*w.error.hint);
    unlink(path); /* mended: the next one goes */
    struct waiter again = {0};
    f->journal->mark(f->journal, 1, "void", NULL);
    claim(f, "b");
    await(f, &again);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(again.woken, 1);
    assert_int_equal(again.error.kind, SLRUN_E_NONE);
    end_run(f);
    assert_int_equal(entries_left(f), 1);
}

static void a_disk_that_does_not_sync_is_an_error(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter w = {0};
    atomic_store(&disk.sync_fails, 1);
    claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(w.error.kind, SLRUN_E_IO);
    assert_false(file_exists(f)); /* nothing half made is left */
    f->journal->mark(f->journal, 1, "void", NULL);
    atomic_store(&disk.sync_fails, 0);
}

/* A bound on the size of files is what a full disk is: a part is written, then nothing more. */
static void a_full_disk_is_an_error_and_leaves_whole_lines(void **state)
{
    struct ledger_fixture *f = *state;
    struct waiter first = {0}, full = {0}, later = {0};
    struct rlimit old, small;
    signal(SIGXFSZ, SIG_IGN);
    claim(f, "a");
    await(f, &first);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    getrlimit(RLIMIT_FSIZE, &old);
    small = old;
    small.rlim_cur = 1000;
    setrlimit(RLIMIT_FSIZE, &small);
    for (int i = 0; i < 100; i++)
        claim(f, "b");
    await(f, &full);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    setrlimit(RLIMIT_FSIZE, &old);
    assert_int_equal(first.error.kind, SLRUN_E_NONE);
    assert_int_equal(full.woken, 1);
    assert_int_equal(full.error.kind, SLRUN_E_IO);
    claim(f, "c"); /* there is room again */
    await(f, &later);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(later.error.kind, SLRUN_E_NONE);
    end_run(f);
    assert_int_equal(entries_left(f), 2); /* "a" and "c", and no torn line between them */
}

static void an_entry_too_large_is_refused(void **state)
{
    struct ledger_fixture *f = *state;
    struct slrun_error error = {0};
    char *text = malloc(1024 * 1024 + 1);
    memset(text, 'x', 1024 * 1024);
    text[1024 * 1024] = '\0';
    json_t *fields = json_pack("{s:s}", "args", text);
    assert_int_equal(f->journal->note(f->journal, "claim", fields, &error), -1);
    assert_int_equal(error.kind, SLRUN_E_TOO_LARGE);
    assert_int_equal(ledger_outstanding(f->ledger), 0);
    free(text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_unwritable_directory_is_an_error),
        TEST(a_disk_that_does_not_sync_is_an_error),
        TEST(a_full_disk_is_an_error_and_leaves_whole_lines),
        TEST(an_entry_too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
