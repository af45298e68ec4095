/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a target on AWS needs before its first call, found asynchronously: the region, credentials,
 * who they belong to, and whether that is allowed.
 */
#ifndef SLRUN_CLI_TARGET_AWS_H
#define SLRUN_CLI_TARGET_AWS_H

#include "cli/target/target.h"

struct target_aws;

struct target_aws_options {
    uv_loop_t *loop;
    const struct target_options *target;
    struct call_env
        *calls;    /* its signer is there; region, rules, source and credentials are filled */
    bool identify; /* it is AWS: who are we, and is that allowed */
    void (*ready)(void *arg, const struct slrun_error *error);
    void *arg;
};

/* Reads the configuration files. NULL with `error` filled. */
struct target_aws *target_aws_new(const struct target_aws_options *options,
                                  struct slrun_error *error);
/* ready() comes on a later turn of the loop. */
void target_aws_open(struct target_aws *aws);
void target_aws_free(struct target_aws *aws);

const struct config *target_aws_config(const struct target_aws *aws);
/* The address that is configured for all services, or NULL. */
const char *target_aws_endpoint(const struct target_aws *aws);
/* The account: what STS says, else what the key says; "" before, and where neither does. */
const char *target_aws_account(const struct target_aws *aws);
/* One line for the head of a report. */
void target_aws_note(const struct target_aws *aws, char *text, size_t size);

#endif
