#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"

#include <string.h>

/* Ratings, suggestions and complaints. */

static const char words[] =
	"Kursi di ruang tunggu kurang, dan pada pagi hari antrean sampai ke luar "
	"ruangan.";

static void invited(struct stage *stage)
{
	stage->view.served_count = 1;
	text_copy(stage->view.served[0].number, TICKET_NUMBER_SIZE, "K007");
	stage->view.served[0].finished_ms = stage->lobby.now_ms - 10000;
}

/* Two counters ended at once. */
static void invited_two(struct stage *stage)
{
	invited(stage);
	stage->view.served_count = 2;
	stage->view.served[1] = stage->view.served[0];
	text_copy(stage->view.served[0].number, TICKET_NUMBER_SIZE, "JS1041");
}

static void invited_contrast(struct stage *stage)
{
	invited(stage);
	stage_act(stage, ACTION_CONTRAST);
}

static void number(struct stage *stage)
{
	stage_act(stage, ACTION_RATE);
}

static void number_typed(struct stage *stage)
{
	number(stage);
	rate_type(stage->journey.visit.rate.typed, "K");
	rate_type(stage->journey.visit.rate.typed, "0");
	rate_type(stage->journey.visit.rate.typed, "0");
	rate_type(stage->journey.visit.rate.typed, "7");
}

static void number_missing(struct stage *stage)
{
	stage_enter_number(stage, "");
}

static void number_early(struct stage *stage)
{
	stage_enter_number(stage, "K007");
	stage_begin_rating(stage, RESULT_RATING_EARLY, NULL);
}

static void number_asking(struct stage *stage)
{
	stage_enter_number(stage, "K007");
}

static void number_many(struct stage *stage)
{
	struct office *office = &stage->office;
	for (int i = office->service_count; i < OFFICE_SERVICES; i++) {
		office->services[i] = office->services[0];
		text_format(office->services[i].prefix, OFFICE_PREFIX_SIZE, "A%c", 'A' + i);
	}
	office->service_count = OFFICE_SERVICES;
	number_early(stage);
}

static void rating_at(struct stage *stage, int item)
{
	int answers[INSTRUMENT_ITEMS];
	for (int i = 0; i < INSTRUMENT_ITEMS; i++) {
		answers[i] = i < item ? 3 : DESK_OPEN;
	}
	stage_enter_number(stage, "K007");
	stage_begin_rating(stage, RESULT_OK, answers);
}

static void rating(struct stage *stage)
{
	rating_at(stage, 2);
}

static void rating_marked(struct stage *stage)
{
	rating(stage);
	stage_pick(stage, ACTION_ANSWER, GUEST_NAME, 4);
}

/* The longest question, and the longest answers. */
static void rating_long(struct stage *stage)
{
	rating_at(stage, 4);
}

static void rating_last(struct stage *stage)
{
	rating_at(stage, 8);
}

static void rating_unkept(struct stage *stage)
{
	rating_last(stage);
	stage_pick(stage, ACTION_ANSWER, GUEST_NAME, 3);
	stage_begin_rating(stage, RESULT_STORE_FULL, NULL);
}

static void rating_contrast(struct stage *stage)
{
	rating_marked(stage);
	stage_act(stage, ACTION_CONTRAST);
}

static void rating_ten(struct stage *stage)
{
	stage_take_instrument(stage, "skd-16");
	rating_at(stage, 3);
	stage_pick(stage, ACTION_ANSWER, GUEST_NAME, 8);
}

static void rating_ten_contrast(struct stage *stage)
{
	rating_ten(stage);
	stage_act(stage, ACTION_CONTRAST);
}

static void thanks(struct stage *stage)
{
	rating_last(stage);
	stage_pick(stage, ACTION_ANSWER, GUEST_NAME, 4);
	stage_begin_rating(stage, RESULT_OK, NULL);
}

static void complaint(struct stage *stage)
{
	stage_act(stage, ACTION_COMPLAIN);
}

static void complaint_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	complaint(stage);
}

static void complaint_elsewhere(struct stage *stage)
{
	complaint(stage);
	stage_act(stage, ACTION_ELSEWHERE);
}

