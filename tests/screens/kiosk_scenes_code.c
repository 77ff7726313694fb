#include "tests/screens/kiosk_scenes.h"

#include <string.h>

/* Checking in with the code of an appointment. */

static void code(struct stage *stage)
{
	stage_act(stage, ACTION_APPOINTMENT);
}

static void code_wrong(struct stage *stage)
{
	stage_enter_code(stage, "K7QM2X");
	stage_answer(stage, RESULT_APPOINTMENT_UNKNOWN);
}

/* The longest sentence. */
static void code_closed(struct stage *stage)
{
	stage_enter_code(stage, "K7QM2X");
	stage_answer(stage, RESULT_DAY_CLOSED);
}

static void code_missing(struct stage *stage)
{
	stage_enter_code(stage, "");
}

static void code_full(struct stage *stage)
{
	code(stage);
	memset(stage->journey.visit.code, 'W', DESK_CODE_SIZE - 1);
	stage_act(stage, ACTION_REFUSED);
}

static void code_asking(struct stage *stage)
{
	stage_enter_code(stage, "K7QM2X");
}

static void code_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	code_wrong(stage);
}

static void refused_codes(struct stage *stage)
{
	const char *const codes[JOURNEY_CODES] = {"A", "B", "C", "D", "E"};
	for (int i = 0; i < JOURNEY_CODES; i++) {
		stage_enter_code(stage, codes[i]);
		stage_answer(stage, RESULT_APPOINTMENT_UNKNOWN);
	}
}

/* ---- the ticket ---- */

/* Of an appointment that many minutes from now, whose turn counts from `turn` minutes from now. */
static void appointed(struct stage *stage, int at, int turn)
{
	struct ticket *ticket = &stage->journey.visit.ticket;
	const int64_t minute_ms = 60000, now_ms = stage->lobby.now_ms;
	code_asking(stage);
	stage_answer(stage, RESULT_OK);
	ticket->appointed_ms = now_ms + at * minute_ms;
	ticket->turn_ms = now_ms + turn * minute_ms;
	stage_slip(stage, PRINT_CONFIRMED, RESULT_OK);
}

static void ticket_counted(struct stage *stage)
{
	appointed(stage, 7, -8);
}

static void ticket_early(struct stage *stage)
{
	appointed(stage, 107, 0);
}

static void ticket_passed(struct stage *stage)
{
	appointed(stage, -13, 0);
}

static void trouble_counted(struct stage *stage)
{
	appointed(stage, 7, -8);
	stage->lobby.printer = RESULT_PAPER_OUT;
	stage_slip(stage, PRINT_PENDING, RESULT_PAPER_OUT);
}

/* ---- the scanner's sentences ---- */

static void scan(struct stage *stage, const char *text)
{
	journey_scan(&stage->journey, &stage->lobby, text);
}

static void scan_unknown(struct stage *stage)
{
	scan(stage, "8992761123456");
}

static void scan_unreadable(struct stage *stage)
{
	code(stage);
	scan(stage, NULL);
}

static void scan_closed(struct stage *stage)
{
	stage_init(stage, 15, 47);
	scene_empty(stage);
	scan(stage, "K7QM2X");
}

/* The longest sentence. */
static void scan_later(struct stage *stage)
{
	stage_to_field(stage, 0, GUEST_NAME);
	scan(stage, "K7QM2X");
}

static void scan_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	scan_unknown(stage);
}

static const struct scene scenes[] = {
	{"code", code, false},
	{"code-wrong", code_wrong, true},
	{"code-closed", code_closed, false},
	{"code-missing", code_missing, false},
	{"code-full", code_full, false},
	{"code-asking", code_asking, false},
	{"code-contrast", code_contrast, false},
	{"ticket-counted", ticket_counted, true},
	{"ticket-early", ticket_early, false},
	{"ticket-passed", ticket_passed, false},
	{"trouble-counted", trouble_counted, true},
	{"scan-unknown", scan_unknown, true},
	{"scan-unreadable", scan_unreadable, false},
	{"scan-closed", scan_closed, false},
	{"scan-later", scan_later, false},
	{"scan-contrast", scan_contrast, false},
	{"refused-codes", refused_codes, false},
};

const struct scene *scene_code_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_closed_at(index - count);
}
