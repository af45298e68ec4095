/* SPDX-License-Identifier: Apache-2.0 */
/* Reading parameters: by name, by path, their history, all of them. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { PATH_PAGE = 10, HISTORY_PAGE = 50, DESCRIBE_PAGE = 50 };

/* A SecureString that is not decrypted: nobody may take it for the value. */
static json_t *encrypted(const struct slrun_json_call *call, const char *value)
{
    const struct slrun_host *host = call->cloud->host;
    json_t *blob = host->blob_new(value, strlen(value)), *inner = NULL;
    json_t *text =
        host->tagged_get(blob, &inner) ? json_sprintf("AQICAHh%s", json_string_value(inner)) : NULL;
    json_decref(blob);
    return text;
}

static void add_value(const struct slrun_json_call *call, json_t *to, const json_t *version)
{
    bool secure = strcmp(slrun_text(version, "Type"), "SecureString") == 0;
    bool decrypt = json_is_true(json_object_get(call->args, "WithDecryption"));
    if (secure && !decrypt)
        (void)json_object_set_new(to, "Value", encrypted(call, slrun_text(version, "Value")));
    else
        (void)json_object_set(to, "Value", json_object_get(version, "Value"));
}

/* Name, ARN and what a version has. */
static json_t *told(const json_t *parameter, const json_t *version, const char *const *members)
{
    json_t *one = json_object();
    slrun_copy_members(one, parameter, (const char *const[]){"Name", NULL});
    slrun_copy_members(one, version, members);
    return one;
}

static json_t *with_value(const struct slrun_json_call *call, const json_t *parameter,
                          const json_t *version)
{
    static const char *const members[] = {"Type", "Version", "LastModifiedDate", "DataType", NULL};
    json_t *one = told(parameter, version, members);
    slrun_copy_members(one, parameter, (const char *const[]){"ARN", NULL});
    add_value(call, one, version);
    return one;
}

/* ---- by name ---- */

static json_t *labelled(const json_t *parameter, const char *label)
{
    const json_t *versions = json_object_get(parameter, "Versions");
    for (size_t i = 0; i < json_array_size(versions); i++)
        if (slrun_list_has(json_object_get(json_array_get(versions, i), "Labels"), label))
            return json_array_get(versions, i);
    return NULL;
}

/* What NAME, NAME:VERSION or NAME:LABEL stands for. NULL after call_fail(). */
static json_t *selected(struct slrun_json_call *call, const char *given, const json_t *secrets)
{
    char name[NAME_SIZE], *end;
    const char *selector;
    if (reference_is(given))
        return reference_told(call, given, secrets);
    name_split(given, name, &selector);
    const json_t *parameter = parameter_find(call, name);
    if (!parameter)
        return call_fail(call, "ParameterNotFound", "%s", "");
    const char *word = selector + (*selector != '\0');
    long long number = strtoll(word, &end, 10);
    json_t *version = !*selector       ? parameter_latest(parameter)
                      : *word && !*end ? parameter_version(parameter, number)
                                       : labelled(parameter, word);
    if (!version)
        return call_fail(call, "ParameterVersionNotFound",
                         "Systems Manager could not find version %s of %s. Verify the version and "
                         "try again.",
                         word, name);
    json_t *one = with_value(call, parameter, version);
    if (*selector)
        (void)json_object_set_new(one, "Selector", json_string(selector));
    return one;
}

static json_t *parameter_told(struct slrun_json_call *call, const json_t *secrets)
{
    json_t *one = selected(call, call_text(call, "Name"), secrets);
    return one ? json_pack("{s:o}", "Parameter", one) : NULL;
}

json_t *op_get_parameter(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name");
    if (strncmp(name, "arn:", 4) != 0 && !name_is_path(call, name))
        return NULL;
    return references_wait(call, reference_is(name) ? json_pack("[s]", name) : json_array(),
                           parameter_told);
}

static json_t *parameters_told(struct slrun_json_call *call, const json_t *secrets)
{
    json_t *found = json_array(), *invalid = json_array(), *given;
    size_t i;
    json_array_foreach (json_object_get(call->args, "Names"), i, given) {
        json_t *one = selected(call, json_string_value(given), secrets);
        if (one)
            (void)json_array_append_new(found, one);
        else
            (void)json_array_append(invalid, given);
        call->code = NULL; /* it is told among the invalid ones */
    }
    return json_pack("{s:o, s:o}", "Parameters", found, "InvalidParameters", invalid);
}

