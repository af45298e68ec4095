/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP client over TLS: certificates are verified, always. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "net/client/http_client.h"
#include "net/loop.h"

enum { GUARD_S = 30 };

static char ca_path[64], base[64], other_base[64];
static pid_t server;

/* A certificate of its own for 127.0.0.1, valid for an hour. */
static X509 *make_certificate(EVP_PKEY *key)
{
    X509 *cert = X509_new();
    X509_NAME *name = X509_get_subject_name(cert);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
    X509_set_version(cert, 2);
    X509_gmtime_adj(X509_getm_notBefore(cert), -60);
    X509_gmtime_adj(X509_getm_notAfter(cert), 3600);
    X509_set_pubkey(cert, key);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)"test", -1, -1, 0);
    X509_set_issuer_name(cert, name);
    X509_EXTENSION *san = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(cert, san, -1);
    X509_EXTENSION_free(san);
    X509_sign(cert, key, EVP_sha256());
    return cert;
}

static void answer(SSL *ssl)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret";
    char request[4096];
    if (SSL_accept(ssl) == 1 && SSL_read(ssl, request, sizeof request) > 0)
        SSL_write(ssl, text, sizeof text - 1);
    SSL_shutdown(ssl);
}

static void serve(int listener, X509 *cert, EVP_PKEY *key)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate(ctx, cert);
    SSL_CTX_use_PrivateKey(ctx, key);
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        SSL *ssl = SSL_new(ctx);
        SSL_set_fd(ssl, fd);
        answer(ssl);
        SSL_free(ssl);
        close(fd);
    }
}

static int set_up(void **state)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t size = sizeof address;
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *cert = make_certificate(key);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    (void)state;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 16) ||
        getsockname(listener, (struct sockaddr *)&address, &size))
        return -1;
    snprintf(base, sizeof base, "https://127.0.0.1:%u", (unsigned)ntohs(address.sin_port));
    snprintf(other_base, sizeof other_base, "https://localhost:%u",
             (unsigned)ntohs(address.sin_port));
    strcpy(ca_path, "/tmp/slrun-test-XXXXXX");
    FILE *file = fdopen(mkstemp(ca_path), "w");
    PEM_write_X509(file, cert);
    fclose(file);
    server = fork();
    if (server == 0)
        serve(listener, cert, key);
    close(listener);
    X509_free(cert);
    EVP_PKEY_free(key);
    return server > 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    kill(server, SIGKILL);
    waitpid(server, NULL, 0);
    unlink(ca_path);
    return 0;
}

struct result {
    int status;
    struct slrun_error error;
    char body[64];
};

static void on_done(struct http_call *call, const struct slrun_response *response,
                    const struct slrun_error *error)
{
    struct result *result = call->data;
    if (error)
        result->error = *error;
    else
        snprintf(result->body, sizeof result->body, "%s", (const char *)response->body);
    result->status = response ? response->status : 0;
}

static void get(const char *from, const char *ca_file, struct result *result)
{
    struct slrun_error error = {0};
    struct uv_loop_s *loop = loop_new(&error);
    const struct http_client_options options = {.ca_file = ca_file};
    struct http_client *client = http_client_new(loop, &options, &error);
    struct slrun_request request = {.method = "GET"};
    struct http_call call = {.base = from, .request = &request, .done = on_done, .data = result};
    memset(result, 0, sizeof *result);
    assert_int_equal(http_client_submit(client, &call), 0);
    alarm(GUARD_S);
    loop_run(loop);
    alarm(0);
    http_client_free(client);
    loop_free(loop);
}

static void test_trusted(void **state)
{
    struct result result;
    (void)state;
    get(base, ca_path, &result);
    assert_int_equal(result.status, 200);
    assert_string_equal(result.body, "secret");
}

static void test_not_trusted(void **state)
{
    struct result result;
    (void)state;
    get(base, NULL, &result);
    assert_int_equal(result.error.kind, SLRUN_E_CONNECT);
    assert_non_null(strstr(result.error.message, "certificate"));
    assert_non_null(strstr(result.error.message, base));
}

static void test_other_name(void **state)
{
    struct result result;
    (void)state;
    get(other_base, ca_path, &result);
    assert_int_equal(result.error.kind, SLRUN_E_CONNECT);
    assert_non_null(strstr(result.error.message, "localhost"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trusted),
        cmocka_unit_test(test_not_trusted),
        cmocka_unit_test(test_other_name),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
