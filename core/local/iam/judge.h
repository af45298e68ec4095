/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Roles in the local cloud: what stacks say of them, the keys with which functions call, and what
 * AWS would refuse. A request is judged by what its operation needs (plugin/grant.h) and by the
 * policies of the role whose key has signed it, or with which a service calls (policy.h); other
 * keys are nobody's. A service that calls as itself is judged by the policy of what it calls.
 *
 *   judge_roles.c      stacks, roles, their policies (slrun_iam.stack)
 *   judge_session.c    keys (slrun_iam.session)
 *   judge_request.c    from a request to what it needs
 *   judge_verdict.c    from that to what AWS would say
 *   judge_behalf.c     calls and needs of services, visits (slrun_iam.on_behalf, .need, .visit)
 *   judge_told.c       what AWS would refuse, told once
 *   judge_early.c      when the stack is complete
 *   judge_names.c      how it is called in there
 *   judge_why.c        why AWS would
 *   judge_hint.c       what would allow it to a role
 *   judge_permission.c and to a service that calls as itself
 */
#ifndef SLRUN_LOCAL_JUDGE_H
#define SLRUN_LOCAL_JUDGE_H

#include <slrun/iam.h>

#include "local/iam/policy.h"

/* Property of a role. */
#define TRUST_POLICY "AssumeRolePolicyDocument"

struct buf;
struct cloud;
struct exchange;
struct slrun_op;

enum {
    JUDGE_TOLD_MAX = 200,       /* different refusals that are kept and told */
    JUDGE_NEEDS_MAX = 1000,     /* that are judged again when a stack is complete */
    JUDGE_EARLY_MAX = 200,      /* refusals that are told when it is */
    JUDGE_VERDICTS_MAX = 10000, /* that a session remembers */
    JUDGE_TEXT_MAX = 900,
    JUDGE_KEY_SIZE = 21 /* "ASIA" and 16 characters, and a NUL */
};

/* What is done about a call that AWS would refuse. */
enum judge_mode { JUDGE_WARN, JUDGE_ENFORCE, JUDGE_OFF };

/* "warn", "enforce", "off". False: it is none of them. NULL: JUDGE_WARN. */
bool judge_mode_parse(const char *text, enum judge_mode *mode);

struct judge_session {
    struct judge_session *next;
    struct slrun_iam_keys keys;
    char access_key[JUDGE_KEY_SIZE];
    char *secret, *token, *role, *name, *account;
    bool given;          /* by STS, to who has assumed the role; not one of a function's */
    unsigned generation; /* of roles that what follows is from; 0: of none */
    json_t *documents;   /* NULL: the role is not known, or not all of its policies */
    json_t *boundary;    /* or NULL */
    json_t *verdicts;    /* "ACTION RESOURCE" to enum policy_verdict */
};

struct judge {
    struct cloud *cloud;
    enum judge_mode mode;
    unsigned generation; /* changes with the roles */
    json_t *stacks;      /* by id: as slrun_iam.stack had them */
    json_t *roles;       /* by ARN: {"stack", "resource"}, borrowed from there */
    json_t *needs;       /* those of roles that are not known yet: lists of texts */
    json_t *early;       /* refusals that wait for stacks that are being changed: judge_early.c */
    json_t *told;        /* {"function", "action", "resource", ...}: judge_told.c */
    struct judge_session *sessions;
    /* Who hears of each new refusal besides the log: one line. */
    void (*heard)(void *arg, const json_t *refusal);
    void *heard_arg;
};

/* NULL: no memory. */
struct judge *judge_new(struct cloud *cloud);
void judge_free(struct judge *judge);
/* Forgets all but the mode. Keys that were given out are nobody's then. */
void judge_reset(struct judge *judge);

/* slrun_cloud.iam */
extern const struct slrun_iam judge_api;

/* ---- judge_roles.c ---- */

int judge_stack(const struct slrun_cloud *api, const char *stack_id, const json_t *stack);
/* The role: {"Type", "LogicalId", "Arn", "Properties", ...}, and its stack; NULL: not known. */
const json_t *judge_role(const struct judge *judge, const char *arn, const json_t **stack);
/* A list of policy documents, and the boundary's (or NULL), as new references. NULL: the role or
 * one of its policies is not known, which is logged (debug). */
json_t *judge_role_documents(const struct judge *judge, const char *arn, json_t **boundary);
/* The resource of a stack that an ARN names, or NULL; of an object of S3, its bucket. */
const json_t *judge_resource(const json_t *stack, const char *arn);

/* ---- judge_session.c ---- */

const struct slrun_iam_keys *judge_session(const struct slrun_cloud *api,
                                           const struct slrun_iam_session *session);
void judge_assumed(const struct slrun_cloud *api, const struct slrun_iam_session *session,
                   const struct slrun_iam_keys *keys);
int judge_whose(const struct slrun_cloud *api, const char *access_key,
                struct slrun_iam_session *session);
struct judge_session *judge_session_find(const struct judge *judge, const char *access_key);
void judge_sessions_free(struct judge *judge);
/* "arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME" */
void judge_session_arn(const struct judge_session *session, char *arn, size_t size);

