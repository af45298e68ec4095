/* SPDX-License-Identifier: Apache-2.0 */
/* Values: reading them, putting new ones, moving their staging labels. */
#include <string.h>

#include "local/service.h"

enum { BATCH_PAGE = 20, VERSIONS_PAGE = 100 };

/* ---- reading ---- */

/* The day, as AWS tells no more. */
static void note_access(struct slrun_json_call *call, json_t *secret, const char *id)
{
    static const char member[] = "LastAccessedDate";
    const struct slrun_cloud *cloud = call->cloud;
    json_t *version = json_object_get(json_object_get(secret, "Versions"), id);
    json_int_t day = cloud->now_ms(cloud) / 86400000 * 86400;
    if (json_integer_value(json_object_get(secret, member)) == day &&
        json_integer_value(json_object_get(version, member)) == day)
        return;
    (void)json_object_set_new(secret, member, json_integer(day));
    (void)json_object_set_new(version, member, json_integer(day));
    secret_keep(call, slrun_text(secret, "Name"), secret);
}

/* The version that VersionId and VersionStage name. NULL after call_fail(). */
static const char *asked_version(struct slrun_json_call *call, const json_t *secret)
{
    const char *id = call_text(call, "VersionId"), *stage = call_text(call, "VersionStage");
    const json_t *version = id ? json_object_get(json_object_get(secret, "Versions"), id) : NULL;
    if (id && !version) {
        call_fail(call, "ResourceNotFoundException",
                  "Secrets Manager can't find the specified secret value for VersionId: %s", id);
        return NULL;
    }
    if (id && stage && !slrun_list_has(json_object_get(version, "Stages"), stage)) {
        call_refuse(call, "You provided a VersionStage that is not associated to the provided "
                          "VersionId.");
        return NULL;
    }
    const char *found = id ? id : version_with(secret, stage ? stage : CURRENT);
    if (!found || !version_has_value(secret, found)) {
        call_fail(call, "ResourceNotFoundException",
                  "Secrets Manager can't find the specified secret value for staging label: %s",
                  stage ? stage : CURRENT);
        return NULL;
    }
    return found;
}

json_t *op_get_secret_value(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    const char *id = secret ? asked_version(call, secret) : NULL;
    if (!id)
        return NULL;
    note_access(call, secret, id);
    return version_told(secret, id);
}

struct batch {
    struct slrun_json_call *call;
    json_t *values;
};

static bool add_value(void *arg, json_t *secret)
{
    struct batch *batch = arg;
    const char *id = version_with(secret, CURRENT);
    if (id && !secret_is_deleted(secret) && filters_pass(batch->call, secret))
        (void)json_array_append_new(batch->values, version_told(secret, id));
    return true;
}

/* One of SecretIdList: its value, or why there is none. */
static void add_asked(struct slrun_json_call *call, const json_t *asked, json_t *values,
                      json_t *errors)
{
    const char *name = json_string_value(asked);
    json_t *secret = secret_find(call, name);
    const char *id = secret && !secret_is_deleted(secret) ? version_with(secret, CURRENT) : NULL;
    if (id)
        (void)json_array_append_new(values, version_told(secret, id));
    else
        (void)json_array_append_new(
            errors, json_pack("{s:s, s:s, s:s}", "SecretId", name, "ErrorCode",
                              secret && secret_is_deleted(secret) ? "InvalidRequestException"
                                                                  : "ResourceNotFoundException",
                              "Message", "Secrets Manager can't find the specified secret."));
}

json_t *op_batch_get_secret_value(struct slrun_json_call *call)
{
    const json_t *asked = json_object_get(call->args, "SecretIdList");
    struct batch batch = {call, NULL};
    if (!asked == !json_object_get(call->args, "Filters"))
        return call_invalid(call, "Either 'SecretIdList' or 'Filters' must be provided, but not "
                                  "both.");
    json_t *errors = json_array();
    batch.values = json_array();
    if (!asked)
        secrets_each(call, add_value, &batch);
    for (size_t i = 0; i < json_array_size(asked); i++)
        add_asked(call, json_array_get(asked, i), batch.values, errors);
    json_t *result = call_page(call, batch.values, BATCH_PAGE);
    if (result)
        (void)json_object_set(result, "Errors", errors);
    json_decref(errors);
    return result;
}

