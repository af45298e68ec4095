/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::SimpleTable, LayerVersion and Application; the properties of Connector. */
#include "sam/simple.h"

#include <ctype.h>
#include <string.h>

#include "sam/code.h"
#include "sam/id.h"
#include "sam/resolve.h"
#include "sam/value.h"

const struct sam_property sam_table_properties[] = {
    {"PointInTimeRecoverySpecification", 0, 0, SAM_PASS},
    {"PrimaryKey", SAM_MAP, SAM_STR, 0},
    {"ProvisionedThroughput", SAM_MAP, SAM_INT | SAM_MAP, SAM_PASS},
    {"TableName", SAM_STR | SAM_MAP, 0, SAM_PASS},
    {"Tags", SAM_MAP, 0, 0},
    {"SSESpecification", SAM_MAP, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_layer_properties[] = {
    {"LayerName", SAM_STR | SAM_MAP, 0, 0},
    {"Description", SAM_STR, 0, SAM_PASS},
    {"PublishLambdaVersion", SAM_BOOL, 0, 0},
    {"ContentUri", SAM_STR | SAM_MAP, 0, SAM_REQUIRED},
    {"CompatibleArchitectures", SAM_LIST, SAM_STR | SAM_MAP, SAM_PASS},
    {"CompatibleRuntimes", SAM_LIST, SAM_STR | SAM_MAP, SAM_PASS},
    {"LicenseInfo", SAM_STR, 0, SAM_PASS},
    {"RetentionPolicy", SAM_STR, 0, 0},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_application_properties[] = {
    {"Location", SAM_STR | SAM_MAP, 0, SAM_REQUIRED},
    {"TemplateUrl", SAM_STR, 0, 0},
    {"Parameters", SAM_MAP, 0, SAM_PASS},
    {"NotificationARNs", SAM_LIST, SAM_STR | SAM_MAP, SAM_PASS},
    {"Tags", SAM_MAP, 0, 0},
    {"TimeoutInMinutes", SAM_INT, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};

const struct sam_property sam_connector_properties[] = {
    {"Source", SAM_MAP, 0, SAM_REQUIRED},
    {"Destination", SAM_MAP | SAM_LIST, SAM_MAP, SAM_REQUIRED},
    {"Permissions", SAM_LIST, SAM_STR, SAM_REQUIRED},
    {NULL, 0, 0, 0},
};

/* ---- SimpleTable ---- */

static const char *attribute_type(struct sam *s, const json_t *type)
{
    static const char *const types[][2] = {{"String", "S"}, {"Number", "N"}, {"Binary", "B"}};
    for (size_t i = 0; i < 3; i++)
        if (sam_equals(type, types[i][0]))
            return types[i][1];
    const char *text = json_string_value(type);
    sam_fail(s, s->id, "Invalid 'Type' \"%s\".", text == NULL ? "" : text);
    return NULL;
}

bool sam_table_resource(struct sam *s)
{
    struct sam_checked what = {s->id, "AWS::Serverless::SimpleTable", s->properties};
    const json_t *p = s->properties, *key = sam_get(p, "PrimaryKey"), *name = sam_get(key, "Name");
    if (!sam_check(s, &what, sam_table_properties))
        return false;
    if (sam_given(key) && (name == NULL || sam_get(key, "Type") == NULL)) {
        return sam_fail(s, s->id, "Property 'PrimaryKey.%s' is required.",
                        name == NULL ? "Name" : "Type");
    }
    const char *type = sam_given(key) ? attribute_type(s, sam_get(key, "Type")) : "S";
    if (type == NULL)
        return false;
    json_t *id = sam_given(key) ? json_deep_copy(name) : json_string("id");
    json_t *table = sam_make_main(
        s, s->id, "AWS::DynamoDB::Table",
        json_pack("{s:[{s:O, s:s}], s:[{s:o, s:s}]}", "AttributeDefinitions", "AttributeName", id,
                  "AttributeType", type, "KeySchema", "AttributeName", id, "KeyType", "HASH"));
    for (const struct sam_property *t = sam_table_properties; t->name != NULL; t++)
        if ((t->flags & SAM_PASS) != 0 && sam_has(p, t->name))
            sam_copy(s, table, p, t->name);
    if (!sam_has(p, "ProvisionedThroughput"))
        sam_put(s, table, "BillingMode", json_string("PAY_PER_REQUEST"));
    if (sam_has(p, "Tags"))
        sam_put(s, table, "Tags", sam_tags(NULL, sam_get(p, "Tags")));
    return true;
}

/* ---- LayerVersion ---- */

/* RetentionPolicy in AWS's spelling; "": none given; NULL after a problem. */
static const char *retention(struct sam *s)
{
    static const char *const known[] = {"Retain", "Delete"};
    const json_t *given = sam_get(s->properties, "RetentionPolicy");
    const char *text = json_string_value(given);
    if (given == NULL)
        return "";
    if (text == NULL) {
        sam_fail(s, s->id,
                 "'RetentionPolicy' does not accept intrinsic functions, please use one of the "
                 "following options: ['Retain', 'Delete']");
        return NULL;
    }
    for (size_t i = 0; i < 2; i++) {
        size_t n = 0;
        while (text[n] != '\0' &&
               tolower((unsigned char)text[n]) == tolower((unsigned char)known[i][n]))
            n++;
        if (text[n] == '\0' && known[i][n] == '\0')
            return known[i];
    }
    sam_fail(s, s->id,
             "'RetentionPolicy' must be one of the following options: ['Retain', 'Delete'].");
    return NULL;
}

/* ID + digest of the whole resource: another content is another layer version. */
static bool layer_id(struct sam *s, char *id)
{
    static const char *const attributes[] = {"DependsOn", "Condition", "UpdatePolicy"};
    json_t *body = json_pack("{s:s, s:O}", "Type", "AWS::Serverless::LayerVersion", "Properties",
                             s->properties);
    for (size_t i = 0; i < 3; i++)
        sam_copy(s, body, s->body, attributes[i]);
    json_t *whole = json_pack("{s:o}", s->id, body);
    char hex[SAM_DIGEST_HEX];
    bool done = whole != NULL && sam_digest(whole, hex);
    json_decref(whole);
    s->failed = s->failed || !done;
    if (done) {
        sam_id(id, "%s%.*s", s->id, SAM_DIGEST_SHORT, hex);
        sam_put(s, s->renamed, s->id, json_string(id));
    }
    return done;
}

static bool check_architectures(struct sam *s, const char *id)
{
    const json_t *list = sam_get(s->properties, "CompatibleArchitectures");
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item) {
        if (!sam_intrinsic(item) && !sam_equals(item, "x86_64") && !sam_equals(item, "arm64")) {
            return sam_fail(s, id,
                            "CompatibleArchitectures needs to be a list of 'x86_64' or 'arm64'");
        }
    }
    return true;
}

static bool make_layer(struct sam *s, const char *id, const char *policy)
{
    json_t *content =
        sam_location(s, sam_get(s->properties, "ContentUri"), "ContentUri", &sam_code_location);
    if (content == NULL)
        return false;
    json_t *layer =
        sam_make(s, id, "AWS::Lambda::LayerVersion", json_pack("{s:o}", "Content", content));
    sam_pass(s, layer, s->properties, sam_layer_properties);
    const json_t *name = sam_get(s->properties, "LayerName");
    sam_put(s, layer, "LayerName", sam_given(name) ? json_deep_copy(name) : json_string(s->id));
    json_t *body = sam_made(s, id);
    sam_copy(s, body, s->body, "DependsOn");
    if (*policy != '\0' || json_object_get(body, "DeletionPolicy") == NULL)
        sam_put(s, body, "DeletionPolicy", json_string(*policy != '\0' ? policy : "Retain"));
    return check_architectures(s, id);
}

bool sam_layer_resource(struct sam *s)
{
    static const char *const resolved[] = {"LayerName", "LicenseInfo", "Description",
                                           "RetentionPolicy"};
    struct sam_checked what = {s->id, "AWS::Serverless::LayerVersion", s->properties};
    if (!sam_check(s, &what, sam_layer_properties))
        return false;
    for (size_t i = 0; i < 4; i++)
        sam_resolve_at(s, s->properties, resolved[i]);
    char id[SAM_ID_MAX];
    const char *policy = retention(s);
    return policy != NULL && layer_id(s, id) && make_layer(s, id, policy);
}

/* ---- Application ---- */

bool sam_application_resource(struct sam *s)
{
    struct sam_checked what = {s->id, "AWS::Serverless::Application", s->properties};
    const json_t *location = sam_get(s->properties, "Location");
    if (location == NULL)
        return sam_fail(s, s->id, "Resource is missing the required [Location] property.");
    if (json_is_object(location)) {
        return sam_fail(s, s->id,
                        "Applications of the AWS Serverless Application Repository cannot be "
                        "reached from the local cloud: give Location as a template.");
    }
    if (!sam_check(s, &what, sam_application_properties))
        return false;
    json_t *tags = json_pack("[{s:s, s:s}]", "Key", "lambda:createdBy", "Value", "SAM");
    json_t *stack = sam_make(s, s->id, "AWS::CloudFormation::Stack",
                             json_pack("{s:o, s:o}", "TemplateURL", json_deep_copy(location),
                                       "Tags", sam_tags(tags, sam_get(s->properties, "Tags"))));
    sam_pass(s, stack, s->properties, sam_application_properties);
    sam_copy(s, sam_made(s, s->id), s->body, "DependsOn");
    return true;
}
