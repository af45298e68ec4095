/* SPDX-License-Identifier: Apache-2.0 */
/* What cases cannot say: bodies that break off, state that is kept, readers of what is deleted,
 * claims, files that are left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cloud.h"
#include "local.h"

enum { LARGE = 300000 };

static struct exchange *ask(struct cloud *cloud, const char *method, const char *target,
                            const void *body, size_t size)
{
    const struct message request = {.method = method,
                                    .target = target,
                                    .access_key = "test",
                                    .headers = {{"Host", "localhost"}},
                                    .n_headers = 1,
                                    .body = body,
                                    .size = size};
    return cloud_send(cloud, &request);
}

static void expect(struct cloud *cloud, const char *method, const char *target, int status)
{
    const struct exchange *reply = ask(cloud, method, target, "", 0);
    if (reply->status != status)
        fail_msg("%s %s: %d %s", method, target, reply->status, reply->body);
}

static char *large(char letter)
{
    char *body = malloc(LARGE);
    assert_non_null(body);
    memset(body, letter, LARGE);
    return body;
}

static void put_large(struct cloud *cloud, const char *target, char letter)
{
    char *body = large(letter);
    const struct exchange *reply = ask(cloud, "PUT", target, body, LARGE);
    assert_int_equal(reply->status, 200);
    free(body);
}

static void expect_large(struct cloud *cloud, const char *target, char letter)
{
    char *body = large(letter);
    const struct exchange *reply = ask(cloud, "GET", target, "", 0);
    assert_int_equal(reply->status, 200);
    assert_true(reply->from_file);
    assert_int_equal(reply->size, LARGE);
    assert_memory_equal(reply->body, body, LARGE);
    free(body);
}

static size_t files_in(const char *directory)
{
    DIR *dir = opendir(directory);
    size_t n = 0;
    assert_non_null(dir);
    for (const struct dirent *e; (e = readdir(dir)) != NULL;)
        n += e->d_name[0] != '.';
    closedir(dir);
    return n;
}

static size_t open_files(void)
{
    return files_in("/proc/self/fd");
}

static void remove_tree(const char *directory)
{
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s'", directory);
    assert_int_equal(system(command), 0);
}

/* ---- memory ---- */

static void test_nothing_is_left_of_files(void **state)
{
    struct cloud cloud;
    size_t before = open_files();
    (void)state;
    cloud_open(&cloud, NULL);
    expect(&cloud, "PUT", "/b00", 200);
    put_large(&cloud, "/b00/a", 'a');
    put_large(&cloud, "/b00/a", 'b');
    expect_large(&cloud, "/b00/a", 'b');
    assert_int_equal(open_files(), before + 1);
    expect(&cloud, "DELETE", "/b00/a", 204);
    assert_int_equal(open_files(), before);
    put_large(&cloud, "/b00/a", 'c');
    s3_local.reset(cloud.service);
    assert_int_equal(open_files(), before);
    expect(&cloud, "HEAD", "/b00", 404);
    expect(&cloud, "PUT", "/b00", 200);
    put_large(&cloud, "/b00/a", 'd');
    cloud_close(&cloud);
    assert_int_equal(open_files(), before);
}

static void test_a_body_that_breaks_off(void **state)
{
    struct cloud cloud;
    char *body = large('a');
    size_t before = open_files();
    (void)state;
    cloud_open(&cloud, NULL);
    expect(&cloud, "PUT", "/b00", 200);
    const struct message request = {.method = "PUT",
                                    .target = "/b00/a",
                                    .access_key = "test",
                                    .headers = {{"Host", "localhost"}},
                                    .n_headers = 1,
                                    .body = body,
                                    .size = LARGE,
                                    .leaves = true};
    const struct exchange *reply = cloud_send(&cloud, &request);
    assert_int_equal(reply->status, 0);
    assert_int_equal(open_files(), before);
    expect(&cloud, "GET", "/b00/a", 404);
    cloud_close(&cloud);
    free(body);
}

/* What is refused leaves nothing either. */
static void test_a_body_that_is_refused(void **state)
{
    struct cloud cloud;
    char *body = large('a');
    size_t before = open_files();
    (void)state;
    cloud_open(&cloud, NULL);
    expect(&cloud, "PUT", "/b00", 200);
    const struct message request = {
        .method = "PUT",
        .target = "/b00/a",
        .access_key = "test",
        .headers = {{"Host", "localhost"}, {"Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="}},
        .n_headers = 2,
        .body = body,
        .size = LARGE};
    const struct exchange *reply = cloud_send(&cloud, &request);
    assert_int_equal(reply->status, 400);
    assert_int_equal(open_files(), before);
    expect(&cloud, "GET", "/b00/a", 404);
    cloud_close(&cloud);
    free(body);
}

static void remove_bucket(struct cloud *cloud)
{
    expect(cloud, "DELETE", "/b00", 204);
}

static void replace_bucket(struct cloud *cloud)
{
    expect(cloud, "DELETE", "/b00", 204);
    expect(cloud, "PUT", "/b00", 200);
}

