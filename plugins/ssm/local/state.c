/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters in memory and as documents of the local cloud. */
#include <string.h>

#include "local/service.h"

static const struct slrun_doc_kind kept = {"ssm", ""};

bool state_open(struct service *service)
{
    service->parameters = service->cloud->doc_load(service->cloud, &kept);
    return service->parameters != NULL;
}

void state_close(struct service *service)
{
    json_decref(service->parameters);
    service->parameters = NULL;
}

static json_t *key_of(const struct slrun_json_call *call, const char *name)
{
    return json_sprintf("%s %s %s", call->x->region, call->x->account, name);
}

void parameter_keep(struct slrun_json_call *call, const char *name, json_t *document)
{
    const struct slrun_cloud *cloud = call->cloud;
    json_t *key = key_of(call, name);
    const char *text = json_string_value(key);
    if (!text || (document && json_object_set(service_of(call)->parameters, text, document) != 0))
        (void)call_fail(call, "InternalServerError", "out of memory");
    else if (!document)
        (void)json_object_del(service_of(call)->parameters, text);
    if (text)
        cloud->doc_keep(cloud, &kept, text, document);
    json_decref(key);
}

json_t *parameter_find(const struct slrun_json_call *call, const char *name)
{
    json_t *key = key_of(call, name);
    json_t *found =
        key ? json_object_get(service_of(call)->parameters, json_string_value(key)) : NULL;
    json_decref(key);
    return found;
}

void parameters_each(const struct slrun_json_call *call, bool (*each)(void *arg, json_t *parameter),
                     void *arg)
{
    json_t *place = key_of(call, ""), *parameter;
    const char *key;
    size_t n = json_string_length(place);
    json_object_foreach (service_of(call)->parameters, key, parameter)
        if (place && strncmp(key, json_string_value(place), n) == 0 && !each(arg, parameter))
            break;
    json_decref(place);
}

json_t *parameter_latest(const json_t *parameter)
{
    const json_t *versions = json_object_get(parameter, "Versions");
    return json_array_get(versions, json_array_size(versions) - 1);
}

json_t *parameter_version(const json_t *parameter, json_int_t number)
{
    const json_t *versions = json_object_get(parameter, "Versions");
    for (size_t i = 0; i < json_array_size(versions); i++) {
        json_t *version = json_array_get(versions, i);
        if (json_integer_value(json_object_get(version, "Version")) == number)
            return version;
    }
    return NULL;
}
