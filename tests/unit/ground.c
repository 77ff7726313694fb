/* The small things everything stands on: results, memory, documents, the log and the clock. */
#include "app/base/clock.h"
#include "app/base/document.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/result.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void results_have_keys(void **state)
{
	(void)state;
	for (int i = 0; i < RESULT_COUNT; i++) {
		const char *key = result_key((enum result)i);
		assert_true(key[0] != '\0');
		assert_int_equal(result_from_key(key), i);
	}
	assert_int_equal(result_from_key("no_such"), RESULT_COUNT);
	assert_string_equal(result_key(RESULT_COUNT), "store_failed");
}

static void memory_comes_zeroed(void **state)
{
	(void)state;
	unsigned char *bytes = memory_zeroed(16, 2);
	for (int i = 0; i < 32; i++) {
		assert_int_equal(bytes[i], 0);
	}
	memset(bytes, 7, 32);
	bytes = memory_resized(bytes, 64, 1);
	assert_int_equal(bytes[31], 7);
	memory_wipe(bytes, 32);
	assert_int_equal(bytes[0] + bytes[31], 0);
	free(bytes);
	char *copy = memory_string("Loket");
	assert_string_equal(copy, "Loket");
	free(copy);
	free(memory_zeroed(0, 0));
}

static void documents_own_their_texts(void **state)
{
	(void)state;
	struct document document = {0};
	char text[] = "K007";
	document_add(&document, DOCUMENT_NUMBER, text)->weight = DOCUMENT_BOLD;
	document_add(&document, DOCUMENT_RULE, NULL);
	document_add_pair(&document, "Di depan Anda", "3 orang")->size = DOCUMENT_LABEL;
	text[0] = '?';
	assert_int_equal(document.count, 3);
	assert_string_equal(document.items[0].text, "K007");
	assert_int_equal(document.items[0].weight, DOCUMENT_BOLD);
	assert_null(document.items[0].right);
	assert_string_equal(document.items[1].text, "");
	assert_int_equal(document.items[2].kind, DOCUMENT_PAIR);
	assert_string_equal(document.items[2].right, "3 orang");
	document_finish(&document);
	assert_int_equal(document.count, 0);
	document_finish(&document);
	document_finish(NULL);
}

/* What log_warn writes to stderr. */
static void catch_log(const char *message, char *out_text, size_t size)
{
	char folder[TEMPORARY_SIZE];
	char path[TEMPORARY_SIZE];
	temporary_create(folder);
	temporary_write(folder, "log", "", 0, path);
	int file = open(path, O_RDWR);
	int kept = dup(STDERR_FILENO);
	assert_true(file >= 0 && kept >= 0);
	assert_true(dup2(file, STDERR_FILENO) >= 0);
	log_warn("test", "%s", message);
	log_debug("test", "not shown");
	assert_true(dup2(kept, STDERR_FILENO) >= 0);
	ssize_t length = pread(file, out_text, size - 1, 0);
	assert_true(length >= 0);
	out_text[length] = '\0';
	close(file);
	close(kept);
	temporary_remove(folder);
}

static void a_log_line_cannot_be_forged(void **state)
{
	(void)state;
	char line[2048];
	char longest[3000];
	unsetenv("GILIRAN_DEBUG");
	log_set_level(LOG_INFO);
	catch_log("paper out", line, sizeof line);
	assert_string_equal(line, "warn test: paper out\n");
	catch_log("a\nerror test: b\x1B[31m", line, sizeof line);
	assert_string_equal(line, "warn test: a?error test: b?[31m\n");
	memset(longest, 'x', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	catch_log(longest, line, sizeof line);
	assert_int_equal(strlen(line), 1000);
	assert_int_equal(line[999], '\n');
	log_set_level(LOG_ERROR);
	catch_log("quiet", line, sizeof line);
	assert_string_equal(line, "");
}

static void office_time_follows_boot_time(void **state)
{
	(void)state;
	struct clock clock;
	struct instant first;
	struct instant second;
	clock_init(&clock, NULL);
	clock_read(&clock, &first);
	assert_true(llabs(first.office_ms - first.wall_ms) < 1000);
	assert_true(first.boot_ms > 0);
	assert_true(strlen(first.boot_id) > 0);
	clock_set_offset(&clock, 1000000);
	clock_read(&clock, &first);
	clock_read(&clock, &second);
	assert_int_equal(first.office_ms, first.boot_ms + 1000000);
	assert_true(second.office_ms >= first.office_ms);
	assert_string_equal(first.boot_id, second.boot_id);
}

static void a_fixed_clock_stands_still(void **state)
{
	(void)state;
	struct clock clock;
	struct instant now;
	clock_init_fixed(&clock, 1795396200000);
	clock_read(&clock, &now);
	assert_int_equal(now.office_ms, 1795396200000);
	assert_int_equal(now.wall_ms, 1795396200000);
	assert_int_equal(now.boot_ms, 1795396200000);
	assert_string_equal(now.boot_id, "training");
	int64_t ticks = clock_ticks_us();
	assert_true(clock_ticks_us() >= ticks);
	assert_true(llabs(clock_ticks_ms() - ticks / 1000) < 5000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(results_have_keys),
		cmocka_unit_test(memory_comes_zeroed),
		cmocka_unit_test(documents_own_their_texts),
		cmocka_unit_test(a_log_line_cannot_be_forged),
		cmocka_unit_test(office_time_follows_boot_time),
		cmocka_unit_test(a_fixed_clock_stands_still),
	};
	return cmocka_run_group_tests_name("ground", tests, NULL, NULL);
}
