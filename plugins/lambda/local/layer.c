/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Layers. service->layers has by "account/region/name": {"Next", "Versions": {number: {"Info": what
 * GetLayerVersion tells, "Code", "Policy"}}}.
 */
#include "local/layer.h"

#include <stdio.h>
#include <string.h>

#include "local/bytes.h"
#include "local/code/package.h"
#include "local/function.h"

enum { LAYERS_MAX = 5 };

/* ---- the registry ---- */

static const struct slrun_doc_kind kept = {"lambda", "layer/"};

bool layers_load(struct service *service)
{
    service->layers = service->cloud->doc_load(service->cloud, &kept);
    return service->layers != NULL;
}

void layer_save(const struct service *service, const char *key, const json_t *layer)
{
    service->cloud->doc_keep(service->cloud, &kept, key, layer);
}

void layers_forget(struct service *service)
{
    const char *key;
    json_t *layer;
    json_object_foreach (service->layers, key, layer)
        layer_save(service, key, NULL);
}

/* arn:aws:lambda:REGION:ACCOUNT:layer:NAME[:VERSION] */
static bool read_arn(const char *arn, struct layer_name *out)
{
    char region[REGION_SIZE], account[ACCOUNT_SIZE], name[NAME_SIZE], version[24] = "";
    int n = sscanf(arn, "arn:%*[^:]:lambda:%31[^:]:%12[0-9]:layer:%140[^:]:%23[0-9]", region,
                   account, name, version);
    (void)snprintf(out->key, sizeof out->key, "%s/%s/%s", n > 1 ? account : "", n > 0 ? region : "",
                   n > 2 ? name : "");
    (void)snprintf(out->version, sizeof out->version, "%s", version);
    return n >= 3;
}

json_t *layer_entry(const struct service *service, const struct layer_name *name)
{
    json_t *layer = json_object_get(service->layers, name->key);
    return json_object_get(json_object_get(layer, "Versions"), name->version);
}

const char *layer_folder(const struct service *service, const char *arn)
{
    struct layer_name name;
    json_t *entry = read_arn(arn, &name) ? layer_entry(service, &name) : NULL;
    return json_string_value(json_object_get(json_object_get(entry, "Code"), "Path"));
}

const char *layer_managed(const char *arn)
{
    static const struct {
        const char *part, *package;
    } known[] = {
        {":017000801446:layer:AWSLambdaPowertoolsPython", "aws-lambda-powertools"},
        {":layer:AWSLambdaPowertoolsPython", "aws-lambda-powertools"},
        {":094274105915:layer:AWSLambdaPowertoolsTypeScript", "@aws-lambda-powertools/commons"},
        {":336392948345:layer:AWSSDKPandas-Python", "awswrangler"},
        {":layer:LambdaInsightsExtension", ""},
        {":901920570463:layer:aws-otel-", ""},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strstr(arn, known[i].part))
            return known[i].package;
    return NULL;
}

/* ---- layers of a function ---- */

#define LAYER_VERSION                                                                              \
    "(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:" \
    "layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)"

static json_t *no_version(struct call *call, const char *arn)
{
    return call_fail(call, "ValidationException",
                     "1 validation error detected: Value '[%.512s]' at 'layers' failed to satisfy "
                     "constraint: Member must satisfy constraint: [Member must have length less "
                     "than or equal to 2048, Member must have length greater than or equal to 1, "
                     "Member must satisfy regular expression pattern: " LAYER_VERSION
                     ", Member must not be null]",
                     arn);
}

/* Its key is ACCOUNT/REGION/NAME. */
static bool in_region(const struct call *call, const struct layer_name *name)
{
    const char *region = strchr(name->key, '/');
    size_t n = strlen(call->region);
    return region && strncmp(region + 1, call->region, n) == 0 && region[n + 1] == '/';
}

/* What other accounts have is not known here: functions run without it, and that is told. */
static bool is_own(const struct call *call, const struct layer_name *name)
{
    size_t n = strlen(call->account);
    return strncmp(name->key, call->account, n) == 0 && name->key[n] == '/';
}

static json_t *layer_of(struct call *call, const char *arn)
{
    struct layer_name name = {.key = ""};
    json_t *entry = read_arn(arn, &name) ? layer_entry(call->service, &name) : NULL;
    if (!*name.version)
        return no_version(call, arn);
    if (!in_region(call, &name))
        return call_fail(call, "InvalidParameterValueException",
                         "Layers are not in the same region as the function. Layers are expected "
                         "to be in region %s.",
                         call->region);
    if (!entry && !layer_managed(arn) && is_own(call, &name))
        return call_fail(call, "InvalidParameterValueException",
                         "Layer version %.512s does not exist.", arn);
    json_t *size = json_object_get(json_object_get(entry, "Code"), "Size");
    return json_pack("{s:s, s:I}", "Arn", arn, "CodeSize",
                     (json_int_t)(size ? json_integer_value(size) : 0));
}

