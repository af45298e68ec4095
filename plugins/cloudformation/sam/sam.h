/* SPDX-License-Identifier: Apache-2.0 */
/* The transform AWS::Serverless-2016-10-31 as the engine runs it; sam/translate.h has what it is.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_H
#define SLRUN_CLOUDFORMATION_SAM_H

#include "template/transform.h"

/* 0, or -1 with problems added, each with the line of its resource or event. */
int sam_transform(const struct transform_input *in);

#endif
