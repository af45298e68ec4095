/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's process: services on a port of loopback until asked to stop. */
#ifndef SLRUN_LOCAL_SERVER_H
#define SLRUN_LOCAL_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "local/cloud.h"

enum { LOCAL_PORT = 4566 /* where an AWS SDK's user expects a local cloud */ };

struct local_options {
    const struct slrun_host *host;
    const struct cloud_plugin *plugins; /* those without a local half are passed over */
    size_t n_plugins;
    const char *address;      /* IP address to listen at, or NULL: 127.0.0.1 */
    unsigned port;            /* 0: a free one */
    const char *account;      /* of access keys that name none (12 digits); NULL: CLOUD_ACCOUNT */
    int lifeline;             /* descriptor of the socket from local_launch(), or -1: run alone */
    bool strict_signatures;   /* refuse access keys that are not known */
    bool at_once;             /* changes of state take no time */
    const char *iam;          /* judge_mode_parse() */
    const char *credentials;  /* a file with more of them, as AWS's; or NULL */
    const char *template;     /* absolute path of what to put up once it listens, or NULL */
    const json_t *parameters; /* for it: names to strings; or NULL */
    const char *data;         /* directory to keep state in, or NULL: in memory */
};

/*
 * Opens each service, listens, says so (on the lifeline; alone: a line on standard output) and
 * serves until the end of the lifeline (alone: until SIGINT or SIGTERM). 0 when it was asked to
 * stop, or -1 with `error` filled.
 */
int local_serve(const struct local_options *options, struct slrun_error *error);

#endif