static bool same_layer(const char *a, const char *b)
{
    size_t n = (size_t)(strrchr(a, ':') - a);
    return strncmp(a, b, n) == 0 && b[n] == ':';
}

json_t *layers_of(struct call *call, const json_t *arns)
{
    json_t *layers = json_array();
    if (json_array_size(arns) > LAYERS_MAX)
        call_fail(call, "InvalidParameterValueException", "Cannot reference more than %d layers.",
                  LAYERS_MAX);
    for (size_t i = 0; i < json_array_size(arns) && !call->fault.code; i++) {
        const char *arn = json_string_value(json_array_get(arns, i));
        json_t *layer = layer_of(call, arn);
        for (size_t k = 0; layer && k < i; k++) {
            const char *other = json_string_value(json_array_get(arns, k));
            if (same_layer(other, arn))
                call_fail(call, "InvalidParameterValueException",
                          "Two different versions of the same layer are not allowed to be "
                          "referenced in the same function. %.400s and %.400s are versions of the "
                          "same layer.",
                          other, arn);
        }
        if (layer)
            json_array_append_new(layers, layer);
    }
    if (!call->fault.code)
        return layers;
    json_decref(layers);
    return NULL;
}

/* ---- operations ---- */

void layer_named(const struct call *call, struct layer_name *name)
{
    const char *given = call_string(call, "LayerName");
    const json_t *version = call_get(call, "VersionNumber");
    if (!read_arn(given, name))
        (void)snprintf(name->key, sizeof name->key, "%s/%s/%.140s", call->account, call->region,
                       given);
    if (version)
        (void)snprintf(name->version, sizeof name->version, "%lld",
                       (long long)json_integer_value(version));
}

static json_t *version_of(struct call *call, struct layer_name *name)
{
    layer_named(call, name);
    if (json_integer_value(call_get(call, "VersionNumber")) < 1)
        return call_fail(call, "InvalidParameterValueException",
                         "Layer Version Cannot be less than 1");
    json_t *entry = layer_entry(call->service, name);
    return entry ? entry
                 : call_fail(call, "ResourceNotFoundException",
                             "The resource you requested does not exist.");
}

static json_t *described(const struct call *call, const json_t *entry)
{
    json_t *info = json_deep_copy(json_object_get(entry, "Info"));
    json_t *code = json_object_get(entry, "Code");
    json_t *content = json_pack(
        "{s:o*, s:O, s:O}", "Location", package_location(call->service, code), "CodeSha256",
        json_object_get(code, "Sha"), "CodeSize", json_object_get(code, "Size"));
    (void)put(info, "Content", content);
    return info;
}

/* What lists tell, which is less. */
static json_t *summary(const json_t *entry)
{
    json_t *info = json_deep_copy(json_object_get(entry, "Info"));
    json_object_del(info, "LayerArn");
    return info;
}

static json_t *published(struct call *call, json_t *code)
{
    struct layer_name name = {.key = ""};
    char date[DATE_SIZE];
    const struct slrun_cloud *cloud = call->service->cloud;
    layer_named(call, &name);
    json_t *layer = json_object_get(call->service->layers, name.key);
    if (!layer) {
        layer = json_pack("{s:i, s:{}}", "Next", 1, "Versions");
        (void)put(call->service->layers, name.key, layer);
    }
    json_int_t number = json_integer_value(json_object_get(layer, "Next"));
    (void)put(layer, "Next", json_integer(number + 1));
    (void)snprintf(name.version, sizeof name.version, "%lld", (long long)number);
    json_t *arn = json_sprintf("arn:aws:lambda:%s:%s:layer:%s", call->region, call->account,
                               strrchr(name.key, '/') + 1);
    json_t *version_arn = json_sprintf("%s:%lld", json_string_value(arn), (long long)number);
    date_text(cloud->now_ms(cloud), date);
    const char *description = call_string(call, "Description");
    json_t *info =
        json_pack("{s:o, s:o, s:s, s:s, s:I, s:O*, s:s*, s:O*}", "LayerArn", arn, "LayerVersionArn",
                  version_arn, "Description", description ? description : "", "CreatedDate", date,
                  "Version", number, "CompatibleRuntimes", call_get(call, "CompatibleRuntimes"),
                  "LicenseInfo", call_string(call, "LicenseInfo"), "CompatibleArchitectures",
                  call_get(call, "CompatibleArchitectures"));
    json_t *entry = json_pack("{s:o, s:o}", "Info", info, "Code", code);
    (void)put(json_object_get(layer, "Versions"), name.version, entry);
    layer_save(call->service, name.key, layer);
    return entry ? described(call, entry) : call_no_memory(call);
}

