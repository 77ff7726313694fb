#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"

#include <string.h>

enum { KONS = 0, JUAL = 1 };

static void welcome(struct stage *stage)
{
	(void)stage;
}

static void welcome_before(struct stage *stage)
{
	stage_init(stage, 7, 41);
	for (int i = 0; i < 3; i++) {
		stage->view.counters[i].state = VIEW_CLOSED;
	}
	stage->view.waiting_shown = stage->view.waiting_total = 0;
}

static void welcome_closed(struct stage *stage)
{
	stage_init(stage, 15, 47);
	stage->view = (struct desk_view){.counter_count = 3};
	for (int i = 0; i < 3; i++) {
		stage->view.counters[i].number = i + 1;
	}
}

void scene_empty(struct stage *stage)
{
	stage->view.waiting_shown = stage->view.waiting_total = 0;
}

static void welcome_early(struct stage *stage)
{
	stage_init(stage, 7, 10);
	scene_empty(stage);
}

/* Office hours, fifty people, and nobody at a counter. */
static void welcome_unstaffed(struct stage *stage)
{
	for (int i = 0; i < 3; i++) {
		stage->view.counters[i].state = VIEW_CLOSED;
	}
	stage->view.waiting_total = 50;
}

void scene_lengthen(struct stage *stage)
{
	struct office *office = &stage->office;
	const char *name = "Badan Pusat Statistik Kabupaten Administrasi Kepulauan Seribu dan "
			   "Pulau-Pulau Sekitarnya Raya";
	text_copy(office->name, sizeof(office->name), name);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		struct office_service *service = &office->services[KONS];
		text_copy(office->unit[i], sizeof(office->unit[i]), name);
		text_copy(service->name[i], sizeof(service->name[i]), name);
		text_copy(service->short_name[i], sizeof(service->short_name[i]), name);
		text_copy(service->meaning[i], sizeof(service->meaning[i]),
			"Bertanya tentang data, konsep, definisi, klasifikasi, metode survei atau "
			"sensus, dan cara memakainya dalam tugas, penelitian, atau perencanaan.");
	}
	stage->lobby.training = true;
}

static void welcome_long(struct stage *stage)
{
	scene_lengthen(stage);
}

/* As many as the card has lines for, and a number at each. */
static void welcome_four(struct stage *stage)
{
	static const char *const numbers[] = {"K005", "P001", "J012", "K1041"};
	stage->view.counter_count = 4;
	for (int i = 0; i < 4; i++) {
		struct view_counter *counter = &stage->view.counters[i];
		*counter = (struct view_counter){
			.number = i + 1, .state = i == 1 ? VIEW_CALLED : VIEW_SERVING};
		text_copy(counter->ticket.number, TICKET_NUMBER_SIZE, numbers[i]);
	}
}

/* Counters with a name beside their number. */
static void welcome_named(struct stage *stage)
{
	struct office *office = &stage->office;
	text_copy(office->counters[0].name[0], OFFICE_COUNTER_SIZE, "Konsultasi");
	text_copy(office->counters[0].name[1], OFFICE_COUNTER_SIZE, "Advice");
	text_copy(office->counters[1].name[0], OFFICE_COUNTER_SIZE,
		"Kasir Penjualan Produk Statistik");
}

/* Chosen on the welcome screen, and nothing else: will it be wanted still? */
static void welcome_idle(struct stage *stage)
{
	stage_act(stage, ACTION_ADJUST);
	stage_pass(stage, 75000);
	stage_pass(stage, 6000);
}

static void welcome_break(struct stage *stage)
{
	struct office_day *monday = &stage->office.week[0];
	stage_init(stage, 12, 20);
	monday->breaks[0] = (struct office_span){12 * 60, 13 * 60};
	monday->break_count = 1;
	stage->view.counters[0].state = stage->view.counters[1].state = VIEW_BREAK;
}

static void welcome_training(struct stage *stage)
{
	stage->lobby.training = true;
	stage->view.counter_count = 6;
	for (int i = 3; i < 6; i++) {
		stage->view.counters[i] =
			(struct view_counter){.number = i + 1, .state = VIEW_FREE};
	}
}

static void welcome_starting(struct stage *stage)
{
	stage->lobby.office = NULL;
	stage->lobby.view = NULL;
}

static void welcome_no_store(struct stage *stage)
{
	welcome_starting(stage);
	stage->lobby.store = RESULT_STORE_MISSING;
}

static void welcome_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
}

static void service(struct stage *stage)
{
	stage_act(stage, ACTION_START);
}

static void service_long(struct stage *stage)
{
	scene_lengthen(stage);
	service(stage);
}

static void service_priority(struct stage *stage)
{
	service(stage);
	stage_act(stage, ACTION_PRIORITY);
}

