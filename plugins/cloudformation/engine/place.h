/* SPDX-License-Identifier: Apache-2.0 */
/* Where in a template stands what could not be made. */
#ifndef SLRUN_CLOUDFORMATION_PLACE_H
#define SLRUN_CLOUDFORMATION_PLACE_H

#include "template/template.h"

/*
 * The line of the property that the reason of a resource's failure names, else that of the
 * resource; of one that a transform made (FunctionQueue, FunctionRole), of the resource in the text
 * whose id its own begins with. 0: not known.
 */
int place_line(const struct template *t, const char *id, const char *reason);

#endif