static void test_the_bucket_goes_meanwhile(void **state)
{
    void (*const changes[])(struct cloud * cloud) = {remove_bucket, replace_bucket};
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    for (size_t i = 0; i < 2; i++) {
        expect(&cloud, "PUT", "/b00", 200);
        const struct message request = {.method = "PUT",
                                        .target = "/b00/a",
                                        .access_key = "test",
                                        .headers = {{"Host", "localhost"}},
                                        .n_headers = 1,
                                        .body = "text",
                                        .size = 4,
                                        .meanwhile = changes[i]};
        const struct exchange *reply = cloud_send(&cloud, &request);
        assert_int_equal(reply->status, 404);
        assert_non_null(strstr(reply->body, "<Code>NoSuchBucket</Code>"));
    }
    expect(&cloud, "GET", "/b00/a", 404);
    cloud_close(&cloud);
}

/* ---- state that is kept ---- */

static void test_state_is_kept(void **state)
{
    char directory[] = "/tmp/slrun-s3-test-XXXXXX", files[64];
    struct cloud cloud;
    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(files, sizeof files, "%s/s3", directory);
    cloud_open(&cloud, directory);
    expect(&cloud, "PUT", "/b00", 200);
    put_large(&cloud, "/b00/large", 'a');
    const struct exchange *reply = ask(&cloud, "PUT", "/b00/small", "text", 4);
    cloud_close(&cloud);

    cloud_open(&cloud, directory);
    expect_large(&cloud, "/b00/large", 'a');
    reply = ask(&cloud, "GET", "/b00/small", "", 0);
    assert_string_equal(reply->body, "text");
    assert_int_equal(files_in(files), 1);
    put_large(&cloud, "/b00/large", 'b');
    assert_int_equal(files_in(files), 1);
    expect(&cloud, "DELETE", "/b00/large", 204);
    assert_int_equal(files_in(files), 0);
    cloud_close(&cloud);
    remove_tree(directory);
}

/* A file whose request was never finished goes at the next start; a stranger's stays. */
static void test_files_of_nobody_go(void **state)
{
    char directory[] = "/tmp/slrun-s3-test-XXXXXX", path[128];
    struct cloud cloud;
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    expect(&cloud, "PUT", "/b00", 200);
    put_large(&cloud, "/b00/a", 'a');
    cloud_close(&cloud);
    static const char *const names[] = {"00000000000000ff", "notes.txt"};
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/s3/%s", directory, names[i]);
        fclose(fopen(path, "w"));
    }
    cloud_open(&cloud, directory);
    snprintf(path, sizeof path, "%s/s3", directory);
    assert_int_equal(files_in(path), 2);
    expect_large(&cloud, "/b00/a", 'a');
    put_large(&cloud, "/b00/b", 'b'); /* its number is a new one */
    expect_large(&cloud, "/b00/a", 'a');
    cloud_close(&cloud);
    remove_tree(directory);
}

static void test_an_unusable_directory(void **state)
{
    struct slrun_error error;
    (void)state;
    cloud_refuse("/nonexistent/x", &error);
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "/nonexistent/x"));
}

/* ---- whose request it is ---- */

static int claim(const char *method, const char *target, const char *host, const char *type)
{
    const struct slrun_header headers[] = {{"Host", host}, {"Content-Type", type}};
    const struct slrun_exchange x = {
        .method = method, .target = target, .headers = headers, .n_headers = type == NULL ? 1 : 2};
    return s3_local.claims(&x);
}

static void test_claims(void **state)
{
    (void)state;
    assert_int_equal(claim("GET", "/k", "b00.s3.localhost", NULL), SLRUN_CLAIM_SURE);
    assert_int_equal(claim("GET", "/", "s3.localhost", NULL), SLRUN_CLAIM_SURE);
    assert_int_equal(claim("GET", "/b00/k?x", "localhost", NULL), SLRUN_CLAIM_MAYBE);
    assert_int_equal(claim("GET", "/", "localhost", NULL), SLRUN_CLAIM_MAYBE);
    assert_int_equal(claim("POST", "/", "localhost", NULL), SLRUN_CLAIM_NONE);
    assert_int_equal(claim("GET", "/_slrun/health", "localhost", NULL), SLRUN_CLAIM_NONE);
    assert_int_equal(claim("POST", "/b00", "localhost", "multipart/form-data; boundary=x"),
                     SLRUN_CLAIM_MAYBE);
    assert_int_equal(claim("POST", "/queue", "localhost", "application/x-www-form-urlencoded"),
                     SLRUN_CLAIM_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_is_left_of_files),
                                       cmocka_unit_test(test_a_body_that_breaks_off),
                                       cmocka_unit_test(test_a_body_that_is_refused),
                                       cmocka_unit_test(test_state_is_kept),
                                       cmocka_unit_test(test_files_of_nobody_go),
                                       cmocka_unit_test(test_an_unusable_directory),
                                       cmocka_unit_test(test_the_bucket_goes_meanwhile),
                                       cmocka_unit_test(test_claims)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
