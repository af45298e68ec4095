/* SPDX-License-Identifier: Apache-2.0 */
/* A target from the inside, for target*.c. */
#ifndef SLRUN_CLI_TARGET_STATE_H
#define SLRUN_CLI_TARGET_STATE_H

#include "base/random.h"
#include "cli/target/target.h"
#include "cli/target/target_aws.h"
#include "local/launch.h"

enum { TARGET_NOTE_MAX = 2560 };

struct target {
    uv_loop_t *loop;
    const char *name;
    struct call_env calls;
    uv_idle_t soon; /* an endpoint is ready at once, and told on the next turn */
    struct target_events events;
    bool opened;
    const char *plugin_path, *iam;
    struct local_launch *launch;
    struct lua_env *env;         /* whose clock jumps, or NULL; */
    struct workers_clock *clock; /* in its place: of all processes of the run */
    char run_id[RANDOM_ID_MAX];
    char access_key[RANDOM_ID_MAX + 8], secret_key[41]; /* of this run, for its local cloud */
    struct target_options o;
    struct target_aws *aws; /* where credentials are looked for as AWS's SDKs do */
    char who[TARGET_NOTE_MAX], unused[TARGET_NOTE_MAX], region[256];
    bool other_mode; /* of retries: one was asked for that slrun does not have */
    const char *notes[5];
};

/* Whether the target is AWS, whatever it is called. */
bool target_is_aws(const struct target *target);

/* ---- target_local.c ---- */

/* Makes the keys of this run alone. 0, or -1 with `error` filled. */
int target_make_keys(struct target *target, struct slrun_error *error);
/* Starts the local cloud. The same. */
int target_start_local(struct target *target, struct slrun_error *error);

#endif
