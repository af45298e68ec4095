/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon SNS"). */
#include "client/call.h"

const struct slrun_grant sns_grants[] = {
    {"list_subscriptions", NULL, NULL, NULL},
    {"list_topics", NULL, NULL, NULL},
    {"get_subscription_attributes", NULL, NULL, NULL},
    {"set_subscription_attributes", NULL, NULL, NULL},
    {"unsubscribe", NULL, NULL, NULL},
    {"create_topic", NULL, "arn:p:sns:r:a:{Name}", NULL},
    {"create_topic", "sns:TagResource", "arn:p:sns:r:a:{Name}", "Tags"},
    {"publish", NULL, "{TopicArn}", "TopicArn"},
    {"publish", NULL, "{TargetArn}", "TargetArn"},
    {"publish", NULL, NULL, "PhoneNumber"},
    {"publish_batch", "sns:Publish", "{TopicArn}", NULL},
    {"*", NULL, "{ResourceArn}", NULL},
    {"*", NULL, "{TopicArn}", NULL},
    {0},
};