static void service_paged(struct stage *stage)
{
	struct office *office = &stage->office;
	office->services[5] = office->services[6] = office->services[2];
	text_copy(office->services[5].code, OFFICE_CODE_SIZE, "PENG");
	text_copy(office->services[6].code, OFFICE_CODE_SIZE, "PPID");
	office->service_count = 7;
	service(stage);
	stage_act(stage, ACTION_PAGE);
}

static void service_contrast(struct stage *stage)
{
	welcome_contrast(stage);
	service_priority(stage);
}

/* Waits of every length, the longest beside the longest fee. */
static void service_waits(struct stage *stage)
{
	static const int waits[][2] = {{0, 7}, {185, 240}, {4, 4}, {3, 10}, {0, 1}};
	for (int i = 0; i < 5; i++) {
		stage->view.services[i].low_min = waits[i][0];
		stage->view.services[i].high_min = waits[i][1];
	}
	/* Nobody is ahead where only counter 2 serves, and it is busy. */
	stage->view.counters[0].services = 23;
	stage->view.counters[1].services = 8;
	service(stage);
}

static void notice(struct stage *stage)
{
	service(stage);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, KONS);
}

static void guest_name(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_NAME);
}

static void guest_name_missing(struct stage *stage)
{
	guest_name(stage);
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_contact(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_EMAIL);
}

