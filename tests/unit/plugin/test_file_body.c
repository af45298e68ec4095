/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that are files, read once before they are sent. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plugin/file_body.h"
#include "plugin_call.h"

enum { SIZE = 200000 };

/* What a digest sees, and how it ended. */
struct seen {
    size_t bytes;
    int finished, dropped;
    bool refuses;
};

struct env {
    struct plugin_call call;
    struct file_body file;
    struct seen seen;
    char path[64];
    int ended;
    enum slrun_errno kind;
    char message[SLRUN_ERROR_MESSAGE_MAX];
};

static int update(void *arg, const void *data, size_t size)
{
    struct seen *seen = arg;
    (void)data;
    seen->bytes += size;
    return seen->refuses ? -1 : 0;
}

static int finish(struct slrun_ctx *ctx, void *arg, struct slrun_request *req)
{
    struct seen *seen = arg;
    seen->finished += req != NULL;
    seen->dropped += req == NULL;
    return req ? ctx->host->header(ctx, req, "X-Seen", "1") : 0;
}

static void ended(struct file_body *file, const struct slrun_error *error)
{
    struct env *env = file->data;
    env->ended++;
    env->kind = error ? error->kind : SLRUN_E_NONE;
    snprintf(env->message, sizeof env->message, "%s", error ? error->message : "");
}

static int open_env(void **state)
{
    struct env *env = calloc(1, sizeof *env);
    assert_non_null(env);
    plugin_call_open(&env->call, 1 << 20);
    snprintf(env->path, sizeof env->path, "/tmp/slrun-file-body-XXXXXX");
    int fd = mkstemp(env->path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "wb");
    for (int i = 0; i < SIZE; i++)
        fputc('a', file);
    fclose(file);
    env->call.request.body =
        (struct slrun_body){.kind = SLRUN_BODY_FILE, .path = env->path, .size = SLRUN_SIZE_REST};
    env->call.request.digest = (struct slrun_digest){update, finish, &env->seen};
    env->file.request = &env->call.request;
    env->file.ended = ended;
    env->file.data = env;
    *state = env;
    return 0;
}

static int close_env(void **state)
{
    struct env *env = *state;
    unlink(env->path);
    plugin_call_close(&env->call);
    free(env);
    return 0;
}

static void read_file(struct env *env, bool cancel)
{
    uv_loop_t loop;
    assert_int_equal(uv_loop_init(&loop), 0);
    assert_int_equal(file_body_start(&env->file, &loop, &env->call.error), 0);
    assert_int_equal(env->ended, 0); /* always on a later turn */
    if (cancel)
        file_body_cancel(&env->file);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(env->ended, 1);
    assert_int_equal(uv_loop_close(&loop), 0);
}

static void size_and_hash_are_found(void **state)
{
    struct env *env = *state;
    read_file(env, false);
    assert_int_equal(env->kind, SLRUN_E_NONE);
    assert_int_equal(file_body_finish(&env->file, &env->call.ctx), 0);
    assert_true(env->call.request.body.size == SIZE);
    /* of 200,000 times "a", by sha256sum */
    assert_string_equal(env->call.request.payload_hash,
                        "2287d207f24a941ff3b56c04c8a25ad56b63e3023207b3bb5b4ac0c9869d74be");
    assert_int_equal(env->seen.bytes, SIZE);
    assert_int_equal(env->seen.finished, 1);
    assert_int_equal(env->seen.dropped, 0);
    assert_int_equal(env->call.request.n_headers, 1);
}

static void a_range_is_what_is_hashed(void **state)
{
    struct env *env = *state;
    env->call.request.body.offset = SIZE - 1;
    read_file(env, false);
    assert_int_equal(file_body_finish(&env->file, &env->call.ctx), 0);
    assert_true(env->call.request.body.size == 1);
    assert_string_equal(env->call.request.payload_hash,
                        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
}

static void a_plugins_own_hash_stays(void **state)
{
    struct env *env = *state;
    env->call.request.payload_hash = "UNSIGNED-PAYLOAD";
    read_file(env, false);
    assert_int_equal(file_body_finish(&env->file, &env->call.ctx), 0);
    assert_string_equal(env->call.request.payload_hash, "UNSIGNED-PAYLOAD");
}

static void what_cannot_be_read_is_told(void **state)
{
    struct env *env = *state;
    static const struct {
        const char *path;
        uint64_t offset, size;
        const char *why;
    } bad[] = {
        {"/nowhere/x", 0, SLRUN_SIZE_REST, "/nowhere/x: No such file or directory"},
        {"/tmp", 0, SLRUN_SIZE_REST, "/tmp is not a file"},
        {NULL, 0, SIZE + 1, "has only 200000 bytes"},
        {NULL, SIZE + 1, SLRUN_SIZE_REST, "has only 200000 bytes"},
        {NULL, SIZE, 1, "has only 200000 bytes"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        env->call.request.body.path = bad[i].path ? bad[i].path : env->path;
        env->call.request.body.offset = bad[i].offset;
        env->call.request.body.size = bad[i].size;
        env->call.request.digest = (struct slrun_digest){update, finish, &env->seen};
        env->ended = 0;
        read_file(env, false);
        assert_int_equal(env->kind, SLRUN_E_IO);
        assert_non_null(strstr(env->message, bad[i].why));
        assert_int_equal(env->seen.dropped, (int)i + 1);
    }
}

static void a_digest_may_refuse(void **state)
{
    struct env *env = *state;
    env->seen.refuses = true;
    read_file(env, false);
    assert_int_equal(env->kind, SLRUN_E_PLUGIN);
    assert_int_equal(env->seen.dropped, 1);
    assert_int_equal(env->seen.finished, 0);
}

static void who_cancels_is_told_when_it_has_stopped(void **state)
{
    struct env *env = *state;
    read_file(env, true);
    assert_true(env->file.cancelled);
    assert_int_equal(env->seen.dropped, 1);
    assert_int_equal(env->seen.finished, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_env, close_env)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(size_and_hash_are_found),  TEST(a_range_is_what_is_hashed),
        TEST(a_plugins_own_hash_stays), TEST(what_cannot_be_read_is_told),
        TEST(a_digest_may_refuse),      TEST(who_cancels_is_told_when_it_has_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
