/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of scheduler.so. */
#ifndef SLRUN_SCHEDULER_LOCAL_H
#define SLRUN_SCHEDULER_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local scheduler_local;

#endif
