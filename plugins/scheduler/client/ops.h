/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_SCHEDULER_OPS_H
#define SLRUN_SCHEDULER_OPS_H

#include <slrun/op.h>

enum { SCHEDULER_OPS = 12 };

extern const struct slrun_service scheduler_service;
extern const struct slrun_op scheduler_ops[SCHEDULER_OPS];

#endif
