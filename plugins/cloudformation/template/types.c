/* SPDX-License-Identifier: Apache-2.0 */
#include "template/types.h"

#include <stdio.h>
#include <string.h>

#include "template/value.h"

enum { CUSTOM_NAME_MAX = 60 };

/* What Ref gives. */
enum reference { NAME, ARN };

/*
 * Types without behaviour, the narrower before the wider: one that ends with "::" is a prefix.
 * `name`: the property that names it. In ARNs $R is the region, $A the account, $P the path of
 * IAM, $N the name.
 */
static const struct row {
    const char *type, *name, *arn;
    enum reference ref;
} rows[] = {
    {"AWS::IAM::Role", "RoleName", "arn:aws:iam::$A:role$P$N", NAME},
    {"AWS::IAM::User", "UserName", "arn:aws:iam::$A:user$P$N", NAME},
    {"AWS::IAM::Group", "GroupName", "arn:aws:iam::$A:group$P$N", NAME},
    {"AWS::IAM::InstanceProfile", "InstanceProfileName", "arn:aws:iam::$A:instance-profile$P$N",
     NAME},
    {"AWS::IAM::ManagedPolicy", "ManagedPolicyName", "arn:aws:iam::$A:policy$P$N", ARN},
    {"AWS::IAM::", NULL, "arn:aws:iam::$A:$N", NAME},
    {"AWS::KMS::Alias", "AliasName", "arn:aws:kms:$R:$A:$N", NAME},
    {"AWS::KMS::", NULL, "arn:aws:kms:$R:$A:key/$N", NAME},
    {"AWS::SSM::Parameter", "Name", "arn:aws:ssm:$R:$A:parameter/$N", NAME},
    {"AWS::SSM::", "Name", "arn:aws:ssm:$R:$A:$N", NAME},
    {"AWS::SecretsManager::Secret", "Name", "arn:aws:secretsmanager:$R:$A:secret:$N", ARN},
    {"AWS::SecretsManager::", NULL, "arn:aws:secretsmanager:$R:$A:$N", ARN},
    {"AWS::CloudWatch::Alarm", "AlarmName", "arn:aws:cloudwatch:$R:$A:alarm:$N", NAME},
    {"AWS::CloudWatch::CompositeAlarm", "AlarmName", "arn:aws:cloudwatch:$R:$A:alarm:$N", NAME},
    {"AWS::CloudWatch::Dashboard", "DashboardName", "arn:aws:cloudwatch::$A:dashboard/$N", NAME},
    {"AWS::CloudWatch::", NULL, "arn:aws:cloudwatch:$R:$A:$N", NAME},
    {"AWS::Logs::QueryDefinition", NULL, "arn:aws:logs:$R:$A:query-definition:$N", NAME},
    {"AWS::Logs::ResourcePolicy", "PolicyName", "arn:aws:logs:$R:$A:resource-policy:$N", NAME},
    {"AWS::EventSchemas::Registry", "RegistryName", "arn:aws:schemas:$R:$A:registry/$N", ARN},
    {"AWS::EventSchemas::Schema", "SchemaName", "arn:aws:schemas:$R:$A:schema/$N", ARN},
    {"AWS::EventSchemas::", NULL, "arn:aws:schemas:$R:$A:$N", ARN},
    {"AWS::XRay::", NULL, "arn:aws:xray:$R:$A:$N", NAME},
    {"AWS::EC2::", NULL, "arn:aws:ec2:$R:$A:$N", NAME},
    {"AWS::WAFv2::", "Name", "arn:aws:wafv2:$R:$A:regional/$N", NAME},
    {"AWS::Route53::", "Name", "arn:aws:route53:::$N", NAME},
    {"AWS::CertificateManager::", NULL, "arn:aws:acm:$R:$A:certificate/$N", ARN},
    {"AWS::CloudFront::", NULL, "arn:aws:cloudfront::$A:distribution/$N", NAME},
    {"AWS::CloudTrail::", "TrailName", "arn:aws:cloudtrail:$R:$A:trail/$N", NAME},
    {"AWS::CodeDeploy::", "ApplicationName", "arn:aws:codedeploy:$R:$A:application:$N", NAME},
    {"AWS::ApplicationAutoScaling::", NULL, "arn:aws:application-autoscaling:$R:$A:$N", NAME},
    {"AWS::ApplicationInsights::", "ResourceGroupName", "arn:aws:applicationinsights:$R:$A:$N",
     ARN},
    {"AWS::ResourceGroups::", "Name", "arn:aws:resource-groups:$R:$A:group/$N", NAME},
    {"AWS::ServiceCatalogAppRegistry::", NULL, "arn:aws:servicecatalog:$R:$A:$N", NAME},
    {"AWS::Budgets::", NULL, "arn:aws:budgets::$A:budget/$N", NAME},
    {"AWS::Backup::", NULL, "arn:aws:backup:$R:$A:$N", NAME},
    {"AWS::Config::", NULL, "arn:aws:config:$R:$A:$N", NAME},
    {"AWS::Oam::", NULL, "arn:aws:oam:$R:$A:$N", NAME},
    {"AWS::RUM::", "Name", "arn:aws:rum:$R:$A:appmonitor/$N", NAME},
    {"AWS::Synthetics::", "Name", "arn:aws:synthetics:$R:$A:canary:$N", NAME},
    {"AWS::Cognito::UserPool", NULL, "arn:aws:cognito-idp:$R:$A:userpool/$N", NAME},
    {"AWS::Cognito::", NULL, "arn:aws:cognito-idp:$R:$A:$N", NAME},
    {"AWS::CDK::Metadata", NULL, "arn:aws:cdk:$R:$A:metadata/$N", NAME},
    {"AWS::CloudFormation::WaitConditionHandle", NULL, "arn:aws:cloudformation:$R:$A:handle/$N",
     NAME},
};

