/* SPDX-License-Identifier: Apache-2.0 */
#include "net/endpoint.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "net/region.h"

/* Where AWS's own names depart from PREFIX.REGION.SUFFIX and PREFIX-fips.REGION.SUFFIX. */
enum oddity {
    DUAL_AS_PLAIN = 1,     /* its plain name is dual-stack, in the older partitions */
    GOV_FIPS_AS_PLAIN = 2, /* in GovCloud its plain name is FIPS */
    GOV_DUAL_FIPS_AS_PLAIN = 4,
    GOV_DUAL_AS_FIPS = 8, /* in GovCloud there is no other that is dual-stack */
    DUAL_IN_NAME = 16,    /* PREFIX.dualstack.REGION.amazonaws.com */
};

static const struct service {
    const char *prefix;
    const char *id;   /* as variables and files name it */
    const char *dual; /* its prefix on dual-stack, where it is another */
    unsigned oddities;
} services[] = {
    {"apigateway", "api_gateway", NULL, 0},
    {"cloudformation", "cloudformation", NULL, GOV_FIPS_AS_PLAIN},
    {"dynamodb", "dynamodb", NULL, GOV_FIPS_AS_PLAIN},
    {"events", "eventbridge", NULL, GOV_FIPS_AS_PLAIN | GOV_DUAL_FIPS_AS_PLAIN},
    {"kinesis", "kinesis", NULL, GOV_FIPS_AS_PLAIN},
    {"logs", "cloudwatch_logs", NULL, GOV_FIPS_AS_PLAIN},
    {"monitoring", "cloudwatch", NULL, GOV_FIPS_AS_PLAIN | GOV_DUAL_FIPS_AS_PLAIN},
    {"oidc", "sso_oidc", NULL, GOV_FIPS_AS_PLAIN},
    {"portal.sso", "sso", NULL, GOV_FIPS_AS_PLAIN},
    {"s3", "s3", NULL, DUAL_IN_NAME},
    {"secretsmanager", "secrets_manager", NULL, DUAL_AS_PLAIN},
    {"sns", "sns", NULL, GOV_FIPS_AS_PLAIN},
    {"sqs", "sqs", NULL, GOV_FIPS_AS_PLAIN},
    {"ssm", "ssm", NULL, GOV_FIPS_AS_PLAIN},
    {"states", "sfn", NULL, GOV_FIPS_AS_PLAIN | GOV_DUAL_AS_FIPS},
    {"streams.dynamodb", "dynamodb_streams", "streams-dynamodb", GOV_FIPS_AS_PLAIN},
    {"sts", "sts", NULL, GOV_FIPS_AS_PLAIN},
    {"sync-states", "sfn", NULL, GOV_FIPS_AS_PLAIN | GOV_DUAL_AS_FIPS},
};

