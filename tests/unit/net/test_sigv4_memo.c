/* SPDX-License-Identifier: Apache-2.0 */
/* A verifier that remembers heads must judge as one that has seen nothing. */
#include "net/signature/sigv4.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define NOW INT64_C(1709251199) /* 20240229T235959Z */

enum { ROOM = 16, ROUNDS = 20000, TEXT = 512 };

/* A signed request in memory that can be spoilt. */
struct sent {
    char names[ROOM][TEXT], values[ROOM][TEXT], body[TEXT], method[16], target[TEXT], secret[32];
    char region[32], service[32];
    struct slrun_header headers[ROOM];
    struct sigv4_request request;
    struct sigv4_check check;
};

static struct sigv4 *known, *signer;
static struct sigv4_seen seen;

static int set_up(void **state)
{
    (void)state;
    known = sigv4_new();
    signer = sigv4_new();
    return known == NULL || signer == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    sigv4_free(known);
    sigv4_free(signer);
    return 0;
}

static unsigned next_random(void)
{
    static unsigned x = 2463534242u;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return x;
}

static void put_header(struct sent *s, const char *name, const char *value)
{
    size_t i = s->request.n_headers++;
    snprintf(s->names[i], TEXT, "%s", name);
    snprintf(s->values[i], TEXT, "%s", value);
    s->headers[i] = (struct slrun_header){s->names[i], s->values[i]};
}

/* Operation and body choose among heads and bodies; all are signed well. */
static void make(struct sent *s, unsigned operation, unsigned body, int64_t time)
{
    char buffer[SIGV4_BUFFER_SIZE], text[TEXT];
    struct sigv4_output output = {.buffer = buffer, .size = sizeof buffer};
    memset(s, 0, sizeof *s);
    s->request.headers = s->headers;
    snprintf(s->method, sizeof s->method, "POST");
    snprintf(s->target, TEXT, "%s", operation % 5 == 4 ? "/a b?c=d" : "/");
    snprintf(s->secret, sizeof s->secret, "%s", operation % 3 ? "test" : "other");
    snprintf(s->region, sizeof s->region, "%s", operation % 7 ? "us-east-1" : "eu-west-1");
    snprintf(s->service, sizeof s->service, "sqs");
    snprintf(s->body, TEXT, "{\"number\":%u}", body);
    snprintf(text, sizeof text, "AmazonSQS.Operation%u", operation);
    put_header(s, "Host", "127.0.0.1:4566");
    put_header(s, "X-Amz-Target", text);
    put_header(s, "Content-Type", "application/x-amz-json-1.0");
    put_header(s, "User-Agent", "Boto3/1.42");
    s->request.method = s->method;
    s->request.target = s->target;
    s->request.body = s->body;
    s->request.body_size = strlen(s->body);
    const struct sigv4_credentials credentials = {"test", s->secret, NULL};
    const struct sigv4_options options = {
        .credentials = &credentials, .region = s->region, .service = s->service, .time = time};
    assert_int_equal(sigv4_sign(signer, &s->request, &options, &output), SIGV4_OK);
    for (size_t i = 0; i < output.n_headers; i++)
        put_header(s, output.headers[i].name, output.headers[i].value);
    snprintf(text, sizeof text, "%zu", strlen(s->body));
    put_header(s, "Content-Length", text);
    s->check = (struct sigv4_check){.secret_key = s->secret,
                                    .region = operation % 2 ? s->region : NULL,
                                    .service = s->service,
                                    .now = NOW,
                                    .max_skew = 900};
}

/* Whether two authorizations say the same, and that of the header. */
static void assert_same(const struct sigv4_authorization *a, const struct sigv4_authorization *b,
                        const char *header)
{
    const struct sigv4_slice mine[] = {a->access_key, a->date,           a->region,   a->service,
                                       a->terminator, a->signed_headers, a->signature};
    const struct sigv4_slice theirs[] = {b->access_key, b->date,           b->region,   b->service,
                                         b->terminator, b->signed_headers, b->signature};
    for (size_t i = 0; i < sizeof mine / sizeof *mine; i++) {
        assert_ptr_equal(mine[i].at, theirs[i].at);
        assert_int_equal(mine[i].size, theirs[i].size);
        if (mine[i].at)
            assert_in_range((uintptr_t)mine[i].at, (uintptr_t)header,
                            (uintptr_t)(header + strlen(header)));
    }
    assert_int_equal(a->version_2, b->version_2);
    assert_int_equal(a->presigned, b->presigned);
}

static enum sigv4_status parse(const char *value, struct sigv4_authorization *authorization,
                               char *message)
{
    struct sigv4_authorization again;
    char text[SIGV4_MESSAGE_MAX];
    enum sigv4_status status = sigv4_parse_authorization(value, authorization, message);
    assert_int_equal(sigv4_parse_again(&seen, value, &again, text), status);
    assert_string_equal(text, message);
    assert_same(&again, authorization, value);
    return status;
}