static void complaint_elsewhere_six(struct stage *stage)
{
	struct office_feedback *feedback = &stage->office.feedback;
	feedback->addresses[4] = (struct office_address){OFFICE_PHONE, "(0553) 2022222"};
	feedback->addresses[5] = (struct office_address){OFFICE_WEB, "lapor.go.id"};
	feedback->address_count = 6;
	complaint_elsewhere(stage);
}

static void complaint_unsaid(struct stage *stage)
{
	complaint(stage);
	stage_pick(stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF);
}

static void complaint_notice(struct stage *stage)
{
	complaint(stage);
	stage_pick(stage, ACTION_KIND, GUEST_NAME, COMPLAINT_SUGGESTION);
	stage_pick(stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF);
	stage_pass(stage, 500);
}

static void complaint_words(struct stage *stage)
{
	stage_complain(stage, "");
}

static void complaint_typed(struct stage *stage)
{
	stage_complain(stage, words);
}

static void complaint_missing(struct stage *stage)
{
	stage_complain(stage, "");
	stage_act(stage, ACTION_CONTINUE);
}

static void complaint_full(struct stage *stage)
{
	char text[COMPLAINT_TEXT_SIZE] = "";
	for (size_t i = 0; i + 1 < sizeof(text); i++) {
		text[i] = "pelayanan "[i % 10];
	}
	stage_complain(stage, text);
	stage_act(stage, ACTION_REFUSED);
}

static void complaint_reply(struct stage *stage)
{
	stage_complain(stage, words);
	stage_act(stage, ACTION_CONTINUE);
}

static void complaint_failed(struct stage *stage)
{
	complaint_reply(stage);
	stage_act(stage, ACTION_CONTINUE);
	complain_answered(&stage->journey, &stage->lobby, RESULT_STORE_FULL, "");
}

static void filed(struct stage *stage)
{
	complaint_reply(stage);
	stage_act(stage, ACTION_CONTINUE);
	complain_answered(&stage->journey, &stage->lobby, RESULT_OK, "K7QM2X");
}

static void filed_printed(struct stage *stage)
{
	filed(stage);
	complain_hear_paper(&stage->journey, &stage->lobby, "K7QM2X", RECEIPT_PRINTED);
}

static void filed_unprinted(struct stage *stage)
{
	filed(stage);
	complain_hear_paper(&stage->journey, &stage->lobby, "K7QM2X", RECEIPT_FAILED);
}

static void filed_noted(struct stage *stage)
{
	stage->lobby.prints = false;
	filed(stage);
}

static const struct scene scenes[] = {
	{"welcome-invited", invited, true},
	{"welcome-invited-two", invited_two, false},
	{"welcome-invited-contrast", invited_contrast, false},
	{"number", number, false},
	{"number-typed", number_typed, true},
	{"number-missing", number_missing, false},
	{"number-early", number_early, false},
	{"number-asking", number_asking, false},
	{"number-many", number_many, false},
	{"rating", rating, true},
	{"rating-marked", rating_marked, true},
	{"rating-long", rating_long, false},
	{"rating-last", rating_last, false},
	{"rating-unkept", rating_unkept, false},
	{"rating-contrast", rating_contrast, true},
	{"rating-ten", rating_ten, true},
	{"rating-ten-contrast", rating_ten_contrast, false},
	{"thanks", thanks, false},
	{"complaint", complaint, true},
	{"complaint-contrast", complaint_contrast, false},
	{"complaint-elsewhere", complaint_elsewhere, true},
	{"complaint-elsewhere-six", complaint_elsewhere_six, false},
	{"complaint-unsaid", complaint_unsaid, false},
	{"complaint-notice", complaint_notice, false},
	{"complaint-words", complaint_words, false},
	{"complaint-typed", complaint_typed, true},
	{"complaint-missing", complaint_missing, false},
	{"complaint-full", complaint_full, false},
	{"complaint-reply", complaint_reply, false},
	{"complaint-failed", complaint_failed, false},
	{"filed", filed_noted, true},
	{"filed-printing", filed, false},
	{"filed-printed", filed_printed, false},
	{"filed-unprinted", filed_unprinted, false},
};

const struct scene *scene_opinion_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_ways_at(index - count);
}
