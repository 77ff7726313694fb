#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/desk/instrument_file.h"
#include "app/kiosk/book.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

enum { MINUTE_MS = 60000 };

static void add_service(struct office *office, const char *code, const char *prefix,
	const char *const names[4], const char *const meanings[2], const char *icon,
	enum office_fee fee)
{
	struct office_service *service = &office->services[office->service_count++];
	text_copy(service->code, sizeof(service->code), code);
	text_copy(service->prefix, sizeof(service->prefix), prefix);
	text_copy(service->icon, sizeof(service->icon), icon);
	service->fee = fee;
	service->email_required = fee == OFFICE_FEE_CHARGED;
	service->target_s = 600;
	service->typical_service_s = 900;
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		text_copy(service->name[i], sizeof(service->name[i]), names[i]);
		text_copy(service->short_name[i], sizeof(service->short_name[i]), names[2 + i]);
		text_copy(service->meaning[i], sizeof(service->meaning[i]), meanings[i]);
	}
}

static void fill_services(struct office *office)
{
	add_service(office, "KONS", "K",
		(const char *[]){"Konsultasi Statistik", "Statistical consultation", "Konsultasi",
			"Consultation"},
		(const char *[]){"Bertanya tentang data, konsep, atau cara memakainya.",
			"Ask about data, concepts or how to use them."},
		"forum", OFFICE_FEE_FREE);
	add_service(office, "JUAL", "J",
		(const char *[]){"Penjualan Produk Statistik", "Statistical products for sale",
			"Penjualan Produk", "Products for sale"},
		(const char *[]){
			"Publikasi, data mikro, dan peta digital. Nol rupiah bagi instansi "
			"tertentu.",
			"Publications, microdata and digital maps. Zero charge for certain "
			"institutions."},
		"cart", OFFICE_FEE_CHARGED);
	add_service(office, "PERP", "P",
		(const char *[]){"Perpustakaan", "Library", "Perpustakaan", "Library"},
		(const char *[]){"Membaca publikasi cetak dan digital di tempat.",
			"Read printed and digital publications here."},
		"book-open-variant", OFFICE_FEE_FREE);
	add_service(office, "REKOM", "R",
		(const char *[]){"Rekomendasi Kegiatan Statistik", "Survey recommendation",
			"Rekomendasi Statistik", "Survey recommendation"},
		(const char *[]){"Untuk instansi yang akan mengadakan survei.",
			"For institutions planning a survey."},
		"certificate", OFFICE_FEE_FREE);
	add_service(office, "DTSEN", "D",
		(const char *[]){"DTSEN", "Social registry (DTSEN)", "DTSEN", "DTSEN"},
		(const char *[]){"Data sosial ekonomi keluarga: cek desil atau pemutakhiran.",
			"Family welfare data: check a decile or update it."},
		"account-card-details", OFFICE_FEE_FREE);
}

static void fill_office(struct office *office)
{
	text_copy(office->name, sizeof(office->name), "BPS Kabupaten Tana Tidung");
	text_copy(office->unit[0], sizeof(office->unit[0]), "Pelayanan Statistik Terpadu");
	text_copy(office->unit[1], sizeof(office->unit[1]), "Integrated Statistical Services");
	text_copy(office->notice_version, sizeof(office->notice_version), "2026-11");
	text_copy(office->online, sizeof(office->online), "pst.bps.go.id");
	text_copy(office->chat, sizeof(office->chat), "WhatsApp 0812-5565-0671");
	office->zone = OFFICE_WITA;
	office->idle_s = 75;
	office->retention_months = 12;
	office->issue_before_s = 1800;
	office->priority_head_start_s = 900;
	office->feedback = (struct office_feedback){.instrument = "skm-9",
		.invites = true,
		.addresses = {{OFFICE_BOX, "Kotak saran di ruang ini"},
			{OFFICE_WEB, "s.bps.go.id/PengaduanPST_KTT"},
			{OFFICE_EMAIL, "ipds6503@bps.go.id"}, {OFFICE_WHATSAPP, "0812-5565-0671"}},
		.address_count = 4};
	for (int day = 0; day < 5; day++) {
		office->week[day].open = (struct office_span){8 * 60, 15 * 60 + 30};
	}
	fill_services(office);
	office->counter_count = 3;
	for (int i = 0; i < 3; i++) {
		office->counters[i] = (struct office_counter){.number = i + 1, .services = 31};
	}
}

