/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger_fixture.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ledger_disk disk;

int __real_fdatasync(int fd);
int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd)
{
    for (int i = 0; i < 2000 && atomic_load(&disk.sync_holds); i++)
        usleep(1000);
    atomic_fetch_add(&disk.syncs, 1);
    if (atomic_load(&disk.sync_fails)) {
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
        atomic_fetch_add(&disk.writes, 1);
    return __real_write(fd, data, size);
}

const struct identity ledger_identity = {.target = "endpoint",
                                         .endpoint = "http://127.0.0.1:1",
                                         .region = "us-east-1",
                                         .key = "test..."};

int setup(void **state)
{
    struct ledger_fixture *f = calloc(1, sizeof *f);
    strcpy(f->top, "/tmp/slrun-test-XXXXXX");
    assert_non_null(mkdtemp(f->top));
    snprintf(f->directory, sizeof f->directory, "%s/state/ledger", f->top);
    uv_loop_init(&f->loop);
    struct ledger_options options = {
        .directory = f->directory, .run_id = "r123456789", .identity = &ledger_identity};
    f->ledger = ledger_new(&f->loop, &options);
    f->journal = ledger_journal(f->ledger);
    atomic_store(&disk.syncs, 0);
    atomic_store(&disk.writes, 0);
    atomic_store(&disk.sync_fails, 0);
    *state = f;
    return 0;
}

void end_run(struct ledger_fixture *f)
{
    ledger_free(f->ledger);
    f->ledger = NULL;
    uv_run(&f->loop, UV_RUN_DEFAULT);
}

int teardown(void **state)
{
    struct ledger_fixture *f = *state;
    char command[160];
    end_run(f);
    assert_int_equal(uv_loop_close(&f->loop), 0);
    snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", f->top, f->top);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

static void on_ready(struct lua_journal_wait *wait, const struct slrun_error *error)
{
    struct waiter *w = (struct waiter *)(void *)wait;
    w->woken++;
    w->syncs_then = atomic_load(&disk.syncs);
    if (error) {
        w->error = *error;
        w->error.detail = NULL;
    }
    if (w->other)
        w->f->journal->forget(w->f->journal, &w->other->wait);
}

int64_t claim(struct ledger_fixture *f, const char *name)
{
    struct slrun_error error = {0};
    json_t *fields =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:s}}", "case", "a.lua::c", "id", "r123456789-1",
                  "plugin", "dynamodb", "claim", "partition", "label", name, "args", "Name", name);
    return f->journal->note(f->journal, "claim", fields, &error);
}

void await(struct ledger_fixture *f, struct waiter *w)
{
    w->wait.ready = on_ready;
    w->f = f;
    f->journal->wait(f->journal, &w->wait);
}

bool file_exists(const struct ledger_fixture *f)
{
    char path[256];
    snprintf(path, sizeof path, "%s/r123456789.jsonl", f->directory);
    return access(path, F_OK) == 0;
}

size_t entries_left(const struct ledger_fixture *f)
{
    struct book book;
    struct slrun_error error = {0};
    assert_int_equal(book_open(&book, f->directory, "r123456789", &error), BOOK_READ);
    assert_int_equal(book.n_bad, 0);
    size_t n = book_outstanding(&book);
    book_close(&book, false);
    return n;
}
