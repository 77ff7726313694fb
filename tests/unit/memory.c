#include "app/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* In a child, because it is for life. */
static int forbid(void)
{
	struct rlimit limit;
	memory_forbid_dumps();
	bool forbidden = getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 &&
			 prctl(PR_GET_DUMPABLE) == 0;
	return forbidden ? 42 : 1;
}

static void neither_a_file_nor_a_program_gets_a_dump(void **state)
{
	int status = 0;
	(void)state;
	assert_int_equal(prctl(PR_GET_DUMPABLE), 1);
	pid_t child = fork();
	if (child == 0) {
		_exit(forbid());
	}
	assert_true(child > 0 && waitpid(child, &status, 0) == child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 42);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neither_a_file_nor_a_program_gets_a_dump),
	};
	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
