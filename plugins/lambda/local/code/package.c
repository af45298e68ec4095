/* SPDX-License-Identifier: Apache-2.0 */
/* Deployment packages. What is unpacked lies under the hash of its archive, so the same archive is
 * unpacked once. */
#include "local/code/package.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>

#include <slrun/base64.h>
#include <slrun/member.h>

#include "local/bytes.h"
#include "local/code/tree.h"
#include "local/code/unzip.h"
#include "local/outgoing.h"

enum { HEX_SIZE = 65, ARCHIVE_MAX = 128 << 20, ZIPPED_MAX = 52428800 };

static void hex_sum(const void *data, size_t size, char hex[HEX_SIZE])
{
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    (void)EVP_Digest(data, size, sum, &n, EVP_sha256(), NULL);
    for (unsigned i = 0; i < n && i < 32; i++)
        (void)sprintf(hex + (size_t)i * 2, "%02x", sum[i]);
}

static json_t *described(struct call *call, const char *path, const void *summed, size_t size)
{
    char sha[SHA_TEXT_SIZE];
    json_t *code = sha256_text(summed, size, sha) ? json_pack("{s:s, s:s, s:I}", "Path", path,
                                                              "Sha", sha, "Size", (json_int_t)size)
                                                  : NULL;
    return code ? code : call_no_memory(call);
}

/* The code with one more member; both are taken over. NULL after call_no_memory(). */
static json_t *with(struct call *call, json_t *code, const char *member, json_t *value)
{
    if (put(code, member, value))
        return code;
    json_decref(code);
    return call_no_memory(call);
}

/* Code that is kept must be there when the function is. */
static bool on_disk(const struct service *service, const char *path)
{
    return !service->cloud->data || tree_sync(path);
}

static bool on_disk_above(const struct service *service)
{
    return !service->cloud->data || tree_sync_names(service->directory);
}

/* ---- archives ---- */

static json_t *cannot_unzip(struct call *call, enum unzip_result why)
{
    if (why == UNZIP_TOO_LARGE)
        return call_fail(call, "InvalidParameterValueException",
                         "Unzipped size must be smaller than 262144000 bytes");
    if (why == UNZIP_IO)
        return call_fail(call, "ServiceException", "The package cannot be written to %.1024s",
                         call->service->directory);
    return call_fail(call, "InvalidParameterValueException",
                     "Could not unzip uploaded file. Please check your file, then try to upload "
                     "again.");
}

/* Into a directory beside, which gets its name when it is whole. */
static enum unzip_result unpack(const struct service *service, const char *archive,
                                const char *directory)
{
    char making[PATH_SIZE];
    int n = snprintf(making, sizeof making, "%s.part", directory);
    if (n < 0 || (size_t)n >= sizeof making)
        return UNZIP_IO;
    tree_remove(making);
    enum unzip_result result = tree_make(making) ? unzip(archive, making) : UNZIP_IO;
    if (result == UNZIP_OK && !(on_disk(service, archive) && on_disk(service, making) &&
                                rename(making, directory) == 0 && on_disk_above(service)))
        result = UNZIP_IO;
    if (result != UNZIP_OK)
        tree_remove(making);
    return result;
}

static json_t *from_archive(struct call *call, const void *data, size_t size)
{
    char hex[HEX_SIZE], path[PATH_SIZE], archive[PATH_SIZE];
    enum unzip_result result = UNZIP_OK;
    if (!service_prepare(call->service))
        return cannot_unzip(call, UNZIP_IO);
    hex_sum(data, size, hex);
    int n = snprintf(path, sizeof path, "%.3800s/%s", call->service->directory, hex);
    int m = snprintf(archive, sizeof archive, "%.3800s/%s.zip", call->service->directory, hex);
    if (n < 0 || m < 0 || !tree_make(call->service->directory))
        return cannot_unzip(call, UNZIP_IO);
    if (!tree_is_directory(path))
        result = tree_write(archive, data, size) ? unpack(call->service, archive, path) : UNZIP_IO;
    if (result != UNZIP_OK) {
        (void)unlink(archive);
        return cannot_unzip(call, result);
    }
    return with(call, described(call, path, data, size), "Archive", json_string(hex));
}