static void fill_view(struct desk_view *view, int64_t now_ms)
{
	static const struct {
		const char *number;
		int service;
		int minutes_ago;
	} waiting[] = {{"J002", 1, 9}, {"K006", 0, 6}, {"D001", 4, 2}};
	static const struct {
		int low_min, high_min;
	} waits[] = {{5, 12}, {8, 15}, {0, 1}, {-1, -1}, {6, 13}};
	view->waiting_shown = view->waiting_total = 3;
	for (int i = 0; i < 5; i++) {
		view->services[i].low_min = waits[i].low_min;
		view->services[i].high_min = waits[i].high_min;
	}
	for (int i = 0; i < 3; i++) {
		struct view_waiting *other = &view->waiting[i];
		text_copy(other->number, sizeof(other->number), waiting[i].number);
		other->service = waiting[i].service;
		other->issued_ms = other->turn_ms =
			now_ms - waiting[i].minutes_ago * (int64_t)MINUTE_MS;
		view->services[other->service].waiting = 1;
	}
	view->counter_count = 3;
	for (int i = 0; i < 3; i++) {
		view->counters[i].number = i + 1;
		view->counters[i].services = 31;
	}
	view->counters[0].state = VIEW_SERVING;
	text_copy(view->counters[0].ticket.number, TICKET_NUMBER_SIZE, "K005");
	view->counters[1].state = VIEW_CALLED;
	text_copy(view->counters[1].ticket.number, TICKET_NUMBER_SIZE, "P001");
	view->counters[2].state = VIEW_CLOSED;
}

void stage_take_instrument(struct stage *stage, const char *code)
{
	char error[256] = "";
	assert_int_equal(
		instrument_file_find(code, &stage->instrument, error, sizeof(error)), RESULT_OK);
	stage->lobby.instrument = &stage->instrument;
}

void stage_init(struct stage *stage, int hour, int minute)
{
	*stage = (struct stage){0};
	fill_office(&stage->office);
	const struct calendar_local moment = {
		.year = 2026, .month = 11, .day = 23, .hour = hour, .minute = minute};
	stage->lobby = (struct lobby){.office = &stage->office,
		.standards = &stage->standards,
		.view = &stage->view,
		.now_ms = calendar_join(&stage->office, &moment),
		.ticks_ms = 1000000,
		.prints = true};
	fill_view(&stage->view, stage->lobby.now_ms);
	stage_take_instrument(stage, "skm-9");
	journey_init(&stage->journey, OFFICE_INDONESIAN, false);
}

void stage_pass(struct stage *stage, int64_t ms)
{
	stage->lobby.now_ms += ms;
	stage->lobby.ticks_ms += ms;
	journey_tick(&stage->journey, &stage->lobby);
}

enum journey_wish stage_pick(
	struct stage *stage, enum action_kind kind, enum guest_field field, int value)
{
	const struct action action = {.kind = kind, .field = field, .value = value};
	journey_touch(&stage->journey, &stage->lobby);
	return journey_act(&stage->journey, &stage->lobby, &action);
}

enum journey_wish stage_act(struct stage *stage, enum action_kind kind)
{
	return stage_pick(stage, kind, GUEST_NAME, 0);
}

void stage_type(struct stage *stage, enum guest_field field, const char *text)
{
	size_t size;
	stage_pick(stage, ACTION_FOCUS, field, 0);
	char *typed = guest_text(&stage->journey.visit.guest, field, &size);
	text_copy(typed, size, text);
	stage_pick(stage, ACTION_TYPED, field, 0);
}

enum journey_wish stage_enter_code(struct stage *stage, const char *code)
{
	struct visit *visit = &stage->journey.visit;
	if (visit->screen == JOURNEY_WELCOME) {
		stage_act(stage, ACTION_APPOINTMENT);
		stage_pass(stage, 500);
	}
	text_copy(visit->code, sizeof(visit->code), code);
	stage_act(stage, ACTION_TYPED);
	return stage_act(stage, ACTION_CONTINUE);
}

void stage_to_book(struct stage *stage, int service)
{
	stage_act(stage, ACTION_START);
	stage_pass(stage, 500);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, service);
	stage_pass(stage, 500);
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
}

/* An answer to what is asked. */
static void answer_field(struct stage *stage, enum guest_field field)
{
	switch (field) {
	case GUEST_NAME: stage_type(stage, field, "Siti Rahma"); break;
	case GUEST_INSTITUTION: stage_type(stage, field, "SMA 1 Tideng Pale"); break;
	case GUEST_EMAIL: stage_type(stage, field, "siti.rahma@gmail.com"); break;
	case GUEST_ADDRESS: stage_type(stage, field, "Tarakan"); break;
	case GUEST_BIRTH_YEAR: stage_type(stage, field, "2008"); break;
	case GUEST_SEX:
	case GUEST_AGE_BAND: stage_pick(stage, ACTION_CHOOSE, field, 2); break;
	case GUEST_EDUCATION: stage_pick(stage, ACTION_CHOOSE, field, 9); break;
	case GUEST_OCCUPATION:
	case GUEST_PURPOSE:
	case GUEST_DTSEN: stage_pick(stage, ACTION_CHOOSE, field, 1); break;
	default: break;
	}
}

