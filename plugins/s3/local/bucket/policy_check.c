/* SPDX-License-Identifier: Apache-2.0 */
/* What S3 refuses of a bucket's policy. */
#include <string.h>
#include <strings.h>

#include "bucket/policy.h"

static bool malformed(struct call *call, const char *message)
{
    return fault_say(&call->fault, FAULT_MALFORMED_POLICY, "%s", message);
}

static bool strings_only(const json_t *value)
{
    for (size_t i = 0; i < policy_count(value); i++)
        if (policy_at(value, i) == NULL)
            return false;
    return policy_count(value) > 0;
}

static bool check_resource(struct call *call, const json_t *resources)
{
    const char *bucket = pool_format(&call->pool, "arn:aws:s3:::%s", call->bucket.name);
    for (size_t i = 0; bucket != NULL && i < policy_count(resources); i++) {
        const char *arn = policy_at(resources, i);
        size_t n = strlen(bucket);
        bool own =
            strncmp(arn, bucket, n) == 0 && (arn[n] == '\0' || strchr("/*?", arn[n]) != NULL);
        if (!own && strcmp(arn, "*") != 0 && strncmp(arn, "arn:aws:s3:::*", 14) != 0)
            return malformed(call, "Policy has invalid resource");
    }
    return true;
}

static bool check_condition(struct call *call, const json_t *condition)
{
    const char *op;
    json_t *block;
    if (condition != NULL && !json_is_object(condition))
        return malformed(call, "Conditions must be a JSON object");
    json_object_foreach ((json_t *)(uintptr_t)condition, op, block)
        if (!call->service->cloud->policy_operator(op) || !json_is_object(block))
            return malformed(call, "Policy has an invalid condition key");
    return true;
}

static bool names_somebody(const json_t *names)
{
    bool good = strings_only(names);
    for (size_t i = 0; good && i < policy_count(names); i++)
        good = policy_at(names, i)[0] != '\0';
    return good;
}

/* An account, an ARN of IAM, or the id of a user or role. */
static bool is_account(const char *name)
{
    size_t size = strlen(name);
    bool number = size == 12 && strspn(name, "0123456789") == size;
    bool id = size >= 16 && strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == size;
    return strcmp(name, "*") == 0 || number || id || strncmp(name, "arn:aws", 7) == 0;
}

static bool names_accounts(const json_t *names)
{
    bool good = true;
    for (size_t i = 0; good && i < policy_count(names); i++)
        good = is_account(policy_at(names, i));
    return good;
}

/* "*", or an object whose lists name somebody. */
static bool check_principal(struct call *call, const json_t *principal)
{
    const char *kind;
    json_t *names;
    bool good = principal == NULL || json_is_object(principal) || names_somebody(principal);
    json_object_foreach ((json_t *)(uintptr_t)principal, kind, names)
        good = good && names_somebody(names) && (strcmp(kind, "AWS") != 0 || names_accounts(names));
    return good || malformed(call, "Invalid principal in policy");
}

/* ---- what an action is about ---- */

enum { ABOUT_BUCKETS = 1, ABOUT_OBJECTS = 2, ABOUT_BOTH = ABOUT_BUCKETS | ABOUT_OBJECTS };

/* What begins so is about objects (Service Authorization Reference, "Amazon S3"). */
static const char *const of_objects[] = {"AbortMultipartUpload",
                                         "BypassGovernanceRetention",
                                         "DeleteObject",
                                         "GetObject",
                                         "InitiateReplication",
                                         "ListMultipartUploadParts",
                                         "ListObjectAnnotations",
                                         "ObjectOwnerOverrideToBucketOwner",
                                         "PutObject",
                                         "ReplicateDelete",
                                         "ReplicateObject",
                                         "ReplicateTags",
                                         "RestoreObject",
                                         "UpdateObjectEncryption"};