/* `most`: of the archive; one in a bucket is bounded by what is in it alone. */
static json_t *from_zip_file(struct call *call, const char *base64, size_t most)
{
    size_t size = 0;
    char *data = slrun_base64_bytes(base64, strlen(base64), &size);
    json_t *code = NULL;
    if (!data)
        cannot_unzip(call, UNZIP_BAD);
    else if (size > most)
        call_fail(call, "RequestEntityTooLargeException",
                  "Zipped size must be smaller than %zu bytes", most);
    else
        code = from_archive(call, data, size);
    free(data);
    return code;
}

/* ---- directories and texts ---- */

static json_t *from_directory(struct call *call, const char *path)
{
    uint64_t bytes;
    size_t size = 0;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    char *listing = *path == '/' ? tree_listing(path, &bytes) : NULL;
    char *archive = *path == '/' && !listing
                        ? call->service->host->file_read(path, ARCHIVE_MAX, &size, &error)
                        : NULL;
    json_t *code = NULL;
    if (listing) {
        code = described(call, path, listing, strlen(listing));
        code = with(call, code, "Size", json_integer((json_int_t)bytes));
        code = with(call, code, "Directory", json_true());
    } else if (archive) {
        code = from_archive(call, archive, size);
    } else {
        call_fail(call, "InvalidParameterValueException",
                  "%.1500s is no directory or zip archive of this machine", path);
    }
    free(listing);
    free(archive);
    return code;
}

extern const char lambda_cfnresponse_py[], lambda_cfn_response_js[]; /* ../../runtime */

/* The module by which such a function answers for a custom resource. */
static bool add_response(const char *path, bool node)
{
    const char *text = node ? lambda_cfn_response_js : lambda_cfnresponse_py;
    char file[PATH_SIZE + 32];
    (void)snprintf(file, sizeof file, "%s/%s", path,
                   node ? "node_modules/cfn-response.js" : "cfnresponse.py");
    return tree_make_above(file) && tree_write(file, text, strlen(text));
}

/* User Guide of CloudFormation, "AWS::Lambda::Function Code": a file named index, and the
 * cfn-response module. */
static json_t *from_text(struct call *call, const char *source)
{
    const char *runtime = call_string(call, "Runtime");
    bool node = runtime && strncmp(runtime, "nodejs", 6) == 0;
    char hex[HEX_SIZE], path[PATH_SIZE], file[PATH_SIZE + 16];
    if (!service_prepare(call->service))
        return cannot_unzip(call, UNZIP_IO);
    hex_sum(source, strlen(source), hex);
    (void)snprintf(path, sizeof path, "%.3800s/%s-inline", call->service->directory, hex);
    (void)snprintf(file, sizeof file, "%s/index.%s", path, node ? "js" : "py");
    if (!tree_make(path) || !tree_write(file, source, strlen(source)) ||
        !add_response(path, node) || !on_disk(call->service, path) || !on_disk_above(call->service))
        return cannot_unzip(call, UNZIP_IO);
    return described(call, path, source, strlen(source));
}

/* Nothing is fetched: the function is there, and cannot begin. */
static json_t *from_image(const char *uri)
{
    char hex[HEX_SIZE];
    hex_sum(uri, strlen(uri), hex);
    return json_pack("{s:s, s:s, s:i}", "ImageUri", uri, "Sha", hex, "Size", 0);
}

/* ---- S3 ---- */

struct fetch {
    struct call *call;
    package_then *then;
};

static json_t *fetched(struct call *call, const json_t *result, const struct slrun_error *error)
{
    json_t *inner = NULL;
    if (error)
        return call_fail(call, "InvalidParameterValueException",
                         "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s",
                         error->code, error->message);
    json_t *body = json_object_get(result, "Body");
    (void)call->service->host->tagged_get(body, &inner);
    return json_is_string(inner) ? from_zip_file(call, json_string_value(inner), SIZE_MAX)
                                 : cannot_unzip(call, UNZIP_BAD);
}

static void fetch_done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct fetch fetch = *(struct fetch *)arg;
    free(arg);
    json_t *code = fetched(fetch.call, result, error);
    call_end(fetch.call, code ? fetch.then(fetch.call, code) : NULL);
}

