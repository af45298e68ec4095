/* SPDX-License-Identifier: Apache-2.0 */
/* The main() of a fuzz target where there is no libFuzzer: runs the files that are its arguments,
 * each in memory of its own size, so that reading past it is seen. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { INPUT_MAX = 16 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(FILE *file)
{
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    uint8_t *data = size >= 0 && size <= INPUT_MAX ? malloc((size_t)size + (size == 0)) : NULL;
    rewind(file);
    if (data == NULL || fread(data, 1, (size_t)size, file) != (size_t)size) {
        free(data);
        return -1;
    }
    (void)LLVMFuzzerTestOneInput(data, (size_t)size);
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        (void)fprintf(stderr, "%s\n", argv[i]); /* the last one is the one that crashed */
        if (file == NULL || replay(file) != 0) {
            perror(argv[i]);
            return EXIT_FAILURE;
        }
        (void)fclose(file);
    }
    return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
