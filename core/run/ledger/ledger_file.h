/* SPDX-License-Identifier: Apache-2.0 */
/* The file of a ledger that is being written: made whole or not at all, appended to, synced. */
#ifndef SLRUN_RUN_LEDGER_FILE_H
#define SLRUN_RUN_LEDGER_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buf.h"
#include "run/ledger/ledger.h"

struct ledger_file {
    int fd;     /* -1: there is no file yet */
    off_t size; /* of what is whole in it */
    char directory[LEDGER_PATH_MAX], path[LEDGER_PATH_MAX];
};

/* Fills the struct; touches nothing. False: the names are too long. */
bool ledger_file_init(struct ledger_file *file, const char *directory, const char *run_id);

/*
 * Makes the directories and the file, locked, with `lines` in it. It gets its name last, so that
 * nobody ever sees one that is not locked; all is synced, the directories too. 0, or -1 with
 * `error` filled and no file left.
 */
int ledger_file_make(struct ledger_file *file, const struct buf *lines, struct slrun_error *error);

/* Appends the lines; `durable`: with fdatasync, and to a file of that name, which is made anew
 * where somebody has deleted it. 0, or -1 with `error` filled: nothing of them is in the file. */
int ledger_file_append(struct ledger_file *file, const struct buf *lines, bool durable,
                       struct slrun_error *error);

/* Closes it; `remove`: it is deleted first, while the lock is still held. */
void ledger_file_close(struct ledger_file *file, bool remove);

#endif
