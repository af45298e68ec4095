/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_PIPES_OPS_H
#define SLRUN_PIPES_OPS_H

#include <slrun/op.h>

enum { PIPES_OPS = 10 };

extern const struct slrun_service pipes_service;
extern const struct slrun_op pipes_ops[PIPES_OPS];

#endif
