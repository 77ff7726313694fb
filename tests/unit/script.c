#include "app/ui/script.h"

#include "tests/unit/check.h"

#include <string.h>

static struct script_command parsed(const char *line)
{
	struct script_command command;
	char error[128] = "";

	if (!script_parse(line, &command, error, sizeof(error))) {
		fail_msg("%s: %s", line, error);
	}
	return command;
}

static void understands_every_verb(void **state)
{
	struct script_command command = parsed("tap welcome.take");

	(void)state;
	assert_int_equal(command.event.kind, UI_TAP_ID);
	assert_string_equal(command.event.text, "welcome.take");
	command = parsed("key return");
	assert_int_equal(command.event.kind, UI_KEY);
	assert_string_equal(command.event.text, "return");
	command = parsed("where guest.next");
	assert_int_equal(command.verb, SCRIPT_WHERE);
	assert_int_equal(command.event.kind, UI_WHERE_ID);
	command = parsed("point 12 1079");
	assert_true(command.click);
	assert_int_equal(command.event.x, 12);
	assert_int_equal(command.event.y, 1079);
	command = parsed("type Siti Rahma");
	assert_int_equal(command.verb, SCRIPT_TYPE);
	assert_string_equal(command.text, "Siti Rahma");
	command = parsed("wait Tiket sudah dicetak 5000");
	assert_int_equal(command.verb, SCRIPT_WAIT);
	assert_string_equal(command.text, "Tiket sudah dicetak");
	assert_int_equal(command.limit_ms, 5000);
	assert_int_equal(parsed("shot a b.png").verb, SCRIPT_SHOT);
	assert_int_equal(parsed("dump a.txt").verb, SCRIPT_DUMP);
	assert_int_equal(parsed("quit").verb, SCRIPT_QUIT);
}

static void refuses_what_it_does_not_understand(void **state)
{
	static const char *const lines[] = {"", " ", "hop", "tap", "tap a b", "tapx a", "point 1",
		"point 1 x", "point -1 2", "point 1 2 3", "point 99999 1", "type", "wait", "wait a",
		"wait a b", "wait  5", "wait a 9999999", "quit now", "where",
		"tap 0123456789012345678901234567890123456789012345678901234567890", "type \x1b[0m",
		"type \xff"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct script_command command;
		char error[128] = "";
		if (script_parse(lines[i], &command, error, sizeof(error))) {
			fail_msg("understood: %s", lines[i]);
		}
		assert_true(strlen(error) > 0);
	}
}

static void a_long_text_is_refused(void **state)
{
	struct script_command command;
	char line[600], error[128];

	(void)state;
	memset(line, 'a', sizeof(line));
	memcpy(line, "type ", 5);
	line[sizeof(line) - 1] = '\0';
	assert_false(script_parse(line, &command, error, sizeof(error)));
	memcpy(line, "wait ", 5);
	memcpy(line + sizeof(line) - 4, " 10", 3);
	assert_false(script_parse(line, &command, error, sizeof(error)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(understands_every_verb),
		cmocka_unit_test(refuses_what_it_does_not_understand),
		cmocka_unit_test(a_long_text_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
