/* SPDX-License-Identifier: Apache-2.0 */
/* Properties of a resource by the shapes of its type: what is missing, unknown or of a wrong type,
 * and scalars in the type that is wanted, as AWS CloudFormation converts them. */
#ifndef SLRUN_CLOUDFORMATION_FIT_H
#define SLRUN_CLOUDFORMATION_FIT_H

#include <slrun/shape.h>

#include "template/at.h"

/*
 * A new value that fits: "10" is an integer where one is wanted, 10 a string. Unknown values
 * (value.h) fit everywhere and stay. NULL after a problem. `members` as in struct slrun_shape.
 */
json_t *fit_members(const struct slrun_param *members, const json_t *value, const struct at *at,
                    struct problems *problems);

#endif
