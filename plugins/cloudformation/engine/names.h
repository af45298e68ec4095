/* SPDX-License-Identifier: Apache-2.0 */
/* Names and ids that nobody gave. */
#ifndef SLRUN_CLOUDFORMATION_NAMES_H
#define SLRUN_CLOUDFORMATION_NAMES_H

#include <stddef.h>

enum { UUID_SIZE = 37, RESOURCE_NAME_SIZE = 64 };

/* A random UUID, version 4. */
void name_uuid(char uuid[UUID_SIZE]);

/* STACK-LOGICALID-SUFFIX, at most 63 characters: the names are cut as AWS CloudFormation cuts them,
 * the suffix is random. */
void name_resource(char name[RESOURCE_NAME_SIZE], const char *stack, const char *logical_id);

#endif
