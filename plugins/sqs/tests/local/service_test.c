/* SPDX-License-Identifier: Apache-2.0 */
/* The service as a whole: reset, regions, what is kept on disk, many messages. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cloud.h"
#include "local.h"
#include "local/check.h"
#include "members.h"

enum { MANY = 5000, FORM_FIELDS = 2000 };

#define CREATE "{\"QueueName\":\"one\",\"tags\":{\"a\":\"b\"}}"
#define CREATE_FIFO                                                                                \
    "{\"QueueName\":\"q.fifo\",\"Attributes\":{\"FifoQueue\":\"true\","                            \
    "\"ContentBasedDeduplication\":\"true\"}}"
#define SEND_FIFO    "{\"QueueUrl\":\"q.fifo\",\"MessageBody\":\"x\",\"MessageGroupId\":\"g\"}"
#define SEND         "{\"QueueUrl\":\"one\",\"MessageBody\":\"x\"}"
#define RECEIVE      "{\"QueueUrl\":\"one\",\"MaxNumberOfMessages\":10}"
#define RECEIVE_FIFO "{\"QueueUrl\":\"q.fifo\",\"MaxNumberOfMessages\":10}"
#define POLL         "{\"QueueUrl\":\"one\",\"WaitTimeSeconds\":20}"
#define TAGS         "{\"QueueUrl\":\"one\"}"

/* The answer's JSON (a new reference). */
static json_t *call(struct cloud *cloud, const char *operation, const char *body)
{
    const struct exchange *x = cloud_post(cloud, operation, body);
    assert_int_equal(x->status, 200);
    return json_loads(x->body, 0, NULL);
}

static size_t received(struct cloud *cloud, const char *body)
{
    json_t *answer = call(cloud, "ReceiveMessage", body);
    size_t n = json_array_size(json_object_get(answer, "Messages"));
    json_decref(answer);
    return n;
}

static void send(struct cloud *cloud, const char *body)
{
    json_decref(call(cloud, "SendMessage", body));
}

static void reset_forgets_and_ends_long_polls(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    const struct exchange *poll = cloud_post(&cloud, "ReceiveMessage", POLL);
    assert_int_equal(poll->status, 0);
    sqs_local.reset(cloud.service);
    assert_int_equal(poll->status, 200);
    assert_null(cloud.timers);
    assert_int_equal(cloud_post(&cloud, "ReceiveMessage", RECEIVE)->status, 400);
    cloud_close(&cloud);
}

static void regions_are_apart(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    cloud.region = "eu-west-1";
    assert_int_equal(cloud_post(&cloud, "SendMessage", SEND)->status, 400);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    send(&cloud, SEND);
    cloud.region = "us-east-1";
    assert_int_equal(received(&cloud, RECEIVE), 0);
    cloud_close(&cloud);
}

static void open_again(struct cloud *cloud, const char *directory)
{
    int64_t now = cloud->now_ms;
    cloud_close(cloud);
    cloud_open(cloud, directory);
    cloud->now_ms = now;
}

static void state_is_kept(void **state)
{
    char directory[] = "/tmp/sqs-test-XXXXXX", command[64];
    struct cloud cloud;
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    json_decref(call(&cloud, "CreateQueue", CREATE_FIFO));
    send(&cloud, SEND);
    send(&cloud, SEND_FIFO);
    assert_int_equal(received(&cloud, RECEIVE), 1);
    open_again(&cloud, directory);
    json_t *tags = call(&cloud, "ListQueueTags", TAGS);
    assert_int_equal(json_object_size(json_object_get(tags, "Tags")), 1);
    json_decref(tags);
    assert_int_equal(received(&cloud, RECEIVE), 0); /* still hidden */
    send(&cloud, SEND_FIFO);                        /* still a duplicate */
    assert_int_equal(received(&cloud, RECEIVE_FIFO), 1);
    cloud_advance(&cloud, 30000);
    open_again(&cloud, directory);
    assert_int_equal(received(&cloud, RECEIVE), 1);
    json_decref(call(&cloud, "DeleteQueue", TAGS));
    sqs_local.reset(cloud.service);
    open_again(&cloud, directory);
    assert_int_equal(cloud_post(&cloud, "ReceiveMessage", RECEIVE_FIFO)->status, 400);
    cloud_close(&cloud);
    snprintf(command, sizeof command, "rm -r %s", directory);
    assert_int_equal(system(command), 0);
}

static void all_of_many_come_once(void **state)
{
    struct cloud cloud;
    size_t n = 0;
    (void)state;
    cloud_open(&cloud, NULL);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    for (int i = 0; i < MANY; i++)
        send(&cloud, SEND);
    for (size_t got; (got = received(&cloud, RECEIVE)) > 0;)
        n += got;
    assert_int_equal(n, MANY);
    cloud_advance(&cloud, 30000);
    assert_int_equal(received(&cloud, RECEIVE), 10);
    cloud_close(&cloud);
}

static void too_large_and_too_many(void **state)
{
    struct cloud cloud;
    size_t size = 1024 * 1024 + 1, head = strlen("{\"QueueUrl\":\"one\",\"MessageBody\":\"");
    char *body = malloc(size + head + 3), *form = malloc(FORM_FIELDS * 4 + 1);
    (void)state;
    assert_true(body != NULL && form != NULL);
    memcpy(body, "{\"QueueUrl\":\"one\",\"MessageBody\":\"", head);
    memset(body + head, 'x', size);
    memcpy(body + head + size, "\"}", 3);
    cloud_open(&cloud, NULL);
    json_decref(call(&cloud, "CreateQueue", CREATE));
    assert_int_equal(cloud_post(&cloud, "SendMessage", body)->status, 400);
    memcpy(body + head + size - 1, "\"}", 3);
    send(&cloud, body);
    for (size_t i = 0; i < FORM_FIELDS; i++)
        memcpy(form + i * 4, "a=b&", 5);
    assert_int_equal(cloud_post(&cloud, NULL, form)->status, 400);
    cloud_close(&cloud);
    free(body);
    free(form);
}

static void all_members_are_checked(void **state)
{
    (void)state;
    assert_in_range(members_most(sqs_ops, SQS_OPS), 1, REQUEST_MEMBERS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reset_forgets_and_ends_long_polls),
        cmocka_unit_test(regions_are_apart),
        cmocka_unit_test(state_is_kept),
        cmocka_unit_test(all_of_many_come_once),
        cmocka_unit_test(too_large_and_too_many),
        cmocka_unit_test(all_members_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
