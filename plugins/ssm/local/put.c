/* SPDX-License-Identifier: Apache-2.0 */
/* PutParameter and the deletions. */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { PATTERN_SIZE = 8192, STATES_MAX = 1 << 16 };

/* ---- the allowed pattern ---- */

/* POSIX has classes in place of \d and \D, and knows \w and \s. */
static bool translate(const char *from, char to[PATTERN_SIZE])
{
    size_t n = 0;
    bool bracket = false;
    for (; *from && n < PATTERN_SIZE - 8; from++) {
        bool digit = from[0] == '\\' && (from[1] == 'd' || from[1] == 'D');
        if (digit) {
            n += (size_t)snprintf(to + n, PATTERN_SIZE - n, "%s",
                                  bracket          ? "0-9"
                                  : from[1] == 'd' ? "[0-9]"
                                                   : "[^0-9]");
            from++;
            continue;
        }
        bracket = *from == '[' ? true : *from == ']' ? false : bracket;
        to[n++] = *from;
        if (*from == '\\' && from[1])
            to[n++] = *++from;
    }
    to[n] = '\0';
    return !*from;
}

/* regcomp() writes repetitions out, and those of repetitions multiply; of "+" it makes two.
 * Patterns that could become too large are not judged. */
static bool is_judged(const char *pattern)
{
    size_t states = strlen(pattern);
    for (; *pattern && states <= STATES_MAX; pattern++) {
        bool count = *pattern == '{' || *pattern == ',';
        unsigned long n = *pattern == '+' ? 2 : count ? strtoul(pattern + 1, NULL, 10) : 1;
        states = n > STATES_MAX ? n : states * (n ? n : 1);
    }
    return states <= STATES_MAX;
}

static bool check_pattern(struct slrun_json_call *call, const char *pattern, const char *value)
{
    char own[PATTERN_SIZE];
    regex_t regex;
    if (!pattern || !*pattern || !is_judged(pattern))
        return true;
    if (!translate(pattern, own) || regcomp(&regex, own, REG_EXTENDED) != 0)
        return call_fail(call, "InvalidAllowedPatternException",
                         "The request does not meet the regular expression requirement.");
    regmatch_t all;
    bool whole = regexec(&regex, value, 1, &all, 0) == 0 && all.rm_so == 0 && !value[all.rm_eo];
    regfree(&regex);
    return whole ||
           call_fail(call, "ParameterPatternMismatchException",
                     "Parameter value, cannot be validated against allowedPattern: %s", pattern);
}

/* ---- what is put ---- */

static bool check_new(struct slrun_json_call *call, const json_t *parameter)
{
    bool overwrites = json_is_true(json_object_get(call->args, "Overwrite"));
    const char *data = call_text(call, "DataType");
    if (!call_text(call, "Value")[0])
        return call_invalid(call, "1 validation error detected: Value '' at 'value' failed to "
                                  "satisfy constraint: Member must have length greater than or "
                                  "equal to 1.");
    if (overwrites && json_array_size(json_object_get(call->args, "Tags")) > 0)
        return call_invalid(call, "Invalid request: tags and overwrite can't be used together. To "
                                  "create a parameter with tags, please remove overwrite flag. To "
                                  "update tags for an existing parameter, please use "
                                  "AddTagsToResource or RemoveTagsFromResource.");
    if (!name_check(call, call_text(call, "Name")))
        return false;
    if (data && strcmp(data, "text") != 0 && strcmp(data, "aws:ec2:image") != 0 &&
        strcmp(data, "aws:ssm:integration") != 0)
        return call_invalid(call,
                            "The following data type is not supported: %s (Data type names "
                            "are all lowercase.)",
                            data);
    if (parameter && !overwrites)
        return call_fail(call, "ParameterAlreadyExists",
                         "The parameter already exists. To overwrite this value, set the "
                         "overwrite option in the request to true.");
    return parameter || call_text(call, "Type") ||
           call_invalid(call, "A parameter type is required when you create a parameter.");
}

static bool check_type(struct slrun_json_call *call, const json_t *latest)
{
    const char *type = call_text(call, "Type"), *old = slrun_text(latest, "Type");
    if (type && old && strcmp(type, old) != 0)
        return call_fail(call, "HierarchyTypeMismatchException",
                         "Parameter Store does not support changing a parameter type in a "
                         "hierarchy. For example, you can't change a parameter from a String type "
                         "to a SecureString type. You must create a new, unique parameter.");
    return true;
}

/* The tier that the version gets; NULL after call_fail(). */
static const char *tier_of(struct slrun_json_call *call, const json_t *latest)
{
    const char *asked = call_text(call, "Tier"), *old = slrun_text(latest, "Tier");
    size_t size = strlen(call_text(call, "Value"));
    bool was = old && strcmp(old, "Advanced") == 0;
    bool smart = asked && strcmp(asked, "Intelligent-Tiering") == 0;
    bool advanced = was || (asked && strcmp(asked, "Advanced") == 0) ||
                    (smart && (size > VALUE_MAX || call_text(call, "Policies")));
    if (was && asked && strcmp(asked, "Standard") == 0)
        call_invalid(call, "This parameter uses the advanced-parameter tier. You can't downgrade a "
                           "parameter from the advanced-parameter tier to the standard-parameter "
                           "tier. If necessary, you can delete the advanced parameter and recreate "
                           "it as a standard parameter.");
    else if (size > (advanced ? ADVANCED_VALUE_MAX : VALUE_MAX))
        call_invalid(call,
                     "%s tier parameters support a maximum parameter value of %d characters.%s",
                     advanced ? "Advanced" : "Standard", advanced ? ADVANCED_VALUE_MAX : VALUE_MAX,
                     advanced ? ""
                              : " To create a larger parameter value, upgrade the parameter to use "
                                "the advanced-parameter tier.");
    return call->code ? NULL : advanced ? "Advanced" : "Standard";
}

