/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Starts a process as libuv does, but one that the system kills when this process dies. It leads a
 * session of its own, reads nothing (/dev/null) unless it is given something, has default signals
 * and no other descriptors.
 */
#ifndef SLRUN_BASE_SPAWN_H
#define SLRUN_BASE_SPAWN_H

#include <sys/types.h>

struct spawn {
    const char *const *argv;        /* ended by NULL; argv[0] is looked for in PATH */
    const char *const *environment; /* all of it */
    const char *directory;          /* NULL: this process's own */
    int in;                         /* descriptor for its stream 0; 0: /dev/null */
    int out, err;                   /* for its streams 1 and 2; they all stay the caller's */
};

/* The process's id; or -1 and errno says why it could not be started (ENOENT: no such program or
 * directory). Waits until the program runs. */
pid_t spawn(const struct spawn *options);

#endif
