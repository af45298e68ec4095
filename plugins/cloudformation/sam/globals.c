/* SPDX-License-Identifier: Apache-2.0 */
/* The section Globals. */
#include "sam/globals.h"

#include <string.h>

#include "sam/value.h"
#include "template/nearest.h"

#define PREFIX "AWS::Serverless::"

struct section {
    const char *name;
    const char *properties[48];
};

/* Which properties a section may have. Sections are in order of their names, as AWS lists them. */
static const struct section sections[] = {
    {"Api",
     {"Auth",
      "Name",
      "DefinitionUri",
      "CacheClusterEnabled",
      "CacheClusterSize",
      "MergeDefinitions",
      "Variables",
      "EndpointConfiguration",
      "MethodSettings",
      "BinaryMediaTypes",
      "MinimumCompressionSize",
      "Cors",
      "GatewayResponses",
      "AccessLogSetting",
      "CanarySetting",
      "TracingEnabled",
      "OpenApiVersion",
      "Domain",
      "AlwaysDeploy",
      "PropagateTags",
      "SecurityPolicy",
      "EndpointAccessMode"}},
    {"CapacityProvider",
     {"VpcConfig", "OperatorRole", "Tags", "InstanceRequirements", "ScalingConfig", "KmsKeyArn",
      "PropagateTags", "LoggingConfig", "ManagedResourceTags"}},
    {"Function",
     {"Handler",
      "Runtime",
      "CodeUri",
      "DeadLetterQueue",
      "Description",
      "MemorySize",
      "Timeout",
      "VpcConfig",
      "Environment",
      "Tags",
      "PropagateTags",
      "Tracing",
      "KmsKeyArn",
      "AutoPublishAlias",
      "AutoPublishAliasAllProperties",
      "Layers",
      "DeploymentPreference",
      "RolePath",
      "PermissionsBoundary",
      "ReservedConcurrentExecutions",
      "ProvisionedConcurrencyConfig",
      "AssumeRolePolicyDocument",
      "EventInvokeConfig",
      "FileSystemConfigs",
      "CodeSigningConfigArn",
      "Architectures",
      "SnapStart",
      "EphemeralStorage",
      "FunctionUrlConfig",
      "RuntimeManagementConfig",
      "LoggingConfig",
      "RecursiveLoop",
      "SourceKMSKeyArn",
      "TenancyConfig",
      "DurableConfig",
      "CapacityProviderConfig",
      "FunctionScalingConfig",
      "PublishToLatestPublished",
      "VersionDeletionPolicy"}},
    {"HttpApi",
     {"Auth", "AccessLogSettings", "StageVariables", "Tags", "CorsConfiguration",
      "DefaultRouteSettings", "Domain", "RouteSettings", "FailOnWarnings", "PropagateTags"}},
    {"LayerVersion", {"PublishLambdaVersion"}},
    {"MicrovmImage",
     {"BuildRoleArn", "BaseImageArn", "BaseImageVersion", "Logging", "EgressNetworkConnectors",
      "CpuConfigurations", "Resources", "AdditionalOsCapabilities", "Hooks", "EnvironmentVariables",
      "Tags", "PropagateTags"}},
    {"NetworkConnector", {"OperatorRole", "Tags", "PropagateTags"}},
    {"SimpleTable", {"SSESpecification"}},
    {"StateMachine", {"PropagateTags"}},
    {"WebSocketApi",
     {"AccessLogSettings", "ApiKeySelectionExpression", "DefaultRouteSettings",
      "DisableExecuteApiEndpoint", "DisableSchemaValidation", "Domain", "FailOnWarnings",
      "IpAddressType", "PropagateTags", "RouteSelectionExpression", "RouteSettings",
      "StageVariables", "Tags"}},
};

enum { N_SECTIONS = sizeof sections / sizeof *sections };

/* Lists that a resource replaces instead of adding to. */
static bool replaces(const char *path)
{
    return strcmp(path, "Function.Architectures") == 0;
}

static json_t *merge_maps(const json_t *global, const json_t *local, const char *path)
{
    json_t *merged = json_deep_copy(global);
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)local, key, value) {
        char below[SAM_ID_MAX];
        const json_t *common = json_object_get(global, key);
        json_t *mine = common == NULL ? json_deep_copy(value)
                                      : sam_merge(common, value, sam_id(below, "%s.%s", path, key));
        if (json_object_set_new(merged, key, mine) != 0) {
            json_decref(merged);
            return NULL;
        }
    }
    return merged;
}

static json_t *join(const json_t *global, const json_t *local)
{
    json_t *joined = json_deep_copy(global), *more = json_deep_copy(local);
    if (joined == NULL || more == NULL || json_array_extend(joined, more) != 0) {
        json_decref(joined);
        joined = NULL;
    }
    json_decref(more);
    return joined;
}

