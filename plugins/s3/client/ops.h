/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_S3_OPS_H
#define SLRUN_S3_OPS_H

#include <slrun/slrun.h>

enum { S3_OPS = 73 };
extern const struct slrun_op s3_ops[S3_OPS];
extern const struct slrun_service s3_service;

#endif
