/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param sns_add_permission_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Label", S_STRING, SLRUN_REQUIRED, "Name of the statement in the topic's policy."},
    {"AWSAccountId", S_LIST(shape_string), SLRUN_REQUIRED, "Accounts that get the permission."},
    {"ActionName", S_LIST(shape_string), SLRUN_REQUIRED,
     "What they may do: Publish, Subscribe, ..."},
    {.name = NULL},
};

const struct slrun_param sns_check_if_phone_number_is_opted_out_params[] = {
    {"phoneNumber", S_STRING, SLRUN_REQUIRED, "The phone number, as +15555550100."},
    {.name = NULL},
};

const struct slrun_param sns_check_if_phone_number_is_opted_out_result[] = {
    {"isOptedOut", S_BOOLEAN, 0, "Whether it wants no SMS."},
    {.name = NULL},
};

const struct slrun_param sns_confirm_subscription_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Token", S_STRING, SLRUN_REQUIRED, "Token of the confirmation message."},
    {"AuthenticateOnUnsubscribe", S_STRING, 0,
     "\"true\": only who signs can end the subscription."},
    {.name = NULL},
};

const struct slrun_param sns_confirm_subscription_result[] = {
    {"SubscriptionArn", S_STRING, 0, "ARN of the subscription."},
    {.name = NULL},
};

const struct slrun_param sns_create_platform_application_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the platform application, 1 to 256 characters."},
    {"Platform", S_STRING, SLRUN_REQUIRED,
     "Service that reaches the devices: ADM, APNS, APNS_SANDBOX, GCM and so on."},
    {"Attributes", S_MAP(shape_string), SLRUN_REQUIRED,
     "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_create_platform_application_result[] = {
    {"PlatformApplicationArn", S_STRING, 0, "ARN of the platform application."},
    {.name = NULL},
};

