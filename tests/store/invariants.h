#ifndef TESTS_STORE_INVARIANTS_H
#define TESTS_STORE_INVARIANTS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What must hold of every store at every moment (design §3), asked of the rows themselves and not
 * through the code under test. `store` is a path or a URI of SQLite's. False, and the first thing
 * that is wrong in `out_wrong`.
 */
bool invariants_hold(const char *store, char *out_wrong, size_t size);

#endif
