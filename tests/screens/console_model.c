#include "tests/screens/console_model.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <stdlib.h>
#include <string.h>

int64_t model_at(int hour, int minute, int second)
{
	struct office office = {.zone = OFFICE_WITA};
	struct calendar_local local = {.year = 2026,
		.month = 11,
		.day = 23,
		.hour = hour,
		.minute = minute,
		.second = second};
	return calendar_join(&office, &local);
}

static void add_service(
	struct office *office, const char *code, const char *prefix, const char *const names[4])
{
	struct office_service *service = &office->services[office->service_count++];
	text_copy(service->code, sizeof(service->code), code);
	text_copy(service->prefix, sizeof(service->prefix), prefix);
	for (int language = 0; language < OFFICE_LANGUAGES; language++) {
		text_copy(service->name[language], OFFICE_NAME_SIZE, names[2 * language]);
		text_copy(service->short_name[language], OFFICE_NAME_SIZE, names[2 * language + 1]);
	}
	service->target_s = 600;
}

void model_office(struct office *out_office)
{
	*out_office = (struct office){.zone = OFFICE_WITA,
		.recall_limit = 3,
		.recall_interval_s = 20,
		.counter_count = 3};
	text_copy(out_office->name, sizeof(out_office->name), "BPS Kabupaten Tana Tidung");
	add_service(out_office, "KONS", "K",
		(const char *[]){"Konsultasi Statistik", "Konsultasi", "Statistical consultation",
			"Consultation"});
	add_service(out_office, "JUAL", "J",
		(const char *[]){"Penjualan Produk Statistik", "Penjualan",
			"Statistical products for sale", "Sale"});
	add_service(out_office, "PERP", "P",
		(const char *[]){"Perpustakaan", "Perpustakaan", "Library", "Library"});
	add_service(out_office, "REKOM", "R",
		(const char *[]){"Rekomendasi Kegiatan Statistik", "Rekomendasi",
			"Survey recommendation", "Survey"});
	add_service(out_office, "DTSEN", "D",
		(const char *[]){"DTSEN", "DTSEN", "Social registry (DTSEN)", "DTSEN"});
	for (int i = 0; i < 3; i++) {
		out_office->counters[i] =
			(struct office_counter){.number = i + 1, .services = 0x1F};
	}
	office_console_usual(&out_office->console);
}

void model_starting(struct shift *shift)
{
	shift_init(shift, 0, false);
}

static void add_staff(
	struct shift *shift, const char *code, const char *name, enum desk_role role, bool has_pin)
{
	struct desk_staff *staff = &shift->staff[shift->staff_count++];
	text_copy(staff->code, sizeof(staff->code), code);
	text_copy(staff->name, sizeof(staff->name), name);
	staff->role = role;
	staff->has_pin = has_pin;
}

void model_staff(struct shift *shift)
{
	shift_init(shift, 0, false);
	shift->phase = SHIFT_STAFF;
	shift->office = memory_zeroed(1, sizeof(*shift->office));
	model_office(shift->office);
	add_staff(shift, "ani", "Ani Rahmawati", DESK_CLERK, true);
	add_staff(shift, "budi", "Budi Santoso", DESK_CLERK, true);
	add_staff(shift, "kepala", "Kepala PST", DESK_HEAD, false);
}

void model_pin(struct shift *shift, bool head)
{
	model_staff(shift);
	shift->phase = SHIFT_PIN;
	shift->chosen = head ? 2 : 0;
}

static void set_staff(struct view_counter *counter, const char *code, const char *name)
{
	text_copy(counter->staff, sizeof(counter->staff), code);
	text_copy(counter->staff_name, sizeof(counter->staff_name), name);
}