/* The key that encrypts it: the account's own is called so. */
static const char *kms_key_of(const json_t *secret)
{
    const char *key = slrun_text(secret, "KmsKeyId");
    return key ? key : "DefaultEncryptionKey";
}

static json_t *listed_version(const json_t *secret, const char *id, const json_t *version)
{
    json_t *stages = json_object_get(version, "Stages");
    return json_pack("{s:s, s:O*, s:O, s:O*, s:[s]}", "VersionId", id, "VersionStages",
                     json_array_size(stages) > 0 ? stages : NULL, "CreatedDate",
                     json_object_get(version, "CreatedDate"), "LastAccessedDate",
                     json_object_get(version, "LastAccessedDate"), "KmsKeyIds", kms_key_of(secret));
}

json_t *op_list_secret_version_ids(struct slrun_json_call *call)
{
    const json_t *secret = call_secret(call, false);
    bool all = json_is_true(json_object_get(call->args, "IncludeDeprecated"));
    const char *id;
    json_t *version, *list;
    if (!secret)
        return NULL;
    list = json_array();
    json_object_foreach (json_object_get(secret, "Versions"), id, version) {
        json_t *stages = json_object_get(version, "Stages");
        if (all || json_array_size(stages) > 0)
            (void)json_array_append_new(list, listed_version(secret, id, version));
    }
    json_t *result = call_page(call, list, VERSIONS_PAGE);
    if (result)
        slrun_copy_members(result, secret, (const char *const[]){"ARN", "Name", NULL});
    return result;
}

/* ---- putting ---- */

json_t *op_put_secret_value(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret || !value_check(call))
        return NULL;
    if (!value_is_given(call))
        return call_invalid(call, "You must provide either SecretString or SecretBinary.");
    const char *id = version_add(call, secret, json_object_get(call->args, "VersionStages"));
    if (!id)
        return NULL;
    secret_keep(call, slrun_text(secret, "Name"), secret);
    json_t *result = version_told(secret, id);
    for (const char *const *value =
             (const char *const[]){"SecretString", "SecretBinary", "CreatedDate", NULL};
         *value; value++)
        (void)json_object_del(result, *value);
    return result;
}

static bool check_move(struct slrun_json_call *call, const json_t *secret, const char *from,
                       const char *to)
{
    const char *stage = call_text(call, "VersionStage"), *has = version_with(secret, stage);
    const json_t *versions = json_object_get(secret, "Versions");
    if (to && !json_object_get(versions, to))
        return call_fail(call, "ResourceNotFoundException",
                         "Secrets Manager can't find the specified secret value for VersionId: %s",
                         to);
    if (!to && strcmp(stage, CURRENT) == 0)
        return call_invalid(call, "You can only move staging label AWSCURRENT to a different "
                                  "secret version. It can't be completely removed.");
    if (!from && has && (!to || strcmp(has, to) != 0))
        return call_invalid(call,
                            "The parameter RemoveFromVersionId can't be empty. Staging label %s is "
                            "currently attached to version %s, so you must explicitly reference "
                            "that version in RemoveFromVersionId.",
                            stage, has);
    if (from && (!has || strcmp(has, from) != 0))
        return call_invalid(call,
                            "The staging label %s is not currently attached to the version %s that "
                            "RemoveFromVersionId names.",
                            stage, from);
    return true;
}

json_t *op_update_secret_version_stage(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    const char *to = call_text(call, "MoveToVersionId");
    if (!secret || !check_move(call, secret, call_text(call, "RemoveFromVersionId"), to))
        return NULL;
    json_t *place = secret_place(call, secret);
    stage_move(secret, call_text(call, "VersionStage"), to);
    if (place)
        rotation_moved(service_of(call), json_string_value(place), secret);
    json_decref(place);
    (void)json_object_set_new(secret, "LastChangedDate", seconds_now(call));
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return secret_named(secret);
}
