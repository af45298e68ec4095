/* SPDX-License-Identifier: Apache-2.0 */
/* A ledger in a folder of its own, on a disk whose writes are counted, and which may be broken. */
#ifndef SLRUN_TESTS_LEDGER_FIXTURE_H
#define SLRUN_TESTS_LEDGER_FIXTURE_H

#include "harness/cmocka_all.h"

#include <stdatomic.h>

#include "base/error.h"
#include "run/ledger/ledger.h"
#include "run/ledger/ledger_book.h"

/* What went to the disk; `sync_fails` and `sync_holds` are set by tests. */
struct ledger_disk {
    atomic_int syncs, writes, sync_fails, sync_holds;
};
extern struct ledger_disk disk;

struct ledger_fixture {
    uv_loop_t loop;
    char top[64], directory[128];
    struct ledger *ledger;
    struct lua_journal *journal;
};

extern const struct identity ledger_identity;

struct waiter {
    struct lua_journal_wait wait;
    int woken;
    int syncs_then;
    struct slrun_error error;
    struct ledger_fixture *f;
    struct waiter *other; /* whose wait it ends when it is woken */
};

int setup(void **state);
int teardown(void **state);

/* Ends the run, which writes what is left to write. */
void end_run(struct ledger_fixture *f);

/* Notes a claim; its number. */
int64_t claim(struct ledger_fixture *f, const char *name);

/* Waits until what was noted is durable. */
void await(struct ledger_fixture *f, struct waiter *w);

bool file_exists(const struct ledger_fixture *f);

/* The entries in the file that are not undone. */
size_t entries_left(const struct ledger_fixture *f);

#endif
