/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers on the wire: JSON, CBOR, and what Kinesis says to those that are neither. */
#ifndef SLRUN_KINESIS_FRONT_H
#define SLRUN_KINESIS_FRONT_H

#include "service.h"

/* Finds the operation and reads the arguments. False: it has been answered. */
bool front_read(struct call *call);

/* Answers a call: `result` (taken over), or its fault where that is NULL. */
void front_answer(struct call *call, json_t *result);

#endif
