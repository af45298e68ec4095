/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/file_body.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <sys/stat.h>

#include <slrun/host.h>

#include "base/error.h"
#include "base/file.h"

enum { PIECE = 64 << 10, HASH_BYTES = 32 };

static int cannot(struct file_body *file, int code)
{
    return error_set(file->error, SLRUN_E_IO, "%s: %s", file->request->body.path, strerror(code));
}

/* The size that is sent, also where it is "the rest". */
static int measure(struct file_body *file, int fd)
{
    struct slrun_body *body = &file->request->body;
    struct stat st;
    if (fstat(fd, &st) != 0)
        return cannot(file, errno);
    if (!S_ISREG(st.st_mode))
        return error_set(file->error, SLRUN_E_IO, "%s is not a file", body->path);
    uint64_t there = (uint64_t)st.st_size, size = body->size;
    bool enough =
        body->offset <= there && (size == SLRUN_SIZE_REST || size <= there - body->offset);
    if (!enough)
        return error_set(file->error, SLRUN_E_IO, "%s has only %llu bytes", body->path,
                         (unsigned long long)there);
    if (size == SLRUN_SIZE_REST)
        body->size = there - body->offset;
    return 0;
}

static int read_pieces(struct file_body *file, int fd, EVP_MD_CTX *sha)
{
    char piece[PIECE];
    const struct slrun_body *body = &file->request->body;
    const struct slrun_digest *digest = &file->request->digest;
    for (uint64_t done = 0; done < body->size && !file->cancelled;) {
        uint64_t left = body->size - done;
        ssize_t n =
            pread(fd, piece, left < PIECE ? (size_t)left : PIECE, (off_t)(body->offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return cannot(file, n < 0 ? errno : ENODATA);
        if (EVP_DigestUpdate(sha, piece, (size_t)n) != 1)
            return error_set(file->error, SLRUN_E_INTERNAL, "a file's hash cannot be computed");
        if (digest->update && digest->update(digest->arg, piece, (size_t)n) != 0)
            return error_set(file->error, SLRUN_E_PLUGIN, "a file's checksum cannot be computed");
        done += (uint64_t)n;
    }
    return 0;
}

static int hash(struct file_body *file, int fd)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    EVP_MD_CTX *sha = EVP_MD_CTX_new();
    int rc = sha && EVP_DigestInit_ex(sha, EVP_sha256(), NULL) == 1 ? read_pieces(file, fd, sha)
                                                                    : cannot(file, ENOMEM);
    if (rc == 0 && EVP_DigestFinal_ex(sha, bytes, NULL) != 1)
        rc = cannot(file, ENOMEM);
    for (int i = 0; rc == 0 && i < HASH_BYTES; i++)
        snprintf(file->hash + (size_t)2 * (size_t)i, 3, "%02x", bytes[i]);
    EVP_MD_CTX_free(sha);
    return rc;
}

static void work(uv_work_t *request)
{
    struct file_body *file = request->data;
    int fd =
        open(file->request->body.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* nor waits a FIFO */
    if (fd < 0) {
        cannot(file, errno);
        return;
    }
    if (measure(file, fd) == 0)
        hash(file, fd);
    close(fd);
}

static void worked(uv_work_t *request, int status)
{
    struct file_body *file = request->data;
    struct slrun_error *error = file->error;
    struct slrun_digest *digest = &file->request->digest;
    file->error = NULL;
    if (status != 0)
        file->cancelled = true;
    if ((file->cancelled || error->kind != SLRUN_E_NONE) && digest->finish) {
        digest->finish(NULL, digest->arg, NULL);
        digest->finish = NULL;
    }
    file->ended(file, error->kind != SLRUN_E_NONE ? error : NULL); /* may free `file` */
    free(error);
}

int file_body_start(struct file_body *file, uv_loop_t *loop, struct slrun_error *error)
{
    file->error = calloc(1, sizeof *file->error);
    file->work.data = file;
    if (file->error && uv_queue_work(loop, &file->work, work, worked) == 0)
        return 0;
    free(file->error);
    return error_set(error, SLRUN_E_MEMORY, "no memory to read %s", file->request->body.path);
}

void file_body_cancel(struct file_body *file)
{
    file->cancelled = true; /* seen by the thread when it is: nothing depends on when */
    uv_cancel((uv_req_t *)&file->work);
}

int file_body_finish(struct file_body *file, struct slrun_ctx *ctx)
{
    struct slrun_digest digest = file->request->digest;
    file->request->digest.finish = NULL;
    if (!file->request->payload_hash)
        file->request->payload_hash = file->hash;
    return digest.finish ? digest.finish(ctx, digest.arg, file->request) : 0;
}
