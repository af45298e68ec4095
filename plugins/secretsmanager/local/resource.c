/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::SecretsManager::Secret in stacks, and the table of types. */
#include <stdlib.h>

#include <slrun/table.h>

#include "local/service.h"

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

static const struct slrun_param generated[] = {
    {"SecretStringTemplate", S_STRING, 0, "JSON text that gets the password."},
    {"GenerateStringKey", S_STRING, 0, "Member that the password becomes."},
    {"PasswordLength", S_INTEGER, 0, "32 unless told."},
    {"ExcludeCharacters", S_STRING, 0, "Characters that it has not."},
    {"ExcludeLowercase", S_BOOLEAN, 0, "Without a to z."},
    {"ExcludeUppercase", S_BOOLEAN, 0, "Without A to Z."},
    {"ExcludeNumbers", S_BOOLEAN, 0, "Without 0 to 9."},
    {"ExcludePunctuation", S_BOOLEAN, 0, "Without punctuation."},
    {"IncludeSpace", S_BOOLEAN, 0, "With blanks."},
    {"RequireEachIncludedType", S_BOOLEAN, 0, "At least one of each kind."},
    {.name = NULL},
};

static const struct slrun_param properties[] = {
    {"Name", S_STRING, 0, "Name of the secret."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value."},
    {"GenerateSecretString", S_STRUCTURE(generated), 0, "How a value is made."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the secret."},
    {.name = NULL},
};

/* ---- the value ---- */

static void finished(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const char *arn = r->physical_id;
    for (size_t i = 0; !arn && i < json_array_size(results); i++)
        arn = slrun_text(json_array_get(results, i), "ARN");
    json_t *all = json_pack("{s:s}", "Id", arn ? arn : "");
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

static void refused(const struct service *service, struct slrun_resource *r, const char *text)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .status = 400};
    for (size_t i = 0; text[i] && i + 1 < sizeof error.message; i++)
        error.message[i] = text[i];
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.error = &error, .physical_id = r->physical_id});
}

/* Creates the secret, or changes it; `value`: what it holds (taken over), or NULL. */
static void put(const struct service *service, struct slrun_resource *r, json_t *value)
{
    const char *name = slrun_text(r->properties, "Name");
    bool is_new = !r->physical_id;
    json_t *args = is_new ? json_pack("{s:s}", "Name", name ? name : r->suggested_name)
                          : json_pack("{s:s}", "SecretId", r->physical_id);
    slrun_copy_members(args, r->properties, (const char *const[]){"Description", "KmsKeyId", NULL});
    if (is_new)
        slrun_copy_members(args, r->properties, (const char *const[]){"Tags", NULL});
    if (value)
        (void)json_object_set_new(args, "SecretString", value);
    json_t *tags = json_object_get(r->properties, "Tags");
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, "Key");
    struct slrun_resource_call calls[3] = {
        {.operation = is_new ? "create_secret" : "update_secret", .args = args}};
    size_t n = 1;
    if (json_array_size(gone) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_resource",
            .args = json_pack("{s:s, s:O}", "SecretId", r->physical_id, "TagKeys", gone)};
    if (!is_new && json_array_size(tags) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_resource",
            .args = json_pack("{s:s, s:O}", "SecretId", r->physical_id, "Tags", tags)};
    json_decref(gone);
    service->cloud->resource_run(
        service->cloud, r, &(struct slrun_resource_run){"secretsmanager", calls, n, finished});
}

/* The password alone, or as a member of the template. */
static void generated_value(void *state, struct slrun_resource *r, const json_t *results)
{
    const json_t *how = json_object_get(r->properties, "GenerateSecretString");
    const char *template = slrun_text(how, "SecretStringTemplate");
    const char *key = slrun_text(how, "GenerateStringKey");
    json_t *password = json_object_get(json_array_get(results, 0), "RandomPassword");
    if (!template || !key) {
        put(state, r, json_incref(password));
        return;
    }
    json_t *object = json_loads(template, 0, NULL);
    if (!json_is_object(object)) {
        json_decref(object);
        refused(state, r, "SecretStringTemplate is no JSON object");
        return;
    }
    (void)json_object_set(object, key, password);
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    put(state, r, json_string(text ? text : ""));
    free(text);
}

static void generate(const struct service *service, struct slrun_resource *r)
{
    static const char *const same[] = {
        "PasswordLength",   "ExcludeCharacters",       "ExcludeLowercase",
        "ExcludeUppercase", "ExcludeNumbers",          "ExcludePunctuation",
        "IncludeSpace",     "RequireEachIncludedType", NULL};
    json_t *args = json_object();
    slrun_copy_members(args, json_object_get(r->properties, "GenerateSecretString"), same);
    struct slrun_resource_call call = {.operation = "get_random_password", .args = args};
    service->cloud->resource_run(
        service->cloud, r,
        &(struct slrun_resource_run){"secretsmanager", &call, 1, generated_value});
}

/* ---- the type ---- */

static void make(void *state, struct slrun_resource *r)
{
    const json_t *how = json_object_get(r->properties, "GenerateSecretString");
    json_t *value = json_object_get(r->properties, "SecretString");
    bool changed = !r->old || !json_equal(how, json_object_get(r->old, "GenerateSecretString"));
    if (how && value)
        refused(state, r, "SecretString and GenerateSecretString do not go together");
    else if (how && changed)
        generate(state, r);
    else
        put(state, r, json_incref(value));
}

static void remove_secret(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = {.operation = "delete_secret",
                                       .args = json_pack("{s:s, s:b}", "SecretId", r->physical_id,
                                                         "ForceDeleteWithoutRecovery", 1),
                                       .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"secretsmanager", &call, 1, NULL});
}

const struct slrun_resource_type secretsmanager_resources[] = {
    {.type = "AWS::SecretsManager::Secret",
     .doc = "A secret.",
     .properties = properties,
     .attributes = (const char *const[]){"Id", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = make,
     .update = make,
     .remove = remove_secret},
    {.type = "AWS::SecretsManager::RotationSchedule",
     .doc = "A function that gives a secret new values.",
     .properties = rotation_properties,
     .attributes = (const char *const[]){"Id", NULL},
     .replacing = (const char *const[]){"SecretId", NULL},
     .create = rotation_make,
     .update = rotation_make,
     .remove = rotation_remove},
    {.type = NULL},
};
