/* SPDX-License-Identifier: Apache-2.0 */
/* Functions: creating, changing, deleting, listing. */
#include <stdio.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "local/bytes.h"
#include "local/code/package.h"
#include "local/function.h"
#include "local/layer.h"
#include "local/manage.h"
#include "local/run/machine.h"
#include "local/run/pool.h"

enum { CREATE_NAME_MAX = 64 };

/* ---- configurations ---- */

static void set_modified(struct call *call, json_t *config)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    char date[DATE_SIZE];
    date_text(cloud->now_ms(cloud), date);
    (void)put(config, "LastModified", json_string(date));
    revise(config);
}

static void set_code(json_t *config, const json_t *code)
{
    (void)put(config, "CodeSize", json_incref(json_object_get(code, "Size")));
    (void)put(config, "CodeSha256", json_incref(json_object_get(code, "Sha")));
}

/* "LogGroup" and "LogFormat" have values in any case. */
static void set_logging(json_t *config, const json_t *given, const char *name)
{
    json_t *logging = json_object_get(config, "LoggingConfig");
    if (!logging) {
        logging = json_pack("{s:s, s:o}", "LogFormat", "Text", "LogGroup",
                            json_sprintf("/aws/lambda/%s", name));
        (void)put(config, "LoggingConfig", logging);
    }
    json_object_update(logging, (json_t *)given);
    static const char *const levels[] = {"ApplicationLogLevel", "SystemLogLevel"};
    const char *format = json_string_value(json_object_get(logging, "LogFormat"));
    bool json = format && strcmp(format, "JSON") == 0;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (!json)
            json_object_del(logging, levels[i]);
        else if (!json_object_get(logging, levels[i]))
            (void)put(logging, levels[i], json_string("INFO"));
}

/* What AWS adds to networks. */
static void set_network(json_t *config)
{
    json_t *network = json_object_get(config, "VpcConfig");
    if (network && !json_object_get(network, "Ipv6AllowedForDualStack"))
        (void)put(network, "Ipv6AllowedForDualStack", json_false());
    if (network && json_array_size(json_object_get(network, "SubnetIds")) == 0)
        (void)put(network, "VpcId", json_string(""));
}

/* Each runtime has a version of its own. */
static void set_runtime_version(json_t *config)
{
    if (!json_object_get(config, "Runtime")) /* an image */
        return;
    const char *runtime = slrun_text_or(config, "Runtime", ""),
               *arn = slrun_text(config, "FunctionArn");
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(arn ? arn : "", region, account);
    (void)put(config, "RuntimeVersionConfig",
              json_pack("{s:o}", "RuntimeVersionArn",
                        json_sprintf("arn:aws:lambda:%s::runtime:local-%s", region, runtime)));
}

/* Members of requests that are members of configurations. */
static bool set_settings(struct call *call, json_t *config)
{
    static const char *const copied[] = {
        "Runtime",    "Role",          "Handler",          "Description", "Timeout",
        "MemorySize", "TracingConfig", "DeadLetterConfig", "KMSKeyArn",   "FileSystemConfigs",
        "VpcConfig",  "Architectures", "EphemeralStorage", "PackageType"};
    const json_t *environment = call_get(call, "Environment"), *arns = call_get(call, "Layers");
    const json_t *snap = call_get(call, "SnapStart"), *logging = call_get(call, "LoggingConfig");
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++)
        (void)put(config, copied[i], json_deep_copy(call_get(call, copied[i])));
    if (call_get(call, "ImageConfig"))
        (void)put(config, "ImageConfigResponse",
                  json_pack("{s:O}", "ImageConfig", call_get(call, "ImageConfig")));
    set_network(config);
    set_runtime_version(config);
    if (environment)
        (void)put(config, "Environment", json_deep_copy(environment));
    if (snap)
        (void)put(config, "SnapStart",
                  json_pack("{s:O?, s:s}", "ApplyOn", json_object_get(snap, "ApplyOn"),
                            "OptimizationStatus", "Off"));
    if (logging)
        set_logging(config, logging, json_string_value(json_object_get(config, "FunctionName")));
    if (!arns)
        return true;
    json_t *layers = layers_of(call, arns);
    if (layers && json_array_size(layers) > 0) {
        (void)put(config, "Layers", layers);
    } else {
        json_object_del(config, "Layers");
        json_decref(layers);
    }
    return !call->fault.code;
}

