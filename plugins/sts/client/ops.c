/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Security Token Service, API version 2011-06-15: who am I, and temporary credentials. */
#include "client/ops.h"

const struct slrun_service sts_service = {
    .signing_name = "sts",
    .endpoint_prefix = "sts",
    .iam_prefix = "sts",
    .query_version = "2011-06-15",
    .grants = sts_grants,
};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_query_build(ctx, args, req);
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_query_parse(ctx, resp);
}

/* ---- shapes ---- */

#define STRING(n, f, d)                                                                            \
    {                                                                                              \
        .name = n, .shape = {.type = SLRUN_STRING}, .flags = f, .doc = d                           \
    }
#define INTEGER(n, f, d)                                                                           \
    {                                                                                              \
        .name = n, .shape = {.type = SLRUN_INTEGER}, .flags = f, .doc = d                          \
    }

static const struct slrun_param no_params[] = {{0}};

static const struct slrun_param credentials[] = {
    STRING("AccessKeyId", 0, "Names the credentials."),
    STRING("SecretAccessKey", SLRUN_SECRET, "The key that signs requests."),
    STRING("SessionToken", SLRUN_SECRET, "Goes with each request."),
    {.name = "Expiration", .shape = {.type = SLRUN_TIMESTAMP}, .doc = "When they end."},
    {0},
};

static const struct slrun_param assumed_role[] = {
    STRING("AssumedRoleId", 0, "The role's id and the session's name."),
    STRING("Arn", 0, "Of the session."),
    {0},
};

static const struct slrun_param federated_user[] = {
    STRING("FederatedUserId", 0, "The account and the user's name."),
    STRING("Arn", 0, "Of the user."),
    {0},
};

static const struct slrun_param tag[] = {
    STRING("Key", SLRUN_REQUIRED, "The tag's name."),
    STRING("Value", SLRUN_REQUIRED, "The tag's value."),
    {0},
};

static const struct slrun_param policy_descriptor[] = {
    STRING("arn", 0, "Of a managed policy."),
    {0},
};

static const struct slrun_param provided_context[] = {
    STRING("ProviderArn", 0, "Who says it."),
    STRING("ContextAssertion", 0, "What is said."),
    {0},
};

static const struct slrun_shape string_shape = {.type = SLRUN_STRING};
static const struct slrun_shape tag_shape = {.type = SLRUN_STRUCTURE, .members = tag};
static const struct slrun_shape policy_shape = {.type = SLRUN_STRUCTURE,
                                                .members = policy_descriptor};
static const struct slrun_shape context_shape = {.type = SLRUN_STRUCTURE,
                                                 .members = provided_context};

#define CREDENTIALS                                                                                \
    {                                                                                              \
        .name = "Credentials", .shape = {.type = SLRUN_STRUCTURE, .members = credentials},         \
        .doc = "Temporary ones."                                                                   \
    }
#define DURATION INTEGER("DurationSeconds", 0, "How long the credentials last; 900 at least.")
#define POLICY   STRING("Policy", 0, "A session policy, JSON: what is allowed at most.")
#define POLICY_ARNS                                                                                \
    {                                                                                              \
        .name = "PolicyArns", .shape = {.type = SLRUN_LIST, .of = &policy_shape},                  \
        .doc = "Managed policies as session policies."                                             \
    }
#define TAGS                                                                                       \
    {                                                                                              \
        .name = "Tags", .shape = {.type = SLRUN_LIST, .of = &tag_shape}, .doc = "Of the session."  \
    }
#define MFA_SERIAL STRING("SerialNumber", 0, "Of the MFA device.")
#define MFA_CODE   STRING("TokenCode", SLRUN_SECRET, "That the MFA device shows.")

#define TOKEN_LEAST INTEGER("MinimumSessionTokenSize", 0, "Bytes that the token has at least.")
#define TOKEN_SIZES                                                                                \
    INTEGER("SessionTokenUtilization", 0, "Percent of the longest token that there is."),          \
        INTEGER("SessionTokenSize", 0, "Bytes of the token.")

/* ---- operations ---- */

static const struct slrun_param identity_result[] = {
    STRING("UserId", 0, "Of the calling user or session."),
    STRING("Account", 0, "12 digits."),
    STRING("Arn", 0, "Of the calling user or session."),
    {0},
};

