/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin whose prelude has sources of every kind to listen to; none of them needs a service. */
#define NAME    "feed"
#define PRELUDE feed_prelude
extern const char feed_prelude[];
#include "minimal.h"

MINIMAL_PLUGIN();
