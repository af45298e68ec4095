/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets in memory and as documents of the local cloud. */
#include <string.h>

#include "local/service.h"

static const struct slrun_doc_kind kept = {"secretsmanager", ""};

bool state_open(struct service *service)
{
    service->secrets = service->cloud->doc_load(service->cloud, &kept);
    return service->secrets != NULL;
}

void state_close(struct service *service)
{
    json_decref(service->secrets);
    service->secrets = NULL;
}

static json_t *key_of(const struct slrun_json_call *call, const char *name, size_t n)
{
    return json_sprintf("%s %s %.*s", call->x->region, call->x->account, (int)n, name);
}

void secret_keep(struct slrun_json_call *call, const char *name, json_t *document)
{
    const struct slrun_cloud *cloud = call->cloud;
    json_t *key = key_of(call, name, strlen(name));
    const char *text = json_string_value(key);
    if (!text || (document && json_object_set(service_of(call)->secrets, text, document) != 0))
        (void)call_fail(call, "InternalServiceError", "out of memory");
    if (text)
        cloud->doc_keep(cloud, &kept, text, document);
    if (text && !document)
        (void)json_object_del(service_of(call)->secrets, text);
    json_decref(key);
}

json_t *secret_place(const struct slrun_json_call *call, const json_t *secret)
{
    const char *name = slrun_text(secret, "Name");
    return key_of(call, name, strlen(name));
}

json_t *secret_at(const struct service *service, const char *place)
{
    return json_object_get(service->secrets, place);
}

void secret_keep_at(const struct service *service, const char *place)
{
    service->cloud->doc_keep(service->cloud, &kept, place, secret_at(service, place));
}

/* ---- finding ---- */

static bool is_over(const struct slrun_json_call *call, const json_t *secret)
{
    const struct slrun_cloud *cloud = call->cloud;
    const json_t *gone = json_object_get(secret, "GoneDate");
    return gone && json_number_value(gone) * 1000 <= (double)cloud->now_ms(cloud);
}

/* The secret of that name; one whose recovery window is over has gone now. */
static json_t *named(struct slrun_json_call *call, const char *name, size_t n)
{
    json_t *key = key_of(call, name, n), *found;
    found = key ? json_object_get(service_of(call)->secrets, json_string_value(key)) : NULL;
    json_decref(key);
    if (!found || !is_over(call, found))
        return found;
    json_t *own = json_incref(json_object_get(found, "Name"));
    secret_keep(call, json_string_value(own), NULL);
    json_decref(own);
    return NULL;
}

json_t *secret_find(struct slrun_json_call *call, const char *id)
{
    static const char word[] = ":secret:";
    const char *at = strncmp(id, "arn:", 4) == 0 ? strstr(id, word) : NULL;
    const char *name = at ? at + strlen(word) : id;
    size_t n = strlen(name);
    json_t *found = named(call, name, n);
    if (found || !at || n < SUFFIX_SIZE || name[n - SUFFIX_SIZE] != '-')
        return found;
    found = named(call, name, n - SUFFIX_SIZE);
    return found && strcmp(slrun_text(found, "ARN"), id) == 0 ? found : NULL;
}

bool secret_is_deleted(const json_t *secret)
{
    return json_object_get(secret, "DeletedDate") != NULL;
}

json_t *call_secret(struct slrun_json_call *call, bool deleted)
{
    json_t *secret = secret_find(call, call_text(call, "SecretId"));
    if (!secret && !name_check(call, call_text(call, "SecretId")))
        return NULL;
    if (!secret)
        return call_fail(call, "ResourceNotFoundException",
                         "Secrets Manager can't find the specified secret.");
    if (!deleted && secret_is_deleted(secret))
        return call_refuse(call, "You can't perform this operation on the secret because it was "
                                 "marked for deletion.");
    return secret;
}

json_t *secret_named(const json_t *secret)
{
    json_t *one = json_object();
    slrun_copy_members(one, secret, (const char *const[]){"ARN", "Name", NULL});
    return one;
}

void secrets_each(struct slrun_json_call *call, bool (*each)(void *arg, json_t *secret), void *arg)
{
    json_t *place = key_of(call, "", 0), *secret;
    const char *key;
    size_t n = json_string_length(place);
    json_object_foreach (service_of(call)->secrets, key, secret)
        if (place && strncmp(key, json_string_value(place), n) == 0 && !is_over(call, secret) &&
            !each(arg, secret))
            break;
    json_decref(place);
}
