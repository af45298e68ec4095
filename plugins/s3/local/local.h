/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the s3 plugin: the service itself, inside the embedded local cloud. */
#ifndef SLRUN_S3_LOCAL_H
#define SLRUN_S3_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local s3_local;

#endif
