/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose own code crashes while it is loaded is told by its path before the process dies.
 */
#ifndef SLRUN_PLUGIN_CRASH_H
#define SLRUN_PLUGIN_CRASH_H

#include <signal.h>

enum { CRASH_SIGNALS = 5 };

/* What the signals did before. */
struct crash_watch {
    struct sigaction before[CRASH_SIGNALS];
};

/* Until crash_forget() a crash writes "slrun: PATH: crashed in `in`" to standard error, and goes on
 * as if nobody had looked: the handlers that were there, a core dump. One at a time, on the main
 * thread; `path` and `in` are borrowed until then. */
void crash_watch(struct crash_watch *watch, const char *path, const char *in);
void crash_forget(const struct crash_watch *watch);

#endif
