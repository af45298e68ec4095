/* SPDX-License-Identifier: Apache-2.0 */
/*
 * IAM Identity Center (AWS SDKs and Tools Reference Guide, "IAM Identity Center credential
 * provider"): the token that `aws sso login` has left in ~/.aws/sso/cache, renewed where it can be
 * (CreateToken), buys credentials of a role (GetRoleCredentials).
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <slrun/time.h>

#include "base/clock.h"
#include "base/file.h"
#include "net/credential/credential_walk.h"

enum { SHA1_SIZE = 20, RENEW_MS = 15 * 60 * 1000, TRIES = 3, PAUSE_MS = 200 };

struct sso {
    const char *session, *start_url, *region, *account, *role; /* no session: the older form */
    char path[CONFIG_PATH_MAX];                                /* of the token */
    const json_t *token;
    int64_t expires_ms;
};

static const char *session_get(const struct credential_walk *walk, const struct sso *sso,
                               const char *key)
{
    const char *value =
        sso->session ? config_get(walk->common->config, "sso-session", sso->session, key) : NULL;
    return value ? value : walk_get(walk, key);
}

/* The profile and its session, which must not contradict each other. */
static bool settle(struct credential_walk *walk, struct sso *sso)
{
    static const char *const both[] = {"sso_region", "sso_start_url"};
    if (sso->session && !config_has(walk->common->config, "sso-session", sso->session)) {
        walk_failed(walk, "the section [sso-session %s] is not there", sso->session);
        return false;
    }
    for (size_t i = 0; i < 2 && sso->session; i++) {
        const char *own = walk_get(walk, both[i]);
        if (own && strcmp(own, session_get(walk, sso, both[i])) != 0) {
            walk_failed(walk, "the profile '%s' and [sso-session %s] differ in their %s",
                        walk->profile, sso->session, both[i]);
            return false;
        }
    }
    sso->start_url = session_get(walk, sso, "sso_start_url");
    sso->region = session_get(walk, sso, "sso_region");
    const char *missing = !sso->account     ? "sso_account_id"
                          : !sso->role      ? "sso_role_name"
                          : !sso->start_url ? "sso_start_url"
                          : !sso->region    ? "sso_region"
                                            : NULL;
    if (missing)
        walk_failed(walk, "the profile '%s' has no %s", walk->profile, missing);
    return !missing;
}

/* The file is called by the SHA-1 of the session's name, or of the start URL in the older form. */
static bool token_path(struct sso *sso)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    char hex[2 * SHA1_SIZE + 1] = "", name[CONFIG_PATH_MAX];
    const char *key = sso->session ? sso->session : sso->start_url;
    if (!EVP_Digest(key, strlen(key), digest, &size, EVP_sha1(), NULL) || size != SHA1_SIZE)
        return false;
    for (unsigned i = 0; i < size; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    snprintf(name, sizeof name, "~/.aws/sso/cache/%s.json", hex);
    return config_expand(name, sso->path);
}

static const char *token_member(const struct sso *sso, const char *name)
{
    return json_string_value(json_object_get(sso->token, name));
}

static void login(struct credential_walk *walk)
{
    walk_hint(walk, "aws sso login --profile %s", walk->profile);
}

/* ---- GetRoleCredentials ---- */

static void on_credentials(struct credential_walk *walk, const struct slrun_response *answer,
                           const struct slrun_error *error)
{
    static const struct walk_members members = {"accessKeyId", "secretAccessKey", "sessionToken",
                                                "expiration", true};
    struct sso *sso = walk->state;
    if (error) {
        walk_failed(walk, "GetRoleCredentials: %s", error->message);
        return;
    }
    const json_t *json = walk_json(walk, answer->body, answer->size);
    const json_t *credentials = json_object_get(json, "roleCredentials");
    const char *message = json_string_value(json_object_get(json, "message"));
    if (answer->status == 401)
        login(walk);
    if (answer->status != 200)
        walk_failed(walk, "GetRoleCredentials of %s in account %s: %s (status %d)", sso->role,
                    sso->account, message ? message : "refused", answer->status);
    else if (!json_is_object(credentials))
        walk_failed(walk, "GetRoleCredentials: the answer has no roleCredentials");
    else
        walk_found_json(walk, credentials, &members);
}

