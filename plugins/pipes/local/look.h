/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows (slrun/look.h). */
#ifndef SLRUN_PIPES_LOOK_H
#define SLRUN_PIPES_LOOK_H

#include <slrun/look.h>

extern const struct slrun_look_kind pipes_looks[];

#endif
