#ifndef TESTS_BENCH_FLOOR_H
#define TESTS_BENCH_FLOOR_H

/*
 * The least that a durable write costs on the disk of a store: one overwrite of 4,120 bytes (a
 * frame of a write-ahead log) with fdatasync, in a file beside it. Both exit with a word on stderr
 * when they cannot.
 */
int floor_open(const char *store);
void floor_write(int file);

#endif
