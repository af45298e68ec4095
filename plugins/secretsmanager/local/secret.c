/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets: making, changing, deleting, describing and listing them, and their policies. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

#define LETTERS    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
#define CHARACTERS LETTERS "-/_+=.@!"

enum { LIST_PAGE = 100, DAY_SECONDS = 86400 };

/* ---- making ---- */

static json_t *arn_of(const struct slrun_json_call *call, const char *name)
{
    const struct slrun_cloud *cloud = call->cloud;
    char suffix[SUFFIX_SIZE] = "";
    for (size_t i = 0; i < SUFFIX_SIZE - 1; i++)
        suffix[i] = LETTERS[cloud->random(cloud) % (sizeof LETTERS - 1)];
    return json_sprintf("arn:aws:secretsmanager:%s:%s:secret:%s-%s", call->x->region,
                        call->x->account, name, suffix);
}

bool name_check(struct slrun_json_call *call, const char *name)
{
    return strncmp(name, "arn:", 4) == 0 || !name[strspn(name, CHARACTERS)] ||
           call_fail(call, "ValidationException",
                     "Invalid name. Must be a valid name containing alphanumeric characters, or "
                     "any of the following: -/_+=.@!");
}

static bool check_new(struct slrun_json_call *call, const char *name)
{
    const json_t *old = secret_find(call, name);
    if (!name_check(call, name))
        return false;
    if (json_object_get(call->args, "AddReplicaRegions"))
        return call_invalid(call, "The local cloud makes no replicas of secrets.");
    if (old && secret_is_deleted(old))
        return call_refuse(call, "You can't create this secret because a secret with this name is "
                                 "already scheduled for deletion.");
    if (json_object_size(service_of(call)->secrets) >= SECRETS_MAX)
        return call_fail(call, "LimitExceededException",
                         "The request failed because it would exceed one of the Secrets Manager "
                         "quotas.");
    return value_check(call);
}

/* The same request again has made its version already. */
static bool made_it(const struct slrun_json_call *call, const json_t *secret)
{
    const char *token = call_text(call, "ClientRequestToken");
    return token && json_object_get(json_object_get(secret, "Versions"), token);
}

static json_t *with_version(json_t *secret, const char *id)
{
    json_t *result = secret_named(secret);
    if (id)
        (void)json_object_set_new(result, "VersionId", json_string(id));
    return result;
}

json_t *op_create_secret(struct slrun_json_call *call)
{
    static const char *const settings[] = {"Description", "KmsKeyId", NULL};
    const char *name = call_text(call, "Name"), *id = NULL;
    if (!check_new(call, name))
        return NULL;
    json_t *old = secret_find(call, name), *secret;
    if (old && !made_it(call, old))
        return call_fail(call, "ResourceExistsException",
                         "The operation failed because the secret %s already exists.", name);
    secret = old ? json_incref(old)
                 : json_pack("{s:s, s:o, s:o, s:o, s:{}}", "Name", name, "ARN", arn_of(call, name),
                             "CreatedDate", seconds_now(call), "LastChangedDate", seconds_now(call),
                             "Versions");
    slrun_copy_members(secret, call->args, settings);
    bool ok = tags_put(call, secret, json_object_get(call->args, "Tags"));
    if (ok && value_is_given(call))
        ok = (id = version_add(call, secret, NULL)) != NULL;
    json_t *result = ok ? with_version(secret, id) : NULL;
    if (ok)
        secret_keep(call, name, secret);
    json_decref(secret);
    return result;
}

json_t *op_update_secret(struct slrun_json_call *call)
{
    static const char *const settings[] = {"Description", "KmsKeyId", NULL};
    json_t *secret = call_secret(call, false);
    const char *id = NULL;
    if (!secret || !value_check(call))
        return NULL;
    if (value_is_given(call) && !(id = version_add(call, secret, NULL)))
        return NULL;
    slrun_copy_members(secret, call->args, settings);
    (void)json_object_set_new(secret, "LastChangedDate", seconds_now(call));
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return with_version(secret, id);
}

/* ---- deleting ---- */

static json_t *with_deletion(json_t *result, double at)
{
    (void)json_object_set_new(result, "DeletionDate", json_real(at));
    return result;
}

/* At once, and without a complaint about one that is not there (API Reference, DeleteSecret). */
static json_t *delete_now(struct slrun_json_call *call, json_t *secret, double now)
{
    const char *id = call_text(call, "SecretId");
    json_t *result = secret ? secret_named(secret)
                            : json_pack("{s:o, s:s}", "ARN", arn_of(call, id), "Name", id);
    if (secret)
        secret_keep(call, slrun_text(secret, "Name"), NULL);
    return with_deletion(result, now);
}