const struct slrun_param sns_create_platform_endpoint_params[] = {
    {"PlatformApplicationArn", S_STRING, SLRUN_REQUIRED, "ARN of the platform application."},
    {"Token", S_STRING, SLRUN_REQUIRED, "The device's token at its platform."},
    {"CustomUserData", S_STRING, 0, "Data of the caller's own; 2 KiB at most."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_create_platform_endpoint_result[] = {
    {"EndpointArn", S_STRING, 0, "ARN of the device's endpoint."},
    {.name = NULL},
};

static const char *const words_language_code_string[] = {
    "en-US", "en-GB", "es-419", "es-ES", "de-DE", "fr-CA", "fr-FR",
    "it-IT", "ja-JP", "pt-BR",  "kr-KR", "zh-CN", "zh-TW", NULL};
const struct slrun_param sns_create_sms_sandbox_phone_number_params[] = {
    {"PhoneNumber", S_STRING, SLRUN_REQUIRED, "For SMS, in place of a topic."},
    {"LanguageCode", S_WORD(words_language_code_string), 0,
     "Language of the SMS with the password."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param sns_create_topic_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the topic, 256 letters, digits, \"-\" and \"_\" at most; that of a FIFO topic ends "
     "with \".fifo\"."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {"DataProtectionPolicy", S_STRING, 0,
     "Policy that masks data; without effect on the local cloud."},
    {.name = NULL},
};

const struct slrun_param sns_create_topic_result[] = {
    {"TopicArn", S_STRING, 0, "ARN of the topic."},
    {.name = NULL},
};

const struct slrun_param sns_delete_endpoint_params[] = {
    {"EndpointArn", S_STRING, SLRUN_REQUIRED, "ARN of the device's endpoint."},
    {.name = NULL},
};

const struct slrun_param sns_delete_platform_application_params[] = {
    {"PlatformApplicationArn", S_STRING, SLRUN_REQUIRED, "ARN of the platform application."},
    {.name = NULL},
};

const struct slrun_param sns_delete_sms_sandbox_phone_number_params[] = {
    {"PhoneNumber", S_STRING, SLRUN_REQUIRED, "For SMS, in place of a topic."},
    {.name = NULL},
};

const struct slrun_param sns_delete_topic_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {.name = NULL},
};

const struct slrun_param sns_get_data_protection_policy_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {.name = NULL},
};

const struct slrun_param sns_get_data_protection_policy_result[] = {
    {"DataProtectionPolicy", S_STRING, 0,
     "Policy that masks data; without effect on the local cloud."},
    {.name = NULL},
};

const struct slrun_param sns_get_endpoint_attributes_params[] = {
    {"EndpointArn", S_STRING, SLRUN_REQUIRED, "ARN of the device's endpoint."},
    {.name = NULL},
};

const struct slrun_param sns_get_endpoint_attributes_result[] = {
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_get_platform_application_attributes_params[] = {
    {"PlatformApplicationArn", S_STRING, SLRUN_REQUIRED, "ARN of the platform application."},
    {.name = NULL},
};

const struct slrun_param sns_get_platform_application_attributes_result[] = {
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_get_sms_attributes_params[] = {
    {"attributes", S_LIST(shape_string), 0,
     "Names of the settings that are told; all unless given."},
    {.name = NULL},
};

const struct slrun_param sns_get_sms_attributes_result[] = {
    {"attributes", S_MAP(shape_string), 0, "Settings, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_get_sms_sandbox_account_status_params[] = {
    {.name = NULL},
};

const struct slrun_param sns_get_sms_sandbox_account_status_result[] = {
    {"IsInSandbox", S_BOOLEAN, 0, "Whether SMS go to verified numbers alone."},
    {.name = NULL},
};

const struct slrun_param sns_get_subscription_attributes_params[] = {
    {"SubscriptionArn", S_STRING, SLRUN_REQUIRED, "ARN of the subscription."},
    {.name = NULL},
};

const struct slrun_param sns_get_subscription_attributes_result[] = {
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_get_topic_attributes_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {.name = NULL},
};

const struct slrun_param sns_get_topic_attributes_result[] = {
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_list_endpoints_by_platform_application_params[] = {
    {"PlatformApplicationArn", S_STRING, SLRUN_REQUIRED, "ARN of the platform application."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param endpoint_members[] = {
    {"EndpointArn", S_STRING, 0, "ARN of the device's endpoint."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

static const struct slrun_shape shape_endpoint_members = S_STRUCTURE(endpoint_members);
const struct slrun_param sns_list_endpoints_by_platform_application_result[] = {
    {"Endpoints", S_LIST(shape_endpoint_members), 0, "Endpoints of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_origination_numbers_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 30."},
    {.name = NULL},
};

static const struct slrun_param phone_number_information_members[] = {
    {"CreatedAt", S_TIMESTAMP, 0, "When it was made."},
    {"PhoneNumber", S_STRING, 0, "For SMS, in place of a topic."},
    {"Status", S_STRING, 0, "How the number stands, as ACTIVE."},
    {"Iso2CountryCode", S_STRING, 0, "The number's country, two letters of ISO 3166-1, as \"DE\"."},
    {"RouteType", S_STRING, 0, "What messages it is for: Transactional, Promotional or Premium."},
    {"NumberCapabilities", S_LIST(shape_string), 0, "What the number can do: SMS, MMS, VOICE."},
    {.name = NULL},
};

static const struct slrun_shape shape_phone_number_information_members =
    S_STRUCTURE(phone_number_information_members);
const struct slrun_param sns_list_origination_numbers_result[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"PhoneNumbers", S_LIST(shape_phone_number_information_members), 0,
     "Phone numbers of this page."},
    {.name = NULL},
};

const struct slrun_param sns_list_phone_numbers_opted_out_params[] = {
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_phone_numbers_opted_out_result[] = {
    {"phoneNumbers", S_LIST(shape_string), 0, "Phone numbers of this page that want no SMS."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_platform_applications_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param platform_application_members[] = {
    {"PlatformApplicationArn", S_STRING, 0, "ARN of the platform application."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {.name = NULL},
};

static const struct slrun_shape shape_platform_application_members =
    S_STRUCTURE(platform_application_members);
const struct slrun_param sns_list_platform_applications_result[] = {
    {"PlatformApplications", S_LIST(shape_platform_application_members), 0,
     "Platform applications of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_sms_sandbox_phone_numbers_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param sms_sandbox_phone_number_members[] = {
    {"PhoneNumber", S_STRING, 0, "For SMS, in place of a topic."},
    {"Status", S_STRING, 0, "Pending, or Verified: SMS may be sent to it."},
    {.name = NULL},
};

static const struct slrun_shape shape_sms_sandbox_phone_number_members =
    S_STRUCTURE(sms_sandbox_phone_number_members);
const struct slrun_param sns_list_sms_sandbox_phone_numbers_result[] = {
    {"PhoneNumbers", S_LIST(shape_sms_sandbox_phone_number_members), 0,
     "Phone numbers of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_subscriptions_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param subscription_members[] = {
    {"SubscriptionArn", S_STRING, 0, "ARN of the subscription."},
    {"Owner", S_STRING, 0, "Account of the subscription."},
    {"Protocol", S_STRING, 0, "How messages are delivered: sqs, lambda, http, https, email, ..."},
    {"Endpoint", S_STRING, 0, "Where messages are delivered: an ARN, a URL, an address."},
    {"TopicArn", S_STRING, 0, "ARN of the topic."},
    {.name = NULL},
};

static const struct slrun_shape shape_subscription_members = S_STRUCTURE(subscription_members);
const struct slrun_param sns_list_subscriptions_result[] = {
    {"Subscriptions", S_LIST(shape_subscription_members), 0,
     "Subscriptions of this page, 100 at most."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_subscriptions_by_topic_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_subscriptions_by_topic_result[] = {
    {"Subscriptions", S_LIST(shape_subscription_members), 0,
     "Subscriptions of this page, 100 at most."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_list_tags_for_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param sns_list_tags_for_resource_result[] = {
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param sns_list_topics_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param topic_members[] = {
    {"TopicArn", S_STRING, 0, "ARN of the topic."},
    {.name = NULL},
};

static const struct slrun_shape shape_topic_members = S_STRUCTURE(topic_members);
const struct slrun_param sns_list_topics_result[] = {
    {"Topics", S_LIST(shape_topic_members), 0, "Topics of this page, 100 at most."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param sns_opt_in_phone_number_params[] = {
    {"phoneNumber", S_STRING, SLRUN_REQUIRED, "The phone number, as +15555550100."},
    {.name = NULL},
};

static const struct slrun_param message_attribute_value_given[] = {
    {"DataType", S_STRING, SLRUN_REQUIRED,
     "Type of the attribute's value: String, String.Array (a JSON text), Number or Binary."},
    {"StringValue", S_STRING, 0, "The value as a string; of all types but Binary."},
    {"BinaryValue", S_BLOB, 0, "The value's bytes; of type Binary."},
    {.name = NULL},
};

static const struct slrun_shape shape_message_attribute_value_given =
    S_STRUCTURE(message_attribute_value_given);
const struct slrun_param sns_publish_params[] = {
    {"TopicArn", S_STRING, 0, "ARN of the topic."},
    {"TargetArn", S_STRING, 0, "ARN of the topic, in place of TopicArn."},
    {"PhoneNumber", S_STRING, 0, "For SMS, in place of a topic."},
    {"Message", S_STRING, SLRUN_REQUIRED,
     "The message, a string; 256 KiB with its attributes at most."},
    {"Subject", S_STRING, 0, "Subject of e-mails, part of the envelope; 100 characters at most."},
    {"MessageStructure", S_STRING, 0,
     "\"json\": the message is an object with a message for each protocol."},
    {"MessageAttributes", S_MAP(shape_message_attribute_value_given), SLRUN_NAME_VALUE,
     "Attributes of the message, by name."},
    {"MessageDeduplicationId", S_STRING, 0,
     "FIFO: of messages with the same within 5 minutes one is delivered."},
    {"MessageGroupId", S_STRING, 0,
     "Group of the message, FIFO: messages of a group keep their order."},
    {.name = NULL},
};

const struct slrun_param sns_publish_result[] = {
    {"MessageId", S_STRING, 0, "Id that the message got."},
    {"SequenceNumber", S_STRING, 0, "FIFO: later messages have a greater one."},
    {.name = NULL},
};

static const struct slrun_param publish_batch_request_entry_given[] = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Name of the entry, once in its batch; 1 to 80 characters."},
    {"Message", S_STRING, SLRUN_REQUIRED,
     "The message, a string; 256 KiB with its attributes at most."},
    {"Subject", S_STRING, 0, "Subject of e-mails, part of the envelope; 100 characters at most."},
    {"MessageStructure", S_STRING, 0,
     "\"json\": the message is an object with a message for each protocol."},
    {"MessageAttributes", S_MAP(shape_message_attribute_value_given), SLRUN_NAME_VALUE,
     "Attributes of the message, by name."},
    {"MessageDeduplicationId", S_STRING, 0,
     "FIFO: of messages with the same within 5 minutes one is delivered."},
    {"MessageGroupId", S_STRING, 0,
     "Group of the message, FIFO: messages of a group keep their order."},
    {.name = NULL},
};

static const struct slrun_shape shape_publish_batch_request_entry_given =
    S_STRUCTURE(publish_batch_request_entry_given);
const struct slrun_param sns_publish_batch_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"PublishBatchRequestEntries", S_LIST(shape_publish_batch_request_entry_given), SLRUN_REQUIRED,
     "The messages, 1 to 10; 256 KiB together at most."},
    {.name = NULL},
};

static const struct slrun_param publish_batch_result_entry_members[] = {
    {"Id", S_STRING, 0, "Name of the entry, once in its batch; 1 to 80 characters."},
    {"MessageId", S_STRING, 0, "Id that the message got."},
    {"SequenceNumber", S_STRING, 0, "FIFO: later messages have a greater one."},
    {.name = NULL},
};

static const struct slrun_shape shape_publish_batch_result_entry_members =
    S_STRUCTURE(publish_batch_result_entry_members);
static const struct slrun_param batch_result_error_entry_members[] = {
    {"Id", S_STRING, 0, "Name of the entry, once in its batch; 1 to 80 characters."},
    {"Code", S_STRING, 0, "What is wrong with the entry, as a word."},
    {"Message", S_STRING, 0, "Why the entry was not taken, in words."},
    {"SenderFault", S_BOOLEAN, 0, "Whether the sender caused it."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_result_error_entry_members =
    S_STRUCTURE(batch_result_error_entry_members);
const struct slrun_param sns_publish_batch_result[] = {
    {"Successful", S_LIST(shape_publish_batch_result_entry_members), 0,
     "Entries that were taken, with their MessageId."},
    {"Failed", S_LIST(shape_batch_result_error_entry_members), 0,
     "Entries that were not taken, and why."},
    {.name = NULL},
};

const struct slrun_param sns_put_data_protection_policy_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"DataProtectionPolicy", S_STRING, SLRUN_REQUIRED,
     "Policy that masks data; without effect on the local cloud."},
    {.name = NULL},
};

const struct slrun_param sns_remove_permission_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Label", S_STRING, SLRUN_REQUIRED, "Name of the statement in the topic's policy."},
    {.name = NULL},
};

const struct slrun_param sns_set_endpoint_attributes_params[] = {
    {"EndpointArn", S_STRING, SLRUN_REQUIRED, "ARN of the device's endpoint."},
    {"Attributes", S_MAP(shape_string), SLRUN_REQUIRED,
     "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_set_platform_application_attributes_params[] = {
    {"PlatformApplicationArn", S_STRING, SLRUN_REQUIRED, "ARN of the platform application."},
    {"Attributes", S_MAP(shape_string), SLRUN_REQUIRED,
     "Attributes, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_set_sms_attributes_params[] = {
    {"attributes", S_MAP(shape_string), SLRUN_REQUIRED,
     "Settings, name to value; values are strings."},
    {.name = NULL},
};

const struct slrun_param sns_set_subscription_attributes_params[] = {
    {"SubscriptionArn", S_STRING, SLRUN_REQUIRED, "ARN of the subscription."},
    {"AttributeName", S_STRING, SLRUN_REQUIRED,
     "Name of the attribute, as DeliveryPolicy or FilterPolicy."},
    {"AttributeValue", S_STRING, 0, "Value of the attribute, a string."},
    {.name = NULL},
};

const struct slrun_param sns_set_topic_attributes_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"AttributeName", S_STRING, SLRUN_REQUIRED,
     "Name of the attribute, as DeliveryPolicy or FilterPolicy."},
    {"AttributeValue", S_STRING, 0, "Value of the attribute, a string."},
    {.name = NULL},
};

const struct slrun_param sns_subscribe_params[] = {
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Protocol", S_STRING, SLRUN_REQUIRED,
     "How messages are delivered: sqs, lambda, http, https, email, ..."},
    {"Endpoint", S_STRING, 0, "Where messages are delivered: an ARN, a URL, an address."},
    {"Attributes", S_MAP(shape_string), 0, "Attributes, name to value; values are strings."},
    {"ReturnSubscriptionArn", S_BOOLEAN, 0,
     "Whether to tell the ARN also of a subscription that is not confirmed."},
    {.name = NULL},
};

const struct slrun_param sns_subscribe_result[] = {
    {"SubscriptionArn", S_STRING, 0, "ARN of the subscription."},
    {.name = NULL},
};

const struct slrun_param sns_tag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param sns_unsubscribe_params[] = {
    {"SubscriptionArn", S_STRING, SLRUN_REQUIRED, "ARN of the subscription."},
    {.name = NULL},
};

const struct slrun_param sns_untag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL},
};

const struct slrun_param sns_verify_sms_sandbox_phone_number_params[] = {
    {"PhoneNumber", S_STRING, SLRUN_REQUIRED, "For SMS, in place of a topic."},
    {"OneTimePassword", S_STRING, SLRUN_REQUIRED, "The password of the SMS."},
    {.name = NULL},
};
