/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the dynamodb plugin: the service itself, inside the embedded local cloud. */
#ifndef SLRUN_DYNAMODB_LOCAL_H
#define SLRUN_DYNAMODB_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local dynamodb_local;

#endif
