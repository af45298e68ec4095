/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::Function: the function itself, and the order of its parts. */
#include "sam/function.h"

#include <string.h>

#include "sam/code.h"
#include "sam/events.h"
#include "sam/resolve.h"
#include "sam/value.h"

enum { TEXT_OR_MAP = SAM_STR | SAM_MAP };

const struct sam_property sam_function_properties[] = {
    {"FunctionName", TEXT_OR_MAP, 0, 0},
    {"Handler", 0, 0, SAM_PASS},
    {"Runtime", 0, 0, SAM_PASS},
    {"CodeUri", 0, 0, 0},
    {"ImageUri", 0, 0, 0},
    {"PackageType", 0, 0, SAM_PASS},
    {"InlineCode", 0, 0, 0},
    {"DeadLetterQueue", SAM_MAP, 0, 0},
    {"Description", 0, 0, SAM_PASS},
    {"MemorySize", 0, 0, SAM_PASS},
    {"Timeout", 0, 0, SAM_PASS},
    {"VpcConfig", 0, 0, SAM_PASS},
    {"Role", SAM_STR, 0, SAM_PASS},
    {"AssumeRolePolicyDocument", SAM_MAP, 0, 0},
    {"Policies", SAM_STR | SAM_MAP | SAM_LIST, TEXT_OR_MAP, 0},
    {"RolePath", 0, 0, 0},
    {"PermissionsBoundary", SAM_STR, 0, 0},
    {"Environment", SAM_MAP, SAM_MAP, SAM_PASS},
    {"Events", SAM_MAP, SAM_MAP, 0},
    {"Tags", SAM_MAP, 0, 0},
    {"PropagateTags", SAM_BOOL, 0, 0},
    {"Tracing", TEXT_OR_MAP, 0, 0},
    {"KmsKeyArn", 0, 0, SAM_PASS},
    {"DeploymentPreference", SAM_MAP, 0, 0},
    {"ReservedConcurrentExecutions", 0, 0, SAM_PASS},
    {"Layers", SAM_LIST, TEXT_OR_MAP, SAM_PASS},
    {"EventInvokeConfig", SAM_MAP, 0, 0},
    {"EphemeralStorage", 0, 0, SAM_PASS},
    {"AutoPublishAlias", SAM_STR, 0, 0},
    {"AutoPublishCodeSha256", SAM_STR, 0, 0},
    {"AutoPublishAliasAllProperties", SAM_BOOL, 0, SAM_LITERAL},
    {"VersionDescription", 0, 0, 0},
    {"ProvisionedConcurrencyConfig", 0, 0, 0},
    {"FileSystemConfigs", 0, 0, SAM_PASS},
    {"ImageConfig", 0, 0, SAM_PASS},
    {"CodeSigningConfigArn", 0, 0, SAM_PASS},
    {"Architectures", 0, 0, SAM_PASS},
    {"SnapStart", SAM_MAP, 0, SAM_PASS},
    {"FunctionUrlConfig", SAM_MAP, 0, 0},
    {"RuntimeManagementConfig", 0, 0, SAM_PASS},
    {"LoggingConfig", 0, 0, SAM_PASS},
    {"RecursiveLoop", 0, 0, SAM_PASS},
    {"SourceKMSKeyArn", 0, 0, 0},
    {"CapacityProviderConfig", SAM_MAP, 0, 0},
    {"FunctionScalingConfig", SAM_MAP, 0, SAM_PASS},
    {"VersionDeletionPolicy", SAM_STR, 0, 0},
    {"PublishToLatestPublished", 0, 0, SAM_PASS},
    {"TenancyConfig", 0, 0, SAM_PASS},
    {"DurableConfig", SAM_MAP, 0, SAM_PASS},
    {NULL, 0, 0, 0},
};

static bool is_image(const json_t *p)
{
    return sam_equals(json_object_get(p, "PackageType"), "Image");
}

/* The property Code; NULL after a problem. */
static json_t *zip_code(struct sam *s, const json_t *p)
{
    const json_t *inline_code = sam_get(p, "InlineCode"), *uri = sam_get(p, "CodeUri");
    if (inline_code != NULL)
        return json_pack("{s:o}", "ZipFile", json_deep_copy(inline_code));
    if (uri != NULL)
        return sam_location(s, uri, "CodeUri", &sam_code_location);
    if (s->in->directory != NULL) /* as the SAM CLI has it: the template's own directory */
        return json_pack("{s:s}", "Directory", s->in->directory);
    sam_fail(s, s->id, "Only one of 'InlineCode' or 'CodeUri' can be set.");
    return NULL;
}

static json_t *code(struct sam *s, const json_t *p)
{
    const json_t *type = sam_get(p, "PackageType");
    if (is_image(p)) {
        const json_t *image = sam_get(p, "ImageUri");
        if (image == NULL) {
            sam_fail(s, s->id, "'ImageUri' must be set.");
            return NULL;
        }
        return json_pack("{s:o}", "ImageUri", json_deep_copy(image));
    }
    if (sam_given(type) && !sam_equals(type, "Zip")) {
        const char *text = json_string_value(type);
        sam_fail(s, s->id, "invalid 'PackageType' : %s", text == NULL ? "" : text);
        return NULL;
    }
    json_t *zip = zip_code(s, p);
    if (zip != NULL && sam_has(p, "SourceKMSKeyArn"))
        sam_copy(s, zip, p, "SourceKMSKeyArn");
    return zip;
}

