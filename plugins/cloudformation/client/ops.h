/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_CLOUDFORMATION_OPS_H
#define SLRUN_CLOUDFORMATION_OPS_H

#include <slrun/op.h>

enum { CLOUDFORMATION_OPS = 25 };

extern const struct slrun_service cloudformation_service;
extern const struct slrun_op cloudformation_ops[CLOUDFORMATION_OPS];

#endif
