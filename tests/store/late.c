/* The thread looks again when time alone changes what a view says, however busy it is then. */
#include "app/base/clock.h"
#include "app/base/text.h"
#include "tests/store/inbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A promise of one second, broken from the second one. */
enum { BUSY_MS = 3000, UNDER_WAY = 64 };

static const char *const days[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* A zone in which the day does not end within the hour. */
static const char *find_zone(void)
{
	const struct office office = {.zone = OFFICE_WITA};
	struct calendar_local local;
	struct clock clock;
	struct instant now;
	clock_init(&clock, NULL);
	clock_read(&clock, &now);
	calendar_split(&office, now.wall_ms, &local);
	return local.hour == 22 ? "WIB" : local.hour == 23 ? "WIT" : "WITA";
}

/* An office that is open all day and promises to serve within a second. */
static void write_office(const char *path)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "code = \"6503\"; name = \"BPS\"; zone = \"%s\";\n", find_zone());
	fputs("unit = { id = \"PST\"; en = \"PST\"; };\nhours = {\n", file);
	for (int i = 0; i < 7; i++) {
		fprintf(file, "  %s = \"00.00-23.59\";\n", days[i]);
	}
	fputs("};\nservices = ( { code = \"KONS\"; prefix = \"K\"; icon = \"forum\";\n"
	      "  name = { id = \"Konsultasi\"; en = \"Consultation\"; };\n"
	      "  meaning = { id = \"Tanya.\"; en = \"Ask.\"; }; target_s = 1; } );\n"
	      "counters = ( { number = 1; } );\nnotice_version = \"2026-01\";\n"
	      "running = { id = \"Halo.\"; en = \"Hello.\"; };\n",
		file);
	fclose(file);
}

static struct desk *create(struct stage *stage)
{
	char path[512], error[512];
	const struct desk_options options = {.store = stage->store, .device = "test"};
	struct desk *desk = NULL;
	stage_init(stage);
	text_format(path, sizeof path, "%s/office.conf", stage->folder);
	write_office(path);
	assert_int_equal(
		desk_create(stage->store, path, true, NULL, error, sizeof error), RESULT_OK);
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	return desk;
}

/* Somebody waits before a free counter from now on. */
static void let_wait(struct desk *desk)
{
	const struct desk_staff ani = {.code = "ani", .name = "Ani", .role = DESK_CLERK};
	const struct desk_issue issue = {.service = 0};
	struct ticket ticket;
	assert_int_equal(desk_add_staff(desk, &ani, NULL), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

/* Lets go of a message; whether it is a view that counts somebody who came too late. */
static bool take(struct desk_message *message, int *under_way)
{
	bool late = message->kind == DESK_MESSAGE_VIEW && message->view != NULL &&
		    message->view->counted == 1;
	*under_way -= message->kind == DESK_MESSAGE_ANSWER ? 1 : 0;
	desk_message_destroy(message);
	return late;
}

static void a_clock_gets_late_while_the_thread_is_busy(void **state)
{
	(void)state;
	const struct desk_request request = {.act = DESK_LIST_STAFF};
	struct stage stage;
	struct inbox inbox;
	struct desk_message *message;
	bool late = false;
	int under_way = 0;
	let_wait(create(&stage));
	struct desk_thread *thread = inbox_start_now(&stage, &inbox);
	for (int64_t end = clock_ticks_ms() + BUSY_MS; clock_ticks_ms() < end;) {
		for (; under_way < UNDER_WAY; under_way++) {
			desk_thread_post(thread, &request);
		}
		message = inbox_wait(&inbox, PATIENCE_MS);
		assert_non_null(message);
		late = take(message, &under_way) || late;
	}
	while (!late) {
		message = inbox_wait(&inbox, PATIENCE_MS);
		assert_non_null(message);
		late = take(message, &under_way);
	}
	inbox_stop(thread, &inbox);
	stage_finish(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_clock_gets_late_while_the_thread_is_busy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