/* Answers the step that is open, and goes on. */
static void answer_step(struct stage *stage)
{
	const struct step step = book_step(&stage->journey, &stage->lobby);
	for (int i = 0; i < step.field_count; i++) {
		answer_field(stage, step.fields[i]);
	}
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
}

void stage_to_step(struct stage *stage, int service, int step)
{
	stage_to_book(stage, service);
	while (stage->journey.visit.step < step) {
		answer_step(stage);
	}
}

void stage_to_field(struct stage *stage, int service, enum guest_field field)
{
	stage_to_book(stage, service);
	struct step step = book_step(&stage->journey, &stage->lobby);
	while (!step_has(&step, field)) {
		answer_step(stage);
		assert_int_equal(stage->journey.visit.screen, JOURNEY_GUEST);
		step = book_step(&stage->journey, &stage->lobby);
	}
}

void stage_to_issue(struct stage *stage, int service)
{
	enum { LAST = 7 };
	stage_to_step(stage, service, LAST);
	stage_act(stage, ACTION_CONTINUE);
}

void stage_answer(struct stage *stage, enum result result)
{
	struct ticket ticket = {.id = 7, .sequence = 7, .service = stage->journey.visit.service};
	text_copy(ticket.number, sizeof(ticket.number), "K007");
	ticket.issued_ms = stage->lobby.now_ms;
	ticket.low_ms = ticket.high_ms = TICKET_NEVER;
	ticket.target_s = 600;
	journey_answer(&stage->journey, &stage->lobby, result, &ticket);
}

enum journey_wish stage_enter_number(struct stage *stage, const char *number)
{
	struct visit *visit = &stage->journey.visit;
	if (visit->screen == JOURNEY_WELCOME) {
		stage_act(stage, ACTION_RATE);
		stage_pass(stage, 500);
	}
	text_copy(visit->rate.typed, sizeof(visit->rate.typed), number);
	stage_act(stage, ACTION_TYPED);
	return stage_act(stage, ACTION_CONTINUE);
}

void stage_begin_rating(struct stage *stage, enum result result, const int *answers)
{
	struct desk_rating rating = {.ticket = 7, .segment = 1};
	text_copy(rating.number, sizeof(rating.number), "K007");
	for (int i = 0; i < INSTRUMENT_ITEMS; i++) {
		bool known = answers != NULL && i < stage->instrument.item_count;
		rating.answers[i] = known ? answers[i] : DESK_OPEN;
	}
	rate_answered(&stage->journey, &stage->lobby, result, &rating);
}

void stage_complain(struct stage *stage, const char *text)
{
	struct visit *visit = &stage->journey.visit;
	stage_act(stage, ACTION_COMPLAIN);
	stage_pick(stage, ACTION_KIND, GUEST_NAME, COMPLAINT_COMPLAINT);
	stage_pass(stage, 500);
	stage_pick(stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF);
	stage_pass(stage, 500);
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
	text_copy(visit->complaint.typed.text, sizeof(visit->complaint.typed.text), text);
	stage_act(stage, ACTION_TYPED);
}

void stage_slip(struct stage *stage, enum print_state print, enum result reason)
{
	struct desk_slip slip = {.id = 3, .ticket = stage->journey.visit.ticket, .ahead = 2};
	slip.low_ms = slip.ticket.issued_ms + 7 * (int64_t)MINUTE_MS;
	slip.high_ms = slip.ticket.issued_ms + 14 * (int64_t)MINUTE_MS;
	journey_slip(&stage->journey, &stage->lobby, &slip, print, reason);
}

bool stage_is_blank(const void *data, size_t size)
{
	const unsigned char *bytes = data;
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != 0) {
			return false;
		}
	}
	return true;
}

void stage_assert_wiped(const struct stage *stage)
{
	struct visit visit = stage->journey.visit;
	visit.input_ms = 0; /* when the screen was last touched is nothing of anybody */
	assert_true(stage_is_blank(&visit, sizeof(visit)));
}

void stage_assert_forgotten(const struct stage *stage)
{
	assert_int_equal(stage->journey.visit.screen, JOURNEY_WELCOME);
	stage_assert_wiped(stage);
	assert_int_equal(stage->journey.language, OFFICE_INDONESIAN);
	assert_false(stage->journey.contrast);
}

struct desk_request stage_request(struct stage *stage, enum journey_wish wish)
{
	struct desk_request asked;
	ways_request(&stage->journey, &stage->lobby, wish, &asked);
	return asked;
}

enum journey_wish stage_hear(struct stage *stage, enum desk_act act, enum result result)
{
	struct desk_message message = {.act = act, .result = result};
	if (act == DESK_ASK_HELP) {
		message.help = (struct help){.id = 5};
	}
	return ways_answered(&stage->journey, &stage->lobby, &message);
}
