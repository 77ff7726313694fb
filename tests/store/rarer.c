#include "tests/store/rarer.h"
#include "tests/store/rarer_devices.h"

#include "app/base/text.h"
#include "app/desk/breach.h"
#include "app/desk/export.h"
#include "app/desk/flows.h"
#include "app/desk/office_settings.h"
#include "app/desk/room.h"
#include "app/queue/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* Services; the tickets of the set-up by their ids; counter 1 serves, 2 is free, 3 is closed. */
enum { KONS, JUAL, PERP, REKOM, DTSEN };
enum { ENDED = 1, SERVED, FIRST, SECOND };
static const char head[] = "kepala", pin[] = "2468";

/* ---- at the counters ---- */

static enum result narrow(struct desk *desk)
{
	return desk_open_counter(desk, 2, "budi", UINT32_C(1) << DTSEN);
}

static enum result narrow_and_stand_by(struct desk *desk)
{
	enum result result = narrow(desk);
	return result == RESULT_OK ? desk_stand_by(desk, 2, NULL) : result;
}

static enum result walk(struct desk *desk)
{
	const struct desk_issue issue = {.service = DTSEN, .token = "t-walk"};
	return desk_walk(desk, 2, &issue, NULL);
}

static enum result call_ticket(struct desk *desk)
{
	return desk_call_ticket(desk, 2, SECOND, "needs", NULL);
}

static enum result finish_ticket(struct desk *desk)
{
	return desk_finish_ticket(desk, 1, SERVED, NULL);
}

static enum result send_on(struct desk *desk)
{
	return desk_send(desk, 0, FIRST, 2, NULL);
}

static enum result hand_over(struct desk *desk)
{
	return desk_hand_over(desk, 1, "citra");
}

static enum result close_left(struct desk *desk)
{
	return desk_close_left(desk, 2);
}

static enum result stand_by(struct desk *desk)
{
	return desk_stand_by(desk, 2, NULL);
}

static enum result stand_down(struct desk *desk)
{
	return desk_stand_down(desk, 2);
}

static enum result end_left_stand_by(struct desk *desk)
{
	return desk_end_left_stand_by(desk);
}

static enum result issue_to_stand_by(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue issue = {.service = DTSEN, .print = true, .token = "t-called"};
	return desk_issue(desk, &issue, true, &ticket);
}

/* Finishes, calls and serves. */
static enum result next_served(struct desk *desk)
{
	return desk_next(desk, 1, NULL);
}

static enum result undo_three(struct desk *desk)
{
	return desk_undo(desk, 1, NULL);
}

static enum result finish(struct desk *desk)
{
	return desk_finish(desk, 1, NULL);
}

/* ---- visitors ---- */

static enum result withdraw(struct desk *desk)
{
	char code[DESK_CODE_SIZE];
	struct ticket ticket;
	enum result result = desk_ticket_code(desk, FIRST, code);
	return result == RESULT_OK ? desk_withdraw(desk, "K003", code, &ticket) : result;
}

static struct guest guest_of(const char *name)
{
	struct guest guest = {.sex = 1, .age_band = 2};
	text_copy(guest.name, sizeof guest.name, name);
	text_copy(guest.email, sizeof guest.email, "uji@example.id");
	return guest;
}

static enum result sign(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue issue = {.guest = guest_of("Uji Coba")};
	return desk_sign(desk, FIRST, &issue, true, &ticket);
}

static enum result sign_served(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue issue = {.guest = guest_of("Uji Coba")};
	return desk_sign(desk, SERVED, &issue, true, &ticket);
}

static enum result write_guest(struct desk *desk)
{
	struct ticket ticket;
	const struct guest guest = guest_of("Uji Cobi");
	return desk_write_guest(desk, 1, SERVED, &guest, "salah_ketik", &ticket);
}

static enum result recognise(struct desk *desk)
{
	char initials[DESK_INITIALS_SIZE];
	return desk_recognise(desk, "uji@example.id", "Uji Coba", initials);
}

static enum result note_outcome(struct desk *desk)
{
	struct ticket ticket;
	const struct outcome outcome = {.result = OUTCOME_SERVED, .data = OUTCOME_GIVEN};
	return desk_note_outcome(desk, 1, ENDED, &outcome, &ticket);
}

static enum result receive(struct desk *desk)
{
	const struct desk_issue issue = {.service = REKOM,
		.with_guest = true,
		.guest = guest_of("Uji Coba"),
		.token = "t-received"};
	return desk_receive(desk, &issue, true);
}

static enum result announce(struct desk *desk)
{
	struct desk_view *view = calloc(1, sizeof *view);
	enum result result = desk_view(desk, 0, view);
	if (result == RESULT_OK) {
		result = desk_announce(desk, view->calls[0].id, ANNOUNCED_SPOKEN, view->now_ms);
	}
	free(view);
	return result;
}

/* ---- help ---- */

