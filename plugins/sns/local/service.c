/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon SNS as a local half: opening and closing, and the way of a request to its operation. */
#include "local/service.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/delivery.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"

#define NAMESPACE "http://sns.amazonaws.com/doc/2010-03-31/"

static const struct {
    const char *api;
    operation *run;
} operations[] = {
    {"AddPermission", op_add_permission},
    {"CheckIfPhoneNumberIsOptedOut", op_check_if_phone_number_is_opted_out},
    {"ConfirmSubscription", op_confirm_subscription},
    {"CreatePlatformApplication", op_create_platform_application},
    {"CreatePlatformEndpoint", op_create_platform_endpoint},
    {"CreateSMSSandboxPhoneNumber", op_create_sms_sandbox_phone_number},
    {"CreateTopic", op_create_topic},
    {"DeleteEndpoint", op_delete_endpoint},
    {"DeletePlatformApplication", op_delete_platform_application},
    {"DeleteSMSSandboxPhoneNumber", op_delete_sms_sandbox_phone_number},
    {"DeleteTopic", op_delete_topic},
    {"GetDataProtectionPolicy", op_get_data_protection_policy},
    {"GetEndpointAttributes", op_get_endpoint_attributes},
    {"GetPlatformApplicationAttributes", op_get_platform_application_attributes},
    {"GetSMSAttributes", op_get_sms_attributes},
    {"GetSMSSandboxAccountStatus", op_get_sms_sandbox_account_status},
    {"GetSubscriptionAttributes", op_get_subscription_attributes},
    {"GetTopicAttributes", op_get_topic_attributes},
    {"ListEndpointsByPlatformApplication", op_list_endpoints_by_platform_application},
    {"ListOriginationNumbers", op_list_origination_numbers},
    {"ListPhoneNumbersOptedOut", op_list_phone_numbers_opted_out},
    {"ListPlatformApplications", op_list_platform_applications},
    {"ListSMSSandboxPhoneNumbers", op_list_sms_sandbox_phone_numbers},
    {"ListSubscriptions", op_list_subscriptions},
    {"ListSubscriptionsByTopic", op_list_subscriptions_by_topic},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"ListTopics", op_list_topics},
    {"OptInPhoneNumber", op_opt_in_phone_number},
    {"Publish", op_publish},
    {"PublishBatch", op_publish_batch},
    {"PutDataProtectionPolicy", op_put_data_protection_policy},
    {"RemovePermission", op_remove_permission},
    {"SetEndpointAttributes", op_set_endpoint_attributes},
    {"SetPlatformApplicationAttributes", op_set_platform_application_attributes},
    {"SetSMSAttributes", op_set_sms_attributes},
    {"SetSubscriptionAttributes", op_set_subscription_attributes},
    {"SetTopicAttributes", op_set_topic_attributes},
    {"Subscribe", op_subscribe},
    {"TagResource", op_tag_resource},
    {"Unsubscribe", op_unsubscribe},
    {"UntagResource", op_untag_resource},
    {"VerifySMSSandboxPhoneNumber", op_verify_sms_sandbox_phone_number},
};

/* ---- what operations share ---- */

static int status_of(const char *code)
{
    static const struct {
        const char *code;
        int status;
    } others[] = {{"NotFound", 404},
                  {"ResourceNotFound", 404},
                  {"TopicLimitExceeded", 403},
                  {"FilterPolicyLimitExceeded", 403},
                  {"InternalError", 500}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(code, others[i].code) == 0)
            return others[i].status;
    return 400;
}

static void SLRUN_PRINTF(3, 0)
    set_error(struct call *call, const char *code, const char *format, va_list args)
{
    if (call->code)
        return;
    call->code = code;
    call->status = status_of(code);
    (void)vsnprintf(call->message, sizeof call->message, format, args);
}

json_t *call_fail(struct call *call, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_error(call, code, format, args);
    va_end(args);
    return NULL;
}

