/* SPDX-License-Identifier: Apache-2.0 */
/* What a connector grants, by the types that it connects. */
#ifndef SLRUN_CLOUDFORMATION_SAM_CONNECTOR_H
#define SLRUN_CLOUDFORMATION_SAM_CONNECTOR_H

#include <stdbool.h>

enum connector_kind { CONNECTOR_ROLE, CONNECTOR_FUNCTION, CONNECTOR_QUEUE, CONNECTOR_TOPIC };

/* A statement. Lists are apart by blanks. */
struct connector_grant {
    const char *category; /* "Read" or "Write"; NULL ends the list */
    const char *actions;
    /* %S and %D are the ARNs of source and destination, %N the destination's name, %I and %Q the
     * source's id and what of it (a path of an API); %A:SERVICE is
     * "arn:PARTITION:SERVICE:REGION:ACCOUNT" */
    const char *resources;
};

struct connector_profile {
    const char *source, *destination; /* "AWS::SQS::Queue" */
    enum connector_kind kind;         /* a policy of whose role or resource it is */
    bool of_destination;              /* CONNECTOR_ROLE: the destination's role, not the source's */
    const char *service;              /* that is let in; NULL for CONNECTOR_ROLE */
    const struct connector_grant *grants;
};

/* NULL: they cannot be connected. */
const struct connector_profile *connector_profile(const char *source, const char *destination);

#endif
