/* SPDX-License-Identifier: Apache-2.0 */
/* Domain of an API: a domain name and its mappings. They have no effect in the local cloud, which
 * has addresses of its own; Route53 is left out. */
#include <ctype.h>
#include <string.h>

#include "sam/api.h"
#include "sam/id.h"
#include "sam/resolve.h"
#include "sam/value.h"

/* What the kinds of API call things. */
struct kind {
    const char *prefix; /* of the domain's logical id, and of the types */
    const char *domain_type, *mapping_type;
    const char *suffix; /* of a mapping's logical id */
    const char *api, *path;
};

static const struct kind rest = {"ApiGatewayDomainName",
                                 "AWS::ApiGateway::DomainName",
                                 "AWS::ApiGateway::BasePathMapping",
                                 "BasePathMapping",
                                 "RestApiId",
                                 "BasePath"};
static const struct kind http = {"ApiGatewayDomainNameV2",
                                 "AWS::ApiGatewayV2::DomainName",
                                 "AWS::ApiGatewayV2::ApiMapping",
                                 "ApiMapping",
                                 "ApiId",
                                 "ApiMappingKey"};

/* `base` may be NULL: all paths. */
static void make_mapping(struct sam *s, const struct kind *kind, const char *domain,
                         const char *base)
{
    char plain[SAM_ID_MAX], id[SAM_ID_MAX], stage[SAM_ID_MAX];
    size_t n = 0;
    for (const char *p = base; p != NULL && *p != '\0' && n + 1 < sizeof plain; p++)
        if (isalnum((unsigned char)*p))
            plain[n++] = *p;
    plain[n] = '\0';
    json_t *mapping =
        sam_make(s, sam_id(id, "%.200s%.200s%s", s->id, plain, kind->suffix), kind->mapping_type,
                 json_pack("{s:o, s:o, s:o}", "DomainName", sam_ref(domain), kind->api,
                           sam_ref(s->id), "Stage", sam_ref(sam_id(stage, "%s.Stage", s->id))));
    if (base == NULL)
        return;
    const json_t *normal = sam_get(sam_get(s->properties, "Domain"), "NormalizeBasePath");
    bool stripped = kind == &rest && (normal == NULL || sam_given(normal));
    size_t skip = strspn(base, "/"), length = strlen(base);
    while (length > skip && base[length - 1] == '/')
        length--;
    sam_put(s, mapping, kind->path,
            stripped        ? json_string(plain)
            : kind == &rest ? json_string(base)
                            : json_stringn(base + skip, length - skip));
}

static bool make_mappings(struct sam *s, const struct kind *kind, const char *domain)
{
    const json_t *bases = sam_get(sam_get(s->properties, "Domain"), "BasePath");
    size_t i;
    json_t *base;
    if (!json_is_array(bases) || json_array_size(bases) == 0) {
        const char *one = json_string_value(bases);
        make_mapping(s, kind, domain, one == NULL || *one == '\0' ? NULL : one);
        return true;
    }
    json_array_foreach (bases, i, base) {
        if (!json_is_string(base))
            return sam_fail(s, s->id, "Property 'Domain.BasePath[%zu]' should be a string.", i);
        make_mapping(s, kind, domain, json_string_value(base));
    }
    return true;
}

static void domain_id(const struct kind *kind, const json_t *name, char *id)
{
    char hex[SAM_DIGEST_HEX] = "";
    sam_digest(name, hex);
    sam_id(id, "%s%.*s", kind->prefix, SAM_DIGEST_SHORT, hex);
}

bool sam_rest_domain(struct sam *s)
{
    const json_t *config = sam_get(s->properties, "Domain"), *name = sam_get(config, "DomainName");
    const json_t *certificate = sam_get(config, "CertificateArn");
    const json_t *endpoint = sam_get(config, "EndpointConfiguration");
    char id[SAM_ID_MAX];
    if (config == NULL)
        return true;
    if (name == NULL || certificate == NULL) {
        return sam_fail(s, s->id, "Property 'Domain.%s' is required.",
                        name == NULL ? "DomainName" : "CertificateArn");
    }
    bool regional = endpoint == NULL || sam_equals(endpoint, "REGIONAL");
    if (!regional && !sam_equals(endpoint, "EDGE") && !sam_equals(endpoint, "PRIVATE")) {
        return sam_fail(s, s->id,
                        "EndpointConfiguration for Custom Domains must be one of ['EDGE', "
                        "'REGIONAL', 'PRIVATE'].");
    }
    domain_id(&rest, name, id);
    json_t *domain =
        sam_make(s, id, rest.domain_type,
                 json_pack("{s:o, s:o, s:{s:[s]}}", "DomainName", json_deep_copy(name),
                           regional ? "RegionalCertificateArn" : "CertificateArn",
                           json_deep_copy(certificate), "EndpointConfiguration", "Types",
                           endpoint == NULL ? "REGIONAL" : json_string_value(endpoint)));
    sam_copy(s, domain, config, "SecurityPolicy");
    sam_copy(s, domain, config, "MutualTlsAuthentication");
    sam_copy(s, domain, config, "OwnershipVerificationCertificateArn");
    return make_mappings(s, &rest, id);
}

bool sam_http_domain(struct sam *s)
{
    const json_t *config = sam_resolve_at(s, s->properties, "Domain");
    const json_t *name = sam_get(config, "DomainName");
    const json_t *certificate = sam_get(config, "CertificateArn");
    const json_t *endpoint = sam_get(config, "EndpointConfiguration");
    char id[SAM_ID_MAX];
    if (config == NULL)
        return true;
    if (name == NULL || certificate == NULL) {
        return sam_fail(
            s, s->id,
            "Custom Domains only works if both DomainName and CertificateArn are provided.");
    }
    if (endpoint != NULL && !sam_equals(endpoint, "REGIONAL")) {
        return sam_fail(s, s->id,
                        "EndpointConfiguration for Custom Domains must be one of ['REGIONAL'].");
    }
    domain_id(&http, name, id);
    json_t *settings = json_pack("{s:o, s:s}", "CertificateArn", json_deep_copy(certificate),
                                 "EndpointType", "REGIONAL");
    sam_copy(s, settings, config, "OwnershipVerificationCertificateArn");
    sam_copy(s, settings, config, "SecurityPolicy");
    json_t *domain = sam_make(s, id, http.domain_type,
                              json_pack("{s:o, s:[o]}", "DomainName", json_deep_copy(name),
                                        "DomainNameConfigurations", settings));
    sam_copy(s, domain, config, "MutualTlsAuthentication");
    json_t *tags = sam_get(s->properties, "Tags");
    sam_copy_as(s, domain, "Tags", tags);
    return make_mappings(s, &http, id);
}
