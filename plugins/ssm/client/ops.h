/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_SSM_OPS_H
#define SLRUN_SSM_OPS_H

#include <slrun/op.h>

enum { SSM_OPS = 13 };

extern const struct slrun_service ssm_service;
extern const struct slrun_op ssm_ops[SSM_OPS];

#endif
