/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: secrets and their versions, without any value. */
#include "local/look.h"

#include <stdio.h>

#include "local/service.h"

static json_t *time_of(const json_t *object, const char *member)
{
    const json_t *seconds = json_object_get(object, member);
    return seconds ? json_integer((json_int_t)(json_number_value(seconds) * 1000)) : json_null();
}

/* A secret's key is "REGION ACCOUNT NAME". */
static void list_secrets(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *key;
    json_t *secret;
    json_object_foreach (service->secrets, key, secret) {
        char region[64] = "", account[64] = "";
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        (void)sscanf(key, "%63s %63s", region, account);
        looks->row(look, key,
                   json_pack("[O? O? I o s s s]", json_object_get(secret, "Name"),
                             json_object_get(secret, "Description"),
                             (json_int_t)json_object_size(json_object_get(secret, "Versions")),
                             time_of(secret, "LastChangedDate"),
                             secret_is_deleted(secret) ? "to be deleted" : "", region, account));
    }
}

static int show_secret(void *state, struct slrun_look *look, const char *key)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *secret = json_object_get(service->secrets, key);
    const char *id;
    json_t *version;
    if (!secret)
        return -1;
    looks->fact(look, "ARN", json_incref(json_object_get(secret, "ARN")));
    looks->fact(look, "tags", json_pack("O?", json_object_get(secret, "Tags")));
    looks->fact(look, "rotated by", json_pack("O?", json_object_get(secret, "RotationLambdaARN")));
    looks->table(look, "Versions", "id|stages|created:time", NULL);
    json_object_foreach (json_object_get(secret, "Versions"), id, version) {
        int wanted = looks->want(look);
        if (wanted < 0)
            break;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[s O? o]", id, json_object_get(version, "Stages"),
                                 time_of(version, "CreatedDate")));
    }
    return 0;
}

const struct slrun_look_kind secretsmanager_looks[] = {
    {"secrets", "Secrets", "name|description|versions:number|changed:time|state|region|account",
     list_secrets, show_secret},
    {NULL, NULL, NULL, NULL, NULL},
};