void model_counters(struct shift *shift)
{
	model_staff(shift);
	shift->phase = SHIFT_COUNTERS;
	shift->chosen = 0;
	shift->view = memory_zeroed(1, sizeof(*shift->view));
	struct desk_view *view = shift->view;
	view->now_ms = model_at(10, 31, 24);
	text_copy(view->service_date, sizeof(view->service_date), "2026-11-23");
	view->hours.state = CALENDAR_OPEN;
	view->announces = true;
	view->counter_count = 3;
	view->done = 18;
	view->met = view->counted = 18;
	for (int i = 0; i < 3; i++) {
		view->counters[i] = (struct view_counter){.number = i + 1,
			.state = VIEW_CLOSED,
			.services = 0x1F,
			.since_ms = model_at(8, 0, 0),
			.free_since_ms = TICKET_NEVER,
			.stand_by_ms = TICKET_NEVER};
	}
	view->counters[0].state = VIEW_FREE;
	view->counters[0].services = 1u << MODEL_JUAL | 1u << MODEL_PERP;
	view->counters[0].since_ms = view->counters[0].free_since_ms = model_at(10, 27, 12);
	set_staff(&view->counters[0], "budi", "Budi Santoso");
}

void model_desk(struct shift *shift)
{
	model_counters(shift);
	struct view_counter *counter = &shift->view->counters[1];
	shift->phase = SHIFT_DESK;
	shift->counter = 2;
	counter->state = VIEW_FREE;
	counter->services = 1u << MODEL_KONS | 1u << MODEL_REKOM | 1u << MODEL_DTSEN;
	counter->since_ms = counter->free_since_ms = model_at(10, 24, 6);
	set_staff(counter, "ani", "Ani Rahmawati");
	model_printer(shift, RESULT_OK, false);
}

void model_wait(
	struct shift *shift, const char *number, int service, int64_t issued, int64_t clock_start)
{
	struct desk_view *view = shift->view;
	struct view_waiting *waiting = &view->waiting[view->waiting_shown++];
	view->waiting_total++;
	*waiting = (struct view_waiting){.ticket = view->waiting_total,
		.service = service,
		.issued_ms = issued,
		.turn_ms = issued,
		.from_ms = issued,
		.clock = {.target_s = 600}};
	text_copy(waiting->number, sizeof(waiting->number), number);
	if (clock_start != TICKET_NEVER) {
		waiting->clock = (struct view_clock){
			.running = true, .any = true, .start_ms = clock_start, .target_s = 600};
	}
	if (view->next_number[0] == '\0' && (view->counters[1].services >> service & 1u) != 0) {
		text_copy(view->next_number, sizeof(view->next_number), number);
	}
}

static struct ticket *put_ticket(
	struct shift *shift, const char *number, int service, enum view_counter_state state)
{
	struct desk_view *view = shift->view;
	struct view_counter *counter = &view->counters[1];
	/* No clock runs on because of a counter that is not free any more. */
	for (int i = 0; i < view->waiting_shown; i++) {
		bool here = (counter->services >> view->waiting[i].service & 1u) != 0;
		view->waiting[i].clock.running = view->waiting[i].clock.running && !here;
	}
	counter->state = state;
	counter->ticket = (struct ticket){.id = 7, .service = service, .calls = 1, .counter = 2};
	text_copy(counter->ticket.number, sizeof(counter->ticket.number), number);
	return &counter->ticket;
}

void model_serving(struct shift *shift)
{
	put_ticket(shift, "K007", MODEL_KONS, VIEW_SERVING);
	shift->view->visit = (struct view_visit){.ticket = 7,
		.issued_ms = model_at(10, 20, 5),
		.called_ms = model_at(10, 26, 40),
		.served_ms = model_at(10, 27, 18),
		.times = {.waited_ms = 433000,
			.state = TICKET_SERVING,
			.since_ms = model_at(10, 27, 18)}};
	shift->view->counters[1].since_ms = model_at(10, 27, 18);
	shift->view->counters[1].free_since_ms = TICKET_NEVER;
	struct guest *guest = &shift->view->guest;
	shift->view->has_guest = true;
	text_copy(guest->name, sizeof(guest->name), "Siti Rahma");
	text_copy(guest->institution, sizeof(guest->institution), "Universitas Borneo Tarakan");
	text_copy(guest->data_needed[0], sizeof(guest->data_needed[0]),
		"Jumlah penduduk miskin per kecamatan, 2021–2025");
	guest->occupation = 1;
	guest->purpose = 1;
	guest->needs = 1;
}

