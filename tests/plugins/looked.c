/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose prelude has autopsies of every kind; none of them needs a service. */
#define NAME    "looked"
#define PRELUDE looked_prelude
extern const char looked_prelude[];
#include "minimal.h"

MINIMAL_PLUGIN();
