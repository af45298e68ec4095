/* SPDX-License-Identifier: Apache-2.0 */
/* Custom domain names: what API Gateway says of them beside what was given. Nothing is reached by
 * them here. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

#define OF_CLOUDFRONT "Z2FDTNDATAQYW2" /* the hosted zone of all its distributions */

enum { LABEL = 10 };

/* AWS General Reference, "Amazon API Gateway endpoints and quotas". */
static const char *zone_of(const char *region)
{
    static const char *const zones[][2] = {
        {"us-east-1", "Z1UJRXOUMOOFQ8"},     {"us-east-2", "ZOJJZC49E0EPZ"},
        {"us-west-1", "Z2MUQ32089INYE"},     {"us-west-2", "Z2OJLYMUO9EFXC"},
        {"eu-west-1", "ZLY8HYME6SFDD"},      {"eu-west-2", "ZJ5UAJN8Y3Z2Q"},
        {"eu-central-1", "Z1U9ULNL0V5AJ3"},  {"ap-northeast-1", "Z1YSHQZHG15GKL"},
        {"ap-southeast-1", "ZL327KTPIQFUL"}, {"ap-southeast-2", "Z2RPCDW04V8134"},
    };
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (strcmp(zones[i][0], region) == 0)
            return zones[i][1];
    return zones[0][1];
}

static json_t *label(const struct call *call, const char *before, const char *behind)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    const struct slrun_cloud *cloud = call->service->cloud;
    char text[LABEL + 1] = "";
    for (size_t i = 0; i < LABEL; i++)
        text[i] = letters[cloud->random(cloud) % (sizeof letters - 1)];
    return json_sprintf("%s%s%s", before, text, behind);
}

static json_t *regional(const struct call *call)
{
    json_t *behind = json_sprintf(".execute-api.%s.amazonaws.com", call->region);
    json_t *name = label(call, "d-", json_string_value(behind));
    json_decref(behind);
    return name;
}

/* Sets what the request leaves out; `value` is taken over. */
static void add(json_t *to, const char *member, json_t *value)
{
    if (json_object_get(to, member))
        json_decref(value);
    else
        (void)json_object_set_new(to, member, value);
}

json_t *op_create_domain(struct call *call)
{
    add(call->args, "endpointConfiguration", json_pack("{s:[s]}", "types", "EDGE"));
    const json_t *types =
        json_object_get(json_object_get(call->args, "endpointConfiguration"), "types");
    const char *type = json_string_value(json_array_get(types, 0));
    bool edge = !type || strcmp(type, "EDGE") == 0;
    const char *name = call_arg(call, "domainName");
    add(call->args, "domainNameStatus", json_string("AVAILABLE"));
    add(call->args, "securityPolicy", json_string("TLS_1_2"));
    add(call->args, "domainNameArn",
        json_sprintf("arn:aws:apigateway:%s::/domainnames/%s", call->region, name ? name : ""));
    add(call->args, edge ? "distributionDomainName" : "regionalDomainName",
        edge ? label(call, "d", ".cloudfront.net") : regional(call));
    add(call->args, edge ? "distributionHostedZoneId" : "regionalHostedZoneId",
        json_string(edge ? OF_CLOUDFRONT : zone_of(call->region)));
    return thing_create(call);
}

json_t *op_create_domain_v2(struct call *call)
{
    json_t *all = json_object_get(call->args, "DomainNameConfigurations"), *one;
    size_t i;
    json_array_foreach (all, i, one) {
        add(one, "ApiGatewayDomainName", regional(call));
        add(one, "HostedZoneId", json_string(zone_of(call->region)));
        add(one, "DomainNameStatus", json_string("AVAILABLE"));
        add(one, "EndpointType", json_string("REGIONAL"));
        add(one, "SecurityPolicy", json_string("TLS_1_2"));
    }
    add(call->args, "ApiMappingSelectionExpression", json_string("$request.basepath"));
    return thing_create(call);
}
