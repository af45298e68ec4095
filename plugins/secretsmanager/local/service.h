/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_SECRETSMANAGER_SERVICE_H
#define SLRUN_SECRETSMANAGER_SERVICE_H

#include <stdbool.h>

#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

/* "AWS Secrets Manager quotas". */
enum {
    SECRETS_MAX = 10000,
    VERSIONS_MAX = 100,
    STAGES_MAX = 20, /* of all versions */
    TAGS_MAX = 50,
    PASSWORD_MAX = 4096,
    DEFAULT_WINDOW = 30, /* days until a deleted secret is gone */
    SUFFIX_SIZE = 7,     /* of ARNs */
    UUID_SIZE = 37
};

#define CURRENT  "AWSCURRENT"
#define PREVIOUS "AWSPREVIOUS"
#define PENDING  "AWSPENDING"

struct rotation;

/*
 * Secrets are JSON documents by their place (region, account, name), as they are kept:
 *   {"Name", "ARN", "CreatedDate", "LastChangedDate", "Versions": {ID: {...}}, and
 *    what of "Description", "KmsKeyId", "Policy", "LastAccessedDate", "DeletedDate", "GoneDate"
 *    (when it cannot be restored any more), "RotationEnabled", "RotationLambdaARN",
 *    "RotationRules", "Tags", "LastRotatedDate" and "NextRotationDate" there is}
 * and a version is {"CreatedDate", "Stages": [...], "SecretString" or "SecretBinary"}, and maybe
 * "LastAccessedDate"; one that a rotation has begun has no value yet.
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *secrets;
    struct rotation *rotations; /* those under way */
    struct slrun_timer *timer;  /* the next rotation by schedule */
};

/* An operation: a new reference, or NULL after call_fail(). */
typedef json_t *operation(struct slrun_json_call *call);
operation op_batch_get_secret_value, op_cancel_rotate_secret, op_create_secret,
    op_delete_resource_policy, op_delete_secret, op_describe_secret, op_get_random_password,
    op_get_resource_policy, op_get_secret_value, op_list_secret_version_ids, op_list_secrets,
    op_put_resource_policy, op_put_secret_value, op_restore_secret, op_rotate_secret,
    op_tag_resource, op_untag_resource, op_update_secret, op_update_secret_version_stage;

/* Fill the error, unless there is one; json_t's NULL. Of the second and the third the code is
 * InvalidParameterException and InvalidRequestException. */
#define call_fail(call, ...)    ((call)->cloud->json_fail(call, __VA_ARGS__))
#define call_invalid(call, ...) call_fail(call, "InvalidParameterException", __VA_ARGS__)
#define call_refuse(call, ...)  call_fail(call, "InvalidRequestException", __VA_ARGS__)

/* The state of the service that a call is for. */
static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}

/* An argument that is a text, or NULL. */
static inline const char *call_text(const struct slrun_json_call *call, const char *name)
{
    return slrun_text(call->args, name);
}
json_t *seconds_now(const struct slrun_json_call *call);

/* One page of a list (taken over) as the result; `most` unless MaxResults says another.
 */
json_t *call_page(struct slrun_json_call *call, json_t *list, size_t most);

/* ---- bounds.c ---- */

extern const struct slrun_bound secretsmanager_bounds[];

/* ---- state.c ---- */

bool state_open(struct service *service);
void state_close(struct service *service);
/* The secret at a place ("us-east-1 000000000000 name"), borrowed, or NULL; and how it is kept. */
json_t *secret_at(const struct service *service, const char *place);
void secret_keep_at(const struct service *service, const char *place);
/* The place of a secret: a new string. */
json_t *secret_place(const struct slrun_json_call *call, const json_t *secret);
/* Keeps a secret as it stands; `document` NULL: that it is gone. */
void secret_keep(struct slrun_json_call *call, const char *name, json_t *document);
/* The secret of that name or ARN (also without its last six characters) in the region and account
 * of the call, one that waits for its deletion included; borrowed, or NULL. */
json_t *secret_find(struct slrun_json_call *call, const char *id);
/* That of SecretId. NULL after call_fail(); `deleted`: also one that waits for its deletion. */
json_t *call_secret(struct slrun_json_call *call, bool deleted);
bool secret_is_deleted(const json_t *secret);
/* {"ARN", "Name"} */
json_t *secret_named(const json_t *secret);
/* Calls each() for every secret there, until it returns false. */
void secrets_each(struct slrun_json_call *call, bool (*each)(void *arg, json_t *secret), void *arg);

/* ---- secret.c ---- */

/* Whether a name could be one, or is an ARN; false after call_fail(). */
bool name_check(struct slrun_json_call *call, const char *name);

/* ---- version.c ---- */

/* Checks that there are not two values, and that the one is no empty text. */
bool value_check(struct slrun_json_call *call);
bool value_is_given(const struct slrun_json_call *call);
/* Adds a version with the value of the arguments and these stages (NULL: AWSCURRENT), or finds the
 * one that the same request made before. Its id; NULL after call_fail(). */
const char *version_add(struct slrun_json_call *call, json_t *secret, const json_t *stages);
/* Adds a version without a value yet, labelled AWSPENDING, or labels the one with this id so. */
void version_begin(const struct service *service, json_t *secret, const char *id);
bool version_has_value(const json_t *secret, const char *id);
/* The id of the version that has a stage, or NULL. */
const char *version_with(const json_t *secret, const char *stage);
/* Gives a stage to a version; AWSPREVIOUS follows AWSCURRENT, and the version that had it is
 * pending no more. */
void stage_move(json_t *secret, const char *stage, const char *id);
/* {ID: [stages]} of the versions that have some. */
json_t *versions_to_stages(const json_t *secret);
/* What GetSecretValue tells of a version. */
json_t *version_told(const json_t *secret, const char *id);

/* ---- filter.c ---- */

/* Whether a secret passes Filters. */
bool filters_pass(const struct slrun_json_call *call, const json_t *secret);

/* ---- tag.c ---- */

/* Sets tags. False after call_fail(). */
bool tags_put(struct slrun_json_call *call, json_t *secret, const json_t *tags);

/* ---- rotation.c ---- */

/* What a function is asked to do of a secret, step by step (User Guide, "Lambda rotation
 * functions"). All strings are copied. */
struct rotation_order {
    const char *place, *token; /* of the secret; of the version that gets the new value */
    bool test;                 /* testSecret alone, and the version goes again */
};
/* Begins it, unless there is no memory or that secret is being rotated; it ends by itself. */
void rotation_start(struct service *service, const struct rotation_order *order);
/* The secret's AWSCURRENT has moved: to the version of its rotation, if one is under way, it is
 * rotated. */
void rotation_moved(const struct service *service, const char *place, json_t *secret);
/* Ends all, and the schedule. */
void rotations_end(struct service *service);

/* ---- schedule.c ---- */

/* Whether the rules are some; false after call_fail(). */
bool rules_check(struct slrun_json_call *call, const json_t *rules);
/* Sets the date of the next rotation by the rules, from now on. */
void rotation_date(const struct service *service, json_t *secret);
/* Sets the timer to the next rotation by schedule. */
void rotations_plan(struct service *service);

/* ---- resource_rotation.c ---- */

extern const struct slrun_param rotation_properties[];
void rotation_make(void *state, struct slrun_resource *r);
void rotation_remove(void *state, struct slrun_resource *r);

/* ---- resource.c ---- */

extern const struct slrun_resource_type secretsmanager_resources[];

#endif
