/* Memory shared between parent and children has no file (MAP_ANONYMOUS). */
#define _DEFAULT_SOURCE
#include "tests/store/processes.h"

#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

void *processes_share(unsigned long size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return memory == MAP_FAILED ? NULL : memory;
}

bool processes_run(int count, process_work *work, void *context)
{
	int start[2];
	char byte;
	bool right = pipe(start) == 0;
	for (int i = 0; right && i < count; i++) {
		pid_t child = fork();
		if (child == 0) {
			/* The end of the pipe is the starting shot. */
			close(start[1]);
			while (read(start[0], &byte, 1) > 0) {
			}
			work(context, i);
			_exit(0);
		}
		right = child > 0;
	}
	close(start[0]);
	close(start[1]);
	int status;
	while (wait(&status) > 0) {
		right = right && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	}
	return right;
}
