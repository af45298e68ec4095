/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: parameters; of a SecureString no value. */
#include "local/look.h"

#include <stdio.h>
#include <string.h>

#include "local/service.h"

static json_t *value_of(const json_t *version)
{
    const char *type = slrun_text(version, "Type");
    if (!type || strcmp(type, "SecureString") == 0)
        return json_string("(secret)");
    return json_incref(json_object_get(version, "Value"));
}

static json_t *changed(const json_t *version)
{
    return json_integer(
        (json_int_t)(json_number_value(json_object_get(version, "LastModifiedDate")) * 1000));
}

/* A parameter's key is "REGION ACCOUNT NAME". */
static void list_parameters(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *key;
    json_t *parameter;
    json_object_foreach (service->parameters, key, parameter) {
        const json_t *latest = parameter_latest(parameter);
        char region[64] = "", account[64] = "";
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        (void)sscanf(key, "%63s %63s", region, account);
        looks->row(look, key,
                   json_pack("[O? O? o O? o s s]", json_object_get(parameter, "Name"),
                             json_object_get(latest, "Type"), value_of(latest),
                             json_object_get(latest, "Version"), changed(latest), region, account));
    }
}

static int show_parameter(void *state, struct slrun_look *look, const char *key)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *parameter = json_object_get(service->parameters, key);
    const json_t *versions = json_object_get(parameter, "Versions");
    if (!parameter)
        return -1;
    looks->fact(look, "ARN", json_incref(json_object_get(parameter, "ARN")));
    looks->fact(look, "tags", json_incref(json_object_get(parameter, "Tags")));
    looks->table(look, "Versions, the latest first",
                 "version:number|value|type|labels|changed:time", NULL);
    for (size_t i = json_array_size(versions); i-- > 0;) {
        const json_t *version = json_array_get(versions, i);
        int wanted = looks->want(look);
        if (wanted < 0)
            break;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O? o O? O? o]", json_object_get(version, "Version"),
                                 value_of(version), json_object_get(version, "Type"),
                                 json_object_get(version, "Labels"), changed(version)));
    }
    return 0;
}

const struct slrun_look_kind ssm_looks[] = {
    {"parameters", "Parameters", "name|type|value|version:number|changed:time|region|account",
     list_parameters, show_parameter},
    {NULL, NULL, NULL, NULL, NULL},
};
