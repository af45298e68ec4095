/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Step Functions for the local cloud. */
#ifndef SLRUN_STATES_LOCAL_H
#define SLRUN_STATES_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local states_local;

#endif
