/* SPDX-License-Identifier: Apache-2.0 */
#include "template/types.h"

#include <string.h>

enum { CUSTOM_NAME_MAX = 60 };

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

void types_offer(const struct slrun_cloud *cloud, struct slrun_nearest *nearest)
{
    const struct slrun_resource_type *type;
    for (size_t i = 0; (type = cloud->resource_type_at(cloud, i)); i++)
        slrun_nearest_offer(nearest, type->type);
    inert_offer(nearest);
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
    const char *name = is_in(needing, type) ? inert_named_by(type) : NULL;
    return !is_in(needing, type)                       ? NULL
           : name && json_object_get(properties, name) ? "CAPABILITY_NAMED_IAM"
                                                       : "CAPABILITY_IAM";
}
