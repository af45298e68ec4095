/* SPDX-License-Identifier: Apache-2.0 */
/* What the shape of a website's configuration cannot say; texts as AWS was seen to answer. */
#include <stdlib.h>
#include <string.h>

#include "bucket/config.h"

enum { ROUTING_RULES_MAX = 50 };

static bool check_protocol(struct call *call, const struct xml_node *node)
{
    const char *protocol = xml_text(node, "Protocol");
    return protocol == NULL || strcmp(protocol, "http") == 0 || strcmp(protocol, "https") == 0 ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "Invalid protocol, protocol can be http or https. If not defined the protocol "
                     "will be selected automatically.");
}

/* Documents and rules are for who does not redirect all requests. */
static bool check_parts(struct call *call)
{
    const struct xml_node *all = xml_child(call->xml, "RedirectAllRequestsTo");
    const struct xml_node *index = xml_child(call->xml, "IndexDocument");
    if (all != NULL && (index != NULL || xml_child(call->xml, "ErrorDocument") != NULL ||
                        xml_child(call->xml, "RoutingRules") != NULL)) {
        return fault_argument(&call->fault,
                              "RedirectAllRequestsTo cannot be provided in conjunction with other "
                              "Routing Rules.",
                              "RedirectAllRequestsTo", "not null");
    }
    if (all == NULL && index == NULL) {
        return fault_argument(&call->fault,
                              "A value for IndexDocument Suffix must be provided if "
                              "RedirectAllRequestsTo is empty",
                              "IndexDocument", "null");
    }
    return check_protocol(call, all);
}

static bool check_documents(struct call *call)
{
    const char *suffix = xml_text(xml_child(call->xml, "IndexDocument"), "Suffix");
    const char *key = xml_text(xml_child(call->xml, "ErrorDocument"), "Key");
    if (suffix != NULL && (suffix[0] == '\0' || strchr(suffix, '/') != NULL)) {
        return fault_argument(&call->fault, "The IndexDocument Suffix is not well formed",
                              "IndexDocument", suffix);
    }
    return key == NULL || key[0] != '\0' ||
           fault_argument(&call->fault, "The ErrorDocument Key is not well formed", "ErrorDocument",
                          key);
}

/* A number in [low, high]; absent is right, too. */
static bool is_code(const char *text, long low, long high)
{
    char *end = NULL;
    long value = text == NULL ? low : strtol(text, &end, 10);
    return value >= low && value <= high && (end == NULL || (*end == '\0' && end != text));
}

static bool check_condition(struct call *call, const struct xml_node *condition)
{
    const char *code = xml_text(condition, "HttpErrorCodeReturnedEquals");
    if (condition != NULL && condition->first == NULL) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Condition cannot be empty. To redirect all requests without a condition, "
                         "the condition element shouldn't be present.");
    }
    return is_code(code, 400, 599) ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "The provided HTTP error code (%s) is not valid. Valid codes are 4XX or 5XX.",
                     code);
}

static bool check_redirect(struct call *call, const struct xml_node *redirect)
{
    const char *code = xml_text(redirect, "HttpRedirectCode");
    if (xml_child(redirect, "ReplaceKeyWith") != NULL &&
        xml_child(redirect, "ReplaceKeyPrefixWith") != NULL) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
    }
    if (!is_code(code, 301, 399)) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The provided HTTP redirect code (%s) is not valid. Valid codes are 3XX "
                         "except 300.",
                         code);
    }
    return check_protocol(call, redirect);
}

static bool check_rules(struct call *call, const struct xml_node *rules)
{
    int n = 0;
    for (const struct xml_node *r = xml_child(rules, "RoutingRule"); r != NULL; r = xml_again(r)) {
        if (!check_condition(call, xml_child(r, "Condition")) ||
            !check_redirect(call, xml_child(r, "Redirect")))
            return false;
        n++;
    }
    return n <= ROUTING_RULES_MAX ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "%d routing rules provided, the number of routing rules in a website "
                     "configuration is limited to %d.",
                     n, ROUTING_RULES_MAX);
}

bool config_check_website(struct call *call)
{
    return check_parts(call) && check_documents(call) &&
           check_rules(call, xml_child(call->xml, "RoutingRules"));
}
