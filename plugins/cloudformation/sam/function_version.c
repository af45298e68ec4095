/* SPDX-License-Identifier: Apache-2.0 */
/* AutoPublishAlias: a version whose logical id changes with the code, and an alias of it. */
#include <string.h>

#include "sam/function.h"
#include "sam/id.h"
#include "sam/resolve.h"
#include "sam/value.h"

static void update(struct sam *s, json_t *to, const json_t *from)
{
    json_t *copy = json_deep_copy(from);
    if (copy == NULL || json_object_update(to, copy) != 0)
        s->failed = true;
    json_decref(copy);
}

/* Layers of this template with PublishLambdaVersion change a version too. */
static void add_layers(struct sam *s, json_t *hashed, const json_t *layers)
{
    size_t i;
    json_t *layer;
    json_array_foreach (layers, i, layer) {
        char id[SAM_ID_MAX];
        const json_t *properties = sam_named(layer, id, sizeof id)
                                       ? sam_get(json_object_get(s->source, id), "Properties")
                                       : NULL;
        if (sam_has(properties, "PublishLambdaVersion"))
            sam_put(s, hashed, id, json_deep_copy(properties));
    }
}

/* What a version's logical id is a digest of; a new value. */
static json_t *hashed(struct sam *s, const struct sam_function *f)
{
    const json_t *snap = sam_get(f->lambda, "SnapStart");
    if (sam_has(f->p, "AutoPublishAliasAllProperties")) {
        json_t *all = json_deep_copy(f->lambda);
        add_layers(s, all, sam_get(f->lambda, "Layers"));
        return all;
    }
    json_t *some = json_deep_copy(json_object_get(f->lambda, "Code"));
    if (sam_has(f->lambda, "Environment"))
        update(s, some, json_object_get(f->lambda, "Environment"));
    if (sam_has(f->lambda, "MemorySize"))
        sam_copy(s, some, f->lambda, "MemorySize");
    if (sam_given(snap) && sam_get(snap, "ApplyOn") != NULL &&
        !sam_equals(sam_get(snap, "ApplyOn"), "None"))
        sam_copy(s, some, f->lambda, "SnapStart");
    return some;
}

/* AutoPublishCodeSha256 goes into the description and is the digest. Resolved; NULL: not given. */
static bool code_digest(struct sam *s, struct sam_function *f, json_t **digest)
{
    *digest = NULL;
    if (!sam_has(f->p, "AutoPublishCodeSha256"))
        return true;
    *digest = sam_resolve(s, json_deep_copy(sam_get(f->p, "AutoPublishCodeSha256")));
    if (!json_is_string(*digest)) {
        json_decref(*digest);
        return sam_fail(s, s->id, "AutoPublishCodeSha256 must be a string");
    }
    json_t *text = sam_get(f->p, "Description");
    text = text == NULL ? NULL : sam_resolve(s, json_deep_copy(text));
    const char *sum = json_string_value(*digest);
    json_t *both;
    if (json_is_object(text)) {
        both = json_pack("{s:[s, [O, s]]}", "Fn::Join", " ", text, sum);
    } else {
        const char *words = json_string_value(text);
        bool any = words != NULL && *words != '\0';
        both = json_sprintf("%s%s%s", any ? words : "", any ? " " : "", sum);
    }
    sam_put(s, f->lambda, "Description", both);
    json_decref(text);
    return true;
}

static void make_version(struct sam *s, struct sam_function *f, const char *id)
{
    json_t *version =
        sam_make(s, id, "AWS::Lambda::Version", json_pack("{s:o}", "FunctionName", sam_ref(s->id)));
    sam_copy_as(s, version, "Description", sam_get(f->p, "VersionDescription"));
    bool managed = sam_get(f->p, "CapacityProviderConfig") != NULL;
    if (managed)
        sam_copy(s, version, f->p, "FunctionScalingConfig");
    json_t *body = sam_made(s, id);
    if (json_object_get(body, "DeletionPolicy") == NULL) {
        const json_t *policy = sam_get(f->p, "VersionDeletionPolicy");
        sam_put(s, body, "DeletionPolicy",
                policy != NULL ? json_deep_copy(policy)
                               : json_string(managed ? "Delete" : "Retain"));
    }
}