json_t *sam_merge(const json_t *global, const json_t *local, const char *path)
{
    if (json_is_object(global) && json_is_object(local) && !sam_intrinsic(global) &&
        !sam_intrinsic(local))
        return merge_maps(global, local, path);
    if (json_is_array(global) && json_is_array(local) && !replaces(path))
        return join(global, local);
    return json_deep_copy(local);
}

static const struct section *find(const char *name)
{
    for (size_t i = 0; i < N_SECTIONS; i++)
        if (strcmp(sections[i].name, name) == 0)
            return &sections[i];
    return NULL;
}

static bool unknown_section(struct sam *s, const char *name)
{
    char names[256] = "";
    for (size_t i = 0; i < N_SECTIONS; i++)
        strcat(strcat(strcat(names, i == 0 ? "'" : ", '"), sections[i].name), "'");
    return sam_fail_text(s,
                         "'Globals' section is invalid. '%s' is not supported. Must be one of the "
                         "following values - [%s]",
                         name, names);
}

static bool unknown_property(struct sam *s, const struct section *section, const char *key)
{
    char path[SAM_ID_MAX], hint[NEAREST_HINT_MAX];
    snprintf(path, sizeof path, "Globals/%s/%s", section->name, key);
    s->at = path;
    sam_fail_text(s, "'Globals' section is invalid. '%s' is not a supported property of '%s'.%s",
                  key, section->name, nearest_in(section->properties, key, hint, sizeof hint));
    s->at = NULL;
    return false;
}

static bool check_section(struct sam *s, const char *name, const json_t *properties)
{
    const struct section *section = find(name);
    if (section == NULL)
        return unknown_section(s, name);
    if (!json_is_object(properties)) {
        return sam_fail_text(s, "'Globals' section is invalid. Value of '%s' must be a dictionary",
                             name);
    }
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)properties, key, value) {
        size_t i = 0;
        while (section->properties[i] != NULL && strcmp(section->properties[i], key) != 0)
            i++;
        if (section->properties[i] == NULL)
            return unknown_property(s, section, key);
    }
    return true;
}

static bool check(struct sam *s, const json_t *globals)
{
    if (!json_is_object(globals))
        return sam_fail_text(s, "'Globals' section is invalid. It must be a non-empty dictionary");
    const char *name;
    json_t *properties;
    json_object_foreach ((json_t *)globals, name, properties)
        if (!check_section(s, name, properties))
            return false;
    return true;
}

/* What of a section counts for a resource with the attribute IgnoreGlobals; a new value. */
static json_t *counting(struct sam *s, const json_t *section, const json_t *ignored)
{
    if (sam_equals(ignored, "*"))
        return json_object();
    json_t *left = json_copy((json_t *)section);
    size_t i;
    json_t *name;
    if (sam_given(ignored) && !json_is_array(ignored)) {
        sam_fail(s, s->id, "Resource %s has invalid resource attribute 'IgnoreGlobals'.", s->id);
        json_decref(left);
        return NULL;
    }
    json_array_foreach (ignored, i, name) {
        const char *key = json_string_value(name);
        if (key == NULL || json_object_del(left, key) != 0) {
            sam_fail(s, s->id,
                     "Resource %s has invalid resource attribute 'IgnoreGlobals' on item '%s'.",
                     s->id, key == NULL ? "" : key);
            json_decref(left);
            return NULL;
        }
    }
    return left;
}

static bool merge_into(struct sam *s, json_t *body, const json_t *section, const char *name)
{
    json_t *global = counting(s, section, sam_get(body, "IgnoreGlobals"));
    if (global == NULL)
        return false;
    json_t *properties = sam_object_at(s, body, "Properties");
    json_t *merged = properties == NULL ? NULL : sam_merge(global, properties, name);
    if (merged != NULL)
        sam_put(s, body, "Properties", merged);
    json_decref(global);
    return true;
}

bool sam_globals(struct sam *s)
{
    const json_t *globals = json_object_get(s->in->template, "Globals");
    if (globals != NULL && !check(s, globals))
        return false;
    const char *id;
    json_t *body;
    bool well = true;
    json_object_foreach (s->source, id, body) {
        const char *type = sam_text(body, "Type");
        bool ours = type != NULL && strncmp(type, PREFIX, strlen(PREFIX)) == 0;
        const json_t *section = ours ? sam_get(globals, type + strlen(PREFIX)) : NULL;
        s->id = id;
        well = section == NULL || !well || merge_into(s, body, section, type + strlen(PREFIX));
        if (!well)
            break;
    }
    s->id = NULL;
    json_object_del(s->in->template, "Globals");
    return well;
}
