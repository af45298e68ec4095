/* SPDX-License-Identifier: Apache-2.0 */
/* init() fails; fini() must then not be called. */
#include <stdio.h>
#include <stdlib.h>

#include <slrun/error.h>
#include <slrun/host.h>

static int init(const struct slrun_host *host, void **state, struct slrun_error *error)
{
    (void)host;
    (void)state;
    error->kind = SLRUN_E_IO;
    snprintf(error->message, sizeof error->message, "the licence has run out");
    snprintf(error->hint, sizeof error->hint, "buy another one");
    return -1;
}

static void fini(void *state)
{
    (void)state;
    abort();
}

#define NAME "failing_init"
#define INIT init
#define FINI fini
#include "minimal.h"

MINIMAL_PLUGIN();