static unsigned about(const char *action)
{
    const char *name = strchr(action, ':');
    size_t plain = name == NULL ? 0 : strcspn(name + 1, "*?");
    for (size_t i = 0; name != NULL && i < sizeof of_objects / sizeof *of_objects; i++)
        if (strncasecmp(name + 1, of_objects[i], strlen(of_objects[i])) == 0)
            return ABOUT_OBJECTS;
    return name == NULL || name[1 + plain] != '\0' ? ABOUT_BOTH : ABOUT_BUCKETS;
}

static unsigned names(const json_t *resources)
{
    unsigned all = 0;
    for (size_t i = 0; i < policy_count(resources); i++) {
        const char *arn = policy_at(resources, i), *slash = strchr(arn, '/');
        const char *wild = strpbrk(arn, "*?");
        all |= slash != NULL ? ABOUT_OBJECTS : wild != NULL ? ABOUT_BOTH : ABOUT_BUCKETS;
        all |= wild != NULL && slash != NULL && wild < slash ? ABOUT_BOTH : 0;
    }
    return all;
}

static bool check_actions(struct call *call, const json_t *actions, const json_t *resources)
{
    for (size_t i = 0; i < policy_count(actions); i++) {
        const char *action = policy_at(actions, i);
        if (strncasecmp(action, "s3:", 3) != 0 && strcmp(action, "*") != 0)
            return malformed(call, "Policy has invalid action");
        if (resources != NULL && (about(action) & names(resources)) == 0)
            return malformed(call, "Action does not apply to any resource(s) in statement");
    }
    return true;
}

static bool check_statement(struct call *call, const json_t *s)
{
    const char *effect = json_string_value(json_object_get(s, "Effect"));
    const json_t *action = json_object_get(s, "Action"), *resource = json_object_get(s, "Resource");
    if (effect == NULL || (strcmp(effect, "Allow") != 0 && strcmp(effect, "Deny") != 0)) {
        return malformed(call, effect == NULL
                                   ? "Missing required field Effect"
                                   : pool_format(&call->pool, "Invalid effect: %.100s", effect));
    }
    if (json_object_get(s, "NotPrincipal") != NULL && strcmp(effect, "Allow") == 0)
        return malformed(call, "Allow with NotPrincipal is not allowed.");
    if (json_object_get(s, "Principal") == NULL && json_object_get(s, "NotPrincipal") == NULL)
        return malformed(call, "Missing required field Principal");
    if (!check_principal(call, json_object_get(s, "Principal")) ||
        !check_principal(call, json_object_get(s, "NotPrincipal")))
        return false;
    if (!strings_only(action) && !strings_only(json_object_get(s, "NotAction")))
        return malformed(call, "Missing required field Action");
    if (!strings_only(resource) && !strings_only(json_object_get(s, "NotResource")))
        return malformed(call, "Missing required field Resource");
    return check_resource(call, resource) && check_actions(call, action, resource) &&
           check_condition(call, json_object_get(s, "Condition"));
}

bool policy_check(struct call *call, const json_t *policy)
{
    const json_t *statements = json_object_get(policy, "Statement");
    size_t n = json_is_object(statements) ? 1 : json_array_size(statements);
    if (!json_is_object(policy)) {
        return malformed(call, call->body.size > 0 && call->body.data[0] == '{'
                                   ? "This policy contains invalid Json"
                                   : "Policies must be valid JSON and the first byte must be '{'");
    }
    const char *version = json_string_value(json_object_get(policy, "Version"));
    if (version != NULL && strcmp(version, "2012-10-17") != 0 && strcmp(version, "2008-10-17") != 0)
        return malformed(call, "The policy must contain a valid version string");
    if (n == 0) {
        return malformed(call, statements != NULL
                                   ? "Could not parse the policy: Statement is empty!"
                                   : "Missing required field Statement");
    }
    for (size_t i = 0; i < n; i++) {
        const json_t *s = json_is_object(statements) ? statements : json_array_get(statements, i);
        if (!json_is_object(s))
            return malformed(call, "Invalid policy syntax.");
        if (!check_statement(call, s))
            return false;
    }
    return true;
}
