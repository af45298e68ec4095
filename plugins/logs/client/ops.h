/* SPDX-License-Identifier: Apache-2.0 */
/* The client half of the logs plugin: its table of operations, which the local half checks requests
 * against, too. */
#ifndef SLRUN_LOGS_OPS_H
#define SLRUN_LOGS_OPS_H

#include <slrun/op.h>

enum { LOGS_OPS = 36 };

extern const struct slrun_service logs_service;
extern const struct slrun_grant logs_grants[];
extern const struct slrun_op logs_ops[LOGS_OPS];

#endif
