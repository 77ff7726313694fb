#include "tests/store/morning.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

/* ---- the acts ---- */

static enum result issue(struct desk *desk)
{
	struct ticket ticket;
	struct desk_issue issue = {.service = 1, .with_guest = true, .print = true, .token = "t-1"};
	text_copy(issue.guest.name, sizeof issue.guest.name, "Uji Coba");
	text_copy(issue.guest.email, sizeof issue.guest.email, "uji@example.id");
	text_copy(issue.guest.institution, sizeof issue.guest.institution, "Sekolah");
	issue.guest.sex = issue.guest.age_band = issue.guest.education = 1;
	issue.guest.occupation = issue.guest.institution_kind = issue.guest.purpose = 1;
	issue.guest.party_male = 1;
	return desk_issue(desk, &issue, true, &ticket);
}

static enum result open_counter(struct desk *desk)
{
	return desk_open_counter(desk, 3, "citra", 0);
}

static enum result break_counter(struct desk *desk)
{
	return desk_break_counter(desk, 2, "istirahat");
}

static enum result close_counter(struct desk *desk)
{
	return desk_close_counter(desk, 2);
}

static enum result next_at_free(struct desk *desk)
{
	struct ticket ticket;
	return desk_next(desk, 2, &ticket);
}

static enum result serve(struct desk *desk)
{
	struct ticket ticket;
	return desk_serve(desk, 1, &ticket);
}

static enum result recall(struct desk *desk)
{
	struct ticket ticket;
	return desk_recall(desk, 1, &ticket);
}

static enum result absent(struct desk *desk)
{
	struct ticket ticket;
	return desk_absent(desk, 1, &ticket);
}

static enum result next_after_finish(struct desk *desk)
{
	struct ticket ticket;
	return desk_next(desk, 3, &ticket);
}

static enum result finish(struct desk *desk)
{
	struct ticket ticket;
	return desk_finish(desk, 3, &ticket);
}

static enum result drop_slips(struct desk *desk)
{
	struct desk_slip slip;
	bool found;
	return desk_next_slip(desk, &slip, &found);
}

static enum result begin_slip(struct desk *desk)
{
	return desk_begin_slip(desk, 3);
}

static enum result end_slip(struct desk *desk)
{
	return desk_end_slip(desk, 4, PRINT_CONFIRMED, RESULT_OK);
}

static enum result reprint(struct desk *desk)
{
	return desk_reprint(desk, 2);
}

static enum result report_device(struct desk *desk)
{
	return desk_report_device(desk, "test/printer", RESULT_PAPER_OUT, false);
}

static enum result add_staff(struct desk *desk)
{
	struct desk_staff staff = {.code = "dewi", .name = "Dewi", .role = DESK_TREASURER};
	return desk_add_staff(desk, &staff, NULL);
}

static enum result sign_in(struct desk *desk)
{
	struct desk_staff staff;
	return desk_sign_in(desk, "ani", "1234", &staff);
}

const struct morning_act morning_acts[] = {
	{"issue", "09:00:00", issue},
	{"open", "09:00:00", open_counter},
	{"break", "09:00:00", break_counter},
	{"close", "09:00:00", close_counter},
	{"next", "09:00:00", next_at_free},
	{"serve", "09:00:00", serve},
	{"recall", "09:00:00", recall},
	{"absent", "09:00:00", absent},
	{"next after a visit", "09:00:00", next_after_finish},
	{"finish", "09:00:00", finish},
	{"drop stale slips", "09:00:00", drop_slips},
	{"begin slip", "09:00:00", begin_slip},
	{"end slip", "09:00:00", end_slip},
	{"reprint", "09:00:00", reprint},
	{"report device", "09:00:00", report_device},
	{"add staff", "09:00:00", add_staff},
	{"first PIN", "09:00:00", sign_in},
	{"day close", "2026-11-24T08:00:00", desk_close_days},
};

const size_t morning_act_count = sizeof morning_acts / sizeof morning_acts[0];

/* ---- the morning ---- */

int morning_set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	struct ticket ticket;
	stage_init(stage);
	stage_create(stage, "2026-11-23T07:30:00");
	for (int i = 0; i < 3; i++) {
		static const char *const who[] = {"ani", "budi", "citra"};
		stage_open(stage, "08:00:00", i + 1, who[i]);
	}
	for (int i = 0; i < 5; i++) {
		stage_issue(stage, "08:10:00", i % 2 == 0 ? "KONS" : "PERP");
	}
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:12:00", desk_serve, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:13:00", desk_next, 1, &ticket), RESULT_OK);
	/* A slip begun by a program that ended before it was printed. */
	struct desk *desk = stage_desk(stage, "08:14:00");
	assert_int_equal(desk_begin_slip(desk, 4), RESULT_OK);
	desk_close(desk);
	desk_close(stage_desk(stage, "08:15:00"));
	*state = stage;
	return 0;
}

static void copy_file(const char *from, const char *to)
{
	char data[65536];
	size_t size;
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	assert_non_null(in);
	assert_non_null(out);
	while ((size = fread(data, 1, sizeof data, in)) > 0) {
		assert_int_equal(fwrite(data, 1, size, out), size);
	}
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

void morning_copy(const struct stage *from, struct stage *out_copy)
{
	stage_init(out_copy);
	copy_file(from->store, out_copy->store);
}