/* AWS's partitions by the beginning of their regions; the last one takes all others. */
static const struct partition {
    const char *regions, *suffix, *dual_suffix;
} partitions[] = {
    {"cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    {"us-gov-", "amazonaws.com", "api.aws"},
    {"us-iso-", "c2s.ic.gov", "api.aws.ic.gov"},
    {"us-isob-", "sc2s.sgov.gov", "api.aws.scloud"},
    {"eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    {"us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
    {"eusc-", "amazonaws.eu", "api.amazonwebservices.eu"},
    {"", "amazonaws.com", "api.aws"},
};

static const struct service *service_of(const char *prefix)
{
    static const struct service plain;
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        if (strcmp(services[i].prefix, prefix) == 0)
            return &services[i];
    return &plain;
}

static const struct partition *partition_of(const char *region)
{
    const struct partition *p = partitions;
    while (strncmp(region, p->regions, strlen(p->regions)) != 0)
        p++;
    return p;
}

static int read_style(struct endpoint_rules *rules, struct slrun_error *error)
{
    static const char *const styles[] = {
        [ENDPOINT_AUTO] = "auto", [ENDPOINT_PATH] = "path", [ENDPOINT_VIRTUAL] = "virtual"};
    const char *profile = config_profile(rules->config);
    const char *const path[] = {"profile", profile, "s3", "addressing_style"};
    const char *style = config_sub(rules->config, path);
    if (!style)
        return 0;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        if (strcmp(styles[i], style) == 0) {
            rules->s3 = (enum endpoint_style)i;
            return 0;
        }
    }
    return error_set(error, SLRUN_E_USAGE,
                     "the addressing_style '%s' of the profile '%s' is not auto, path or virtual",
                     style, profile);
}

int endpoint_rules_read(struct endpoint_rules *rules, const struct config *config,
                        struct slrun_error *error)
{
    *rules = (struct endpoint_rules){
        .config = config,
        .ignore_configured = config_flag(config, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                                         "ignore_configured_endpoint_urls"),
        .fips = config_flag(config, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
        .dual_stack = config_flag(config, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")};
    const char *profile = config_profile(config);
    const char *section = config_get(config, "profile", profile, "services");
    if (section && !rules->ignore_configured && !config_has(config, "services", section))
        return error_set(error, SLRUN_E_USAGE,
                         "the profile '%s' names a section [services %s], which is not in %s",
                         profile, section, config_path(config, CONFIG_SHARED));
    return read_style(rules, error);
}

/* AWS_ENDPOINT_URL_API_GATEWAY */
static const char *service_variable(const char *id, char name[64])
{
    size_t n = (size_t)snprintf(name, 64, "AWS_ENDPOINT_URL_%s", id);
    for (size_t i = 0; i < n && i < 63; i++)
        name[i] = (char)toupper((unsigned char)name[i]);
    return config_env(name);
}

const char *endpoint_configured(const struct endpoint_rules *rules, const char *prefix,
                                const char **from)
{
    char variable[64];
    const char *ignored;
    const char **where = from ? from : &ignored;
    const char *id = prefix ? service_of(prefix)->id : NULL;
    if (!rules->config || rules->ignore_configured)
        return NULL;
    id = id ? id : prefix;
    const char *url = id ? service_variable(id, variable) : NULL;
    *where = "AWS_ENDPOINT_URL_<SERVICE>";
    if (url)
        return url;
    *where = "AWS_ENDPOINT_URL";
    if ((url = config_env("AWS_ENDPOINT_URL")))
        return url;
    const char *profile = config_profile(rules->config);
    const char *section = config_get(rules->config, "profile", profile, "services");
    const char *const path[] = {"services", section, id, "endpoint_url"};
    *where = "the profile's services section";
    if (id && section && (url = config_sub(rules->config, path)) && *url)
        return url;
    *where = "the profile's endpoint_url";
    url = config_get(rules->config, "profile", profile, "endpoint_url");
    return url && *url ? url : NULL;
}

bool endpoint_is_url(const char *url)
{
    const char *host = strncmp(url, "http://", 7) == 0    ? url + 7
                       : strncmp(url, "https://", 8) == 0 ? url + 8
                                                          : NULL;
    size_t n = host ? strcspn(host, "/?#@ ") : 0;
    return n > 0 && (!host[n] || strcmp(host + n, "/") == 0) && strlen(url) < ENDPOINT_MAX;
}

bool endpoint_is_aws(const char *url)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    size_t n = strcspn(host, ":/?#");
    for (size_t i = 0; i < sizeof partitions / sizeof *partitions; i++) {
        const char *suffixes[] = {partitions[i].suffix, partitions[i].dual_suffix};
        for (size_t k = 0; k < 2; k++) {
            size_t m = strlen(suffixes[k]);
            if (n > m && host[n - m - 1] == '.' && strncasecmp(host + n - m, suffixes[k], m) == 0)
                return true;
        }
    }
    return false;
}

/* Whether a service's plain name is to be used where dual-stack is asked for. */
static bool dual_as_plain(const struct service *s, const struct partition *p, bool fips)
{
    bool china = strcmp(p->regions, "cn-") == 0;
    return (s->oddities & DUAL_AS_PLAIN) &&
           (china ? !fips : strcmp(p->dual_suffix, "api.aws") == 0);
}

/* Whether "-fips" stands in the name. */
static bool name_is_fips(const struct service *s, const struct partition *p, bool dual, bool fips)
{
    if (strcmp(p->regions, "us-gov-") != 0)
        return fips;
    if (dual && (s->oddities & GOV_DUAL_AS_FIPS))
        return true;
    return fips && !(s->oddities & (dual ? GOV_DUAL_FIPS_AS_PLAIN : GOV_FIPS_AS_PLAIN));
}

static int use_configured(const char *url, const char *from, char out[ENDPOINT_MAX],
                          struct slrun_error *error)
{
    if (!endpoint_is_url(url)) {
        error_set(error, SLRUN_E_USAGE, "%s: '%s' is no endpoint", from, url);
        return error_hint(error, "write http://HOST:PORT or https://HOST");
    }
    size_t n = strlen(url);
    snprintf(out, ENDPOINT_MAX, "%.*s", (int)(n - (url[n - 1] == '/')), url);
    return 0;
}

int endpoint_resolve(const struct endpoint_rules *rules, const struct endpoint_place *place,
                     char out[ENDPOINT_MAX], struct slrun_error *error)
{
    const char *prefix = place->prefix, *region = place->region, *from = "";
    const char *url = endpoint_configured(rules, prefix, &from);
    if (url)
        return use_configured(url, from, out, error);
    if (region_check(region, error) != 0)
        return -1;
    const struct service *s = service_of(prefix);
    const struct partition *p = partition_of(region);
    bool dual = rules->dual_stack && !dual_as_plain(s, p, rules->fips);
    bool fips = name_is_fips(s, p, dual, rules->fips);
    if (fips && (s->oddities & DUAL_IN_NAME) && strcmp(p->regions, "cn-") == 0)
        return error_set(error, SLRUN_E_USAGE, "%s has no FIPS endpoint in %s", prefix, region);
    bool in_name = dual && (s->oddities & DUAL_IN_NAME);
    snprintf(out, ENDPOINT_MAX, "https://%s%s%s.%s.%s", dual && s->dual ? s->dual : prefix,
             fips ? "-fips" : "", in_name ? ".dualstack" : "", region,
             dual && !in_name ? p->dual_suffix : p->suffix);
    return 0;
}
