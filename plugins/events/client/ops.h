/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_EVENTS_OPS_H
#define SLRUN_EVENTS_OPS_H

#include <slrun/op.h>

enum { EVENTS_OPS = 42 };

extern const struct slrun_service events_service;
extern const struct slrun_op events_ops[EVENTS_OPS];

#endif
