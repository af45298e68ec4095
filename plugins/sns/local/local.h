/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of sns.so. */
#ifndef SLRUN_SNS_LOCAL_H
#define SLRUN_SNS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local sns_local;

#endif