void model_called(struct shift *shift)
{
	struct ticket *ticket = put_ticket(shift, "D006", MODEL_DTSEN, VIEW_CALLED);
	ticket->calls = 2;
	ticket->recalls = 1;
	struct view_counter *counter = &shift->view->counters[1];
	counter->since_ms = model_at(10, 42, 50);
	counter->free_since_ms = model_at(10, 35, 12);
	counter->clock = (struct view_clock){
		.running = true, .any = true, .start_ms = model_at(10, 35, 12), .target_s = 600};
	counter->call = (struct view_call){.id = 12, .counter = 2, .called_ms = counter->since_ms};
	counter->call.announced_ms[ANNOUNCED_SHOWN] = counter->since_ms + 1000;
	counter->call.announced_ms[ANNOUNCED_SPOKEN] = counter->since_ms + 6000;
	counter->call.announced_ms[ANNOUNCED_LIT] = TICKET_NEVER;
	struct guest *guest = &shift->view->guest;
	shift->view->has_guest = true;
	text_copy(guest->name, sizeof(guest->name), "Maria Lusi");
	text_copy(guest->data_needed[0], sizeof(guest->data_needed[0]),
		"Pengecekan desil dan permintaan pemutakhiran");
	guest->occupation = 6;
	guest->party_female = 2;
	shift->view->done = shift->view->met = shift->view->counted = 20;
}

void model_queue(struct shift *shift)
{
	model_wait(shift, "J005", MODEL_JUAL, model_at(10, 22, 0), model_at(10, 27, 12));
	shift->view->waiting[0].priority = TICKET_ELDERLY;
	/* A free counter that serves it keeps its clock going. */
	const struct view_counter *here = &shift->view->counters[1];
	model_wait(shift, "D006", MODEL_DTSEN, model_at(10, 24, 0),
		here->state == VIEW_FREE ? here->free_since_ms : TICKET_NEVER);
	model_wait(shift, "K008", MODEL_KONS, model_at(10, 25, 0), TICKET_NEVER);
	model_wait(shift, "K009", MODEL_KONS, model_at(10, 29, 0), TICKET_NEVER);
}

void model_late(struct shift *shift)
{
	shift->view->counters[0].state = VIEW_SERVING;
	shift->view->counters[1].since_ms = shift->view->counters[1].free_since_ms =
		model_at(10, 46, 47);
	model_wait(shift, "K008", MODEL_KONS, model_at(10, 25, 0), model_at(10, 46, 47));
	model_wait(shift, "K009", MODEL_KONS, model_at(10, 29, 0), TICKET_NEVER);
	model_wait(shift, "J006", MODEL_JUAL, model_at(10, 56, 0), TICKET_NEVER);
	struct guest *guest = &shift->view->guest;
	shift->view->has_guest = true;
	text_copy(guest->name, sizeof(guest->name), "Yusuf Tandi");
	guest->occupation = 3;
	guest->purpose = 2;
	shift->view->done = 21;
	shift->view->met = 21;
	shift->view->counted = 22;
}

struct view_device *model_printer(struct shift *shift, enum result reason, bool near_end)
{
	struct view_device *device = &shift->view->devices[0];
	shift->view->device_count = 1;
	*device = (struct view_device){.reason = reason, .near_end = near_end};
	text_copy(device->name, sizeof(device->name), "kiosk-1/printer");
	return device;
}

void model_helped(struct shift *shift, bool visitor)
{
	model_desk(shift);
	model_serving(shift);
	model_queue(shift);
	shift->view->now_ms = model_at(10, 31, 24);
	if (!visitor) {
		shift->view->help_count = 1;
		shift->view->helps[0] = (struct help){.id = 6,
			.state = HELP_TAKEN,
			.counter = 2,
			.asked_ms = model_at(10, 30, 2)};
		text_copy(shift->view->helps[0].device, HELP_DEVICE_SIZE, "kiosk-1");
	}
}
