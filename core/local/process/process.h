/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Processes that services start, functions above all: slrun_cloud.process_start and its kin
 * (slrun/cloud.h says what they do). Each is the leader of a session, so that a
 * signal reaches all that it started, and is killed by the system when the local cloud dies.
 */
#ifndef SLRUN_LOCAL_PROCESS_H
#define SLRUN_LOCAL_PROCESS_H

#include "local/cloud.h"

enum { PROCESS_LINE_MAX = 256 << 10 /* bytes of a line that is told in one piece */ };

struct slrun_process *process_start(const struct slrun_cloud *cloud,
                                    const struct slrun_process_options *options,
                                    struct slrun_error *error);
struct slrun_process *process_zygote(const struct slrun_cloud *cloud,
                                     const struct slrun_process_options *options,
                                     struct slrun_error *error);
struct slrun_process *process_copy(struct slrun_process *zygote,
                                   const struct slrun_process_options *options,
                                   struct slrun_error *error);
void process_signal(struct slrun_process *process, int signal);
void process_close(struct slrun_process *process);

#endif
