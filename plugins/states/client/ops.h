/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_STATES_OPS_H
#define SLRUN_STATES_OPS_H

#include <slrun/op.h>

enum { STATES_OPS = 37 };

extern const struct slrun_service states_service, states_sync_service;
extern const struct slrun_op states_ops[STATES_OPS];

#endif
