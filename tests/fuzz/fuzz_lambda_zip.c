/* SPDX-License-Identifier: Apache-2.0 */
/* Deployment packages as bytes from anywhere: nothing is written outside of the directory that the
 * archive is unpacked into, nor does a link of it lead there. Needs lambda_local. */
#define _XOPEN_SOURCE 700 /* nftw, mkdtemp, realpath */

#include <dirent.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "local/code/tree.h"
#include "local/code/unzip.h"

enum { OPEN_MAX_FILES = 16, ENTRIES = 2 /* the archive and the directory */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[FOLDER_SIZE], archive[FOLDER_PATH_SIZE], inside[FOLDER_PATH_SIZE];

static void remove_folder(void)
{
    tree_remove(folder);
}

static void prepare(void)
{
    static bool done;
    if (done)
        return;
    folder_make(folder);
    if (atexit(remove_folder) != 0)
        abort();
    (void)snprintf(archive, sizeof archive, "%s/a.zip", folder);
    (void)snprintf(inside, sizeof inside, "%s/d", folder);
    done = true;
}

static int check_entry(const char *path, const struct stat *s, int type, struct FTW *ftw)
{
    char *real = type == FTW_SL || type == FTW_SLN ? realpath(path, NULL) : NULL;
    (void)s, (void)ftw;
    if (real != NULL && strncmp(real, inside, strlen(inside)) != 0)
        abort();
    free(real);
    return 0;
}

static void check(void)
{
    size_t n = 0;
    DIR *outer = opendir(folder);
    for (const struct dirent *e; outer != NULL && (e = readdir(outer)) != NULL;)
        n += e->d_name[0] != '.';
    if (outer == NULL || n != ENTRIES)
        abort();
    (void)closedir(outer);
    (void)nftw(inside, check_entry, OPEN_MAX_FILES, FTW_PHYS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    prepare();
    if (mkdir(inside, 0700) != 0 || !tree_write(archive, data, size))
        abort();
    (void)unzip(archive, inside);
    check();
    tree_remove(inside);
    return 0;
}