static bool name_fits(const char *name)
{
    bool letter = false;
    for (const char *p = name; *p != '\0'; p++) {
        char one[2] = {*p, '\0'};
        if (!sam_alphanumeric(one) && *p != '-' && *p != '_')
            return false;
        letter = letter || *p < '0' || *p > '9';
    }
    return letter;
}

static void make_alias(struct sam *s, struct sam_function *f, const char *version)
{
    size_t n = strlen(sam_id(f->alias_id, "%sAlias", s->id));
    for (const char *p = f->alias_name; *p != '\0' && n + 1 < SAM_ID_MAX; p++)
        f->alias_id[n++] = *p == '-' ? 'D' : *p == '_' ? 'U' : *p;
    f->alias_id[n] = '\0';
    json_t *alias =
        sam_make(s, f->alias_id, "AWS::Lambda::Alias",
                 json_pack("{s:s, s:o, s:o}", "Name", f->alias_name, "FunctionName", sam_ref(s->id),
                           "FunctionVersion", sam_getatt(version, "Version")));
    if (sam_has(f->p, "ProvisionedConcurrencyConfig"))
        sam_copy(s, alias, f->p, "ProvisionedConcurrencyConfig");
    f->target.alias = f->alias_id;
}

static bool publish(struct sam *s, struct sam_function *f, const json_t *digest)
{
    json_t *what = hashed(s, f);
    char hex[SAM_DIGEST_HEX], id[SAM_ID_MAX];
    bool done = sam_digest(what, hex);
    json_decref(what);
    if (!done) {
        s->failed = true;
        return false;
    }
    sam_id(id, "%sVersion%.*s", s->id, SAM_DIGEST_SHORT,
           digest == NULL ? hex : json_string_value(digest));
    make_version(s, f, id);
    if (!name_fits(f->alias_name)) {
        return sam_fail(s, s->id,
                        "AutoPublishAlias name ('%s') must contain only alphanumeric characters, "
                        "hyphens, or underscores matching (?!^[0-9]+$)([a-zA-Z0-9-_]+) pattern.",
                        f->alias_name);
    }
    make_alias(s, f, id);
    return true;
}

/* DeploymentPreference shifts traffic by CodeDeploy, which there is none of: an alias moves at
 * once. It is checked all the same. */
static bool check_deployment(struct sam *s, struct sam_function *f)
{
    json_t *preference = sam_get(f->p, "DeploymentPreference");
    if (!sam_given(preference))
        return true;
    json_t *enabled = sam_resolve_at(s, preference, "Enabled");
    if (enabled != NULL &&
        (!sam_given(enabled) || sam_equals(enabled, "false") || sam_equals(enabled, "False")))
        return true;
    if (json_object_get(preference, "Type") == NULL)
        return sam_fail(s, s->id, "'DeploymentPreference' is missing required Property 'Type'");
    const json_t *hooks = sam_get(preference, "Hooks");
    if (hooks != NULL && !json_is_object(hooks)) {
        return sam_fail(s, s->id,
                        "'Hooks' property of 'DeploymentPreference' must be a dictionary");
    }
    return f->target.alias != NULL ||
           sam_fail(s, s->id,
                    "'DeploymentPreference' requires AutoPublishAlias property to be specified.");
}

bool sam_function_version(struct sam *s, struct sam_function *f)
{
    if (!sam_has(f->p, "AutoPublishAlias"))
        return check_deployment(s, f);
    f->alias_name = json_string_value(sam_resolve_at(s, f->p, "AutoPublishAlias"));
    if (f->alias_name == NULL) {
        return sam_fail(s, s->id,
                        "'AutoPublishAlias' must be a string or a Ref to a template parameter");
    }
    json_t *digest;
    if (!code_digest(s, f, &digest))
        return false;
    sam_resolve_at(s, f->lambda, "Code");
    bool well = publish(s, f, digest);
    json_decref(digest);
    return well && check_deployment(s, f);
}