static const struct row *row_of(const char *type)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].type);
        bool prefix = rows[i].type[n - 1] == ':';
        if (prefix ? strncmp(rows[i].type, type, n) == 0 : strcmp(rows[i].type, type) == 0)
            return &rows[i];
    }
    return NULL;
}

const struct slrun_resource_type *type_acting(const struct slrun_cloud *cloud, const char *type)
{
    return cloud->resource_type(cloud, type);
}

/* "Custom::" and 1 to 60 letters, digits, "_", "@" and "-" (User Guide, AWS::CloudFormation::
 * CustomResource). */
bool type_is_custom(const char *type)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@-";
    const char *name = strncmp(type, "Custom::", 8) == 0 ? type + 8 : "";
    size_t n = strspn(name, letters);
    return strcmp(type, "AWS::CloudFormation::CustomResource") == 0 ||
           (n > 0 && n <= CUSTOM_NAME_MAX && !name[n]);
}

bool type_is_nested(const char *type)
{
    return strcmp(type, "AWS::CloudFormation::Stack") == 0;
}

bool type_is_inert(const char *type)
{
    return row_of(type) != NULL;
}

static bool is_in(const char *const *names, const char *name)
{
    for (; names && *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

bool type_has_attribute(const struct slrun_cloud *cloud, const char *type, const char *attribute)
{
    const struct slrun_resource_type *acting = type_acting(cloud, type);
    if (type_is_nested(type))
        return strncmp(attribute, "Outputs.", strlen("Outputs.")) == 0;
    return acting ? is_in(acting->attributes, attribute)
                  : type_is_inert(type) || type_is_custom(type);
}

void types_offer(const struct slrun_cloud *cloud, struct nearest *nearest)
{
    const struct slrun_resource_type *type;
    for (size_t i = 0; (type = cloud->resource_type_at(cloud, i)); i++)
        nearest_offer(nearest, type->type);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].type[strlen(rows[i].type) - 1] != ':')
            nearest_offer(nearest, rows[i].type);
}

/* docs.aws.amazon.com/AWSCloudFormation/latest/APIReference, CreateStack, Capabilities. */
const char *type_capability(const char *type, const json_t *properties)
{
    static const char *const needing[] = {"AWS::IAM::AccessKey",
                                          "AWS::IAM::Group",
                                          "AWS::IAM::InstanceProfile",
                                          "AWS::IAM::ManagedPolicy",
                                          "AWS::IAM::Policy",
                                          "AWS::IAM::Role",
                                          "AWS::IAM::User",
                                          "AWS::IAM::UserToGroupAddition",
                                          NULL};
    const struct row *row = is_in(needing, type) ? row_of(type) : NULL;
    return !row                                                  ? NULL
           : row->name && json_object_get(properties, row->name) ? "CAPABILITY_NAMED_IAM"
                                                                 : "CAPABILITY_IAM";
}

/* ---- what stands for a resource ---- */

static const char *part(const struct inert *inert, const char *name, char letter)
{
    const char *path = json_string_value(json_object_get(inert->properties, "Path"));
    switch (letter) {
    case 'R':
        return inert->region;
    case 'A':
        return inert->account;
    case 'P':
        return path ? path : "/";
    default:
        return *name == '/' ? name + 1 : name;
    }
}

static json_t *arn_of(const struct inert *inert, const char *format, const char *name)
{
    char arn[INERT_ARN_MAX] = "";
    size_t n = 0;
    for (const char *c = format; *c && n < sizeof arn - 1; c++)
        if (*c == '$') {
            int more = snprintf(arn + n, sizeof arn - n, "%s", part(inert, name, *++c));
            n += more < 0 ? 0 : (size_t)more;
        } else {
            arn[n++] = *c;
            arn[n] = '\0';
        }
    return json_string(arn);
}

json_t *inert_attributes(const struct inert *inert, json_t **physical_id)
{
    const struct row *row = row_of(inert->type);
    json_t *own = row && row->name ? json_object_get(inert->properties, row->name) : NULL;
    const char *name = json_is_string(own) ? json_string_value(own) : inert->name, *key;
    json_t *all = json_object(), *value;
    if (!row || !all) {
        json_decref(all);
        return NULL;
    }
    json_object_foreach ((json_t *)inert->properties, key, value) {
        json_t *text = value_text(value);
        if (text)
            json_object_set_new(all, key, text);
    }
    if (row->name) /* Fn::GetAtt of it, also where the template leaves it to CloudFormation */
        json_object_set_new(all, row->name, json_string(name));
    json_object_set_new(all, "Arn", arn_of(inert, row->arn, name));
    *physical_id = row->ref == ARN ? json_incref(json_object_get(all, "Arn")) : json_string(name);
    json_object_set(all, "*", *physical_id);
    return all;
}
