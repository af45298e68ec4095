/* SPDX-License-Identifier: Apache-2.0 */
/* docs.aws.amazon.com/AWSCloudFormation, "Template sections"; the words are AWS's. */
#include "template/sections.h"

#include <ctype.h>
#include <string.h>

#include "template/at.h"
#include "template/expand.h"
#include "template/extensions.h"
#include "template/types.h"

enum { SLIP_MAX = 3 /* letters */ };

#define FORMAT "Template format error: "
#define MACRO  "Fn::Transform" /* whatever it makes is judged behind it */

static bool is_in(const char *const *names, const char *name)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

static bool is_alphanumeric(const char *text)
{
    for (; *text; text++)
        if (!isalnum((unsigned char)*text))
            return false;
    return true;
}

static bool check_top(const struct template *t, const struct at *root, struct problems *problems)
{
    static const char *const maps[] = {"Metadata",  "Parameters", "Rules", "Mappings", "Conditions",
                                       "Resources", "Outputs",    "Hooks", "Globals",  NULL};
    static const char *const others[] = {"AWSTemplateFormatVersion", "Description", "Transform",
                                         MACRO, NULL};
    bool ok = true;
    char hint[NEAREST_HINT_MAX];
    const char *name;
    json_t *value;
    json_object_foreach (t->root, name, value) {
        struct at here = at_key(root, name);
        if (!is_in(maps, name) && !is_in(others, name))
            ok = at_problem(&here, problems, "Invalid template property or properties [%s]%s", name,
                            nearest_in(maps, name, hint, sizeof hint));
        else if (is_in(maps, name) && !json_is_object(value))
            ok = at_problem(&here, problems, FORMAT "%s must be an object.", name);
    }
    return ok;
}

static bool check_head(const struct template *t, const struct at *root, struct problems *problems)
{
    const json_t *version = json_object_get(t->root, "AWSTemplateFormatVersion");
    const json_t *description = json_object_get(t->root, "Description");
    struct at at_version = at_key(root, "AWSTemplateFormatVersion");
    struct at at_description = at_key(root, "Description");
    bool ok = true;
    if (version &&
        (!json_is_string(version) || strcmp(json_string_value(version), "2010-09-09") != 0))
        ok = at_problem(&at_version, problems,
                        FORMAT "unsupported value for AWSTemplateFormatVersion.");
    if (description && !json_is_string(description))
        ok = at_problem(&at_description, problems, FORMAT "Description must be a string.");
    if (json_string_length(description) > DESCRIPTION_MAX)
        ok = at_problem(&at_description, problems,
                        FORMAT "'Description' length is greater than %d.", DESCRIPTION_MAX);
    return ok;
}

static bool check_count(const struct template *t, const char *name, size_t most,
                        struct problems *problems)
{
    struct at root = at_root(t), block = at_key(&root, name);
    size_t n = json_object_size(json_object_get(t->root, name));
    return n <= most ? true
                     : at_problem(&block, problems,
                                  FORMAT "Number of %s, %zu, is greater than maximum allowed, %zu",
                                  name, n, most);
}

bool sections_check(const struct template *t, struct problems *problems)
{
    struct at root = at_root(t), block = at_key(&root, "Resources");
    bool ok = check_top(t, &root, problems), head = check_head(t, &root, problems);
    const char *name;
    json_t *resource;
    if (!ok || !head)
        return false;
    if (json_object_size(json_object_get(t->root, "Resources")) == 0 && !expand_is_used(t))
        return at_problem(&block, problems,
                          FORMAT "At least one Resources member must be defined.");
    json_object_foreach (json_object_get(t->root, "Resources"), name, resource) {
        struct at here = at_key(&block, name);
        if (extensions_is_loop(name) || strcmp(name, MACRO) == 0) /* it will be resources */
            continue;
        if (!json_is_object(resource))
            ok = at_problem(&here, problems,
                            FORMAT "[/Resources/%s] resource definition is malformed", name);
        else if (!json_is_string(json_object_get(resource, "Type")))
            ok = at_problem(&here, problems,
                            FORMAT "[/Resources/%s] Every Resources object must contain a Type "
                                   "member.",
                            name);
    }
    return ok;
}

/* ---- resources ---- */

/* A slip, rather than a type of another service that is called alike: a few letters differ, or the
 * end is missing. */
static bool is_slip(const struct slrun_nearest *nearest)
{
    return nearest->best && (nearest->distance <= SLIP_MAX ||
                             strncmp(nearest->best, nearest->word, strlen(nearest->word)) == 0);
}

/* What to do about a type that is not known. SAM's types are gone where its transform has run. */
static const char *type_hint(const struct slrun_nearest *nearest, char hint[NEAREST_HINT_MAX])
{
    if (is_slip(nearest))
        return nearest_hint(nearest, hint, NEAREST_HINT_MAX);
    if (strncmp(nearest->word, "AWS::Serverless::", 17) == 0)
        return "; types of SAM want \"Transform: AWS::Serverless-2016-10-31\" in the template";
    return "; the local cloud does not have it: a Condition on a parameter can leave it out here";
}

static bool check_type(const struct slrun_cloud *cloud, const char *type, const struct at *at,
                       struct problems *problems)
{
    char hint[NEAREST_HINT_MAX];
    struct slrun_nearest nearest = {.word = type};
    struct at here = at_key(at, "Type");
    if (type_acting(cloud, type) || type_is_inert(type) || type_is_custom(type) ||
        type_is_nested(type))
        return true;
    types_offer(cloud, &nearest);
    return at_problem(&here, problems, FORMAT "Unrecognized resource types: [%s]%s", type,
                      type_hint(&nearest, hint));
}

