/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Security Token Service, API version 2011-06-15: who am I, and temporary credentials. */
#include "client/ops.h"

#include <slrun/table.h>

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

static const struct slrun_param no_params[] = {{0}};

static const struct slrun_param credentials[] = {
    {"AccessKeyId", S_STRING, 0, "Names the credentials."},
    {"SecretAccessKey", S_STRING, SLRUN_SECRET, "The key that signs requests."},
    {"SessionToken", S_STRING, SLRUN_SECRET, "Goes with each request."},
    {"Expiration", S_TIMESTAMP, 0, "When they end."},
    {0},
};

static const struct slrun_param assumed_role[] = {
    {"AssumedRoleId", S_STRING, 0, "The role's id and the session's name."},
    {"Arn", S_STRING, 0, "Of the session."},
    {0},
};

static const struct slrun_param federated_user[] = {
    {"FederatedUserId", S_STRING, 0, "The account and the user's name."},
    {"Arn", S_STRING, 0, "Of the user."},
    {0},
};

static const struct slrun_param tag[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {0},
};

static const struct slrun_param policy_descriptor[] = {
    {"arn", S_STRING, 0, "Of a managed policy."},
    {0},
};

static const struct slrun_param provided_context[] = {
    {"ProviderArn", S_STRING, 0, "Who says it."},
    {"ContextAssertion", S_STRING, 0, "What is said."},
    {0},
};

static const struct slrun_shape string_shape = S_STRING;
static const struct slrun_shape tag_shape = S_STRUCTURE(tag);
static const struct slrun_shape policy_shape = S_STRUCTURE(policy_descriptor);
static const struct slrun_shape context_shape = S_STRUCTURE(provided_context);

/* Rows that several operations have. */
/* clang-format off */
#define CREDENTIALS {"Credentials", S_STRUCTURE(credentials), 0, "Temporary ones."}
#define DURATION    {"DurationSeconds", S_INTEGER, 0, "How long the credentials last; 900 at least."}
#define POLICY      {"Policy", S_STRING, 0, "A session policy, JSON: what is allowed at most."}
#define POLICY_ARNS {"PolicyArns", S_LIST(policy_shape), 0, "Managed policies as session policies."}
#define TAGS        {"Tags", S_LIST(tag_shape), 0, "Of the session."}
#define MFA_SERIAL  {"SerialNumber", S_STRING, 0, "Of the MFA device."}
#define MFA_CODE    {"TokenCode", S_STRING, SLRUN_SECRET, "That the MFA device shows."}
#define TOKEN_LEAST {"MinimumSessionTokenSize", S_INTEGER, 0, "Bytes that the token has at least."}
#define TOKEN_SIZES                                                                                \
    {"SessionTokenUtilization", S_INTEGER, 0, "Percent of the longest token that there is."},      \
    {"SessionTokenSize", S_INTEGER, 0, "Bytes of the token."}
/* clang-format on */

/* ---- operations ---- */

static const struct slrun_param identity_result[] = {
    {"UserId", S_STRING, 0, "Of the calling user or session."},
    {"Account", S_STRING, 0, "12 digits."},
    {"Arn", S_STRING, 0, "Of the calling user or session."},
    {0},
};

static const struct slrun_param assume_role_params[] = {
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "The role to take."},
    {"RoleSessionName", S_STRING, SLRUN_REQUIRED, "2 to 64 characters."},
    POLICY_ARNS,
    POLICY,
    DURATION,
    TAGS,
    {"TransitiveTagKeys", S_LIST(string_shape), 0, "Tags that go on to further roles."},
    {"ExternalId", S_STRING, 0, "That the role's trust policy asks for."},
    MFA_SERIAL,
    MFA_CODE,
    {"SourceIdentity", S_STRING, 0, "Who is behind the session."},
    {"ProvidedContexts", S_LIST(context_shape), 0, "Contexts that a trusted provider asserts."},
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param assume_role_result[] = {
    CREDENTIALS,
    {"AssumedRoleUser", S_STRUCTURE(assumed_role), 0, "The session."},
    {"PackedPolicySize", S_INTEGER, 0, "Percent of what is allowed."},
    {"SourceIdentity", S_STRING, 0, "Who is behind the session."},
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param web_identity_params[] = {
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "The role to take."},
    {"RoleSessionName", S_STRING, SLRUN_REQUIRED, "2 to 64 characters."},
    {"WebIdentityToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "The provider's token."},
    {"ProviderId", S_STRING, 0, "Of an OAuth 2.0 provider."},
    POLICY_ARNS,
    POLICY,
    DURATION,
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param web_identity_result[] = {
    CREDENTIALS,
    {"SubjectFromWebIdentityToken", S_STRING, 0, "Whom the token speaks of."},
    {"AssumedRoleUser", S_STRUCTURE(assumed_role), 0, "The session."},
    {"PackedPolicySize", S_INTEGER, 0, "Percent of what is allowed."},
    {"Provider", S_STRING, 0, "Who made the token."},
    {"Audience", S_STRING, 0, "For whom the token was made."},
    {"SourceIdentity", S_STRING, 0, "Who is behind the session."},
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param session_params[] = {
    DURATION, MFA_SERIAL, MFA_CODE, TOKEN_LEAST, {0}};
static const struct slrun_param session_result[] = {CREDENTIALS, TOKEN_SIZES, {0}};

static const struct slrun_param federation_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Of the federated user, 2 to 32 characters."},
    POLICY,
    POLICY_ARNS,
    DURATION,
    TAGS,
    TOKEN_LEAST,
    {0},
};

static const struct slrun_param federation_result[] = {
    CREDENTIALS,
    {"FederatedUser", S_STRUCTURE(federated_user), 0, "The user."},
    {"PackedPolicySize", S_INTEGER, 0, "Percent of what is allowed."},
    TOKEN_SIZES,
    {0},
};

static const struct slrun_param key_params[] = {
    {"AccessKeyId", S_STRING, SLRUN_REQUIRED, "The key that is asked about."},
    {0},
};
static const struct slrun_param key_result[] = {{"Account", S_STRING, 0, "12 digits."}, {0}};

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
