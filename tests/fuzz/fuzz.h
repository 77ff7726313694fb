#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/*
 * Each file beside this one has one entry function, which libFuzzer calls with inputs of its own
 * (a build with clang and GILIRAN_FUZZ) and replay.c with the corpus and changes of it (every day).
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A copy of the input that ends with NUL; release with free(). */
char *fuzz_string(const uint8_t *data, size_t size);

/*
 * Writes the input to FOLDER/NAME in a folder of this process, and takes both away again. The path
 * is the same at every call.
 */
void fuzz_write_file(
	const char *name, const uint8_t *data, size_t size, char *out_path, size_t path_size);
void fuzz_remove_file(const char *path);

/* Ends the process with a line that says what did not hold. */
#define fuzz_require(condition) fuzz_check((condition) != 0, #condition, __FILE__, __LINE__)
void fuzz_check(int holds, const char *condition, const char *file, int line);

#endif
