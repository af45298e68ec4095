/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the cloudformation plugin: the service itself, inside the embedded local cloud.
 */
#ifndef SLRUN_CLOUDFORMATION_LOCAL_H
#define SLRUN_CLOUDFORMATION_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local cloudformation_local;

#endif