static bool check_package(struct sam *s, const json_t *p)
{
    if (is_image(p)) {
        return (!sam_has(p, "Handler") && !sam_has(p, "Runtime") && !sam_has(p, "Layers")) ||
               sam_fail(s, s->id,
                        "Runtime, Handler, Layers cannot be present when PackageType is of type "
                        "`Image`");
    }
    if (!sam_has(p, "Runtime") || !sam_has(p, "Handler")) {
        return sam_fail(
            s, s->id, "Runtime and Handler needs to be present when PackageType is of type `Zip`");
    }
    return !sam_has(p, "ImageConfig") ||
           sam_fail(s, s->id,
                    "ImageUri or ImageConfig cannot be present when PackageType is of type `Zip`");
}

/* SAM's own tag and those of the property; NULL after a problem. */
static json_t *tags(struct sam *s, const json_t *p)
{
    static const char *const reserved[] = {"lambda:createdBy", "serverlessrepo:applicationId",
                                           "serverlessrepo:semanticVersion"};
    const json_t *mine = sam_get(p, "Tags");
    for (size_t i = 0; i < 3; i++) {
        if (json_object_get(mine, reserved[i]) != NULL) {
            sam_fail(s, s->id,
                     "%s is a reserved Tag key name and cannot be set on your resource. Please "
                     "change the tag key in the input.",
                     reserved[i]);
            return NULL;
        }
    }
    return sam_tags(json_pack("[{s:s, s:s}]", "Key", reserved[0], "Value", "SAM"), mine);
}

/* Whether Tracing is set to anything but Disabled. */
static bool traced(struct sam *s, const json_t *p)
{
    json_t *mode = sam_get(p, "Tracing");
    mode = mode == NULL ? NULL : sam_resolve(s, json_deep_copy(mode));
    bool on = sam_has(p, "Tracing") && !sam_equals(mode, "Disabled");
    json_decref(mode);
    return on;
}

static void capacity(struct sam *s, const struct sam_function *f)
{
    const json_t *config = sam_get(f->p, "CapacityProviderConfig");
    if (!sam_given(config))
        return;
    json_t *instances = json_object();
    sam_copy_as(s, instances, "CapacityProviderArn", sam_get(config, "Arn"));
    sam_copy(s, instances, config, "PerExecutionEnvironmentMaxConcurrency");
    sam_copy(s, instances, config, "ExecutionEnvironmentMemoryGiBPerVCpu");
    sam_put(s, f->lambda, "CapacityProviderConfig",
            json_pack("{s:o}", "LambdaManagedInstancesCapacityProviderConfig", instances));
}

static bool sam_function_lambda(struct sam *s, struct sam_function *f)
{
    json_t *where = code(s, f->p);
    json_t *labels = where == NULL ? NULL : tags(s, f->p);
    if (labels == NULL) {
        json_decref(where);
        return false;
    }
    f->lambda = sam_make_main(s, s->id, "AWS::Lambda::Function",
                              json_pack("{s:o, s:o}", "Code", where, "Tags", labels));
    sam_pass(s, f->lambda, f->p, sam_function_properties);
    if (sam_has(f->p, "FunctionName"))
        sam_copy(s, f->lambda, f->p, "FunctionName");
    if (traced(s, f->p)) {
        sam_put(s, f->lambda, "TracingConfig",
                json_pack("{s:o}", "Mode", json_deep_copy(sam_get(f->p, "Tracing"))));
    }
    const json_t *queue = sam_get(f->p, "DeadLetterQueue");
    if (sam_given(queue)) {
        sam_put(s, f->lambda, "DeadLetterConfig",
                json_pack("{s:o}", "TargetArn", json_deep_copy(sam_get(queue, "TargetArn"))));
    }
    capacity(s, f);
    return check_package(s, f->p);
}

static bool check_dead_letters(struct sam *s, const json_t *p)
{
    const json_t *queue = sam_get(p, "DeadLetterQueue"), *type = sam_get(queue, "Type");
    if (!sam_given(queue))
        return true;
    if (!sam_given(type) || !sam_has(queue, "TargetArn")) {
        return sam_fail(
            s, s->id, "'DeadLetterQueue' requires Type and TargetArn properties to be specified.");
    }
    return sam_expect(s, type, SAM_STR, "DeadLetterQueue.Type") &&
           (sam_equals(type, "SQS") || sam_equals(type, "SNS") ||
            sam_fail(s, s->id, "'DeadLetterQueue' requires Type of ['SQS', 'SNS']"));
}

