/* SPDX-License-Identifier: Apache-2.0 */
/* Signing: every folder of tests/vectors/sigv4 byte for byte. */
#define _GNU_SOURCE /* scandir */

#include "sigv4_fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VECTORS_LEAST 80 /* so that a test that finds no folder fails */
#define VECTORS_MAX   400

static void assert_text(const char *folder, const char *file, struct sigv4_slice got)
{
    char *wanted = vector_read(folder, file);
    assert_non_null(wanted);
    char *text = strndup(got.at, got.size);
    assert_string_equal(text, wanted);
    free(text);
    free(wanted);
}

/* What was signed must pass the server's side, with the headers that were added. */
static void assert_verifies(const char *folder)
{
    char message[SIGV4_MESSAGE_MAX];
    struct sigv4_authorization authorization;
    struct sigv4_json *l = &fixture.loaded;
    const char *header = added("Authorization");
    for (size_t i = 0; i < fixture.output.n_headers; i++)
        l->headers[l->request.n_headers++] = fixture.output.headers[i];
    assert_int_equal(sigv4_parse_authorization(header, &authorization, message), SIGV4_OK);
    struct sigv4_check check = {.authorization = &authorization,
                                .secret_key = l->credentials.secret_key,
                                .region = l->options.region,
                                .service = l->options.service,
                                .now = l->options.time + 200,
                                .max_skew = 300,
                                .flags = l->options.flags};
    enum sigv4_status status = sigv4_verify(fixture.s, &l->request, &check, message);
    /* one case has a right signature over a hash that is not the body's */
    bool wrong_hash = strcmp(folder, "header-content-hash-given") == 0;
    assert_int_equal(status, wrong_hash ? SIGV4_PAYLOAD_MISMATCH : SIGV4_OK);
    assert_int_equal(message[0] != '\0', wrong_hash);
    check.secret_key = "another";
    assert_int_equal(sigv4_verify(fixture.s, &l->request, &check, message), SIGV4_MISMATCH);
}

static void vector(void **state)
{
    const char *folder = *state;
    vector_load(folder);
    const struct sigv4_json *l = &fixture.loaded;
    bool presign = l->options.expires > 0;
    enum sigv4_status status = (presign ? sigv4_presign : sigv4_sign)(fixture.s, &l->request,
                                                                      &l->options, &fixture.output);
    assert_int_equal(status, SIGV4_OK);
    assert_text(folder, "canonical-request.txt", sigv4_canonical_request(fixture.s));
    assert_text(folder, "string-to-sign.txt", sigv4_string_to_sign(fixture.s));
    const char *result = presign ? fixture.buffer : added("Authorization");
    assert_text(folder, presign ? "presigned-target.txt" : "authorization.txt",
                (struct sigv4_slice){result, strlen(result)});
    if (!presign)
        assert_verifies(folder);
}

static int is_folder(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strchr(entry->d_name, '.') == NULL;
}

int main(void)
{
    static struct CMUnitTest tests[VECTORS_MAX];
    struct dirent **entries = NULL;
    int n = scandir(SIGV4_VECTORS, &entries, is_folder, alphasort);
    if (n < VECTORS_LEAST || n > VECTORS_MAX) {
        fprintf(stderr, "%d vectors in %s\n", n, SIGV4_VECTORS);
        return 1;
    }
    for (int i = 0; i < n; i++) {
        tests[i] = (struct CMUnitTest){entries[i]->d_name, vector, sigv4_set_up, sigv4_tear_down,
                                       entries[i]->d_name};
    }
    int failed = _cmocka_run_group_tests("sigv4_vectors", tests, (size_t)n, NULL, NULL);
    for (int i = 0; i < n; i++)
        free(entries[i]);
    free(entries);
    return failed != 0;
}
