#ifndef TESTS_STORE_PROCESSES_H
#define TESTS_STORE_PROCESSES_H

#include <stdbool.h>

/* Several processes that start at the same moment. */
typedef void process_work(void *context, int index);

/* Forks `count` children that all wait for each other, run `work` and exit; false when one of them
 * failed or died. */
bool processes_run(int count, process_work *work, void *context);

/* Memory shared with the children, zeroed; kept until the test ends. */
void *processes_share(unsigned long size);

#endif
