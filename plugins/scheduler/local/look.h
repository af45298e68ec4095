/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows (slrun/look.h). */
#ifndef SLRUN_SCHEDULER_LOOK_H
#define SLRUN_SCHEDULER_LOOK_H

#include <slrun/look.h>

extern const struct slrun_look_kind scheduler_looks[];

#endif
