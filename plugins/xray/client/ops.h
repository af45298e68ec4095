/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The table of operations. */
#ifndef SLRUN_XRAY_OPS_H
#define SLRUN_XRAY_OPS_H

#include <slrun/op.h>

enum { XRAY_OPS = 2 };

extern const struct slrun_service xray_service;
extern const struct slrun_op xray_ops[XRAY_OPS];

#endif