/* Who asks: a role's processes (session), a service with a role (both), a service as itself; or
 * nobody, with the resource that is asked as the source. */
struct judge_asker {
    struct judge_session *session;       /* or NULL */
    const char *service, *source, *what; /* of slrun_iam_caller; or NULL */
    const json_t *keys;                  /* of slrun_iam_visit; or NULL */
};

/* ---- judge_request.c ---- */

/* Whether the request is to be refused, and with what words. e->service is known, e->session is not
 * NULL, the body is there. */
bool judge_refuses(struct exchange *e, char text[JUDGE_TEXT_MAX]);
/* A call by somebody else; what is called only where that is known. */
struct judge_call {
    const struct judge_asker *asker;
    const struct slrun_op *op; /* or NULL: as the request says */
    const json_t *args;        /* of `op`; or NULL: those of the request */
};
/* The same of a call. */
bool judge_refuses_to(struct exchange *e, const struct judge_call *call, char text[JUDGE_TEXT_MAX]);

/* ---- judge_verdict.c ---- */

/* A question about one action. */
struct judge_ask {
    const char *action, *resource;
    const char *region;
    const json_t *own; /* the resource's policy, or NULL */
};
struct judge_refusal {
    const struct judge_asker *asker;
    const char *action, *resource; /* what is missing: those of the question, or to assume a role */
    enum policy_verdict verdict;
};
/* Whether AWS would refuse it; not where policies are not known. */
bool judge_is_refused(struct judge *judge, const struct judge_asker *asker,
                      const struct judge_ask *ask, struct judge_refusal *refusal);
/* Whether all policies of the session's role are known; they are then as they are now. */
bool judge_knows(const struct judge *judge, struct judge_session *session);

/* ---- judge_behalf.c ---- */

int judge_visit(const struct slrun_cloud *api, const struct slrun_iam_visit *visit);

void judge_on_behalf(struct slrun_calling *calling, const struct slrun_iam_caller *caller);
/* Whether the call is to be refused; as judge_refuses(). */
bool judge_refuses_call(struct slrun_calling *calling, char text[JUDGE_TEXT_MAX]);

int judge_need(const struct slrun_cloud *api, const struct slrun_iam_need *need);
/* Needs whose roles may be known now. */
void judge_needs_again(struct judge *judge);

/* ---- judge_early.c ---- */

/* Whether it will be told when the stacks that are being changed are complete. */
bool judge_is_early(struct judge *judge, const struct judge_refusal *refusal);
/* What may be told now. */
void judge_early_again(struct judge *judge);

/* ---- judge_told.c ---- */

/* Keeps it and tells it, unless it has been told. */
void judge_tell(struct judge *judge, const struct judge_refusal *refusal);
/* AWS's words: "User: ... is not authorized to perform: ..." */
void judge_words(const struct judge_refusal *refusal, char *text, size_t size);

/* ---- judge_names.c ---- */

/* What the asker is called in AWS: the name of a function, a rule, an API. */
const char *judge_asker_name(const struct judge_asker *asker);
/* "function Writer", by the logical id where a stack has it. */
void judge_add_asker(struct buf *to, const struct judge *judge, const struct judge_asker *asker);
/* " on table Orders"; "" for all. */
void judge_add_resource(struct buf *to, const struct judge *judge, const char *arn);
/* "the table" */
void judge_add_kind(struct buf *to, const char *arn);
/* Whether a resource is called as a variable that is not set becomes in a text: in JavaScript, in
 * Python, in JSON. */
bool judge_names_nothing(const char *arn);
/* Whether it does not stand for all ("*", "arn:aws:states:us-east-1:000000000000:*"). */
bool judge_names_one(const char *arn);
/* The resource that an ARN names, of whichever stack (*stack, unless NULL); or NULL. */
const json_t *judge_find(const struct judge *judge, const char *arn, const json_t **stack);

/* ---- judge_why.c ---- */

/* "its role allows only dynamodb:GetItem" */
void judge_add_reason(struct buf *to, const struct judge *judge,
                      const struct judge_refusal *refusal);

/* Where the role allows it, in another region than the call's: that; else false. */
bool judge_add_other_region(struct buf *to, const struct judge_refusal *refusal);

/* ---- judge_hint.c ---- */

/* What a role's policies lack, as one writes it: the SAM policy template, where SAM makes the role
 * and there is one ("SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}"), else a statement
 * ("{Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn}"). */
void judge_add_grant(struct buf *to, const struct judge *judge, const struct judge_refusal *refusal,
                     bool sam);
/* An ARN as a template says it: by the resource that has it; else as it stands. */
void judge_add_arn(struct buf *to, const struct judge *judge, const char *arn);

/* ---- judge_permission.c ---- */

/* What the policy of a resource lacks for a service: "add the resource JobsPolicy: {...}"; or what
 * is wrong with those that stacks have for it. */
void judge_add_permission(struct buf *to, const struct judge *judge,
                          const struct judge_refusal *refusal);

#endif
