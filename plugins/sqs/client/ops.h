/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operations. */
#ifndef SLRUN_SQS_OPS_H
#define SLRUN_SQS_OPS_H

#include <slrun/slrun.h>

enum { SQS_OPS = 23 };
extern const struct slrun_op sqs_ops[SQS_OPS];
extern const struct slrun_service sqs_service;
extern const struct slrun_grant sqs_grants[];

#endif