json_t *op_delete_secret(struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = call->cloud;
    const json_t *window = json_object_get(call->args, "RecoveryWindowInDays");
    bool force = json_is_true(json_object_get(call->args, "ForceDeleteWithoutRecovery"));
    json_int_t days = window ? json_integer_value(window) : DEFAULT_WINDOW;
    double now = (double)cloud->now_ms(cloud) / 1000;
    if (window && force)
        return call_invalid(call, "You can't use ForceDeleteWithoutRecovery in conjunction with "
                                  "RecoveryWindowInDays.");
    if (days < 7 || days > 30)
        return call_invalid(call, "The RecoveryWindowInDays value must be between 7 and 30 days "
                                  "(inclusive).");
    if (force && !name_check(call, call_text(call, "SecretId")))
        return NULL;
    if (force)
        return delete_now(call, secret_find(call, call_text(call, "SecretId")), now);
    json_t *secret = call_secret(call, false);
    if (!secret)
        return NULL;
    double gone = now + (double)(days * DAY_SECONDS);
    (void)json_object_set_new(secret, "DeletedDate", json_real(now));
    (void)json_object_set_new(secret, "GoneDate", json_real(gone));
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return with_deletion(secret_named(secret), gone);
}

json_t *op_restore_secret(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, true);
    if (!secret)
        return NULL;
    (void)json_object_del(secret, "DeletedDate");
    (void)json_object_del(secret, "GoneDate");
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return secret_named(secret);
}

/* ---- telling ---- */

static json_t *described(const json_t *secret, const char *stages)
{
    static const char *const members[] = {"Description",
                                          "KmsKeyId",
                                          "LastChangedDate",
                                          "LastAccessedDate",
                                          "DeletedDate",
                                          "Tags",
                                          "CreatedDate",
                                          "RotationEnabled",
                                          "RotationRules",
                                          "RotationLambdaARN",
                                          "LastRotatedDate",
                                          "NextRotationDate",
                                          NULL};
    json_t *one = secret_named(secret), *versions = versions_to_stages(secret);
    slrun_copy_members(one, secret, members);
    if (json_string_length(json_object_get(one, "Description")) == 0)
        (void)json_object_del(one, "Description");
    if (json_object_size(versions) > 0)
        (void)json_object_set(one, stages, versions);
    json_decref(versions);
    return one;
}

json_t *op_describe_secret(struct slrun_json_call *call)
{
    const json_t *secret = call_secret(call, true);
    return secret ? described(secret, "VersionIdsToStages") : NULL;
}

struct listing {
    struct slrun_json_call *call;
    json_t *list;
    bool deleted, descending;
};

static bool add_listed(void *arg, json_t *secret)
{
    struct listing *listing = arg;
    if ((secret_is_deleted(secret) && !listing->deleted) || !filters_pass(listing->call, secret))
        return true;
    json_t *one = described(secret, "SecretVersionsToStages");
    (void)(listing->descending ? json_array_insert_new(listing->list, 0, one)
                               : json_array_append_new(listing->list, one));
    return true;
}

json_t *op_list_secrets(struct slrun_json_call *call)
{
    const char *order = call_text(call, "SortOrder");
    struct listing listing = {
        .call = call,
        .list = json_array(),
        .deleted = json_is_true(json_object_get(call->args, "IncludePlannedDeletion")),
        .descending = order && strcmp(order, "desc") == 0};
    secrets_each(call, add_listed, &listing);
    return call_page(call, listing.list, LIST_PAGE);
}

/* ---- policies, which nothing here asks ---- */

json_t *op_put_resource_policy(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    json_t *policy = json_loads(call_text(call, "ResourcePolicy"), 0, NULL);
    bool ok = json_is_object(policy);
    json_decref(policy);
    if (!secret)
        return NULL;
    if (!ok)
        return call_fail(call, "MalformedPolicyDocumentException",
                         "This resource policy contains invalid Json.");
    (void)json_object_set(secret, "Policy", json_object_get(call->args, "ResourcePolicy"));
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return secret_named(secret);
}

json_t *op_get_resource_policy(struct slrun_json_call *call)
{
    const json_t *secret = call_secret(call, false);
    json_t *result = secret ? secret_named(secret) : NULL;
    if (secret && json_object_get(secret, "Policy"))
        (void)json_object_set(result, "ResourcePolicy", json_object_get(secret, "Policy"));
    return result;
}

json_t *op_delete_resource_policy(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret)
        return NULL;
    (void)json_object_del(secret, "Policy");
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return secret_named(secret);
}
