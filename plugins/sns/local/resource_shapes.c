/* SPDX-License-Identifier: Apache-2.0 */
/* Properties of AWS::SNS::* (CloudFormation's template reference). */
#include "local/resource_shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_param inline_members[] = {
    {"Endpoint", S_STRING, SLRUN_REQUIRED, "Where messages are delivered."},
    {"Protocol", S_STRING, SLRUN_REQUIRED, "How they are delivered."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);
static const struct slrun_shape inline_shape = S_STRUCTURE(inline_members);
static const struct slrun_shape string_shape = S_STRING, any_shape = S_DOCUMENT;

const struct slrun_param sns_topic_properties[] = {
    {"TopicName", S_STRING, 0, "Name of the topic; .fifo at the end of a FIFO topic's."},
    {"DisplayName", S_STRING, 0, "Name in e-mails and short messages."},
    {"FifoTopic", S_BOOLEAN, 0, "Whether it keeps the order."},
    {"ContentBasedDeduplication", S_BOOLEAN, 0, "FIFO: whether messages tell duplicates."},
    {"FifoThroughputScope", S_STRING, 0, "FIFO: Topic or MessageGroup."},
    {"ArchivePolicy", S_DOCUMENT, 0, "FIFO: how long messages are archived; without effect."},
    {"KmsMasterKeyId", S_STRING, 0, "The key of encryption."},
    {"SignatureVersion", S_STRING, 0, "1 or 2."},
    {"TracingConfig", S_STRING, 0, "PassThrough or Active."},
    {"Subscription", S_LIST(inline_shape), 0, "Subscriptions that are made with it."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the topic."},
    {"DeliveryStatusLogging", S_LIST(any_shape), 0, "Accepted, and without effect here."},
    {"DataProtectionPolicy", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {.name = NULL},
};

const struct slrun_param sns_subscription_properties[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "The topic."},
    {"Protocol", S_STRING, SLRUN_REQUIRED, "How messages are delivered."},
    {"Endpoint", S_STRING, 0, "Where they are delivered."},
    {"FilterPolicy", S_DOCUMENT, 0, "Which messages are wanted."},
    {"FilterPolicyScope", S_STRING, 0, "MessageAttributes or MessageBody."},
    {"RawMessageDelivery", S_BOOLEAN, 0, "Whether messages come without an envelope."},
    {"RedrivePolicy", S_DOCUMENT, 0, "The dead-letter queue."},
    {"DeliveryPolicy", S_DOCUMENT, 0, "How deliveries are tried again."},
    {"ReplayPolicy", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {"SubscriptionRoleArn", S_STRING, 0, "Role of a delivery stream's subscription."},
    {"Region", S_STRING, 0, "Region of the topic, where it is another."},
    {.name = NULL},
};

const struct slrun_param sns_policy_properties[] = {
    {"PolicyDocument", S_DOCUMENT, SLRUN_REQUIRED, "Who may do what."},
    {"Topics", S_LIST(string_shape), SLRUN_REQUIRED, "ARNs of the topics."},
    {.name = NULL},
};
