/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_SECRETSMANAGER_OPS_H
#define SLRUN_SECRETSMANAGER_OPS_H

#include <slrun/op.h>

enum { SECRETSMANAGER_OPS = 19 };

extern const struct slrun_service secretsmanager_service;
extern const struct slrun_op secretsmanager_ops[SECRETSMANAGER_OPS];

#endif
