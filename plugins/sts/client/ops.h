/* SPDX-License-Identifier: Apache-2.0 */
/* The client half of the sts plugin: its table of operations. */
#ifndef SLRUN_STS_OPS_H
#define SLRUN_STS_OPS_H

#include <slrun/op.h>

enum { STS_OPS = 6 };

extern const struct slrun_service sts_service;
extern const struct slrun_grant sts_grants[];
extern const struct slrun_op sts_ops[STS_OPS];

#endif
