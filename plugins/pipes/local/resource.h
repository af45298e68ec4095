/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Pipes::Pipe: what templates name. */
#ifndef SLRUN_PIPES_RESOURCE_H
#define SLRUN_PIPES_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type pipes_resources[];

#endif