static enum sigv4_status judge(struct sigv4 *by, const struct sent *s, char *message)
{
    struct sigv4_authorization authorization;
    struct sigv4_check check = s->check;
    const char *value = "";
    for (size_t i = 0; i < s->request.n_headers; i++)
        if (strcmp(s->names[i], "Authorization") == 0)
            value = s->values[i];
    enum sigv4_status status = parse(value, &authorization, message);
    check.authorization = &authorization;
    return status == SIGV4_OK ? sigv4_verify(by, &s->request, &check, message) : status;
}

static enum sigv4_status judge_both(const struct sent *s)
{
    char message[SIGV4_MESSAGE_MAX], fresh_message[SIGV4_MESSAGE_MAX];
    struct sigv4 *fresh = sigv4_new();
    enum sigv4_status status = judge(known, s, message);
    assert_int_equal(status, judge(fresh, s, fresh_message));
    assert_string_equal(message, fresh_message);
    sigv4_free(fresh);
    return status;
}

static void spoil_text(char *text)
{
    size_t n = strlen(text);
    if (n > 0)
        text[next_random() % n] = (char)(' ' + next_random() % 95);
}

static void spoil(struct sent *s)
{
    size_t i = next_random() % s->request.n_headers;
    char *const texts[] = {s->names[i], s->values[i], s->values[i], s->values[i], s->body,
                           s->method,   s->target,    s->secret,    s->region,    s->service};
    unsigned which = next_random() % 14;
    if (which < sizeof texts / sizeof *texts)
        spoil_text(texts[which]);
    else if (which == 10)
        s->check.now += (int64_t)(next_random() % 4000) - 2000;
    else if (which == 11)
        put_header(s, "X-Amz-More", "1");
    else if (which == 12)
        s->request.n_headers--;
    else
        s->headers[i] = s->headers[next_random() % s->request.n_headers];
}

static void judges_as_one_that_knows_nothing(void **state)
{
    (void)state;
    unsigned good = 0, bad = 0;
    struct sent s;
    for (unsigned i = 0; i < ROUNDS; i++) {
        make(&s, next_random() % 12, next_random() % 4, NOW - next_random() % 2);
        for (unsigned n = next_random() % 3; n > 0; n--)
            spoil(&s);
        *(judge_both(&s) == SIGV4_OK ? &good : &bad) += 1;
    }
    assert_true(good > ROUNDS / 4);
    assert_true(bad > ROUNDS / 4);
}

/* Of a head that is known the texts are not written again. */
static bool is_known(const struct sent *s)
{
    char message[SIGV4_MESSAGE_MAX];
    assert_int_equal(judge(known, s, message), SIGV4_OK);
    return sigv4_canonical_request(known).size == 0;
}

static void knows_a_head_again(void **state)
{
    (void)state;
    struct sent s;
    make(&s, 1, 1, NOW);
    assert_false(is_known(&s));
    assert_true(is_known(&s));
    make(&s, 1, 2, NOW);
    assert_true(is_known(&s)); /* another body, and its own signature */
    make(&s, 2, 2, NOW);
    assert_false(is_known(&s));
    make(&s, 1, 3, NOW);
    assert_true(is_known(&s)); /* both are kept */
    make(&s, 1, 3, NOW - 1);
    assert_false(is_known(&s));
    snprintf(s.values[3], TEXT, "another agent");
    assert_true(is_known(&s)); /* which is not signed */
}

static void goes_on_to_keep_what_comes_again(void **state)
{
    (void)state;
    struct sent s;
    for (int i = 0; i < 40; i++) {
        make(&s, 1, 1, NOW - i);
        assert_false(is_known(&s));
        assert_true(is_known(&s));
    }
}

/* The same bytes, with another end of one text and beginning of the next. */
static void keeps_texts_apart(void **state)
{
    (void)state;
    struct sent s;
    make(&s, 1, 1, NOW);
    assert_int_equal(judge_both(&s), SIGV4_OK);
    snprintf(s.target, TEXT, "/P");
    snprintf(s.method, sizeof s.method, "OST");
    assert_int_equal(judge_both(&s), SIGV4_MISMATCH);
}

static void stops_to_keep_what_never_comes_again(void **state)
{
    (void)state;
    struct sent s;
    for (int i = 0; i < 40; i++) {
        make(&s, 1, 1, NOW - i);
        assert_false(is_known(&s));
    }
    assert_false(is_known(&s));
    for (int i = 0; i < 64; i++)
        (void)is_known(&s);
    assert_true(is_known(&s));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(judges_as_one_that_knows_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_a_head_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(goes_on_to_keep_what_comes_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_texts_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stops_to_keep_what_never_comes_again, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
