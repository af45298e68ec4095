/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_SNS_OPS_H
#define SLRUN_SNS_OPS_H

#include <slrun/op.h>

enum { SNS_OPS = 42 };

extern const struct slrun_service sns_service;
extern const struct slrun_op sns_ops[SNS_OPS];

#endif