static bool check_rules(struct sam *s, const json_t *p)
{
    static const struct {
        const char *one, *other;
        bool needs;
    } rules[] = {
        {"CapacityProviderConfig", "ProvisionedConcurrencyConfig", false},
        {"CapacityProviderConfig", "VpcConfig", false},
        {"FunctionScalingConfig", "CapacityProviderConfig", true},
        {"VersionDeletionPolicy", "AutoPublishAlias", true},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        bool other = sam_get(p, rules[i].other) != NULL;
        if (sam_get(p, rules[i].one) == NULL || other == rules[i].needs)
            continue;
        return rules[i].needs
                   ? sam_fail(s, s->id, "'%s' requires '%s'.", rules[i].one, rules[i].other)
                   : sam_fail(s, s->id, "Cannot specify '%s' and '%s' together.", rules[i].one,
                              rules[i].other);
    }
    return !sam_has(p, "ProvisionedConcurrencyConfig") || sam_has(p, "AutoPublishAlias") ||
           sam_fail(s, s->id,
                    "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the "
                    "function");
}

/* The role that the function gets, where it has none of its own; {"Fn::If": [c, arn, NoValue]}
 * makes one for the other case. Takes `role`. */
static void place_role(struct sam *s, struct sam_function *f, json_t *role)
{
    char id[SAM_ID_MAX];
    sam_id(id, "%sRole", s->id);
    const json_t *own = sam_get(f->lambda, "Role");
    if (sam_function(own, "Fn::If") != NULL)
        own = sam_resolve_at(s, f->lambda, "Role");
    const json_t *choice = sam_function(own, "Fn::If");
    const char *condition = json_string_value(json_array_get(choice, 0));
    bool none_yes = sam_no_value(json_array_get(choice, 1));
    bool none_no = sam_no_value(json_array_get(choice, 2));
    if (own == NULL || (none_yes && none_no)) {
        sam_put(s, f->lambda, "Role", sam_getatt(id, "Arn"));
        f->target.role = sam_make(s, id, "AWS::IAM::Role", role);
        return;
    }
    if (condition == NULL || (!none_yes && !none_no)) {
        f->target.role = f->spare = role;
        return;
    }
    json_t *arn = sam_getatt(id, "Arn"),
           *other = json_deep_copy(json_array_get(choice, none_yes ? 2 : 1));
    json_t *value = sam_if(condition, none_yes ? arn : other, none_yes ? other : arn);
    char made_condition[SAM_ID_MAX];
    sam_id(made_condition, "%s%s", none_yes ? "" : "NOT", condition);
    if (!none_yes) {
        sam_put(s, sam_object_at(s, s->in->template, "Conditions"), made_condition,
                json_pack("{s:[{s:s}]}", "Fn::Not", "Condition", condition));
    }
    f->target.role = sam_make(s, id, "AWS::IAM::Role", role);
    sam_put(s, sam_made(s, id), "Condition", json_string(made_condition));
    sam_put(s, f->lambda, "Role", value);
}

static bool sam_function_role(struct sam *s, struct sam_function *f)
{
    const json_t *p = f->p, *queue = sam_get(p, "DeadLetterQueue");
    json_t *managed = json_array(), *inline_policies = json_array();
    sam_append(s, managed,
               sam_managed_policy(s, sam_has(p, "DurableConfig")
                                         ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
                                         : "service-role/AWSLambdaBasicExecutionRole"));
    if (traced(s, p))
        sam_append(s, managed, sam_managed_policy(s, "AWSXrayWriteOnlyAccess"));
    if (sam_has(p, "VpcConfig")) {
        sam_append(s, managed,
                   sam_managed_policy(s, "service-role/AWSLambdaVPCAccessExecutionRole"));
    }
    if (sam_given(queue)) {
        bool sqs = sam_equals(sam_get(queue, "Type"), "SQS");
        sam_append(s, inline_policies,
                   sam_policy("DeadLetterQueuePolicy", "", sqs ? "sqs:SendMessage" : "sns:Publish",
                              json_deep_copy(sam_get(queue, "TargetArn"))));
    }
    if (json_array_extend(inline_policies, f->policies) != 0)
        s->failed = true;
    struct sam_role parts = {"lambda.amazonaws.com", p, managed, inline_policies, tags(s, p)};
    json_t *role = sam_role(s, &parts);
    const json_t *choice = sam_function(sam_get(f->lambda, "Role"), "Fn::If");
    if (role != NULL && choice != NULL && json_array_size(choice) != 3) {
        json_decref(role);
        return sam_fail(s, s->id, "Malformed 'Role' property: Fn::If requires 3 arguments.");
    }
    if (role != NULL)
        place_role(s, f, role);
    return role != NULL;
}

bool sam_function_resource(struct sam *s)
{
    struct sam_function f = {.p = s->properties, .policies = json_array()};
    f.target.function = s->id;
    struct sam_checked what = {s->id, "AWS::Serverless::Function", s->properties};
    bool well =
        sam_check(s, &what, sam_function_properties) && sam_events_check(s, sam_event_types) &&
        check_rules(s, f.p) && check_dead_letters(s, f.p) && sam_function_lambda(s, &f) &&
        sam_function_version(s, &f) && sam_function_url(s, &f) && sam_function_invoke(s, &f) &&
        sam_function_role(s, &f) && sam_events_make(s, sam_event_types, &f.target);
    json_decref(f.spare);
    json_decref(f.policies);
    return well;
}