static int64_t open_help(struct desk *desk)
{
	struct help help = {0};
	size_t count = 0;
	(void)desk_list_help(desk, &help, 1, &count);
	return count == 1 ? help.id : 0;
}

static enum result ask_help(struct desk *desk)
{
	struct help help;
	return desk_ask_help(desk, &help);
}

static enum result withdraw_help(struct desk *desk)
{
	return desk_withdraw_help(desk);
}

static enum result leave_help(struct desk *desk)
{
	return desk_leave_help(desk);
}

static enum result take_help(struct desk *desk)
{
	return desk_take_help(desk, 2, open_help(desk));
}

static enum result ask_and_take(struct desk *desk)
{
	enum result result = ask_help(desk);
	return result == RESULT_OK ? take_help(desk) : result;
}

static enum result help_issue(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue issue = {.service = PERP, .token = "t-helped"};
	return desk_help_issue(desk, 2, open_help(desk), &issue, &ticket);
}

static enum result end_help(struct desk *desk)
{
	return desk_end_help(desk, 2, open_help(desk));
}

/* ---- the day ---- */

static enum result close_day(struct desk *desk)
{
	return desk_close_day(desk);
}

static enum result doubt(struct desk *desk)
{
	return desk_doubt(desk, head, pin, ENDED, "salah", "Dilayani di luar.");
}

/* ---- the calendar ---- */

static enum result import_holidays(struct desk *desk)
{
	int added, past;
	struct holiday_list *list = calloc(1, sizeof *list);
	list->year = 2027;
	list->count = 1;
	(void)calendar_parse_day("2027-01-01", &list->days[0].day);
	text_copy(list->days[0].name, sizeof list->days[0].name, "Tahun Baru");
	enum result result = desk_import_holidays(desk, list, &added, &past);
	free(list);
	return result;
}

static enum result add_closure(struct desk *desk)
{
	struct instant now;
	int64_t id;
	desk_now(desk, &now);
	const int64_t from_ms = now.office_ms + INT64_C(86400000);
	return desk_add_closure(desk, from_ms, from_ms + 3600000, "Rapat", &id);
}

static enum result remove_closure(struct desk *desk)
{
	return desk_remove_closure(desk, desk_office(desk)->closures[0].id);
}

static enum result set_season(struct desk *desk)
{
	int64_t id;
	struct office_season season = {.name = "Ramadan"};
	(void)calendar_parse_day("2027-02-08", &season.from_day);
	(void)calendar_parse_day("2027-03-09", &season.to_day);
	for (int i = 0; i < 5; i++) {
		season.week[i].open = (struct office_span){8 * 60, 15 * 60};
	}
	return desk_set_season(desk, &season, &id);
}

static enum result remove_season(struct desk *desk)
{
	return desk_remove_season(desk, desk_office(desk)->seasons[0].id);
}

/* ---- the office ---- */

typedef enum result office_act(struct desk *desk, struct office_file *file);

/* The office as the store has it, changed. */
static enum result change_office(struct desk *desk, office_act *act)
{
	struct office_file *file = calloc(1, sizeof *file);
	enum result result = desk_read_office(desk, file);
	if (result == RESULT_OK) {
		file->office.recall_limit = 7;
		result = act(desk, file);
	}
	free(file);
	return result;
}

static enum result import_file(struct desk *desk, struct office_file *file)
{
	struct office_differences differences;
	char detail[256];
	enum result result =
		desk_import_office(desk, file, NULL, false, &differences, detail, sizeof detail);
	office_differences_finish(&differences);
	return result;
}

static enum result save_file(struct desk *desk, struct office_file *file)
{
	char detail[256];
	return desk_save_office(
		desk, head, desk_office_revision(desk), file, detail, sizeof detail);
}

static enum result ask_otherwise(struct desk *desk, struct office_file *file)
{
	file->office.services[KONS].asks[GUEST_SEX] = GUEST_NO;
	return desk_set_questions(desk, &file->office);
}

static enum result speak_otherwise(struct desk *desk, struct office_file *file)
{
	file->office.voice.repeats = 3;
	return desk_set_voice(desk, &file->office.voice);
}

static enum result import_office(struct desk *desk)
{
	return change_office(desk, import_file);
}

static enum result save_office(struct desk *desk)
{
	return change_office(desk, save_file);
}

static enum result set_questions(struct desk *desk)
{
	return change_office(desk, ask_otherwise);
}

static enum result set_voice(struct desk *desk)
{
	return change_office(desk, speak_otherwise);
}