json_t *call_invalid(struct call *call, const char *format, ...)
{
    char text[FAULT_MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return call_fail(call, "InvalidParameter", "Invalid parameter: %s", text);
}

bool call_arn(struct call *call, const char *name)
{
    const char *arn = call_text(call, name);
    int elements = 1;
    for (const char *c = arn ? arn : ""; *c; c++)
        elements += *c == ':';
    if (elements < ARN_ELEMENTS)
        return call_invalid(call, "%s Reason: An ARN must have at least 6 elements, not %d", name,
                            elements);
    return (strncmp(arn, "arn:", 4) == 0 && strstr(arn, ":sns:")) || call_invalid(call, "%s", name);
}

json_t *call_topic(struct call *call, const char *name)
{
    const char *arn = call_text(call, name);
    json_t *topic = json_object_get(call->service->topics, arn ? arn : "");
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    if (!call_arn(call, name))
        return NULL;
    slrun_arn_place(arn, region, account);
    if (strcmp(region, call->x->region) != 0)
        return call_invalid(call, "%s", name);
    if (topic)
        return topic;
    return strcmp(name, "ResourceArn") == 0
               ? call_fail(call, "ResourceNotFound", "Resource does not exist")
               : call_fail(call, "NotFound", "Topic does not exist");
}

json_t *call_subscription(struct call *call)
{
    const char *arn = call_text(call, "SubscriptionArn");
    json_t *subscription = json_object_get(call->service->subscriptions, arn);
    if (subscription)
        return subscription;
    if (!call_arn(call, "SubscriptionArn"))
        return NULL;
    return call_fail(call, "NotFound", "Subscription does not exist");
}

json_t *call_page(struct call *call, json_t *list)
{
    json_t *page = call->service->cloud->page(call->op, call->args, list, PAGE_SIZE);
    return page ? page : call_invalid(call, "NextToken");
}

/* ---- requests ---- */

/* The answers of these have an element for their result, which is empty. */
static struct slrun_query query_of(const struct call *call)
{
    static const struct slrun_param empty[] = {{.name = "Nothing"}, {.name = NULL}};
    static const char *const with[] = {"CreateSMSSandboxPhoneNumber",
                                       "DeleteSMSSandboxPhoneNumber",
                                       "OptInPhoneNumber",
                                       "SetSMSAttributes",
                                       "TagResource",
                                       "UntagResource",
                                       "VerifySMSSandboxPhoneNumber",
                                       NULL};
    const char *const *name = with;
    while (*name && strcmp(*name, call->op->api) != 0)
        name++;
    return (struct slrun_query){.api = call->op->api,
                                .params = call->op->params,
                                .result = *name ? empty : call->op->result,
                                .xmlns = NAMESPACE};
}

static operation *find_operation(struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *action = cloud->form_get(call->x, "Action");
    const char *version = cloud->form_get(call->x, "Version");
    for (size_t i = 0; action && i < SNS_OPS; i++)
        if (strcmp(sns_ops[i].api, action) == 0)
            call->op = &sns_ops[i];
    for (size_t i = 0; call->op && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].api, action) == 0)
            return operations[i].run;
    call_fail(call, "InvalidAction", "Could not find operation %.100s for version %.20s",
              action ? action : "null", version ? version : "NO_VERSION_SPECIFIED");
    return NULL;
}

static json_t *run(struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    operation *serves = find_operation(call);
    if (!serves)
        return NULL;
    struct slrun_query query = query_of(call);
    call->args = cloud->query_read(cloud, call->x, &query, &error);
    if (!call->args)
        return call_fail(call, "ValidationError", "%s", error.message);
    if (!check_args(call))
        return NULL;
    json_t *result = serves(call);
    return result ? result : call_fail(call, "InternalError", "out of memory");
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct call call = {.service = state, .x = x};
    const struct slrun_cloud *cloud = call.service->cloud;
    json_t *result = run(&call);
    if (result) {
        struct slrun_query query = query_of(&call);
        cloud->query_reply(cloud, x, &query, result);
    } else {
        cloud->fault(cloud, x,
                     &(struct slrun_fault){.how = SLRUN_ERRORS_QUERY,
                                           .status = call.status,
                                           .code = call.code,
                                           .message = call.message,
                                           .xmlns = NAMESPACE});
    }
    json_decref(result);
    json_decref(call.args);
}

/* The links of messages (SubscribeURL, UnsubscribeURL) are followed without a signature. */
static int claims(const struct slrun_exchange *x)
{
    const char *query = strchr(x->target, '?');
    return query && (strstr(query, "Action=ConfirmSubscription") ||
                     strstr(query, "Action=Unsubscribe"))
               ? SLRUN_CLAIM_SURE
               : SLRUN_CLAIM_NONE;
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    struct service *service = state;
    transits_end(&service->deliveries);
    state_close(service);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service)
        service->cloud = cloud;
    if (!service || !state_open(service)) {
        error->kind = SLRUN_E_MEMORY;
        free(service);
        return -1;
    }
    delivery_open(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    transits_end(&service->deliveries);
    state_clear(service);
}

/* The policy of a topic, for the roles of those who call. */
static json_t *policy(void *state, const char *arn)
{
    const struct service *service = state;
    return json_incref(json_object_get(json_object_get(service->topics, arn), "Policy"));
}

const struct slrun_local sns_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .claims = claims,
    .errors = SLRUN_ERRORS_QUERY,
    .resources = sns_resources,
    .looks = sns_looks,
    .policy = policy,
    .denied = "AuthorizationError",
};
