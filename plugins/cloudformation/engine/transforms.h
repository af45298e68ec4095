/* SPDX-License-Identifier: Apache-2.0 */
/* The transforms that templates may name. */
#ifndef SLRUN_CLOUDFORMATION_TRANSFORMS_H
#define SLRUN_CLOUDFORMATION_TRANSFORMS_H

#include "template/transform.h"

/* Ended by a NULL name. AWS::LanguageExtensions is part of the functions themselves
 * (template/scope.h). */
extern const struct transform transforms[];

#endif