static enum result set_standards(struct desk *desk)
{
	struct standard_line line = {.service = KONS, .part = STANDARD_FEE};
	struct standards *standards = calloc(1, sizeof *standards);
	text_copy(line.text[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE, "Tidak dipungut biaya.");
	text_copy(line.text[OFFICE_ENGLISH], OFFICE_TEXT_SIZE, "Free of charge.");
	(void)standard_add(standards, &line);
	enum result result = desk_set_standards(desk, standards);
	free(standards);
	return result;
}

static enum result note_export(struct desk *desk)
{
	return desk_note_export(desk, head, EXPORT_REPORT_CSV, "2026-11-01", "2026-11-23");
}

/* ---- staff ---- */

static enum result retire_staff(struct desk *desk)
{
	return desk_retire_staff(desk, head, "citra");
}

static enum result reset_pin(struct desk *desk)
{
	return desk_reset_pin(desk, head, "citra");
}

static enum result citra_signs_in(struct desk *desk)
{
	struct desk_staff staff;
	return desk_sign_in(desk, "citra", "1357", &staff);
}

static enum result set_duty(struct desk *desk)
{
	return desk_set_duty(desk, head, NULL, 3, "citra");
}

#define AT(name, run)                                                                              \
	{                                                                                          \
		name, "09:00:00", run                                                              \
	}

const struct rarer_act rarer_acts[] = {
	{AT("walk", walk), narrow},
	{AT("call out of turn", call_ticket), NULL},
	{AT("finish another's", finish_ticket), NULL},
	{AT("send", send_on), NULL},
	{AT("hand over", hand_over), NULL},
	{AT("close a left counter", close_left), NULL},
	{AT("stand by", stand_by), narrow},
	{AT("stand down", stand_down), narrow_and_stand_by},
	{AT("end left stand-by", end_left_stand_by), narrow_and_stand_by},
	{AT("issue to stand-by", issue_to_stand_by), narrow_and_stand_by},
	{AT("next that serves", next_served), NULL},
	{AT("undo finish, call, serve", undo_three), next_served},
	{AT("withdraw", withdraw), NULL},
	{AT("sign", sign), NULL},
	{AT("write guest", write_guest), sign_served},
	{AT("recognise", recognise), sign},
	{AT("note outcome", note_outcome), NULL},
	{AT("receive", receive), NULL},
	{AT("announce", announce), NULL},
	{AT("ask help", ask_help), NULL},
	{AT("withdraw help", withdraw_help), ask_help},
	{AT("leave help", leave_help), ask_help},
	{AT("take help", take_help), ask_help},
	{AT("issue by help", help_issue), ask_and_take},
	{AT("end help", end_help), ask_and_take},
	{AT("close day", close_day), finish},
	{AT("doubt", doubt), NULL},
	{AT("import holidays", import_holidays), NULL},
	{AT("add closure", add_closure), NULL},
	{AT("remove closure", remove_closure), add_closure},
	{AT("set season", set_season), NULL},
	{AT("remove season", remove_season), set_season},
	{AT("import office", import_office), NULL},
	{AT("save office", save_office), NULL},
	{AT("set questions", set_questions), NULL},
	{AT("set voice", set_voice), NULL},
	{AT("set standards", set_standards), NULL},
	{AT("note an export", note_export), NULL},
	{AT("report a wire", rarer_report_wire), NULL},
	{AT("choose a wire", rarer_choose_wire), rarer_report_wire},
	{AT("ask for a test slip", rarer_ask_test_slip), NULL},
	{AT("take a test slip", rarer_take_test_slip), rarer_ask_test_slip},
	{AT("end a test slip", rarer_end_test_slip), rarer_ask_and_take_test_slip},
	{AT("retire staff", retire_staff), NULL},
	{AT("reset PIN", reset_pin), citra_signs_in},
	{AT("set duty", set_duty), NULL},
};

const size_t rarer_act_count = sizeof rarer_acts / sizeof rarer_acts[0];

/* ---- the store ---- */

static enum result switch_on(struct desk *desk, struct office_file *file)
{
	file->office.recall_limit = 3;
	file->office.serve_on_call = true;
	file->office.services[REKOM].reception = true;
	return import_file(desk, file);
}

int rarer_set_up(void **state)
{
	(void)stage_set_up_switched(state);
	const struct stage *stage = *state;
	struct desk_staff staff;
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "07:40:00");
	assert_int_equal(desk_sign_in(desk, head, pin, &staff), RESULT_OK);
	assert_int_equal(change_office(desk, switch_on), RESULT_OK);
	desk_close(desk);
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(stage_do(stage, "08:01:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_SERVING);
	stage_issue(stage, "08:06:00", "KONS");
	assert_int_equal(stage_do(stage, "08:07:00", desk_next, 1, &ticket), RESULT_OK);
	stage_issue(stage, "08:10:00", "KONS");
	stage_issue(stage, "08:11:00", "PERP");
	return 0;
}

void rarer_copy(const struct stage *from, const struct rarer_act *rarer, struct stage *out_copy)
{
	morning_copy(from, out_copy);
	if (rarer->prepare == NULL) {
		return;
	}
	struct desk *desk = stage_desk(out_copy, rarer->act.time);
	enum result result = rarer->prepare(desk);
	desk_close(desk);
	if (result != RESULT_OK) {
		fail_msg("%s cannot be prepared: %s", rarer->act.name, result_key(result));
	}
}
