/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of secrets and their staging labels (User Guide, "What's in a Secrets Manager secret?").
 */
#include <string.h>

#include "local/service.h"

bool value_is_given(const struct slrun_json_call *call)
{
    return call_text(call, "SecretString") || call_text(call, "SecretBinary");
}

bool value_check(struct slrun_json_call *call)
{
    if (!call_text(call, "SecretString") || !call_text(call, "SecretBinary"))
        return true;
    return call_invalid(call, "You can't specify both a binary secret value and a string secret "
                              "value in the same secret.");
}

/* ---- stages ---- */

static json_t *stages_of(const json_t *secret, const char *id)
{
    return json_object_get(json_object_get(json_object_get(secret, "Versions"), id), "Stages");
}

const char *version_with(const json_t *secret, const char *stage)
{
    const char *id;
    json_t *version;
    json_object_foreach (json_object_get(secret, "Versions"), id, version)
        if (slrun_list_has(json_object_get(version, "Stages"), stage))
            return id;
    return NULL;
}

static void take(const json_t *secret, const char *stage)
{
    const char *id = version_with(secret, stage);
    json_t *stages = id ? stages_of(secret, id) : NULL;
    for (size_t i = 0; i < json_array_size(stages); i++)
        if (strcmp(json_string_value(json_array_get(stages, i)), stage) == 0)
            (void)json_array_remove(stages, i--);
}

void stage_move(json_t *secret, const char *stage, const char *id)
{
    const char *had = version_with(secret, stage);
    if (had && id && strcmp(had, id) == 0)
        return;
    take(secret, stage);
    if (id)
        (void)json_array_append_new(stages_of(secret, id), json_string(stage));
    if (!id || !had || strcmp(stage, CURRENT) != 0)
        return;
    if (slrun_list_has(stages_of(secret, had), PENDING))
        take(secret, PENDING);
    stage_move(secret, PREVIOUS, had);
}

json_t *versions_to_stages(const json_t *secret)
{
    json_t *all = json_object(), *version;
    const char *id;
    json_object_foreach (json_object_get(secret, "Versions"), id, version)
        if (json_array_size(json_object_get(version, "Stages")) > 0)
            (void)json_object_set(all, id, json_object_get(version, "Stages"));
    return all;
}

/* ---- versions ---- */

/* The oldest of those that have no stage go. */
static void drop_old(json_t *versions)
{
    const char *id;
    json_t *version;
    void *next;
    json_object_foreach_safe (versions, next, id, version) {
        if (json_object_size(versions) < VERSIONS_MAX)
            break;
        if (json_array_size(json_object_get(version, "Stages")) == 0)
            (void)json_object_del(versions, id);
    }
}

static bool make_room(struct slrun_json_call *call, json_t *versions)
{
    drop_old(versions);
    return json_object_size(versions) < VERSIONS_MAX ||
           call_fail(call, "LimitExceededException",
                     "The request failed because it would exceed one of the Secrets Manager "
                     "quotas.");
}

static bool has_value(const json_t *version)
{
    return json_object_get(version, "SecretString") || json_object_get(version, "SecretBinary");
}

bool version_has_value(const json_t *secret, const char *id)
{
    return has_value(json_object_get(json_object_get(secret, "Versions"), id));
}

static bool is_same(const struct slrun_json_call *call, const json_t *version)
{
    static const char *const values[] = {"SecretString", "SecretBinary"};
    for (size_t i = 0; i < 2; i++) {
        const json_t *asked = json_object_get(call->args, values[i]);
        const json_t *has = json_object_get(version, values[i]);
        if (asked ? !json_equal(asked, has) : has != NULL)
            return false;
    }
    return true;
}

/* How many staging labels there are when these have moved. */
static size_t stages_then(const json_t *secret, const json_t *stages)
{
    size_t n = 0, i;
    const char *id;
    json_t *version, *stage;
    json_object_foreach (json_object_get(secret, "Versions"), id, version)
        n += json_array_size(json_object_get(version, "Stages"));
    json_array_foreach (stages, i, stage)
        n += !version_with(secret, json_string_value(stage));
    return n;
}

static void move_all(json_t *secret, const json_t *stages, const char *id)
{
    size_t i;
    json_t *stage;
    if (!stages)
        stage_move(secret, CURRENT, id);
    json_array_foreach (stages, i, stage)
        stage_move(secret, json_string_value(stage), id);
}

/* The id that the arguments ask for, or a new one. */
static const char *new_id(struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = call->cloud;
    char id[UUID_SIZE];
    if (!call_text(call, "ClientRequestToken")) {
        cloud->uuid(cloud, id);
        (void)json_object_set_new(call->args, "ClientRequestToken", json_string(id));
    }
    return call_text(call, "ClientRequestToken");
}

const char *version_add(struct slrun_json_call *call, json_t *secret, const json_t *stages)
{
    static const char *const values[] = {"SecretString", "SecretBinary", NULL};
    json_t *versions = json_object_get(secret, "Versions");
    const char *id = new_id(call);
    json_t *old = json_object_get(versions, id);
    if (old && is_same(call, old))
        return id;
    if (old && has_value(old)) {
        call_fail(call, "ResourceExistsException",
                  "You can't use ClientRequestToken %s because that value is already in use for a "
                  "version of secret %s.",
                  id, slrun_text(secret, "ARN"));
        return NULL;
    }
    if (stages_then(secret, stages) > STAGES_MAX) {
        call_fail(call, "LimitExceededException",
                  "The request failed because it would exceed one of the Secrets Manager quotas.");
        return NULL;
    }
    if (!old && !make_room(call, versions))
        return NULL;
    json_t *version = json_pack("{s:o, s:[]}", "CreatedDate", seconds_now(call), "Stages");
    slrun_copy_members(version, call->args, values);
    if (old)
        slrun_copy_members(version, old, (const char *const[]){"Stages", NULL});
    (void)json_object_set_new(versions, id, version);
    move_all(secret, stages, id);
    (void)json_object_set_new(secret, "LastChangedDate", seconds_now(call));
    return id;
}

void version_begin(const struct service *service, json_t *secret, const char *id)
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *versions = json_object_get(secret, "Versions");
    if (!json_object_get(versions, id)) {
        drop_old(versions);
        (void)json_object_set_new(
            versions, id,
            json_pack("{s:f, s:[]}", "CreatedDate", (double)cloud->now_ms(cloud) / 1000, "Stages"));
    }
    stage_move(secret, PENDING, id);
}

json_t *version_told(const json_t *secret, const char *id)
{
    static const char *const members[] = {"SecretString", "SecretBinary", "CreatedDate", NULL};
    const json_t *version = json_object_get(json_object_get(secret, "Versions"), id);
    json_t *one = secret_named(secret);
    slrun_copy_members(one, version, members);
    (void)json_object_set_new(one, "VersionId", json_string(id));
    (void)json_object_set(one, "VersionStages", json_object_get(version, "Stages"));
    return one;
}
