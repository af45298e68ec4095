/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ledger: the journal of what a run must undo, in a file of its own that lives as long as
 * something is left to undo. An intent is on the disk before the call that makes it necessary goes
 * out, so that `slrun sweep` finds it whatever has become of the run.
 *
 * The file, .slrun/ledger/<run id>.jsonl (of a worker process <run id>.<number>.jsonl), is only
 * appended to, and locked (flock) by its run. Its lines are those of ledger_line.h; their entries,
 * by "type":
 *
 *   run     format, version, run, target, endpoint, region, account, key (masked), time, pid
 *   intent  n, case, id (t.id), plugin, op, kind, name, undo, args, gone, busy, waiter, foreign,
 *           tags {op, args, list}: how its tags are read, where the name does not say whose it is
 *   claim   n, case, id, plugin, claim, args, label
 *   made    n, and name, undo, args, foreign, tags where the answer changed them
 *   void    n: it was not made, or, with why, is not the run's
 *   done    n: it is undone; with why, but for what that says
 *   end     the run has ended by itself
 *
 * `n` counts intents and claims from 1. Nothing secret is in it.
 */
#ifndef SLRUN_RUN_LEDGER_H
#define SLRUN_RUN_LEDGER_H

#include <uv.h>

#include "lua/env.h"
#include "run/ledger/identity.h"

#define LEDGER_DIRECTORY ".slrun/ledger"
#define LEDGER_SUFFIX    ".jsonl"
#define LEDGER_UNNAMED   ".new" /* behind it, until the file is locked, whole and durable */

enum {
    LEDGER_FORMAT = 1,
    LEDGER_RUN_ID_MAX = 32,
    LEDGER_PATH_MAX = 1024,
    LEDGER_PENDING_MAX = 256 * 1024 * 1024, /* bytes that wait to be written */
};

struct ledger;

struct ledger_options {
    const char *directory; /* LEDGER_DIRECTORY */
    const char *run_id;
    const char
        *name; /* of the file, where several processes of a run have one each; NULL: run_id */
    const struct identity *identity; /* read by ledger_new() only */
};

/* A ledger without a file: that comes with its first entry. NULL: out of memory. */
struct ledger *ledger_new(uv_loop_t *loop, const struct ledger_options *options);

/* How the language writes to it. */
struct lua_journal *ledger_journal(struct ledger *ledger);

/* How many intents and claims are neither void nor done. */
size_t ledger_outstanding(const struct ledger *ledger);

/* Ends the run: the file goes when nothing is outstanding, else it stays, whole and durable, when
 * this returns. The memory goes with the next turns of the loop. NULL is allowed. */
void ledger_free(struct ledger *ledger);

#endif
