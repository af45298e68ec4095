/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the sqs plugin: the service itself, inside the embedded local cloud. */
#ifndef SLRUN_SQS_LOCAL_H
#define SLRUN_SQS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local sqs_local;

#endif
