/* SPDX-License-Identifier: Apache-2.0 */
/* Errors in the words of each protocol. */
#include "harness/cmocka_all.h"

#include <string.h>

#include <jansson.h>

#include "local/protocol/fault.h"

struct wanted {
    const char *type, *body, *error_type;
};

static const struct wanted *wanted;

static void reply(struct slrun_exchange *x, const struct slrun_reply *r)
{
    const char *error_type = NULL;
    assert_string_equal(x->request_id, "id");
    assert_int_equal(r->status, 400 + (strstr(r->body, "Receiver") ? 103 : 0));
    assert_string_equal(r->content_type, wanted->type);
    assert_string_equal(r->body, wanted->body);
    assert_int_equal(r->size, strlen(wanted->body));
    for (size_t i = 0; i < r->n_headers; i++)
        if (!strcmp(r->headers[i].name, "x-amzn-ErrorType"))
            error_type = r->headers[i].value;
        else
            assert_string_equal(r->headers[i].value, "own");
    assert_string_equal(error_type ? error_type : "", wanted->error_type ? wanted->error_type : "");
}

static void expect(const struct slrun_fault *fault, struct wanted want)
{
    const struct slrun_cloud cloud = {.reply = reply};
    struct slrun_exchange x = {.request_id = "id"};
    wanted = &want;
    fault_reply(&cloud, &x, fault);
}

static void json(void **state)
{
    (void)state;
    static const struct slrun_header own = {"x-own", "own"};
    struct slrun_fault f = {.status = 400, .code = "Bad", .message = "no \"x\" \xff\xc3"};
    expect(&f,
           (struct wanted){
               "application/x-amz-json-1.0",
               "{\"__type\":\"Bad\",\"message\":\"no \\\"x\\\" \xef\xbf\xbd\xef\xbf\xbd\"}", NULL});
    f = (struct slrun_fault){
        .status = 400, .code = "Bad", .type = "a#Bad", .headers = &own, .n_headers = 1};
    f.content_type = "application/x-amz-json-1.1";
    expect(&f, (struct wanted){"application/x-amz-json-1.1", "{\"__type\":\"a#Bad\"}", NULL});
    json_t *members = json_pack("{s:s}", "Type", "User");
    f = (struct slrun_fault){.how = SLRUN_ERRORS_REST_JSON,
                             .status = 400,
                             .code = "Bad",
                             .message = "m",
                             .headers = &own,
                             .n_headers = 1};
    f.members = members;
    expect(&f, (struct wanted){"application/json", "{\"message\":\"m\",\"Type\":\"User\"}", "Bad"});
    json_decref(members);
}

static void xml(void **state)
{
    (void)state;
    struct slrun_fault f = {
        .how = SLRUN_ERRORS_QUERY, .status = 400, .code = "Bad", .message = "<\xff\x01\r>\xc3\xa9"};
    expect(&f,
           (struct wanted){"text/xml",
                           "<?xml version=\"1.0\"?><ErrorResponse><Error><Type>Sender</Type><Code>"
                           "Bad</Code><Message>&lt;\xef\xbf\xbd#x01&#xD;&gt;"
                           "\xc3\xa9</Message></Error><RequestId>id"
                           "</RequestId></ErrorResponse>",
                           NULL});
    f = (struct slrun_fault){.how = SLRUN_ERRORS_QUERY,
                             .status = 503,
                             .code = "Slow",
                             .message = "caf\xc3\xa9",
                             .xmlns = "http://x/",
                             .detail = ""};
    expect(&f,
           (struct wanted){"text/xml",
                           "<?xml version=\"1.0\"?><ErrorResponse xmlns=\"http://x/\"><Error><Type>"
                           "Receiver</Type><Code>Slow</Code><Message>caf\xc3\xa9</Message><Detail/>"
                           "</Error><RequestId>id</RequestId></ErrorResponse>",
                           NULL});
    f = (struct slrun_fault){.how = SLRUN_ERRORS_S3, .status = 400, .code = "Bad", .message = "m"};
    expect(&f, (struct wanted){
                   "application/xml",
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>Bad</Code>"
                   "<Message>m</Message><RequestId>id</RequestId><HostId>id</HostId></Error>",
                   NULL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(json), cmocka_unit_test(xml)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
