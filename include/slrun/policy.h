/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Questions to IAM policy documents (IAM User Guide, "IAM JSON policy elements"), for a
 * local half that enforces the policies of its resources: slrun_cloud.policy_says.
 */
#ifndef SLRUN_POLICY_H
#define SLRUN_POLICY_H

enum {
    SLRUN_POLICY_VALUES_MAX = 64, /* of one condition key */
    SLRUN_POLICY_KEY_UNKNOWN = -1
};

/* What a document says. It denies if any of its statements does. */
enum slrun_policy_effect { SLRUN_POLICY_SILENT, SLRUN_POLICY_ALLOWS, SLRUN_POLICY_DENIES };

/* What perhaps holds lets a statement allow, and does not let it deny: what AWS might let through
 * is let through. */
enum slrun_policy_holds { SLRUN_POLICY_NO, SLRUN_POLICY_PERHAPS, SLRUN_POLICY_YES };

struct slrun_policy_ask {
    const char *action;   /* "s3:GetObject" */
    const char *resource; /* its ARN */
    /* 0: * and ? in `resource` stand for what is not known of it, and "*" alone says that IAM knows
     * no resource for the action. 1: they are characters as all others. */
    int exact;
    /* Whether who asks is meant by a principal: of kind "AWS" (also for what stands there without a
     * kind: "*"), "Service", "CanonicalUser", "Federated". `denies`: it is a statement that does.
     * NULL: the document is an identity's, and has no principals. */
    enum slrun_policy_holds (*principal)(void *arg, const char *kind, const char *name, int denies);
    /* The values of a condition key, which has a name in whatever case ("aws:SourceIp"); borrowed
     * until the question is answered. Their number, at most SLRUN_POLICY_VALUES_MAX; 0: a call such
     * as this one has no such key; SLRUN_POLICY_KEY_UNKNOWN. */
    int (*key)(void *arg, const char *name, const char **values);
    void *arg;
};

#endif