static const char *encoded(struct credential_walk *walk, const char *text)
{
    struct buf b = BUF_INIT(4096);
    for (; *text; text++)
        if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~", *text))
            buf_putc(&b, *text);
        else
            buf_printf(&b, "%%%02X", (unsigned)(unsigned char)*text);
    const char *copy = b.failed ? NULL : arena_str(walk->arena, buf_str(&b));
    buf_free(&b);
    return copy;
}

static bool resolve(struct credential_walk *walk, const char *prefix, char base[ENDPOINT_MAX])
{
    const struct sso *sso = walk->state;
    const struct endpoint_place place = {prefix, sso->region};
    struct slrun_error error = {0};
    if (endpoint_resolve(walk->common->options->rules, &place, base, &error) == 0)
        return true;
    walk_failed(walk, "%s", error.message);
    return false;
}

static void ask_credentials(struct credential_walk *walk)
{
    const struct sso *sso = walk->state;
    char base[ENDPOINT_MAX];
    const char *role = encoded(walk, sso->role), *account = encoded(walk, sso->account);
    const char *target =
        role && account
            ? arena_format(walk->arena, "/federation/credentials?role_name=%s&account_id=%s", role,
                           account)
            : NULL;
    struct slrun_header headers[] = {{"x-amz-sso_bearer_token", token_member(sso, "accessToken")},
                                     {NULL, NULL}};
    if (!target) {
        walk_no_memory(walk);
        return;
    }
    if (!resolve(walk, "portal.sso", base))
        return;
    struct walk_question question = {.base = base,
                                     .method = "GET",
                                     .target = target,
                                     .headers = headers,
                                     .timeout_ms = walk_exchange_ms(walk),
                                     .tries = TRIES,
                                     .pause_ms = PAUSE_MS};
    walk_ask(walk, &question, on_credentials);
}

/* ---- the token, and CreateToken ---- */

/* Where the old one is still good it will do; else somebody must log in again. */
static void not_renewed(struct credential_walk *walk, const char *why)
{
    const struct sso *sso = walk->state;
    char when[SLRUN_TIME_SIZE];
    if (sso->expires_ms > clock_wall_ms()) {
        ask_credentials(walk);
        return;
    }
    login(walk);
    walk_failed(walk, "the token of '%s' has expired, at %s, and was not renewed: %s",
                sso->session ? sso->session : sso->start_url,
                slrun_time_text(sso->expires_ms, 0, when), why);
}

/* Beside the file and then in its place: who reads it meanwhile sees the one or the other. A token
 * that cannot be kept is used all the same. */
static void keep_token(const struct sso *sso, const json_t *token)
{
    char beside[CONFIG_PATH_MAX + 32];
    snprintf(beside, sizeof beside, "%s.slrun-%ld", sso->path, (long)getpid());
    mode_t old = umask(077);
    int rc = json_dump_file(token, beside, JSON_INDENT(2));
    umask(old);
    if (rc != 0 || rename(beside, sso->path) != 0)
        unlink(beside);
}

/* The old document with what is new. */
static bool renew(struct credential_walk *walk, const json_t *answer)
{
    struct sso *sso = walk->state;
    char when[SLRUN_TIME_SIZE];
    const json_t *refresh = json_object_get(answer, "refreshToken");
    json_int_t seconds = json_integer_value(json_object_get(answer, "expiresIn"));
    const char *access = json_string_value(json_object_get(answer, "accessToken"));
    json_t *token =
        access && seconds > 0 && seconds < INT32_MAX ? json_copy((json_t *)sso->token) : NULL;
    if (!token)
        return false;
    sso->expires_ms = clock_wall_ms() + (int64_t)seconds * 1000;
    json_object_set_new(token, "accessToken", json_string(access));
    json_object_set_new(token, "expiresAt", json_string(slrun_time_text(sso->expires_ms, 0, when)));
    if (json_is_string(refresh))
        json_object_set(token, "refreshToken", (json_t *)refresh);
    json_array_append_new(walk->kept, token);
    keep_token(sso, token);
    sso->token = token;
    return true;
}

