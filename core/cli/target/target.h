/* SPDX-License-Identifier: Apache-2.0 */
/* Where a run happens: from options and environment to endpoint, region and credentials. */
#ifndef SLRUN_CLI_TARGET_H
#define SLRUN_CLI_TARGET_H

#include <uv.h>

#include "cli/options/args.h"
#include "lua/env.h"
#include "plugin/call.h"
#include "run/ledger/identity.h"

/* All may be NULL. */
struct target_options {
    const char *name, *endpoint, *region;
    const char *plugin_path; /* handed on to the local cloud */
    const char *profile;
    const char *iam;                   /* of the local cloud: --iam */
    unsigned read_timeout_s;           /* of one try; 0: CALL_TIMEOUT_MS */
    struct arg_list accounts, regions; /* on AWS only these; none: all */
};

/* What a target tells. */
struct target_events {
    /* Once, on a later turn of the loop: with what calls need (it lives as long as the target), or
     * with an error. */
    void (*ready)(void *arg, struct call_env *calls, const struct slrun_error *error);
    /* The local cloud has ended by itself. */
    void (*lost)(void *arg, const struct slrun_error *error);
    /* The local cloud tells what AWS would refuse (local/launch.h). Optional. */
    void (*denied)(void *arg, json_t *refusal);
    void *arg;
};

/* The options by which a command is told where to go, for its table of options; `at`: the offset of
 * its struct target_options. */
/* clang-format off */
#define TARGET_OPTIONS(at)                                                                         \
    {0, "endpoint-url", NULL, ARG_STRING, (at) + offsetof(struct target_options, endpoint), "URL", \
     "any AWS-compatible endpoint; sets the target to endpoint"},                                  \
    {0, "region", NULL, ARG_STRING, (at) + offsetof(struct target_options, region), "REGION",      \
     "AWS region (AWS_REGION, AWS_DEFAULT_REGION, the profile's; elsewhere us-east-1)"},           \
    {0, "profile", NULL, ARG_STRING, (at) + offsetof(struct target_options, profile), "NAME",      \
     "profile of the AWS configuration files; the environment's keys then do not count"},          \
    {0, "read-timeout", NULL, ARG_NUMBER, (at) + offsetof(struct target_options, read_timeout_s),  \
     "SECONDS", "one try of a request may be without an answer for so long (60)", 0, 1, 3600},     \
    {0, "allowed-account", NULL, ARG_LIST, (at) + offsetof(struct target_options, accounts),       \
     "ID", "refuse to run on AWS in any other account; may be repeated"},                          \
    {0, "allowed-region", NULL, ARG_LIST, (at) + offsetof(struct target_options, regions),         \
     "REGION", "refuse to run on AWS in any other region; may be repeated"},                       \
    {0, "plugin-path", NULL, ARG_STRING, (at) + offsetof(struct target_options, plugin_path),      \
     "PATH", "plugin files or directories, separated by ':'"}
/* clang-format on */

/* A server on this machine shares its cores with us: more connections only cost. */
enum { TARGET_LOOPBACK_CONNECTIONS = 16 };

struct workers_clock;
struct target;

/* Decides, and starts nothing. NULL with `error` filled: the options contradict each other. */
struct target *target_new(uv_loop_t *loop, const struct target_options *options,
                          struct slrun_error *error);

/* Gets it ready: starts the local cloud where it is the target. 0, or -1 with `error` filled. */
int target_open(struct target *target, const struct target_events *events,
                struct slrun_error *error);

const char *target_name(const struct target *target);   /* "local", "endpoint", "aws" */
const char *target_run_id(const struct target *target); /* of this run: "r4k09x2mqa" */

/* The place and the account, as far as they are known before a call; its strings live as long as
 * the target and the options do. */
struct identity target_identity(const struct target *target);

/* Lines about it for the head of a report, ended by NULL: who we are there, and which variables of
 * the environment are set and not used. They live until the next time. */
const char *const *target_notes(struct target *target);

/* Whether what a run makes there outlives it. */
bool target_outlives_run(const struct target *target);

/* Lets the clock of the run jump, as it and the local cloud agree; `real`: only where the run asks
 * for it. Nothing happens on other targets. `clock`: where worker processes share it, else NULL.
 * Before target_open(). 0, or -1: out of memory. */
int target_follow(struct target *target, struct lua_env *env, bool real,
                  struct workers_clock *clock);

/* Stops the local cloud. The loop still has closing handles to run. NULL is allowed. */
void target_free(struct target *target);

#endif