static void guest_contact_error(struct stage *stage)
{
	guest_contact(stage);
	stage_type(stage, GUEST_EMAIL, "siti.rahma@gmail");
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_contact_phone(struct stage *stage)
{
	guest_contact(stage);
	stage_act(stage, ACTION_NO_EMAIL);
	stage_type(stage, GUEST_PHONE, "0812");
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_contact_sale(struct stage *stage)
{
	stage_to_field(stage, JUAL, GUEST_EMAIL);
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_full(struct stage *stage)
{
	guest_name(stage);
	char *name = stage->journey.visit.guest.name;
	memset(name, 'a', GUEST_NAME_SIZE - 1);
	stage_pick(stage, ACTION_REFUSED, GUEST_NAME, 0);
}

static void guest_about(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_SEX);
	stage_pick(stage, ACTION_CHOOSE, GUEST_SEX, 2);
	stage_pick(stage, ACTION_CHOOSE, GUEST_AGE_BAND, 2);
}

static void guest_about_missing(struct stage *stage)
{
	guest_about(stage);
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_occupation(struct stage *stage)
{
	stage_to_step(stage, KONS, 3);
	stage_pick(stage, ACTION_CHOOSE, GUEST_OCCUPATION, 1);
}

static void guest_occupation_missing(struct stage *stage)
{
	stage_to_step(stage, KONS, 3);
	stage_act(stage, ACTION_CONTINUE);
}

static void guest_occupation_other(struct stage *stage)
{
	stage_to_step(stage, KONS, 3);
	stage_pick(stage, ACTION_CHOOSE, GUEST_OCCUPATION, 7);
	stage_type(stage, GUEST_OCCUPATION_OTHER, "Petani");
}

static void guest_institution(struct stage *stage)
{
	stage_to_step(stage, KONS, 4);
}

static void guest_purpose(struct stage *stage)
{
	stage_to_step(stage, KONS, 5);
}

static void guest_data(struct stage *stage)
{
	stage_to_step(stage, KONS, 6);
}

static void guest_needs(struct stage *stage)
{
	stage_to_step(stage, KONS, 7);
	stage_pick(stage, ACTION_CHOOSE, GUEST_NEEDS, 8);
	stage_pick(stage, ACTION_COUNT, GUEST_PARTY_MALE, 1);
}

static void guest_contrast(struct stage *stage)
{
	welcome_contrast(stage);
	guest_about_missing(stage);
}

static void tiles_contrast(struct stage *stage)
{
	welcome_contrast(stage);
	guest_occupation(stage);
}

static void issuing(struct stage *stage)
{
	stage_to_issue(stage, KONS);
}

static void idle(struct stage *stage)
{
	guest_occupation(stage);
	stage_pass(stage, 75000);
	stage_pass(stage, 6000);
}

static void ticket_printing(struct stage *stage)
{
	issuing(stage);
	stage_answer(stage, RESULT_OK);
	stage_slip(stage, PRINT_SENDING, RESULT_OK);
}

static void ticket_printed(struct stage *stage)
{
	ticket_printing(stage);
	stage_slip(stage, PRINT_CONFIRMED, RESULT_OK);
	stage_pass(stage, 5000);
}

static void ticket_sent(struct stage *stage)
{
	ticket_printing(stage);
	stage_slip(stage, PRINT_UNCONFIRMED, RESULT_OK);
	stage->journey.visit.ahead = 0;
	stage->journey.visit.expected = (struct say_span){TICKET_NEVER, TICKET_NEVER};
}

static void ticket_soon(struct stage *stage)
{
	const int64_t now_ms = stage->lobby.now_ms;
	ticket_printed(stage);
	stage->journey.visit.ahead = 1;
	stage->journey.visit.expected = (struct say_span){now_ms, now_ms + 60000};
}

static void set_past_closing(struct stage *stage)
{
	const int64_t hour_ms = 3600000;
	const int64_t now_ms = stage->lobby.now_ms;
	stage->journey.visit.expected =
		(struct say_span){now_ms + 11 * hour_ms, now_ms + 13 * hour_ms};
}

/* The queue is longer than the day. */
static void ticket_past_closing(struct stage *stage)
{
	ticket_sent(stage);
	stage->journey.visit.ahead = 50;
	set_past_closing(stage);
}

static void ticket_long(struct stage *stage)
{
	scene_lengthen(stage);
	ticket_printed(stage);
}

static void ticket_contrast(struct stage *stage)
{
	welcome_contrast(stage);
	ticket_printed(stage);
}

static void trouble_paper(struct stage *stage)
{
	stage->lobby.printer = RESULT_PAPER_OUT;
	issuing(stage);
	stage_answer(stage, RESULT_OK);
	stage_slip(stage, PRINT_PENDING, RESULT_PAPER_OUT);
}

static void trouble_long(struct stage *stage)
{
	scene_lengthen(stage);
	trouble_paper(stage);
}

static void trouble_past_closing(struct stage *stage)
{
	trouble_paper(stage);
	set_past_closing(stage);
}

static void trouble_soon(struct stage *stage)
{
	trouble_paper(stage);
	stage->journey.visit.expected =
		(struct say_span){stage->lobby.now_ms, stage->lobby.now_ms + 60000};
}

static void trouble_cover(struct stage *stage)
{
	ticket_printing(stage);
	stage_slip(stage, PRINT_FAILED, RESULT_COVER_OPEN);
}

static void trouble_missing(struct stage *stage)
{
	stage->lobby.printer = RESULT_DEVICE_MISSING;
	issuing(stage);
	stage_answer(stage, RESULT_OK);
}

static void trouble_no_printer(struct stage *stage)
{
	stage->lobby.prints = false;
	issuing(stage);
	stage_answer(stage, RESULT_OK);
}

static const struct scene scenes[] = {
	{"welcome", welcome, true},
	{"welcome-before", welcome_before, false},
	{"welcome-closed", welcome_closed, true},
	{"welcome-early", welcome_early, true},
	{"welcome-unstaffed", welcome_unstaffed, false},
	{"welcome-long", welcome_long, false},
	{"welcome-four", welcome_four, false},
	{"welcome-named", welcome_named, true},
	{"welcome-idle", welcome_idle, false},
	{"welcome-break", welcome_break, false},
	{"welcome-training", welcome_training, false},
	{"welcome-starting", welcome_starting, false},
	{"welcome-no-store", welcome_no_store, false},
	{"welcome-contrast", welcome_contrast, true},
	{"service", service, true},
	{"service-long", service_long, true},
	{"service-priority", service_priority, false},
	{"service-paged", service_paged, false},
	{"service-contrast", service_contrast, false},
	{"service-waits", service_waits, true},
	{"notice", notice, true},
	{"guest-name", guest_name, false},
	{"guest-name-missing", guest_name_missing, false},
	{"guest-full", guest_full, false},
	{"guest-contact", guest_contact, false},
	{"guest-contact-error", guest_contact_error, true},
	{"guest-contact-phone", guest_contact_phone, false},
	{"guest-contact-sale", guest_contact_sale, false},
	{"guest-about", guest_about, false},
	{"guest-about-missing", guest_about_missing, false},
	{"guest-occupation", guest_occupation, true},
	{"guest-occupation-missing", guest_occupation_missing, false},
	{"guest-occupation-other", guest_occupation_other, false},
	{"guest-institution", guest_institution, false},
	{"guest-purpose", guest_purpose, false},
	{"guest-data", guest_data, false},
	{"guest-needs", guest_needs, false},
	{"guest-contrast", guest_contrast, false},
	{"tiles-contrast", tiles_contrast, false},
	{"issuing", issuing, false},
	{"idle", idle, true},
	{"ticket-printing", ticket_printing, false},
	{"ticket-printed", ticket_printed, true},
	{"ticket-sent", ticket_sent, false},
	{"ticket-soon", ticket_soon, false},
	{"ticket-past-closing", ticket_past_closing, false},
	{"ticket-long", ticket_long, true},
	{"ticket-contrast", ticket_contrast, false},
	{"trouble-paper", trouble_paper, true},
	{"trouble-long", trouble_long, false},
	{"trouble-past-closing", trouble_past_closing, false},
	{"trouble-soon", trouble_soon, false},
	{"trouble-cover", trouble_cover, false},
	{"trouble-missing", trouble_missing, false},
	{"trouble-no-printer", trouble_no_printer, false},
};

const struct scene *scene_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_book_at(index - count);
}

void scene_arrange(const char *name, struct stage *stage)
{
	size_t i = 0;
	while (strcmp(scene_at(i)->name, name) != 0) {
		i++;
	}
	stage_init(stage, 10, 13);
	scene_at(i)->arrange(stage);
}