static void fetch_drop(void *arg)
{
    struct fetch fetch = *(struct fetch *)arg;
    free(arg);
    call_fail(fetch.call, "ServiceException", "The local cloud ends.");
    call_end(fetch.call, NULL);
}

static json_t *from_object(struct call *call, const json_t *source, package_then *then)
{
    struct fetch *fetch = malloc(sizeof *fetch);
    json_t *args =
        json_pack("{s:s, s:s, s:s*}", "Bucket", slrun_text(source, "S3Bucket"), "Key",
                  slrun_text(source, "S3Key"), "VersionId", slrun_text(source, "S3ObjectVersion"));
    if (!fetch) {
        json_decref(args);
        return call_no_memory(call);
    }
    *fetch = (struct fetch){call, then};
    call->later = outgoing_call(
        call->service, &(struct outgoing_order){"s3", "get_object", args, call->region,
                                                call->account, fetch_done, fetch_drop, fetch});
    if (call->later)
        return NULL;
    free(fetch);
    return call_no_memory(call);
}

json_t *package_take(struct call *call, const json_t *source, package_then *then)
{
    json_t *code = NULL;
    if (slrun_text(source, "ZipFile"))
        code = from_zip_file(call, slrun_text(source, "ZipFile"), ZIPPED_MAX);
    else if (slrun_text(source, "Directory"))
        code = from_directory(call, slrun_text(source, "Directory"));
    else if (call->own && slrun_text(source, "Inline"))
        code = from_text(call, slrun_text(source, "Inline"));
    else if (slrun_text(source, "S3Bucket") && slrun_text(source, "S3Key"))
        return from_object(call, source, then);
    else if (slrun_text(source, "ImageUri"))
        code = from_image(slrun_text(source, "ImageUri"));
    else
        call_fail(call, "InvalidParameterValueException",
                  "Please provide a source for function code.");
    return code ? then(call, code) : NULL;
}

/* ---- archives over HTTP ---- */

json_t *package_told(const struct service *service, const json_t *code)
{
    const char *uri = slrun_text(code, "ImageUri");
    if (!uri)
        return json_pack("{s:s, s:o*}", "RepositoryType", "S3", "Location",
                         package_location(service, code));
    int n = (int)strcspn(strrchr(uri, '/') ? strrchr(uri, '/') : uri, ":@");
    n += strrchr(uri, '/') ? (int)(strrchr(uri, '/') - uri) : 0;
    return json_pack("{s:s, s:s, s:o}", "RepositoryType", "ECR", "ImageUri", uri,
                     "ResolvedImageUri",
                     json_sprintf("%.*s@sha256:%s", n, uri, slrun_text(code, "Sha")));
}

json_t *package_location(const struct service *service, const json_t *code)
{
    const char *hex = slrun_text(code, "Archive"), *path = slrun_text(code, "Path");
    const char *url = service->cloud->url ? service->cloud->url(service->cloud) : NULL;
    if (!hex)
        return path ? json_sprintf("file://%s", path) : NULL;
    return json_sprintf("%s" ARCHIVE_PREFIX "%s.zip", url ? url : "", hex);
}

void archive_serve(struct service *service, struct slrun_exchange *x)
{
    const char *name = x->target + strlen(ARCHIVE_PREFIX);
    char path[PATH_SIZE];
    struct stat st = {.st_size = 0};
    int fd = -1;
    if (strspn(name, "0123456789abcdef") == HEX_SIZE - 1 &&
        strcmp(name + HEX_SIZE - 1, ".zip") == 0) {
        (void)snprintf(path, sizeof path, "%.3800s/%s", service->directory, name);
        fd = open(path, O_RDONLY | O_CLOEXEC);
    }
    if (fd < 0 || fstat(fd, &st) != 0 || !service->cloud->reply_file) {
        service->cloud->reply(x, &(struct slrun_reply){.status = 404, .body = "", .size = 0});
        if (fd >= 0)
            close(fd);
        return;
    }
    service->cloud->reply_file(
        x, &(struct slrun_reply){.status = 200, .content_type = "application/zip"}, fd, 0,
        (uint64_t)st.st_size);
}
