/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows (slrun/look.h). */
#ifndef SLRUN_SQS_LOOK_H
#define SLRUN_SQS_LOOK_H

#include <slrun/look.h>

extern const struct slrun_look_kind sqs_looks[];

#endif
