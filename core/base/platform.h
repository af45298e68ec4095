/* SPDX-License-Identifier: Apache-2.0 */
/* What is neither POSIX nor libuv; each function is harmless where the system has no such thing. */
#ifndef SLRUN_BASE_PLATFORM_H
#define SLRUN_BASE_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>

/* Has the system kill this process when the one that started it dies (Linux: PR_SET_PDEATHSIG).
 * Called first thing by a process that must not outlive its parent. */
void platform_die_with_parent(void);

/* Whether processes whose parent dies become children of this one (Linux:
 * PR_SET_CHILD_SUBREAPER). False: the system cannot do that. */
bool platform_adopt_orphans(bool adopt);

/* Closes the descriptors from `first` on, but for one. Allowed between fork() and exec(). */
void platform_close_behind(int first, int but);

/* Has freed memory stay with the process, up to a few MiB, where glibc would give it back and fetch
 * it anew for each request. For a process that lives long. */
void platform_keep_memory(void);

/* Tells a listening TCP socket that its connections are of this machine: there is no network whose
 * congestion is to be found out, and no pace to keep (Linux: TCP_CONGESTION; BBR, where it is the
 * system's choice, sets a timer for each answer). */
void platform_on_loopback(int fd);

/* accept() of a connection that does not block and that no child inherits, in one call. */
int platform_accept(int fd);

/* A descriptor of so many zero bytes of memory that processes can map and share; -1 with errno. */
int platform_shared_memory(size_t size);

/* "SIGSEGV" for 11; "signal 99" for one without a name. */
void platform_signal_name(int number, char *name, size_t size);

/* Columns of the terminal at this descriptor, or 0 when it is none. */
unsigned platform_terminal_width(int fd);

#endif