static json_t *arn_of(const struct slrun_json_call *call, const char *name)
{
    return json_sprintf("arn:aws:ssm:%s:%s:parameter/%s", call->x->region, call->x->account,
                        name + (*name == '/'));
}

/* What is not told stays as it was. NULL: no memory. */
static json_t *version_of(struct slrun_json_call *call, const json_t *latest, const char *tier)
{
    static const char *const same[] = {"Description", "KeyId",    "AllowedPattern", "Type",
                                       "DataType",    "Policies", "Value",          NULL};
    const struct slrun_cloud *cloud = call->cloud;
    json_int_t number = json_integer_value(json_object_get(latest, "Version")) + 1;
    json_t *version = json_pack("{s:s}", "DataType", "text");
    if (latest)
        slrun_copy_members(version, latest, same);
    slrun_copy_members(version, call->args, same);
    if (strcmp(slrun_text_or(version, "Type", ""), "SecureString") != 0)
        (void)json_object_del(version, "KeyId");
    else if (!slrun_text(version, "KeyId"))
        (void)json_object_set_new(version, "KeyId", json_string("alias/aws/ssm"));
    json_t *more =
        json_pack("{s:I, s:f, s:o, s:[], s:s}", "Version", number, "LastModifiedDate",
                  (double)cloud->now_ms(cloud) / 1000, "LastModifiedUser",
                  json_sprintf("arn:aws:iam::%s:root", call->x->account), "Labels", "Tier", tier);
    if (json_object_update(version, more) != 0) {
        json_decref(version);
        version = NULL;
    }
    json_decref(more);
    return version;
}

/* The oldest version goes, unless it has a label. */
static bool make_room(struct slrun_json_call *call, const json_t *parameter)
{
    json_t *versions = json_object_get(parameter, "Versions");
    if (json_array_size(versions) < VERSIONS_MAX)
        return true;
    const json_t *oldest = json_array_get(versions, 0);
    if (json_array_size(json_object_get(oldest, "Labels")) > 0)
        return call_fail(call, "ParameterMaxVersionLimitExceeded",
                         "You attempted to create a new version of %s by calling the PutParameter "
                         "API with the overwrite flag. Version %" JSON_INTEGER_FORMAT
                         ", the oldest version, can't be deleted because it has a label associated "
                         "with it. Move the label to another version of the parameter, and try "
                         "again.",
                         slrun_text(parameter, "Name"),
                         json_integer_value(json_object_get(oldest, "Version")));
    (void)json_array_remove(versions, 0);
    return true;
}

static json_t *parameter_new(struct slrun_json_call *call, const char *name)
{
    if (json_object_size(service_of(call)->parameters) >= PARAMETERS_MAX)
        return call_fail(call, "ParameterLimitExceeded",
                         "You have exceeded the number of parameters for this AWS account. Delete "
                         "one or more parameters and try again.");
    return json_pack("{s:s, s:o, s:[], s:[]}", "Name", name, "ARN", arn_of(call, name), "Tags",
                     "Versions");
}

json_t *op_put_parameter(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name"), *tier = NULL;
    json_t *found = parameter_find(call, name), *latest = parameter_latest(found);
    const char *pattern = call_text(call, "AllowedPattern");
    if (check_new(call, found) && check_type(call, latest) &&
        check_pattern(call, pattern ? pattern : slrun_text(latest, "AllowedPattern"),
                      call_text(call, "Value")))
        tier = tier_of(call, latest);
    json_t *parameter = !tier ? NULL : found ? json_incref(found) : parameter_new(call, name);
    if (!parameter || !make_room(call, parameter) ||
        !tags_put(call, parameter, json_object_get(call->args, "Tags"))) {
        json_decref(parameter);
        return NULL;
    }
    json_t *version = version_of(call, latest, tier);
    json_t *result =
        json_pack("{s:O, s:s}", "Version", json_object_get(version, "Version"), "Tier", tier);
    if (json_array_append_new(json_object_get(parameter, "Versions"), version) == 0)
        parameter_keep(call, name, parameter);
    json_decref(parameter);
    return result;
}

/* ---- deletions ---- */

json_t *op_delete_parameter(struct slrun_json_call *call)
{
    char name[NAME_SIZE];
    const char *selector;
    name_split(call_text(call, "Name"), name, &selector);
    if (!parameter_find(call, name) || *selector)
        return call_fail(call, "ParameterNotFound", "%s", "");
    parameter_keep(call, name, NULL);
    return json_object();
}

json_t *op_delete_parameters(struct slrun_json_call *call)
{
    json_t *gone = json_array(), *invalid = json_array(), *given;
    size_t i;
    json_array_foreach (json_object_get(call->args, "Names"), i, given) {
        char name[NAME_SIZE];
        const char *selector;
        name_split(json_string_value(given), name, &selector);
        bool there = !*selector && parameter_find(call, name);
        (void)json_array_append(there ? gone : invalid, given);
        if (there)
            parameter_keep(call, name, NULL);
    }
    return json_pack("{s:o, s:o}", "DeletedParameters", gone, "InvalidParameters", invalid);
}