static void on_token(struct credential_walk *walk, const struct slrun_response *answer,
                     const struct slrun_error *error)
{
    const json_t *json = error ? NULL : walk_json(walk, answer->body, answer->size);
    const char *code = json_string_value(json_object_get(json, "error"));
    if (error)
        not_renewed(walk, error->message);
    else if (answer->status != 200)
        not_renewed(walk, code ? code : "CreateToken was refused");
    else if (!renew(walk, json))
        not_renewed(walk, "the answer of CreateToken is no token");
    else
        ask_credentials(walk);
}

static void ask_token(struct credential_walk *walk)
{
    static const struct slrun_header headers[] = {{"Content-Type", "application/json"},
                                                  {NULL, NULL}};
    const struct sso *sso = walk->state;
    char base[ENDPOINT_MAX];
    if (!resolve(walk, "oidc", base))
        return;
    json_t *json = json_pack("{s:s, s:s, s:s, s:s}", "clientId", token_member(sso, "clientId"),
                             "clientSecret", token_member(sso, "clientSecret"), "grantType",
                             "refresh_token", "refreshToken", token_member(sso, "refreshToken"));
    char *body = json ? json_dumps(json, JSON_COMPACT) : NULL;
    json_decref(json);
    if (!body) {
        walk_no_memory(walk);
        return;
    }
    struct walk_question question = {.base = base,
                                     .method = "POST",
                                     .target = "/token",
                                     .headers = headers,
                                     .body = body,
                                     .timeout_ms = walk_exchange_ms(walk)};
    walk_ask(walk, &question, on_token);
    free(body);
}

static bool renewable(const struct sso *sso)
{
    const char *until = token_member(sso, "registrationExpiresAt");
    int64_t ms;
    return sso->session && token_member(sso, "refreshToken") && token_member(sso, "clientId") &&
           token_member(sso, "clientSecret") && until && walk_time(until, &ms) &&
           ms > clock_wall_ms();
}

static void use_token(struct credential_walk *walk)
{
    struct sso *sso = walk->state;
    const char *expires = token_member(sso, "expiresAt"),
               *access = token_member(sso, "accessToken");
    if (!expires || !access || !walk_time(expires, &sso->expires_ms)) {
        login(walk);
        walk_failed(walk, "%s holds no token", sso->path);
    } else if (sso->expires_ms - clock_wall_ms() > RENEW_MS) {
        ask_credentials(walk);
    } else if (renewable(sso)) {
        ask_token(walk);
    } else {
        not_renewed(walk, "it cannot be");
    }
}

static void fetch(struct credential_walk *walk)
{
    struct sso *sso = arena_alloc(walk->arena, sizeof *sso);
    walk->state = sso;
    if (!sso) {
        walk_no_memory(walk);
        return;
    }
    sso->account = walk_get(walk, "sso_account_id");
    sso->role = walk_get(walk, "sso_role_name");
    sso->session = walk_get(walk, "sso_session");
    if (!sso->account && !sso->role) {
        walk_absent(walk, "the profile '%s' has no sso_account_id", walk->profile);
        return;
    }
    if (!settle(walk, sso))
        return;
    const char *text = token_path(sso) ? walk_file(walk, sso->path) : NULL;
    if (!text) {
        login(walk);
        walk_failed(walk, "nobody has logged in: %s: %s", sso->path, file_why(errno));
        return;
    }
    sso->token = walk_json(walk, text, strlen(text));
    use_token(walk);
}

const struct credential_provider credential_sso = {"sso", "IAM Identity Center", fetch};