json_t *op_publish_layer_version(struct call *call)
{
    return package_take(call, call_get(call, "Content"), published);
}

json_t *op_get_layer_version(struct call *call)
{
    struct layer_name name = {.key = ""};
    json_t *entry = version_of(call, &name);
    return entry ? described(call, entry) : NULL;
}

json_t *op_get_layer_version_by_arn(struct call *call)
{
    struct layer_name name = {.key = ""};
    const char *arn = call_string(call, "Arn");
    if (!read_arn(arn, &name) || !*name.version)
        return call_fail(
            call, "ValidationException",
            "1 validation error detected: Value '%.200s' at 'arn' failed to satisfy "
            "constraint: Member must satisfy regular expression pattern: " LAYER_VERSION,
            arn);
    json_t *entry = layer_entry(call->service, &name);
    return entry ? described(call, entry)
                 : call_fail(call, "ResourceNotFoundException",
                             "The resource you requested does not exist.");
}

json_t *op_delete_layer_version(struct call *call)
{
    struct layer_name name = {.key = ""};
    layer_named(call, &name);
    if (json_integer_value(call_get(call, "VersionNumber")) < 1)
        return call_fail(call, "InvalidParameterValueException",
                         "Layer Version Cannot be less than 1");
    json_t *layer = json_object_get(call->service->layers, name.key);
    json_object_del(json_object_get(layer, "Versions"), name.version);
    if (layer)
        layer_save(call->service, name.key, layer);
    return json_null();
}

static bool is_compatible(const struct call *call, const json_t *entry)
{
    static const char *const members[][2] = {{"CompatibleRuntime", "CompatibleRuntimes"},
                                             {"CompatibleArchitecture", "CompatibleArchitectures"}};
    bool all = true;
    for (size_t i = 0; i < 2; i++) {
        const char *wanted = call_string(call, members[i][0]);
        json_t *has = json_object_get(json_object_get(entry, "Info"), members[i][1]);
        bool found = !wanted;
        for (size_t k = 0; k < json_array_size(has) && !found; k++)
            found = strcmp(json_string_value(json_array_get(has, k)), wanted) == 0;
        all = all && found;
    }
    return all;
}

/* Newest first. */
json_t *op_list_layer_versions(struct call *call)
{
    struct layer_name name = {.key = ""};
    const char *number;
    json_t *entry, *list = json_array();
    layer_named(call, &name);
    json_t *layer = json_object_get(call->service->layers, name.key);
    json_object_foreach (json_object_get(layer, "Versions"), number, entry)
        if (is_compatible(call, entry))
            json_array_insert_new(list, 0, summary(entry));
    return call_page(call, "LayerVersions", list);
}

json_t *op_list_layers(struct call *call)
{
    char prefix[LAYER_KEY_SIZE];
    const char *key, *number;
    json_t *layer, *entry, *list = json_array();
    int n = snprintf(prefix, sizeof prefix, "%s/%s/", call->account, call->region);
    json_object_foreach (call->service->layers, key, layer) {
        const json_t *latest = NULL;
        json_object_foreach (json_object_get(layer, "Versions"), number, entry)
            latest = is_compatible(call, entry) ? entry : latest;
        if (latest && strncmp(key, prefix, (size_t)n) == 0)
            json_array_append_new(
                list, json_pack("{s:s, s:O, s:o}", "LayerName", key + n, "LayerArn",
                                json_object_get(json_object_get(latest, "Info"), "LayerArn"),
                                "LatestMatchingVersion", summary(latest)));
    }
    return call_page(call, "Layers", list);
}

json_int_t layers_size(const struct call *call)
{
    char prefix[LAYER_KEY_SIZE];
    const char *key, *number;
    json_t *layer, *entry;
    json_int_t size = 0;
    int n = snprintf(prefix, sizeof prefix, "%s/%s/", call->account, call->region);
    json_object_foreach (call->service->layers, key, layer)
        json_object_foreach (json_object_get(layer, "Versions"), number, entry)
            if (strncmp(key, prefix, (size_t)n) == 0)
                size += json_integer_value(json_object_get(json_object_get(entry, "Code"), "Size"));
    return size;
}
