/* SPDX-License-Identifier: Apache-2.0 */
/* The writer: what reaches the disk, when, and what becomes of those who wait for it. */
#include "harness/cmocka_all.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "run/ledger/ledger.h"
#include "run/ledger/ledger_book.h"

static atomic_int syncs, writes, sync_fails, sync_holds;

int __real_fdatasync(int fd);
int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd)
{
    for (int i = 0; i < 2000 && atomic_load(&sync_holds); i++)
        usleep(1000);
    atomic_fetch_add(&syncs, 1);
    if (atomic_load(&sync_fails)) {
        errno = EIO;
        return -1;
    }
    return __real_fdatasync(fd);
}

ssize_t __real_write(int fd, const void *data, size_t size);
ssize_t __wrap_write(int fd, const void *data, size_t size);
ssize_t __wrap_write(int fd, const void *data, size_t size)
{
    struct stat st; /* libuv wakes its loop by writing, too */
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        atomic_fetch_add(&writes, 1);
    return __real_write(fd, data, size);
}

struct fixture {
    uv_loop_t loop;
    char top[64], directory[128];
    struct ledger *ledger;
    struct lua_journal *journal;
};

static const struct identity identity = {.target = "endpoint",
                                         .endpoint = "http://127.0.0.1:1",
                                         .region = "us-east-1",
                                         .key = "test..."};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    strcpy(f->top, "/tmp/slrun-test-XXXXXX");
    assert_non_null(mkdtemp(f->top));
    snprintf(f->directory, sizeof f->directory, "%s/state/ledger", f->top);
    uv_loop_init(&f->loop);
    struct ledger_options options = {
        .directory = f->directory, .run_id = "r123456789", .identity = &identity};
    f->ledger = ledger_new(&f->loop, &options);
    f->journal = ledger_journal(f->ledger);
    atomic_store(&syncs, 0);
    atomic_store(&writes, 0);
    atomic_store(&sync_fails, 0);
    *state = f;
    return 0;
}

static void end_run(struct fixture *f)
{
    ledger_free(f->ledger);
    f->ledger = NULL;
    uv_run(&f->loop, UV_RUN_DEFAULT);
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    char command[160];
    end_run(f);
    assert_int_equal(uv_loop_close(&f->loop), 0);
    snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", f->top, f->top);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

struct waiter {
    struct lua_journal_wait wait;
    int woken;
    int syncs_then;
    struct slrun_error error;
    struct fixture *f;
    struct waiter *other; /* whose wait it ends when it is woken */
};

static void on_ready(struct lua_journal_wait *wait, const struct slrun_error *error)
{
    struct waiter *w = (struct waiter *)(void *)wait;
    w->woken++;
    w->syncs_then = atomic_load(&syncs);
    if (error) {
        w->error = *error;
        w->error.detail = NULL;
    }
    if (w->other)
        w->f->journal->forget(w->f->journal, &w->other->wait);
}

static int64_t claim(struct fixture *f, const char *name)
{
    struct slrun_error error = {0};
    json_t *fields =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:s}}", "case", "a.lua::c", "id", "r123456789-1",
                  "plugin", "dynamodb", "claim", "partition", "label", name, "args", "Name", name);
    return f->journal->note(f->journal, "claim", fields, &error);
}

static void await(struct fixture *f, struct waiter *w)
{
    w->wait.ready = on_ready;
    w->f = f;
    f->journal->wait(f->journal, &w->wait);
}

static bool file_exists(const struct fixture *f)
{
    char path[256];
    snprintf(path, sizeof path, "%s/r123456789.jsonl", f->directory);
    return access(path, F_OK) == 0;
}

static size_t entries_left(const struct fixture *f)
{
    struct book book;
    struct slrun_error error = {0};
    assert_int_equal(book_open(&book, f->directory, "r123456789", &error), BOOK_READ);
    assert_int_equal(book.n_bad, 0);
    size_t n = book_outstanding(&book);
    book_close(&book, false);
    return n;
}

static void without_entries_there_is_no_file(void **state)
{
    struct fixture *f = *state;
    uv_run(&f->loop, UV_RUN_DEFAULT);
    end_run(f);
    assert_int_equal(access(f->directory, F_OK), -1);
    assert_int_equal(atomic_load(&writes), 0);
}

