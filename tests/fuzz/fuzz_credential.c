/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What gives credentials, with answers from anywhere. Input: sections with a line "%%" between
 * them. The first is one letter: i the instance's metadata, c a container's, w a web identity, r a
 * role, s a single sign-on, whose cached token is then the second section. The others are answers:
 * the status, header lines, an empty line, the body. What is found has both keys, and no message
 * has a secret one. No request is sent. Needs slrun_net.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#include "base/log.h"
#include "folder.h"
#include "heads.h"
#include "net/client/http_client.h"
#include "net/credential/credential.h"
#include "net/loop.h"

enum { ASKED_MAX = 64, TURNS = 3 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The SHA-1 of the session's name. */
#define TOKEN_FILE "/.aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json"

static const char config[] = "[profile i]\nregion=us-east-1\n"
                             "[profile c]\nregion=us-east-1\n"
                             "[profile w]\nrole_arn=arn:aws:iam::1:role/r\n"
                             "web_identity_token_file=%s/token\n"
                             "[profile r]\nrole_arn=arn:aws:iam::1:role/r\nsource_profile=k\n"
                             "[profile k]\naws_access_key_id=AKID\n"
                             "aws_secret_access_key=the-source-secret\n"
                             "[profile s]\nsso_session=s\nsso_account_id=1\nsso_role_name=r\n"
                             "[sso-session s]\nsso_region=us-east-1\n"
                             "sso_start_url=https://x.awsapps.com/start\n";

/* ---- the client, in place of net/client/http_client.c ---- */

struct http_client {
    struct http_call *waiting; /* one: a walk asks one thing at a time */
};

static struct http_client client;

struct http_client *http_client_new(struct uv_loop_s *loop,
                                    const struct http_client_options *options,
                                    struct slrun_error *error)
{
    (void)loop, (void)options, (void)error;
    client.waiting = NULL;
    return &client;
}

void http_client_free(struct http_client *c)
{
    (void)c;
}

int http_client_submit(struct http_client *c, struct http_call *call)
{
    if (c->waiting != NULL || call->request->target[0] != '/')
        abort();
    c->waiting = call;
    return 0;
}

void http_client_cancel(struct http_client *c, struct http_call *call)
{
    c->waiting = c->waiting == call ? NULL : c->waiting;
}

static void answer(char *text, const char *end)
{
    struct slrun_header headers[HEADS_MAX];
    struct slrun_error error = {.kind = SLRUN_E_CONNECT, .message = "nobody there"};
    struct http_call *call = client.waiting;
    struct slrun_response response = {.headers = headers};
    client.waiting = NULL;
    if (call->prepare != NULL && call->prepare(call, &error) != 0) {
        call->done(call, NULL, &error);
        return;
    }
    response.status = text == NULL ? 0 : (int)strtol(heads_line(&text), NULL, 10);
    if (response.status < 100 || response.status > 599) {
        call->done(call, NULL, &error);
        return;
    }
    response.n_headers = heads_read(&text, headers);
    response.body = text < end ? text : "";
    response.size = text < end ? (size_t)(end - text) : 0;
    call->done(call, &response, NULL);
}

/* ---- files ---- */

static char home[FOLDER_SIZE];
static const char *const folders[] = {"/.aws", "/.aws/sso", "/.aws/sso/cache"};
static const char *const files[] = {"/.aws/config", "/token", TOKEN_FILE};

static void remove_home(void)
{
    char path[FOLDER_PATH_SIZE];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        (void)snprintf(path, sizeof path, "%s%s", home, files[i]);
        (void)unlink(path);
    }
    for (size_t i = sizeof folders / sizeof *folders; i-- > 0;) {
        (void)snprintf(path, sizeof path, "%s%s", home, folders[i]);
        (void)rmdir(path);
    }
    (void)rmdir(home);
}

static void write_file(const char *name, const char *text)
{
    char path[FOLDER_PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s%s", home, name);
    FILE *file = fopen(path, "w");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
}

static void prepare(void)
{
    static bool done;
    char text[sizeof config + sizeof home];
    if (done)
        return;
    done = true;
    log_set_level(SLRUN_LOG_ERROR);
    folder_make(home);
    if (atexit(remove_home) != 0 || setenv("HOME", home, 1) != 0)
        abort();
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[FOLDER_PATH_SIZE];
        (void)snprintf(path, sizeof path, "%s%s", home, folders[i]);
        (void)mkdir(path, 0700);
    }
    (void)snprintf(text, sizeof text, config, home);
    write_file(files[0], text);
    write_file(files[1], "a.web.token");
}

/* ---- who wants some ---- */

struct wanted {
    struct credentials_wait wait; /* first */
    bool over;
};

static void ready(struct credentials_wait *wait, const struct slrun_error *error)
{
    struct wanted *wanted = (struct wanted *)wait;
    if (wanted->over || (error != NULL && strstr(error->message, "the-source-secret") != NULL))
        abort();
    wanted->over = true;
}

static void changed(void *arg, const struct sigv4_credentials *found)
{
    (void)arg;
    if (found->access_key == NULL || *found->access_key == '\0' || found->secret_key == NULL)
        abort();
}

static char *next_section(char **at, const char **end)
{
    char *section = *at, *mark = section == NULL ? NULL : strstr(section, "\n%%\n");
    if (mark != NULL) {
        *mark = '\0';
        *end = mark;
    } else if (section != NULL) {
        *end = section + strlen(section);
    }
    *at = mark == NULL ? NULL : mark + 4;
    return section;
}

static void fetch(struct credentials *credentials, struct uv_loop_s *loop, char *at)
{
    struct wanted wanted = {.wait = {.ready = ready}};
    const char *end = NULL;
    if (credentials_want(credentials, &wanted.wait))
        abort(); /* nothing was asked yet */
    for (int i = 0, turns = 0; i < ASKED_MAX && !wanted.over && turns < TURNS; turns++) {
        (void)uv_run(loop, UV_RUN_NOWAIT);
        if (client.waiting != NULL) {
            char *section = next_section(&at, &end);
            answer(section, end);
            turns = 0;
            i++;
        }
    }
    credentials_cancel(credentials, &wanted.wait);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    char *text = heads_text(data, size), *at = text;
    const char *end;
    if (text == NULL || size == 0 || strchr("icwrs", text[0]) == NULL || text[0] == '\0') {
        free(text);
        return 0;
    }
    prepare();
    char *profile = next_section(&at, &end);
    profile[1] = '\0';
    if (profile[0] == 's') {
        char *token = next_section(&at, &end);
        write_file(files[2], token == NULL ? "" : token);
    }
    if (profile[0] == 'c')
        (void)setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/x", 1);
    else
        (void)unsetenv("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    struct uv_loop_s *loop = loop_new(&error);
    struct sigv4 *signer = sigv4_new();
    const struct endpoint_rules rules = {.config = NULL};
    const struct credentials_options options = {.loop = loop,
                                                .signer = signer,
                                                .profile = profile,
                                                .region = "us-east-1",
                                                .rules = &rules,
                                                .changed = changed};
    struct credentials *credentials = credentials_new(&options, &error);
    if (loop == NULL || signer == NULL || credentials == NULL)
        abort();
    fetch(credentials, loop, at);
    credentials_free(credentials);
    loop_free(loop);
    sigv4_free(signer);
    free(text);
    return 0;
}