static const struct slrun_param assume_role_params[] = {
    STRING("RoleArn", SLRUN_REQUIRED, "The role to take."),
    STRING("RoleSessionName", SLRUN_REQUIRED, "2 to 64 characters."),
    POLICY_ARNS,
    POLICY,
    DURATION,
    TAGS,
    {.name = "TransitiveTagKeys",
     .shape = {.type = SLRUN_LIST, .of = &string_shape},
     .doc = "Tags that go on to further roles."},
    STRING("ExternalId", 0, "That the role's trust policy asks for."),
    MFA_SERIAL,
    MFA_CODE,
    STRING("SourceIdentity", 0, "Who is behind the session."),
    {.name = "ProvidedContexts",
     .shape = {.type = SLRUN_LIST, .of = &context_shape},
     .doc = "Contexts that a trusted provider asserts."},
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param assume_role_result[] = {
    CREDENTIALS,
    {.name = "AssumedRoleUser",
     .shape = {.type = SLRUN_STRUCTURE, .members = assumed_role},
     .doc = "The session."},
    INTEGER("PackedPolicySize", 0, "Percent of what is allowed."),
    STRING("SourceIdentity", 0, "Who is behind the session."),
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param web_identity_params[] = {
    STRING("RoleArn", SLRUN_REQUIRED, "The role to take."),
    STRING("RoleSessionName", SLRUN_REQUIRED, "2 to 64 characters."),
    STRING("WebIdentityToken", SLRUN_REQUIRED | SLRUN_SECRET, "The provider's token."),
    STRING("ProviderId", 0, "Of an OAuth 2.0 provider."),
    POLICY_ARNS,
    POLICY,
    DURATION,
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param web_identity_result[] = {
    CREDENTIALS,
    STRING("SubjectFromWebIdentityToken", 0, "Whom the token speaks of."),
    {.name = "AssumedRoleUser",
     .shape = {.type = SLRUN_STRUCTURE, .members = assumed_role},
     .doc = "The session."},
    INTEGER("PackedPolicySize", 0, "Percent of what is allowed."),
    STRING("Provider", 0, "Who made the token."),
    STRING("Audience", 0, "For whom the token was made."),
    STRING("SourceIdentity", 0, "Who is behind the session."),
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param session_params[] = {
    DURATION, MFA_SERIAL, MFA_CODE, TOKEN_LEAST, {0}};
static const struct slrun_param session_result[] = {CREDENTIALS, TOKEN_SIZES, {0}};

static const struct slrun_param federation_params[] = {
    STRING("Name", SLRUN_REQUIRED, "Of the federated user, 2 to 32 characters."),
    POLICY,
    POLICY_ARNS,
    DURATION,
    TAGS,
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param federation_result[] = {
    CREDENTIALS,
    {.name = "FederatedUser",
     .shape = {.type = SLRUN_STRUCTURE, .members = federated_user},
     .doc = "The user."},
    INTEGER("PackedPolicySize", 0, "Percent of what is allowed."),
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param key_params[] = {
    STRING("AccessKeyId", SLRUN_REQUIRED, "The key that is asked about."),
    {0},
};
static const struct slrun_param key_result[] = {STRING("Account", 0, "12 digits."), {0}};

static const char *const retry[] = {"IDPCommunicationError", NULL};

#define PLAIN .flags = SLRUN_OP_IDEMPOTENT, .retry = retry, .build = build, .parse = parse

const struct slrun_op sts_ops[STS_OPS] = {
    {.name = "get_caller_identity",
     .api = "GetCallerIdentity",
     .doc = "Tells whose credentials these are.",
     .params = no_params,
     .result = identity_result,
     PLAIN},
    {.name = "assume_role",
     .api = "AssumeRole",
     .doc = "Gives temporary credentials of a role.",
     .params = assume_role_params,
     .result = assume_role_result,
     PLAIN},
    {.name = "assume_role_with_web_identity",
     .api = "AssumeRoleWithWebIdentity",
     .doc = "Gives temporary credentials of a role for a provider's token.",
     .params = web_identity_params,
     .result = web_identity_result,
     PLAIN},
    {.name = "get_session_token",
     .api = "GetSessionToken",
     .doc = "Gives temporary credentials of the calling user.",
     .params = session_params,
     .result = session_result,
     PLAIN},
    {.name = "get_federation_token",
     .api = "GetFederationToken",
     .doc = "Gives temporary credentials for a federated user.",
     .params = federation_params,
     .result = federation_result,
     PLAIN},
    {.name = "get_access_key_info",
     .api = "GetAccessKeyInfo",
     .doc = "Tells the account that an access key belongs to.",
     .params = key_params,
     .result = key_result,
     PLAIN},
};
