#ifndef TESTS_STORE_COPY_H
#define TESTS_STORE_COPY_H

#include "db/store.h"
#include "tests/store/morning.h"

/* A copy of the morning's store to break, in a file or in memory. What fails here fails the test.
 */
struct copy {
	struct stage stage;
	const char *path;         /* to open it by */
	const struct stage *rows; /* to ask its rows by */
	struct engine *hold;
};

void copy_init(struct copy *copy, const struct stage *base, bool memory);
void copy_finish(struct copy *copy);

/* A desk at the moment of the act, with what is to go wrong or NULL; the first may fail. */
enum result copy_try_desk(const struct copy *copy, const struct morning_act *act,
	struct fault_plan *plan, struct desk **out_desk);
struct desk *copy_desk(
	const struct copy *copy, const struct morning_act *act, struct fault_plan *plan);

/* All invariants hold; `name` says where they did not. */
void copy_check(const struct copy *copy, const char *name);

/* The rows after somebody has opened the store again, with nothing wrong any more; free(). */
char *copy_dump(const struct copy *copy, const struct morning_act *act);

/* The rows of another copy without the act or with it, on a disk with nothing wrong; free(). */
char *copy_whole_dump(const struct stage *base, const struct morning_act *act, bool acts);

#endif
