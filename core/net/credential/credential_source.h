/* SPDX-License-Identifier: Apache-2.0 */
/* What the source of a run's credentials holds, for the files that it is written in. */
#ifndef SLRUN_NET_CREDENTIAL_SOURCE_H
#define SLRUN_NET_CREDENTIAL_SOURCE_H

#include "net/credential/credential_walk.h"

/* What was found, copied. */
struct held {
    char *access_key, *secret_key, *session_token;
    int64_t since_ms, expires_ms; /* 0: never */
};

struct credentials {
    struct credentials_options options;
    struct config *config;
    struct walk_common common, other; /* the other: of what is asked beside */
    char region[64];
    struct credential self; /* who asks who he is */
    struct held held;
    const struct credential_provider *const *chain; /* where they are from */
    size_t at;
    bool any;                       /* there are some */
    struct credential_walk *walk;   /* under way */
    struct credential_walk *asking; /* the same for credentials_identify() or the region */
    struct credentials_wait waits;  /* a ring */
    int64_t again_ms;               /* no renewal before */
    struct slrun_error failure;     /* told to those who wait, on the next turn */
    bool stale;                     /* AWS has called them expired */
    uv_timer_t *soon;
    bool begin; /* a walk, on the next turn */
    const char *method;
    credentials_identified *identified;
    credentials_region_found *region_found;
    void *asker;
};

#endif
