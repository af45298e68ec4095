/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of pipes.so. */
#ifndef SLRUN_PIPES_LOCAL_H
#define SLRUN_PIPES_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local pipes_local;

#endif