static void many_entries_of_a_turn_cost_one_write_and_one_sync(void **state)
{
    enum { N = 1000 };
    struct fixture *f = *state;
    struct waiter *w = calloc(N, sizeof *w);
    for (int i = 0; i < N; i++) {
        assert_int_equal(claim(f, "p"), i + 1);
        await(f, &w[i]);
        assert_int_equal(w[i].woken, 0);
    }
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(atomic_load(&writes), 1);
    assert_int_equal(atomic_load(&syncs), 1);
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
    assert_int_equal(atomic_load(&writes), 2);
    assert_int_equal(atomic_load(&syncs), 2);
    for (int i = 0; i < N; i++)
        assert_int_equal(w[i].syncs_then, 2);
    end_run(f);
    assert_int_equal(entries_left(f), 2 * N);
    free(w);
}

static void what_comes_during_a_write_waits_for_the_next(void **state)
{
    struct fixture *f = *state;
    struct waiter first = {0}, second = {0};
    atomic_store(&sync_holds, 1);
    claim(f, "a");
    await(f, &first);
    for (int i = 0; i < 3; i++)
        uv_run(&f->loop, UV_RUN_NOWAIT);
    claim(f, "b");
    await(f, &second);
    for (int i = 0; i < 3; i++)
        uv_run(&f->loop, UV_RUN_NOWAIT);
    assert_int_equal(first.woken + second.woken, 0); /* and the loop does not stand still */
    atomic_store(&sync_holds, 0);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(first.syncs_then, 1);
    assert_int_equal(second.syncs_then, 2);
}

static void marks_are_written_without_a_sync(void **state)
{
    struct fixture *f = *state;
    struct waiter w = {0};
    claim(f, "a");
    claim(f, "b");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    f->journal->mark(f->journal, 1, "done", NULL);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(atomic_load(&syncs), 1);
    assert_int_equal(atomic_load(&writes), 2);
    assert_int_equal(ledger_outstanding(f->ledger), 1);
    end_run(f);
    assert_int_equal(entries_left(f), 1);
}

static void the_file_goes_when_all_is_undone(void **state)
{
    struct fixture *f = *state;
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
    struct fixture *f = *state;
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
    struct fixture *f = *state;
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
    struct fixture *f = *state;
    struct waiter w = {0};
    struct book book;
    struct slrun_error error = {0};
    struct stat st;
    char path[256];
    claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(book_open(&book, f->directory, "r123456789", &error), BOOK_LOCKED);
    assert_int_equal(book_leftovers(f->directory, &identity), 0);
    snprintf(path, sizeof path, "%s/r123456789.jsonl", f->directory);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    end_run(f);
    assert_int_equal(book_leftovers(f->directory, &identity), 1);
    struct identity other = identity;
    other.region = "eu-west-1";
    assert_int_equal(book_leftovers(f->directory, &other), 0);
}

static void an_unwritable_directory_is_an_error(void **state)
{
    struct fixture *f = *state;
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
    struct fixture *f = *state;
    struct waiter w = {0};
    atomic_store(&sync_fails, 1);
    claim(f, "a");
    await(f, &w);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(w.error.kind, SLRUN_E_IO);
    assert_false(file_exists(f)); /* nothing half made is left */
    f->journal->mark(f->journal, 1, "void", NULL);
    atomic_store(&sync_fails, 0);
}

/* A bound on the size of files is what a full disk is: a part is written, then nothing more. */
static void a_full_disk_is_an_error_and_leaves_whole_lines(void **state)
{
    struct fixture *f = *state;
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
    struct fixture *f = *state;
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
        TEST(without_entries_there_is_no_file),
        TEST(many_entries_of_a_turn_cost_one_write_and_one_sync),
        TEST(what_comes_during_a_write_waits_for_the_next),
        TEST(marks_are_written_without_a_sync),
        TEST(the_file_goes_when_all_is_undone),
        TEST(ending_while_a_write_is_under_way_loses_nothing),
        TEST(a_forgotten_wait_is_not_woken),
        TEST(a_live_ledger_is_locked_and_private),
        TEST(an_unwritable_directory_is_an_error),
        TEST(a_disk_that_does_not_sync_is_an_error),
        TEST(a_full_disk_is_an_error_and_leaves_whole_lines),
        TEST(an_entry_too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
