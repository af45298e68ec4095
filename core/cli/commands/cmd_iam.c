/* SPDX-License-Identifier: Apache-2.0 */
/* slrun iam: the least policy with which the last run would have had all that it used. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/error.h"
#include "cli/command.h"
#include "net/region.h"
#include "run/iam/iam.h"
#include "run/iam/iam_policy.h"
#include "run/select/cache.h"

struct iam_command {
    const char *region, *account;
    bool cloudformation, json, help;
};

#define FIELD(name) offsetof(struct iam_command, name)

static const struct arg_option options[] = {
    {0, "cloudformation", NULL, ARG_FLAG, FIELD(cloudformation), NULL,
     "for a template: ${AWS::Partition}, ${AWS::Region}, ${AWS::AccountId}"},
    {0, "account", NULL, ARG_STRING, FIELD(account), "ID",
     "of the ARNs (that of a run on AWS; else *)"},
    {0, "region", NULL, ARG_STRING, FIELD(region), "REGION",
     "of the ARNs (that of a run on AWS; else *)"},
    {0, "json", NULL, ARG_FLAG, FIELD(json), NULL, "all that is known, as JSON"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

static int check(const struct iam_command *c, struct slrun_error *error)
{
    if (c->account && (strlen(c->account) != 12 || strspn(c->account, "0123456789") != 12))
        return error_set(error, SLRUN_E_USAGE, "--account: '%s' is no account: 12 digits",
                         c->account);
    if (c->region && region_check(c->region, error) != 0)
        return -1;
    if (c->cloudformation && (c->account || c->region))
        return error_set(error, SLRUN_E_USAGE,
                         "--cloudformation: the template knows its account and its region");
    return 0;
}

static json_t *read_used(struct slrun_error *error)
{
    json_t *used = cache_read(IAM_CACHE);
    if (json_is_object(json_object_get(used, "uses")))
        return used;
    json_decref(used);
    error_set(error, SLRUN_E_USAGE,
              "no run is known here: " CACHE_DIRECTORY "/" IAM_CACHE
              " is not there, or not slrun's");
    error_hint(error, "run the specs in this directory first, on any target");
    return NULL;
}

/* Comments, so that the policy alone is on standard output. */
static void tell_unnarrowed(const json_t *unnarrowed)
{
    size_t i;
    json_t *entry;
    json_array_foreach (unnarrowed, i, entry)
        fprintf(stderr, "# %s on *: %s\n", slrun_text_or(entry, "action", ""),
                slrun_text_or(entry, "why", ""));
}

static void tell_denied(const json_t *used, const struct iam_policy_options *o)
{
    size_t i;
    json_t *entry, *denied = json_object_get(used, "denied");
    json_int_t more = json_integer_value(json_object_get(used, "more_denied"));
    json_array_foreach (denied, i, entry) {
        struct iam_policy_options plain = {o->region, o->account, false};
        json_t *resource = iam_resource(used, slrun_text_or(entry, "resource", ""), &plain);
        fprintf(stderr, "# denied: %s on %s (%s, %s)\n", slrun_text_or(entry, "action", ""),
                json_string_value(resource), slrun_text_or(entry, "operation", ""),
                slrun_text_or(entry, "case", ""));
        json_decref(resource);
    }
    if (more > 0)
        fprintf(stderr, "# denied: %lld more\n", (long long)more);
}

/* Characters that count for the limit of a managed policy. */
static size_t policy_size(const json_t *policy)
{
    char *text = json_dumps(policy, JSON_COMPACT);
    size_t n = text ? strlen(text) : 0;
    free(text);
    return n;
}

static void tell(const json_t *used, const json_t *policy, const struct iam_policy_options *o)
{
    bool aws = strcmp(slrun_text_or(used, "target", ""), "aws") == 0;
    json_t *unnarrowed = iam_unnarrowed(used);
    size_t size = policy_size(policy);
    fprintf(stderr, "# what run %s used, on the target %s\n", slrun_text_or(used, "run", ""),
            slrun_text_or(used, "target", ""));
    if (!aws && !o->cloudformation && (!o->account || !o->region))
        fprintf(stderr, "# * stands for what is not known on this target: --account and --region "
                        "name it\n");
    tell_unnarrowed(unnarrowed);
    if (size > IAM_POLICY_MAX)
        fprintf(stderr, "# %zu characters: a managed policy has room for %d\n", size,
                IAM_POLICY_MAX);
    tell_denied(used, o);
    json_decref(unnarrowed);
}

static void print(const json_t *json)
{
    json_dumpf(json, stdout, JSON_INDENT(2));
    putchar('\n');
}

static enum exitcode show(const struct iam_command *c, const json_t *used)
{
    const struct iam_policy_options o = {c->region, c->account, c->cloudformation};
    json_t *policy = iam_policy(used, &o);
    if (c->json) {
        json_t *all =
            json_pack("{s:O, s:O, s:O, s:o, s:O, s:O}", "run", json_object_get(used, "run"),
                      "target", json_object_get(used, "target"), "policy", policy, "unnarrowed",
                      iam_unnarrowed(used), "denied", json_object_get(used, "denied"),
                      "more_denied", json_object_get(used, "more_denied"));
        print(all);
        json_decref(all);
    } else {
        print(policy);
        fflush(stdout);
        tell(used, policy, &o);
    }
    json_decref(policy);
    return EXITCODE_OK;
}

static enum exitcode command_iam_main(const struct command *self, int argc, char **argv)
{
    struct iam_command c = {0};
    struct arg_rest rest = {0};
    struct slrun_error error = {0};
    json_t *used = NULL;
    enum exitcode code = EXITCODE_OK;
    if (args_parse(options, &(struct arg_line){argc, argv, &c}, &rest, &error) != 0 ||
        check(&c, &error) != 0)
        code = command_fail(&error);
    else if (c.help)
        code = command_help(self);
    else if (rest.n > 0)
        code = (error_set(&error, SLRUN_E_USAGE, "iam takes no arguments"), command_fail(&error));
    else if (!(used = read_used(&error)))
        code = command_fail(&error);
    else
        code = show(&c, used);
    json_decref(used);
    free(rest.words);
    error_clear(&error);
    return code;
}

const struct command command_iam = {
    .name = "iam",
    .usage = "iam [--cloudformation] [--json]",
    .about = "Prints the least IAM policy that the last run needed: its operations, on what it "
             "named.\nWhat AWS denied, and what cannot be narrowed, is said on standard error. "
             "The permissions of\nfunctions are theirs, and not in it.",
    .options = options,
    .run = command_iam_main,
};
