/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_SNS_SERVICE_H
#define SLRUN_SNS_SERVICE_H

#include <stdbool.h>

#include <slrun/arn.h>
#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

#include "deliveries/transit.h"

enum {
    FAULT_MESSAGE_MAX = 2048,
    PAGE_SIZE = 100,      /* of lists; API Reference */
    MESSAGE_MAX = 262144, /* bytes with attributes; of a batch, too */
    SUBJECT_MAX = 100,    /* characters */
    TAGS_MAX = 50,        /* of a topic */
    DEDUP_MS = 300000,    /* how long a FIFO topic remembers what was published */
    TOPICS_MAX = 100000,  /* of an account; "Amazon SNS endpoints and quotas" */
    ARN_ELEMENTS = 6,     /* at least */
    UUID_SIZE = 37
};

struct delivery;

/*
 * Topics and subscriptions are JSON documents by their ARN, as they are kept:
 *   topic          {"Name", "Attributes": {as set}, "Tags": [{"Key", "Value"}], "Policy": {...}}
 *   subscription   {"TopicArn", "Protocol", "Endpoint", "Owner", "Attributes": {as set}, "Token",
 *                   "Pending": true, "Filter": {the policy, read}}
 * and so are, for push notifications and SMS:
 *   application    {"Attributes": {as set}}
 *   endpoint       {"Application": its ARN, "Attributes": {"Token", "Enabled", ...}}
 *   sms            by "ACCOUNT REGION": {"Attributes": {as set}, "Sandbox": {number: its state}}
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *topics, *subscriptions, *applications, *endpoints, *sms;
    json_t *published; /* FIFO: {"until", "MessageId", "SequenceNumber"} by topic, scope and id */
    uint64_t sequence; /* the last one given */
    struct transits deliveries; /* delivery.c */
};

/* One request. `args` has been read by the operation's parameters. */
struct call {
    struct service *service;
    struct slrun_exchange *x;
    const struct slrun_op *op;
    json_t *args;
    const char *code; /* of the error; NULL: there is none */
    int status;
    char message[FAULT_MESSAGE_MAX];
};

/* An operation: a new reference, an empty object for an answer without a result, or NULL after
 * call_fail(). */
typedef json_t *operation(struct call *call);
operation op_add_permission, op_check_if_phone_number_is_opted_out, op_confirm_subscription,
    op_create_platform_application, op_create_platform_endpoint, op_create_sms_sandbox_phone_number,
    op_delete_endpoint, op_delete_platform_application, op_delete_sms_sandbox_phone_number,
    op_get_data_protection_policy, op_get_endpoint_attributes,
    op_get_platform_application_attributes, op_get_sms_attributes,
    op_get_sms_sandbox_account_status, op_list_endpoints_by_platform_application,
    op_list_origination_numbers, op_list_phone_numbers_opted_out, op_list_platform_applications,
    op_list_sms_sandbox_phone_numbers, op_opt_in_phone_number, op_put_data_protection_policy,
    op_set_endpoint_attributes, op_set_platform_application_attributes, op_set_sms_attributes,
    op_verify_sms_sandbox_phone_number, op_create_topic, op_delete_topic,
    op_get_subscription_attributes, op_get_topic_attributes, op_list_subscriptions,
    op_list_subscriptions_by_topic, op_list_tags_for_resource, op_list_topics, op_publish,
    op_publish_batch, op_remove_permission, op_set_subscription_attributes, op_set_topic_attributes,
    op_subscribe, op_tag_resource, op_unsubscribe, op_untag_resource;

/* Fills the error, unless there is one. Returns NULL. The status is the code's. */
json_t *call_fail(struct call *call, const char *code, const char *format, ...) SLRUN_PRINTF(3, 4);
/* The same with the code InvalidParameter and "Invalid parameter: " before the text. */
json_t *call_invalid(struct call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

/* An argument that is a text, or NULL. */
static inline const char *call_text(const struct call *call, const char *name)
{
    return slrun_text(call->args, name);
}

/* Whether an argument is an ARN of SNS. False after call_fail(). */
bool call_arn(struct call *call, const char *name);
/* The topic that an argument names, of the region of the request: there is no way to those of
 * others. Borrowed. NULL after call_fail(). */
json_t *call_topic(struct call *call, const char *name);
/* The same of a subscription that is confirmed or not. */
json_t *call_subscription(struct call *call);

/* One page of a list (taken over), as the result. */
json_t *call_page(struct call *call, json_t *list);

/* ---- platform.c: push notifications ---- */

/* The platform application, or the endpoint of a device, that an argument names; borrowed. NULL
 * after call_fail(). */
json_t *call_application(struct call *call);
json_t *call_endpoint(struct call *call);

/* ---- sms.c ---- */

/* Whether SMS can be sent to it: "+15555550100". */
bool phone_is_number(const char *text);

/* ---- check.c ---- */

/* Whether all that is required is there, and words are AWS's. False after call_fail(). */
bool check_args(struct call *call);

/* ---- state.c ---- */

/* Kept topics and subscriptions, or none. False: no memory. */
bool state_open(struct service *service);
void state_close(struct service *service);
/* Forgets everything; the documents are the local cloud's to remove. */
void state_clear(struct service *service);
/* Keeps the topic or subscription of that ARN as it stands, or that it is gone. */
void topic_keep(struct service *service, const char *arn);
void subscription_keep(struct service *service, const char *arn);
void application_keep(struct service *service, const char *arn);
void endpoint_keep(struct service *service, const char *arn);
void sms_keep(struct service *service, const char *place);
bool topic_is_fifo(const char *arn);

/* ---- attribute.c: what topics and subscriptions are set to ---- */

/* Whether it may be set; `creating`: a topic that comes. False after call_fail(). */
bool topic_attribute_check(struct call *call, const char *name, const json_t *value, bool creating);
/* `protocol` of the subscription; `all`: the other attributes that are set with it, or NULL. */
struct subscribing {
    const char *protocol, *endpoint;
    const json_t *attributes; /* as they will be */
};
bool subscription_attribute_check(struct call *call, const struct subscribing *s, const char *name,
                                  const char *value);

#endif
