/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of kinesis.so: Amazon Kinesis Data Streams, API version 2013-12-02. */
#ifndef SLRUN_KINESIS_LOCAL_H
#define SLRUN_KINESIS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local kinesis_local;

#endif
