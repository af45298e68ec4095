/* SPDX-License-Identifier: Apache-2.0 */
/* init() crashes. */
#include <stdlib.h>

#include <slrun/error.h>
#include <slrun/host.h>

static int init(const struct slrun_host *host, void **state, struct slrun_error *error)
{
    (void)host;
    (void)state;
    (void)error;
    abort();
}

#define NAME "crashing_init"
#define INIT init
#include "minimal.h"

MINIMAL_PLUGIN();
