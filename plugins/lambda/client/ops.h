/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_LAMBDA_OPS_H
#define SLRUN_LAMBDA_OPS_H

#include <slrun/slrun.h>

enum { LAMBDA_OPS = 58 };
extern const struct slrun_op lambda_ops[LAMBDA_OPS];
extern const struct slrun_service lambda_service;

#endif
