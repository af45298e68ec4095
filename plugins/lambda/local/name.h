/* SPDX-License-Identifier: Apache-2.0 */
/* How functions are named in requests, and the expressions that AWS shows of it (service model). */
#ifndef SLRUN_LAMBDA_NAME_H
#define SLRUN_LAMBDA_NAME_H

#define NAME_ARN                                                                                   \
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?"                                                              \
    "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?"

/* NamespacedFunctionName, and FunctionName of older operations. */
#define NAME_PATTERN     NAME_ARN "([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"
#define OLD_NAME_PATTERN NAME_ARN "([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"

/* The operations whose FunctionName is of the older kind. */
#define OLD_NAME_OPERATIONS(X)                                                                     \
    X("CreateAlias")                                                                               \
    X("CreateFunction")                                                                            \
    X("DeleteAlias")                                                                               \
    X("DeleteFunctionConcurrency")                                                                 \
    X("DeleteProvisionedConcurrencyConfig")                                                        \
    X("GetAlias")                                                                                  \
    X("GetFunctionConcurrency")                                                                    \
    X("GetProvisionedConcurrencyConfig")                                                           \
    X("ListAliases")                                                                               \
    X("ListProvisionedConcurrencyConfigs")                                                         \
    X("PublishVersion")                                                                            \
    X("PutFunctionConcurrency")                                                                    \
    X("PutProvisionedConcurrencyConfig")                                                           \
    X("UpdateAlias")                                                                               \
    X("UpdateFunctionCode")                                                                        \
    X("UpdateFunctionConfiguration")

#endif
