#include "tests/store/morning.h"

#include "app/desk/breach.h"

#include "app/base/text.h"
#include "app/desk/rolls.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* ---- the acts ---- */

static enum result issue(struct desk *desk)
{
	struct ticket ticket;
	struct desk_issue issue = {.service = 1, .with_guest = true, .print = true, .token = "t-1"};
	text_copy(issue.guest.name, sizeof issue.guest.name, "Uji Coba");
	text_copy(issue.guest.email, sizeof issue.guest.email, "uji@example.id");
	text_copy(issue.guest.institution, sizeof issue.guest.institution, "Sekolah");
	issue.guest.sex = issue.guest.education = 1;
	issue.guest.age_band = 2; /* a child has no name to be known by */
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

/* Tickets of the morning by their ids. */
enum { MISSED = 1, ABSENT, SERVED, CALLED, WAITING, HELD, LAST };

static enum result miss_anothers(struct desk *desk)
{
	return desk_absent_ticket(desk, 1, CALLED, NULL);
}

static enum result hold_served(struct desk *desk)
{
	return desk_hold(desk, 3, 0, NULL);
}

static enum result hold_waiting(struct desk *desk)
{
	return desk_hold(desk, 0, WAITING, NULL);
}

static enum result resume(struct desk *desk)
{
	return desk_resume(desk, 0, HELD, NULL);
}

static enum result come_back(struct desk *desk)
{
	return desk_return(desk, ABSENT, NULL);
}

static enum result transfer_served(struct desk *desk)
{
	return desk_transfer(desk, 3, SERVED, 1, NULL);
}

static enum result transfer_called(struct desk *desk)
{
	return desk_transfer(desk, 1, 0, 1, NULL);
}

static enum result transfer_waiting(struct desk *desk)
{
	return desk_transfer(desk, 0, WAITING, 1, NULL);
}

static enum result cancel(struct desk *desk)
{
	return desk_cancel(desk, 0, LAST, "tidak_jadi", NULL);
}

static enum result undo(struct desk *desk)
{
	return desk_undo(desk, 2, NULL);
}

static enum result explain(struct desk *desk)
{
	return desk_explain(desk, "ani", MISSED, 0, "rapat", "Rapat pagi lebih lama.");
}

static int64_t hour_from_now(const struct desk *desk)
{
	struct instant now;
	desk_now(desk, &now);
	return now.office_ms + 3600000;
}

static enum result appoint(struct desk *desk)
{
	struct desk_appointment appointment;
	return desk_appoint(desk, 2, hour_from_now(desk), &appointment);
}

static enum result cancel_appointment(struct desk *desk)
{
	struct desk_appointment appointment;
	size_t count;
	enum result result = desk_list_appointments(desk, NULL, &appointment, 1, &count);
	return result == RESULT_OK ? desk_cancel_appointment(desk, appointment.code) : result;
}

static enum result arrive(struct desk *desk)
{
	struct desk_appointment appointment;
	size_t count;
	const struct desk_issue issue = {.print = true, .token = "t-2"};
	enum result result = desk_list_appointments(desk, NULL, &appointment, 1, &count);
	return result == RESULT_OK ? desk_arrive(desk, appointment.code, &issue, false, NULL)
				   : result;
}

static enum result drop_slips(struct desk *desk)
{
	struct desk_slip slip;
	bool found;
	return desk_next_slip(desk, &slip, &found);
}

static enum result begin_slip(struct desk *desk)
{
	return desk_begin_slip(desk, 5);
}

static enum result end_slip(struct desk *desk)
{
	const struct desk_feed feed = {"test/printer", 150, 80000};
	return desk_end_slip(desk, 6, PRINT_CONFIRMED, RESULT_OK, &feed);
}

static enum result reprint(struct desk *desk)
{
	return desk_reprint(desk, 4);
}

static enum result report_device(struct desk *desk)
{
	return desk_report_device(desk, "test/printer", RESULT_PAPER_OUT, false);
}

static enum result renew_roll(struct desk *desk)
{
	return desk_renew_roll(desk, "ani", "test/printer");
}

static enum result keep_roll(struct desk *desk)
{
	return desk_keep_roll(desk, "ani", "test/printer");
}

/* ---- what visitors think ---- */

static const char rated[] = "J001";

static enum result rate(struct desk *desk)
{
	struct desk_rating rating;
	struct instrument other = stage_instrument;
	text_copy(other.version, sizeof other.version, "2018"); /* begins anew */
	return desk_rate(desk, rated, &other, &rating);
}

static enum result answer(struct desk *desk)
{
	struct desk_rating rating;
	enum result result = desk_rate(desk, rated, &stage_instrument, &rating);
	rating.answers[1] = 3;
	return result == RESULT_OK ? desk_rate_answer(desk, &rating, &stage_instrument, 1) : result;
}

static enum result finish_rating(struct desk *desk)
{
	struct desk_rating rating;
	enum result result = desk_rate(desk, rated, &stage_instrument, &rating);
	return result == RESULT_OK ? desk_rate_finish(desk, &rating, &stage_instrument) : result;
}

static enum result complain(struct desk *desk)
{
	char code[COMPLAINT_CODE_SIZE];
	const struct desk_complaint complaint = {.kind = COMPLAINT_COMPLAINT,
		.topic = COMPLAINT_ROOM,
		.text = "Kursi kurang.",
		.contact = "0812"};
	return desk_complain(desk, &complaint, code);
}

static enum result move_complaint(struct desk *desk)
{
	struct desk_complaint complaint;
	int64_t after = 0;
	size_t count;
	enum result result = desk_list_complaints(desk, &after, &complaint, 1, &count);
	return result == RESULT_OK ? desk_move_complaint(desk, complaint.code, COMPLAINT_WORK,
					     "ani", &complaint)
				   : result;
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
	{"miss another's", "09:00:00", miss_anothers},
	{"next after a visit", "09:00:00", next_after_finish},
	{"finish", "09:00:00", finish},
	{"hold a visit", "09:00:00", hold_served},
	{"hold who waits", "09:00:00", hold_waiting},
	{"resume", "09:00:00", resume},
	{"return", "09:00:00", come_back},
	{"transfer a visit", "09:00:00", transfer_served},
	{"transfer who is called", "09:00:00", transfer_called},
	{"transfer who waits", "09:00:00", transfer_waiting},
	{"cancel", "09:00:00", cancel},
	{"undo", "09:00:00", undo},
	{"explain", "09:00:00", explain},
	{"appoint", "09:00:00", appoint},
	{"cancel an appointment", "09:00:00", cancel_appointment},
	{"arrive", "09:00:00", arrive},
	{"drop stale slips", "09:00:00", drop_slips},
	{"begin slip", "09:00:00", begin_slip},
	{"end slip", "09:00:00", end_slip},
	{"reprint", "09:00:00", reprint},
	{"report device", "09:00:00", report_device},
	{"renew roll", "09:00:00", renew_roll},
	{"keep roll", "09:00:00", keep_roll},
	{"rate anew", "09:00:00", rate},
	{"answer", "09:00:00", answer},
	{"finish rating", "09:00:00", finish_rating},
	{"complain", "09:00:00", complain},
	{"move complaint", "09:00:00", move_complaint},
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
	struct desk_appointment appointment;
	struct desk *desk;
	stage_issue(stage, "08:00:00", "JUAL");
	stage_issue(stage, "08:00:00", "DTSEN");
	for (int i = 0; i < 5; i++) {
		stage_issue(stage, "08:10:00", i % 2 == 0 ? "KONS" : "PERP");
	}
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:11:00", desk_serve, 2, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_MISSED);
	assert_int_equal(stage_do(stage, "08:12:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:12:30", desk_absent, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:13:00", desk_next, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:14:00", desk_serve, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:15:00", desk_next, 1, &ticket), RESULT_OK);
	desk = stage_desk(stage, "08:15:30");
	assert_int_equal(
		desk_appoint(desk, 0, stage_ms(stage, "09:05:00"), &appointment), RESULT_OK);
	desk_close(desk);
	/* A slip begun by a program that ended before it was printed. */
	desk = stage_desk(stage, "08:16:00");
	assert_int_equal(desk_begin_slip(desk, HELD), RESULT_OK);
	desk_close(desk);
	/* A printer near the end of its paper, with its cover open: is there a new roll? */
	desk = stage_desk(stage, "08:17:00");
	assert_int_equal(
		desk_report_device(desk, "test/printer", RESULT_COVER_OPEN, true), RESULT_OK);
	desk_close(desk);
	/* A rating that was begun, and a complaint. */
	struct desk_rating rating;
	desk = stage_desk(stage, "08:18:00");
	assert_int_equal(desk_rate(desk, rated, &stage_instrument, &rating), RESULT_OK);
	rating.answers[0] = 4;
	assert_int_equal(desk_rate_answer(desk, &rating, &stage_instrument, 0), RESULT_OK);
	assert_int_equal(complain(desk), RESULT_OK);
	desk_close(desk);
	desk = stage_desk(stage, "08:59:55");
	assert_int_equal(desk_hold(desk, 2, HELD, NULL), RESULT_OK);
	desk_close(desk);
	*state = stage;
	return 0;
}

void morning_copy(const struct stage *from, struct stage *out_copy)
{
	stage_init(out_copy);
	stage_copy_file(from->store, out_copy->store);
}