static bool check_keys(const json_t *resource, const struct at *at, struct problems *problems)
{
    static const char *const keys[] = {
        "Type",           "Properties",     "Condition",    "DependsOn",           "Metadata",
        "DeletionPolicy", "CreationPolicy", "UpdatePolicy", "UpdateReplacePolicy", NULL};
    bool ok = true;
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)resource, key, value) {
        struct at here = at_key(at, key);
        if (!is_in(keys, key))
            ok = at_problem(&here, problems, "Invalid template resource property '%s'", key);
        else if (strcmp(key, "Properties") == 0 && !json_is_object(value))
            ok = at_problem(&here, problems, FORMAT "Properties must be an object.");
        else if (strcmp(key, "Condition") == 0 && !json_is_string(value))
            ok = at_problem(&here, problems, FORMAT "Every Condition member must be a string.");
    }
    return ok;
}

bool sections_is_policy(const char *word)
{
    static const char *const values[] = {"Delete", "Retain", "Snapshot", "RetainExceptOnCreate",
                                         NULL};
    return word && is_in(values, word);
}

static bool check_policies(const json_t *resource, const struct at *at, struct problems *problems)
{
    static const char *const names[] = {"DeletionPolicy", "UpdateReplacePolicy"};
    bool ok = true;
    for (size_t i = 0; i < 2; i++) {
        const json_t *policy = json_object_get(resource, names[i]);
        const char *word = json_string_value(policy);
        struct at here = at_key(at, names[i]);
        if (policy && !json_is_object(policy) && !sections_is_policy(word))
            ok = at_problem(&here, problems, FORMAT "Unrecognized %s %s for resource %s", names[i],
                            word ? word : "", at_name(at));
    }
    return ok;
}

static bool check_resource(const struct slrun_cloud *cloud, const json_t *resource,
                           const struct at *at, struct problems *problems)
{
    bool ok = true;
    if (!is_alphanumeric(at_name(at)))
        ok = at_problem(at, problems, FORMAT "Resource name %s is non alphanumeric.", at_name(at));
    ok = check_keys(resource, at, problems) && ok;
    ok = check_policies(resource, at, problems) && ok;
    return check_type(cloud, json_string_value(json_object_get(resource, "Type")), at, problems) &&
           ok;
}

/* ---- outputs and mappings ---- */

static bool check_output(const json_t *output, const struct at *at, struct problems *problems)
{
    static const char *const keys[] = {"Value", "Description", "Export", "Condition", NULL};
    const json_t *exported = json_object_get(output, "Export");
    const char *key;
    json_t *value;
    bool ok = true;
    if (!is_alphanumeric(at_name(at)))
        ok = at_problem(at, problems, FORMAT "Output name %s is non alphanumeric.", at_name(at));
    if (!json_object_get(output, "Value"))
        return at_problem(at, problems, FORMAT "Every Outputs member must contain a Value object");
    if (exported && !json_object_get(exported, "Name"))
        ok = at_problem(at, problems, FORMAT "Output %s is malformed. The Export must have a Name.",
                        at_name(at));
    json_object_foreach ((json_t *)output, key, value)
        if (!is_in(keys, key))
            ok = at_problem(at, problems, FORMAT "Output %s has an unknown member %s", at_name(at),
                            key);
    return ok;
}

static bool check_mapping(const json_t *mapping, const struct at *at, struct problems *problems)
{
    const char *key, *name;
    json_t *entry, *value;
    if (!json_is_object(mapping))
        return at_problem(at, problems, FORMAT "Every Mappings member must be an object.");
    json_object_foreach ((json_t *)mapping, key, entry) {
        struct at here = at_key(at, key);
        if (!json_is_object(entry))
            return at_problem(&here, problems, FORMAT "Every Mappings member %s must be a map",
                              at_name(at));
        json_object_foreach (entry, name, value)
            if (json_is_object(value))
                return at_problem(&here, problems,
                                  FORMAT "Every Mappings attribute must be a String or a List.");
    }
    return true;
}

bool sections_check_members(const struct template *t, const struct slrun_cloud *cloud,
                            struct problems *problems)
{
    struct at root = at_root(t);
    struct at resources = at_key(&root, "Resources"), outputs = at_key(&root, "Outputs");
    struct at mappings = at_key(&root, "Mappings");
    const char *name;
    json_t *value;
    if (!extensions_done(t, problems))
        return false;
    bool ok = check_count(t, "Resources", RESOURCES_MAX, problems) &&
              check_count(t, "Outputs", OUTPUTS_MAX, problems) &&
              check_count(t, "Mappings", MAPPINGS_MAX, problems);
    json_object_foreach (json_object_get(t->root, "Resources"), name, value) {
        struct at here = at_key(&resources, name);
        ok = check_resource(cloud, value, &here, problems) && ok;
    }
    json_object_foreach (json_object_get(t->root, "Outputs"), name, value) {
        struct at here = at_key(&outputs, name);
        ok = check_output(value, &here, problems) && ok;
    }
    json_object_foreach (json_object_get(t->root, "Mappings"), name, value) {
        struct at here = at_key(&mappings, name);
        ok = check_mapping(value, &here, problems) && ok;
    }
    return ok;
}
