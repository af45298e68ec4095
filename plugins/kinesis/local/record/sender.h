/* SPDX-License-Identifier: Apache-2.0 */
/* What Kinesis says to a request whose sender is not known. */
#ifndef SLRUN_KINESIS_SENDER_H
#define SLRUN_KINESIS_SENDER_H

#include "service.h"

/* Fills the call's fault: what the request lacks, in AWS's order and words ("Elements of an AWS API
 * request signature", IAM User Guide, names the parts), or what the local cloud refuses (`fault`).
 */
void sender_refuse(struct call *call, const struct slrun_fault *fault);

#endif