json_t *op_get_parameters(struct slrun_json_call *call)
{
    json_t *names = json_array(), *given;
    size_t i;
    json_array_foreach (json_object_get(call->args, "Names"), i, given)
        if (reference_is(json_string_value(given)))
            (void)json_array_append(names, given);
    return references_wait(call, names, parameters_told);
}

/* ---- by path ---- */

struct walk {
    struct slrun_json_call *call;
    json_t *found;
    const char *path;
    bool recursive;
};

static bool add_below(void *arg, json_t *parameter)
{
    struct walk *walk = arg;
    if (name_is_below(slrun_text(parameter, "Name"), walk->path, walk->recursive) &&
        filters_pass(walk->call, parameter))
        (void)json_array_append_new(walk->found,
                                    with_value(walk->call, parameter, parameter_latest(parameter)));
    return true;
}

json_t *op_get_parameters_by_path(struct slrun_json_call *call)
{
    const char *path = call_text(call, "Path");
    struct walk walk = {.call = call,
                        .path = path,
                        .recursive = json_is_true(json_object_get(call->args, "Recursive"))};
    if (*path != '/' || strstr(path, "//"))
        return call_invalid(
            call, "The parameter doesn't meet the parameter name requirements. The parameter name "
                  "must begin with a forward slash \"/\". It can't be prefixed with \"aws\" or "
                  "\"ssm\" (case-insensitive). It must use only letters, numbers, or the following "
                  "symbols: . (period), - (hyphen), _ (underscore). Special characters are not "
                  "allowed. All sub-paths, if specified, must use the forward slash symbol \"/\". "
                  "Valid example: /get/parameters2-/by1./path0_.");
    if (!filters_check(call, true))
        return NULL;
    walk.found = json_array();
    parameters_each(call, add_below, &walk);
    return call_page(call, walk.found, PATH_PAGE);
}

/* ---- history ---- */

json_t *op_get_parameter_history(struct slrun_json_call *call)
{
    static const char *const members[] = {"Type",
                                          "KeyId",
                                          "LastModifiedDate",
                                          "LastModifiedUser",
                                          "Description",
                                          "AllowedPattern",
                                          "Version",
                                          "Labels",
                                          "Tier",
                                          "DataType",
                                          NULL};
    char name[NAME_SIZE];
    const char *selector;
    json_t *list, *version;
    size_t i;
    name_split(call_text(call, "Name"), name, &selector);
    const json_t *parameter = parameter_find(call, name);
    if (!parameter)
        return call_fail(call, "ParameterNotFound", "%s", "");
    list = json_array();
    json_array_foreach (json_object_get(parameter, "Versions"), i, version) {
        json_t *one = told(parameter, version, members);
        (void)json_object_set_new(one, "Policies", json_array());
        add_value(call, one, version);
        (void)json_array_append_new(list, one);
    }
    return call_page(call, list, HISTORY_PAGE);
}

/* ---- all ---- */

static json_t *described(const json_t *parameter)
{
    static const char *const members[] = {"Type",
                                          "KeyId",
                                          "LastModifiedDate",
                                          "LastModifiedUser",
                                          "Description",
                                          "AllowedPattern",
                                          "Version",
                                          "Tier",
                                          "DataType",
                                          NULL};
    const json_t *latest = parameter_latest(parameter);
    json_t *one = told(parameter, latest, members);
    const char *policies = slrun_text(latest, "Policies");
    json_t *list = json_array();
    slrun_copy_members(one, parameter, (const char *const[]){"ARN", NULL});
    if (policies)
        (void)json_array_append_new(list, json_pack("{s:s}", "PolicyText", policies));
    (void)json_object_set_new(one, "Policies", list);
    return one;
}

static bool add_described(void *arg, json_t *parameter)
{
    struct walk *walk = arg;
    if (filters_pass(walk->call, parameter))
        (void)json_array_append_new(walk->found, described(parameter));
    return true;
}

json_t *op_describe_parameters(struct slrun_json_call *call)
{
    struct walk walk = {.call = call};
    if (json_object_get(call->args, "Filters") && json_object_get(call->args, "ParameterFilters"))
        return call_invalid(call, "You can use either Filters or ParameterFilters in a single "
                                  "request.");
    if (!filters_check(call, false))
        return NULL;
    walk.found = json_array();
    parameters_each(call, add_described, &walk);
    return call_page(call, walk.found, DESCRIBE_PAGE);
}
