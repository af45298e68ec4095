/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/target/target_aws.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "net/region.h"

struct target_aws {
    struct target_aws_options o;
    struct endpoint_rules rules;
    struct credentials *credentials;
    struct credentials_wait wait;
    struct credentials_identity identity;
    uv_timer_t *soon;
    char region[64];
    char unknown[256]; /* why nobody says who we are */
};

static void end(struct target_aws *aws, const struct slrun_error *error)
{
    aws->o.ready(aws->o.arg, error);
}

/* ---- the guard ---- */

static bool listed(const struct arg_list *list, const char *word)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->words[i], word) == 0)
            return true;
    return list->n == 0;
}

static int check_account(const struct target_aws *aws, struct slrun_error *error)
{
    const char *account = target_aws_account(aws);
    if (listed(&aws->o.target->accounts, account))
        return 0;
    if (!*account)
        return error_set(error, SLRUN_E_USAGE,
                         "whether the account is allowed cannot be told: GetCallerIdentity: %s",
                         aws->unknown);
    error_set(error, SLRUN_E_USAGE, "the account %s is not among those allowed", account);
    return error_hint(
        error, "--allowed-account names them; the credentials are from %s, profile '%s'",
        credentials_method(aws->credentials), config_profile(credentials_config(aws->credentials)));
}

static int check_region(const struct target_aws *aws, struct slrun_error *error)
{
    if (listed(&aws->o.target->regions, aws->region))
        return 0;
    error_set(error, SLRUN_E_USAGE, "the region %s is not among those allowed", aws->region);
    return error_hint(error, "--allowed-region names them");
}

/* ---- step by step ---- */

static void on_identified(void *arg, const struct credentials_identity *identity,
                          const struct slrun_error *error)
{
    struct target_aws *aws = arg;
    struct slrun_error refusal = {0};
    if (error && error->kind == SLRUN_E_CREDENTIALS) {
        error_set(&refusal, SLRUN_E_CREDENTIALS, "AWS does not take the credentials (%s): %s",
                  credentials_method(aws->credentials), error->message);
        end(aws, &refusal);
        return;
    }
    if (identity)
        aws->identity = *identity;
    else
        snprintf(aws->unknown, sizeof aws->unknown, "%.255s", error->message);
    end(aws, check_account(aws, &refusal) == 0 ? NULL : &refusal);
}

static void go_on(struct target_aws *aws)
{
    if (aws->o.identify)
        credentials_identify(aws->credentials, on_identified, aws);
    else
        end(aws, NULL);
}

static void on_credentials(struct credentials_wait *wait, const struct slrun_error *error)
{
    struct target_aws *aws = wait->data;
    if (error)
        end(aws, error);
    else
        go_on(aws);
}

static void on_region(void *arg, const char *region, const struct slrun_error *error)
{
    struct target_aws *aws = arg;
    struct slrun_error refusal = {0};
    if (error) {
        end(aws, error);
        return;
    }
    snprintf(aws->region, sizeof aws->region, "%s", region);
    aws->o.calls->region = aws->region;
    credentials_set_region(aws->credentials, aws->region);
    if (aws->o.identify && check_region(aws, &refusal) != 0) {
        end(aws, &refusal);
        return;
    }
    aws->wait = (struct credentials_wait){.ready = on_credentials, .data = aws};
    if (credentials_want(aws->credentials, &aws->wait))
        go_on(aws);
}

static void on_soon(uv_timer_t *timer)
{
    struct target_aws *aws = timer->data;
    if (aws->o.calls->region)
        on_region(aws, aws->o.calls->region, NULL);
    else
        credentials_ask_region(aws->credentials, on_region, aws);
}

void target_aws_open(struct target_aws *aws)
{
    uv_timer_start(aws->soon, on_soon, 0, 0);
}

/* ---- the rest ---- */

static void on_changed(void *arg, const struct sigv4_credentials *credentials)
{
    struct target_aws *aws = arg;
    aws->o.calls->credentials = *credentials;
}

static int read_region(struct target_aws *aws, struct slrun_error *error)
{
    const char *region = aws->o.target->region;
    region = region ? region : credentials_region(aws->credentials);
    if (!region && !aws->o.identify)
        region = "us-east-1"; /* an emulator does not care */
    if (region && region_check(region, error) != 0)
        return -1;
    aws->o.calls->region = region;
    return 0;
}

static int start(struct target_aws *aws, struct slrun_error *error)
{
    struct credentials_options options = {.loop = aws->o.loop,
                                          .signer = aws->o.calls->signer,
                                          .profile = aws->o.target->profile,
                                          .rules = &aws->rules,
                                          .changed = on_changed,
                                          .arg = aws};
    aws->credentials = credentials_new(&options, error);
    if (!aws->credentials ||
        endpoint_rules_read(&aws->rules, credentials_config(aws->credentials), error) != 0 ||
        read_region(aws, error) != 0)
        return -1;
    aws->soon = malloc(sizeof *aws->soon);
    if (!aws->soon)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    uv_timer_init(aws->o.loop, aws->soon);
    aws->soon->data = aws;
    aws->o.calls->rules = &aws->rules;
    aws->o.calls->source = aws->credentials;
    if (aws->o.identify && aws->o.target->regions.n)
        aws->o.calls->allowed_regions = aws->o.target->regions.words;
    return 0;
}

struct target_aws *target_aws_new(const struct target_aws_options *options,
                                  struct slrun_error *error)
{
    struct target_aws *aws = calloc(1, sizeof *aws);
    if (!aws) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    aws->o = *options;
    if (start(aws, error) == 0)
        return aws;
    target_aws_free(aws);
    return NULL;
}

static void closed(uv_handle_t *handle)
{
    free(handle);
}

void target_aws_free(struct target_aws *aws)
{
    if (!aws)
        return;
    if (aws->soon)
        uv_close((uv_handle_t *)aws->soon, closed);
    credentials_free(aws->credentials);
    free(aws);
}

const char *target_aws_endpoint(const struct target_aws *aws)
{
    return endpoint_configured(&aws->rules, NULL, NULL);
}

const struct config *target_aws_config(const struct target_aws *aws)
{
    return credentials_config(aws->credentials);
}

const char *target_aws_account(const struct target_aws *aws)
{
    return aws->identity.account;
}

void target_aws_note(const struct target_aws *aws, char *text, size_t size)
{
    const char *profile = config_profile(credentials_config(aws->credentials));
    const char *endpoint = target_aws_endpoint(aws);
    bool known = *aws->identity.account;
    snprintf(text, size, "account %s, %s%s, credentials: %s, profile %s%s%s",
             known ? aws->identity.account : "unknown",
             known ? "as " : "GetCallerIdentity: ", known ? aws->identity.arn : aws->unknown,
             credentials_method(aws->credentials), profile, endpoint ? ", endpoint " : "",
             endpoint ? endpoint : "");
}
