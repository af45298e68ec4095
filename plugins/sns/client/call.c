/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon SNS, API version 2010-03-31: the AWS query protocol. */
#include "client/call.h"

#include <string.h>

#include "client/ops.h"

const struct slrun_service sns_service = {
    .signing_name = "sns",
    .endpoint_prefix = "sns",
    .iam_prefix = "sns",
    .query_version = "2010-03-31",
    .grants = sns_grants,
};

int sns_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_query_build(ctx, args, req);
}

json_t *sns_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_query_parse(ctx, resp);
}

/* ---- undo ---- */

static const char *text(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value ? value : "";
}

/* A topic is deleted by its ARN, which is known when it is there. No tags_op: CreateTopic answers
 * for a topic that was there as for a new one. */
int sns_undo_create_topic(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                          struct slrun_undo *undo)
{
    const char *name = text(args, "Name"), *arn = text(result, "TopicArn");
    if (!*arn)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "topic",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_topic",
        .args = json_pack("{s:s}", "TopicArn", arn),
        .gone = "NotFound",
    };
    return 0;
}

/* A subscription has a name of its own only when it is there: that of its topic, and an id. It ends
 * with its topic in any case. */
int sns_undo_subscribe(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                       struct slrun_undo *undo)
{
    const char *arn = text(result, "SubscriptionArn"), *topic = text(args, "TopicArn");
    const char *endpoint = text(args, "Endpoint");
    if (!result || strncmp(arn, "arn:", 4) != 0)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "subscription",
        .name = ctx->host->format(ctx, "%s of %s", endpoint, topic),
        .op = "unsubscribe",
        .args = json_pack("{s:s}", "SubscriptionArn", arn),
        .gone = "NotFound",
    };
    return 0;
}

/* An application is deleted by its ARN. No tags_op: the answer for one that was there is the same.
 */
int sns_undo_create_platform_application(struct slrun_ctx *ctx, const json_t *args,
                                         const json_t *result, struct slrun_undo *undo)
{
    const char *name = text(args, "Name"), *arn = text(result, "PlatformApplicationArn");
    if (!*arn)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "platform application",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_platform_application",
        .args = json_pack("{s:s}", "PlatformApplicationArn", arn),
        .gone = "NotFound",
    };
    return 0;
}

/* ---- tags ---- */

int sns_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
