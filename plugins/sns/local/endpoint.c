/* SPDX-License-Identifier: Apache-2.0 */
/* Endpoints: which there are for each protocol. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "local/subscription.h"

static bool is_arn_of(const char *endpoint, const char *service)
{
    return strncmp(endpoint, "arn:", 4) == 0 && strstr(endpoint, service);
}

static bool check_queue(struct call *call, const char *endpoint)
{
    if (!is_arn_of(endpoint, ":sqs:"))
        return call_invalid(call, "SQS endpoint ARN");
    if (topic_is_fifo(endpoint) && !topic_is_fifo(call_text(call, "TopicArn")))
        return call_invalid(call, "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be "
                                  "subscribed to standard SNS topics");
    return true;
}

static bool check_function(struct call *call, const char *endpoint)
{
    return is_arn_of(endpoint, ":lambda:") || call_invalid(call, "Lambda endpoint ARN");
}

/* Addresses of this machine: what stands elsewhere is not called, as a test must not call the
 * world. */
static bool is_here(const char *host)
{
    const char *end = host + strcspn(host, "/?#"), *at = memchr(host, '@', (size_t)(end - host));
    host = at ? at + 1 : host;
    size_t size = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":/?#");
    size_t number = strspn(host, "0123456789."), suffix = strlen(".localhost");
    return (strncmp(host, "127.", 4) == 0 && number == size) ||
           (size == 5 && strncmp(host, "[::1]", size) == 0) ||
           (size == 9 && strncasecmp(host, "localhost", size) == 0) ||
           (size > suffix && strncasecmp(host + size - suffix, ".localhost", suffix) == 0);
}

static bool check_url(struct call *call, const char *endpoint)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *url = cloud->url ? cloud->url(cloud) : NULL;
    const char *protocol = call_text(call, "Protocol");
    size_t n = strlen(protocol);
    if (strncmp(endpoint, protocol, n) != 0 || strncmp(endpoint + n, "://", 3) != 0)
        return call_invalid(call, "Endpoint must match the specified protocol");
    bool own = url && strncmp(endpoint, url, strlen(url)) == 0;
    return own || is_here(endpoint + n + 3) ||
           call_invalid(call, "Endpoint Reason: slrun's local cloud delivers by http to addresses "
                              "of this machine alone (127.0.0.1, localhost)");
}

static bool check_mail(struct call *call, const char *endpoint)
{
    return strchr(endpoint, '@') || call_invalid(call, "Email address");
}

/* Digits, with single separators between them. */
static bool check_phone(struct call *call, const char *endpoint)
{
    const char *c = endpoint + (*endpoint == '+');
    bool right = *c != '\0';
    for (; *c && right; c++)
        right = isdigit((unsigned char)*c) ||
                (strchr("-./ ()", *c) && c > endpoint + 1 && isdigit((unsigned char)c[-1]) &&
                 isdigit((unsigned char)c[1]));
    return right || call_fail(call, "InvalidParameter", "Invalid SMS endpoint: %.100s", endpoint);
}

/* A device's. */
static bool check_device(struct call *call, const char *endpoint)
{
    return json_object_get(call->service->endpoints, endpoint) ||
           call_invalid(call, "Endpoint Reason: Endpoint does not exist for endpoint %.500s",
                        endpoint);
}

static bool check_elsewhere(struct call *call, const char *endpoint)
{
    (void)endpoint;
    return call_invalid(call, "Protocol Reason: slrun's local cloud does not deliver by %s",
                        call_text(call, "Protocol"));
}

static const struct protocol {
    const char *name;
    bool (*check)(struct call *call, const char *endpoint);
    bool confirms;
} protocols[] = {
    {"sqs", check_queue, false},
    {"lambda", check_function, false},
    {"http", check_url, true},
    {"https", check_url, true},
    {"email", check_mail, true},
    {"email-json", check_mail, true},
    {"sms", check_phone, false},
    {"application", check_device, false},
    {"firehose", check_elsewhere, false},
};

static const struct protocol *find(const char *name)
{
    for (size_t i = 0; i < sizeof protocols / sizeof *protocols; i++)
        if (strcmp(protocols[i].name, name) == 0)
            return &protocols[i];
    return NULL;
}

bool endpoint_check(struct call *call, const char *protocol, const char *endpoint)
{
    const struct protocol *known = find(protocol);
    if (!known)
        return call_invalid(call, "Amazon SNS does not support this protocol string: %.100s",
                            protocol);
    if (!endpoint)
        return call_invalid(call, "Endpoint");
    if (topic_is_fifo(call_text(call, "TopicArn")) && strcmp(protocol, "sqs") != 0)
        return call_invalid(call, "Invalid protocol type: %s", protocol);
    return known->check(call, endpoint);
}

bool endpoint_confirms(const char *protocol)
{
    return find(protocol)->confirms;
}