static json_t *new_config(const struct function *f)
{
    char arn[ARN_SIZE];
    function_arn(f, NULL, arn);
    json_t *config = json_pack(
        "{s:s, s:s, s:s, s:i, s:i, s:s, s:s, s:s, s:s, s:[s], s:{s:i}, s:{s:s}, s:{s:s, s:s}}",
        "FunctionName", f->name, "FunctionArn", arn, "Description", "", "Timeout", 3, "MemorySize",
        128, "Version", LATEST, "State", "Active", "LastUpdateStatus", "Successful", "PackageType",
        "Zip", "Architectures", "x86_64", "EphemeralStorage", "Size", 512, "TracingConfig", "Mode",
        "PassThrough", "SnapStart", "ApplyOn", "None", "OptimizationStatus", "Off");
    if (config)
        set_logging(config, NULL, f->name);
    return config;
}

/* ---- changes ---- */

/*
 * What AWS answers to a change: it has begun. The function is ready (change.c) with a revision of
 * its own. `config` is what is told.
 */
static json_t *begun(struct call *call, struct function *f, json_t *config, bool creates)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    if (!config || cloud->chance(cloud, "at-once", f->name))
        return config;
    function_changes(call, f);
    const char *state = creates ? "State" : "LastUpdateStatus";
    json_t *reason = json_sprintf("%sReason", state), *code = json_sprintf("%sReasonCode", state);
    (void)(put(config, state, json_string(creates ? "Pending" : "InProgress")) &&
           put(config, json_string_value(reason), json_string("The function is being created.")) &&
           put(config, json_string_value(code), json_string("Creating")));
    if (creates)
        json_object_del(config, "LastUpdateStatus");
    json_decref(reason);
    json_decref(code);
    revise(function_config(f, ""));
    if (strcmp(slrun_text_or(config, "Version", LATEST), LATEST) != 0)
        revise(function_config(f, slrun_text(config, "Version")));
    function_save(f);
    return config;
}

/* The version that a request publishes with its change is told by the function's own ARN. */
static json_t *published(struct call *call, struct function *f)
{
    char arn[ARN_SIZE];
    json_t *told = function_publish(call, f, NULL);
    function_arn(f, NULL, arn);
    if (told)
        (void)put(told, "FunctionArn", json_string(arn));
    return told;
}

/* ---- create ---- */

/* Its first version; the function goes again where that fails. */
static json_t *created(struct call *call, json_t *code)
{
    struct function_name name;
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name) ||
        function_find(call->service, name.account, name.region, name.name)) {
        json_decref(code);
        return call_fail(call, "ResourceConflictException", "Function already exist: %s",
                         name.name);
    }
    struct function *f = function_add(call, name.name);
    json_t *config = f ? new_config(f) : NULL;
    if (!config || !set_settings(call, config)) {
        json_decref(code);
        json_decref(config);
        if (f)
            function_remove(f);
        return call_no_memory(call);
    }
    set_code(config, code);
    set_modified(call, config);
    (void)put(json_object_get(f->doc, "Versions"), LATEST,
              json_pack("{s:o, s:o}", "Config", config, "Code", code));
    if (call_get(call, "Tags"))
        json_object_update(json_object_get(f->doc, "Tags"), (json_t *)call_get(call, "Tags"));
    function_save(f);
    json_t *told =
        json_is_true(call_get(call, "Publish")) ? published(call, f) : function_told(f, "");
    return begun(call, f, told, true);
}

