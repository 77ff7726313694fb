#include "tests/screens/kiosk_monkey_desk.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/token.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

struct desk *monkey_open_desk(char folder[MONKEY_FOLDER])
{
	struct desk *desk;
	char store[128], office[1024], error[512];
	snprintf(folder, MONKEY_FOLDER, "/tmp/giliran-monkey-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(store, sizeof(store), "%s/giliran.db", folder);
	snprintf(office, sizeof(office), "%s/assets/offices/tana-tidung.conf",
		getenv("GILIRAN_SOURCE"));
	const char *at = "2026-11-23T10:13:00";
	assert_int_equal(desk_create(store, office, true, at, error, sizeof(error)), RESULT_OK);
	const struct desk_options options = {.store = store, .at = at, .device = "kiosk-1"};
	assert_int_equal(desk_open(&options, &desk, error, sizeof(error)), RESULT_OK);
	const struct desk_staff ani = {.code = "ani", .name = "Ani", .role = DESK_CLERK};
	assert_int_equal(desk_add_staff(desk, &ani, "2222"), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	return desk;
}

void monkey_close_desk(const char *folder, struct desk *desk)
{
	static const char *const files[] = {
		"", "-wal", "-shm", "-lock", "-signal", "-key", "-key.pub", "-new"};
	char path[160];
	desk_close(desk);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		snprintf(path, sizeof(path), "%s/giliran.db%s", folder, files[i]);
		(void)unlink(path);
	}
	assert_int_equal(rmdir(folder), 0);
}

enum result monkey_ask_desk(
	struct monkey *monkey, struct desk *desk, struct stage *stage, struct ticket *out_ticket)
{
	static const enum result troubles[] = {RESULT_STORE_BUSY, RESULT_STORE_FULL,
		RESULT_STORE_FAILED, RESULT_QUOTA_FULL, RESULT_ISSUE_OVER, RESULT_DAY_CLOSED,
		RESULT_OFFICE_CLOSED};
	struct visit *visit = &stage->journey.visit;
	struct desk_issue issue;
	if (visit->token[0] == '\0') {
		token_make(visit->token);
	}
	if (monkey_chance(monkey, 4)) {
		return troubles[monkey_below(monkey, sizeof(troubles) / sizeof(troubles[0]))];
	}
	journey_request(&stage->journey, &stage->lobby, &issue);
	enum result result = visit->asked[0] != '\0'
				     ? desk_arrive(desk, visit->asked, &issue, false, out_ticket)
				     : desk_issue(desk, &issue, false, out_ticket);
	memory_wipe(&issue, sizeof(issue));
	return result;
}

enum result monkey_ask_way(struct monkey *monkey, struct desk *desk,
	const struct desk_request *request, struct desk_message *message)
{
	if (monkey_chance(monkey, 5)) {
		return monkey_chance(monkey, 2) ? RESULT_STORE_BUSY : RESULT_STORE_FULL;
	}
	switch (request->act) {
	case DESK_WITHDRAW:
		if (monkey_chance(monkey, 3)) {
			return RESULT_OK;
		}
		return desk_withdraw(desk, request->number, request->code, &message->ticket);
	case DESK_SIGN:
		return desk_sign(desk, request->id, &request->issue, false, &message->ticket);
	case DESK_RECEIVE: return RESULT_OK; /* this desk has a number for everything */
	case DESK_RECOGNISE:
		/* Else the rule of so many in ten minutes would end the game. */
		if (monkey_chance(monkey, 2)) {
			text_copy(message->initials, sizeof(message->initials), "Z. Q.");
			return RESULT_OK;
		}
		return desk_recognise(desk, request->contact, request->name, message->initials);
	case DESK_RECALL_GUEST:
		text_copy(message->guest.name, sizeof(message->guest.name), KIOSK_MARKER);
		return RESULT_OK;
	case DESK_ASK_HELP: return desk_ask_help(desk, &message->help);
	case DESK_WITHDRAW_HELP: return desk_withdraw_help(desk);
	default: return RESULT_OK;
	}
}