json_t *op_create_function(struct call *call)
{
    struct function_name name;
    const char *type = call_string(call, "PackageType");
    bool image = type && strcmp(type, "Image") == 0;
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name) ||
        !settings_ok(call))
        return NULL;
    if (strlen(name.name) > CREATE_NAME_MAX)
        return call_fail(call, "InvalidParameterValueException",
                         "1 validation error detected: Value '%s' at 'functionName' failed to "
                         "satisfy constraint: Member must have length less than or equal to %d",
                         name.name, CREATE_NAME_MAX);
    if (!image && (!call_string(call, "Runtime") || !call_string(call, "Handler"))) {
        const char *family = call_string(call, "Runtime");
        if (!family || strncmp(family, "provided", 8) != 0)
            return call_fail(call, "InvalidParameterValueException",
                             "Runtime and Handler are mandatory parameters for functions created "
                             "with deployment packages.");
    }
    if (function_find(call->service, name.account, name.region, name.name))
        return call_fail(call, "ResourceConflictException", "Function already exist: %s",
                         name.name);
    if (!role_serves(call, &name, NULL))
        return NULL;
    return package_take(call, call_get(call, "Code"), created);
}

/* ---- update ---- */

static json_t *updated_code(struct call *call, json_t *code)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    json_t *entry = f ? function_version(f, "") : NULL, *config = json_object_get(entry, "Config");
    if (!f) { /* deleted while its package came */
        json_decref(code);
        return NULL;
    }
    if (json_is_true(call_get(call, "DryRun"))) {
        json_t *told = function_told(f, "");
        set_code(told, code);
        json_decref(code);
        return told;
    }
    if (call_get(call, "Architectures"))
        (void)put(config, "Architectures", json_deep_copy(call_get(call, "Architectures")));
    set_code(config, code);
    set_modified(call, config);
    (void)put(entry, "Code", code);
    function_save(f);
    pool_retire(f, LATEST);
    bool publish = json_is_true(call_get(call, "Publish"));
    return begun(call, f, publish ? function_publish(call, f, NULL) : function_told(f, ""),
                 publish);
}

json_t *op_update_function_code(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    if (!f || !same_revision(call, function_config(f, "")) || !function_may_change(call, f))
        return NULL;
    return package_take(call, call->args, updated_code);
}

json_t *op_update_function_configuration(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    if (!f || !settings_ok(call) || !same_revision(call, function_config(f, "")) ||
        !function_may_change(call, f) || !role_serves(call, &name, function_config(f, "")))
        return NULL;
    json_t *config = json_deep_copy(function_config(f, ""));
    if (!config || !set_settings(call, config)) {
        json_decref(config);
        return call_no_memory(call);
    }
    set_modified(call, config);
    (void)put(function_version(f, ""), "Config", config);
    function_save(f);
    pool_retire(f, LATEST);
    return begun(call, f, function_told(f, ""), false);
}

/* ---- delete ---- */

/* Whatever there is; what is no alias's name is looked for. */
static bool deletable(struct call *call, const char *qualifier)
{
    if (strcmp(qualifier, LATEST) == 0)
        call_fail(call, "InvalidParameterValueException",
                  "$LATEST version cannot be deleted without deleting the function.");
    else if (!strchr(qualifier, '$') && qualifier[strspn(qualifier, "0123456789")])
        call_fail(call, "InvalidParameterValueException",
                  "Deletion of aliases is not currently supported.");
    return !call->fault.code;
}

static json_t *delete_version(struct call *call, struct function *f, const char *version)
{
    const char *name;
    json_t *alias;
    json_object_foreach (json_object_get(f->doc, "Aliases"), name, alias) {
        const char *of = json_string_value(json_object_get(alias, "FunctionVersion"));
        if (of && strcmp(of, version) == 0)
            return call_fail(call, "ResourceConflictException",
                             "Unable to delete version because the following aliases reference it: "
                             "[%s]",
                             name);
    }
    json_object_del(json_object_get(f->doc, "Versions"), version);
    pool_retire(f, version);
    function_save(f);
    call->status = 204;
    return json_null();
}

json_t *op_delete_function(struct call *call)
{
    struct function_name name;
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            &name))
        return NULL;
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    char arn[ARN_SIZE];
    if (!deletable(call, name.qualifier))
        return NULL;
    if (!f) {
        name_arn(&name, NULL, arn);
        return call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    }
    if (*name.qualifier)
        return delete_version(call, f, name.qualifier);
    function_remove(f);
    call->status = 204;
    return json_null();
}
