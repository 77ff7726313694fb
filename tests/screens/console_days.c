#include "tests/screens/console_days.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { OPEN = 8, HOURS = 8, MINUTE = 60000 };

/* Visitors of an hour, in shares of ten of the busiest. */
static const int shape[HOURS] = {4, 8, 10, 7, 2, 6, 5, 1};

static uint32_t draw(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 16) % below;
}

static void add_visit(
	const struct office *office, struct desk_record *record, int64_t issued, uint32_t *state)
{
	static const int services[] = {MODEL_KONS, MODEL_KONS, MODEL_JUAL, MODEL_PERP, MODEL_REKOM,
		MODEL_DTSEN, MODEL_KONS};
	int number = (int)record->segment_count + 1;
	int64_t wait = (int64_t)(draw(state, 11) + draw(state, 9)) * MINUTE + 21000;
	bool late = draw(state, 24) == 0;
	struct segment *segment = &record->segments[record->segment_count++];
	*segment = (struct segment){.ticket = number,
		.place = 1,
		.is_last = true,
		.service = services[draw(state, 7)],
		.counter = 1 + (int)draw(state, 2),
		.issued_ms = issued,
		.turn_ms = issued,
		.issue_event = number,
		.from_ms = issued,
		.called_ms = issued + wait,
		.served_ms = issued + wait,
		.finished_ms = issued + wait + (int64_t)(4 + draw(state, 20)) * MINUTE,
		.state = draw(state, 30) == 0 ? TICKET_CANCELLED : TICKET_DONE,
		.priority = draw(state, 9) == 0 ? TICKET_ELDERLY : TICKET_ORDINARY,
		.party = 1 + (draw(state, 8) == 0),
		.target_s = 600,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER};
	segment->service_ms = segment->finished_ms - segment->served_ms;
	segment->elapsed_ms = late ? (600 + 20 + (int64_t)draw(state, 400)) * 1000
				   : (int64_t)draw(state, 600) * 1000;
	segment->verdict = target_judge(600, segment->elapsed_ms);
	segment->clock.ready_ms = segment->served_ms - segment->elapsed_ms;
	segment->clock.alone_since_ms = TICKET_NEVER;
	text_format(segment->number, sizeof(segment->number), "%s%03d",
		office->services[segment->service].prefix, number);
}

/* Some with a reason, some with none, some while no counter was open for them. */
static void add_breaches(struct desk_record *record, uint32_t *state)
{
	static const char *const reasons[] = {
		"crowd", "", "long_visit", "system", "keluarga-sakit"};
	for (size_t i = 0; i < record->segment_count; i++) {
		if (record->segments[i].verdict != TARGET_MISSED) {
			continue;
		}
		struct desk_breach *breach = &record->breaches[record->breach_count++];
		text_copy(record->segments[i].reason, sizeof(record->segments[i].reason),
			reasons[draw(state, 5)]);
		*breach = (struct desk_breach){.segment = record->segments[i], .literal_ms = 0};
		if (strcmp(breach->segment.reason, "system") == 0) {
			text_copy(breach->note, sizeof(breach->note),
				"Listrik padam sejak 10.35; genset baru menyala ketika antrean sudah "
				"sebelas orang.");
		} else if (breach->segment.reason[0] == 'k') {
			text_copy(breach->note, sizeof(breach->note), "Loket 2 pulang pukul 11.");
		}
		breach->free_count = (int)draw(state, 3);
		breach->free_count += breach->free_count == 2 ? (int)(i % 4) : 0;
		for (int j = 0; j < breach->free_count; j++) {
			breach->free[j] =
				(struct desk_free_counter){j + 1, breach->segment.clock.ready_ms};
		}
	}
}

/* One a busy day, before more than are named. */
static void add_pick(struct desk_record *record)
{
	static const char *const reasons[] = {"short", "needs", ""};
	size_t count = record->segment_count;
	if (count < 12) {
		return;
	}
	const struct segment *segment = &record->segments[count - 1];
	record->picks = memory_zeroed(1, sizeof(*record->picks));
	struct desk_pick *pick = &record->picks[record->pick_count++];
	*pick = (struct desk_pick){.service = segment->service,
		.counter = segment->counter,
		.at_ms = segment->called_ms,
		.passed_count = count % 2 == 0 ? 2 : DESK_PASSED + 3};
	text_copy(pick->number, sizeof(pick->number), segment->number);
	text_copy(pick->reason, sizeof(pick->reason), reasons[count % 3]);
	text_copy(pick->staff_name, sizeof(pick->staff_name), "Ani Rahmawati");
	for (size_t i = 0; i < DESK_PASSED; i++) {
		text_copy(pick->passed[i], TICKET_NUMBER_SIZE, record->segments[i].number);
	}
}

void days_record(
	const struct office *office, const char *date, int busy, struct desk_record *out_record)
{
	int64_t midnight = 0;
	int day = 0;
	*out_record = (struct desk_record){0};
	text_copy(out_record->day.service_date, sizeof(out_record->day.service_date), date);
	assert_true(calendar_parse_date(office, date, &midnight));
	assert_true(calendar_parse_day(date, &day));
	uint32_t state = (uint32_t)day * 2654435761u;
	size_t most = (size_t)busy * HOURS + 1;
	out_record->segments = memory_zeroed(most, sizeof(struct segment));
	out_record->breaches = memory_zeroed(most, sizeof(struct desk_breach));
	for (int hour = 0; calendar_weekday(day) < 5 && hour < HOURS; hour++) {
		int visits = (busy * shape[hour] + (int)draw(&state, 10)) / 10;
		for (int i = 0; i < visits; i++) {
			int64_t issued = midnight + (OPEN + hour) * 60 * (int64_t)MINUTE +
					 (int64_t)i * 60 / visits * MINUTE;
			add_visit(office, out_record, issued, &state);
		}
	}
	add_breaches(out_record, &state);
	add_pick(out_record);
	struct desk_day *own = &out_record->day;
	own->priority.known = true;
	out_record->women = (int)out_record->segment_count / 2;
	out_record->men = (int)out_record->segment_count / 2 - 1;
	out_record->men = out_record->men > 0 ? out_record->men : 0;
	figures_compute(out_record->segments, out_record->segment_count, -1, 0, &own->all);
	for (int i = 0; i < office->service_count; i++) {
		figures_compute(
			out_record->segments, out_record->segment_count, i, 0, &own->services[i]);
	}
}

void days_open(struct shift *shift, enum desk_role role)
{
	model_desk(shift);
	shift->office->services[MODEL_JUAL].fee = OFFICE_FEE_CHARGED;
	shift->staff[0].role = role;
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_REPORT, 1000000);
}

static void answer_one(struct shift *shift, const struct desk_request *request, int busy)
{
	struct desk_message *message = memory_zeroed(1, sizeof(*message));
	message->kind = DESK_MESSAGE_ANSWER;
	message->act = request->act;
	message->tag = request->tag;
	if (request->act == DESK_READ_RECORD) {
		message->record = memory_zeroed(1, sizeof(*message->record));
		days_record(shift->office, request->date, busy, message->record);
	} else if (busy > 0) {
		assert_int_equal(request->act, DESK_READ_INDICES);
		message->index_count = 1;
		message->indices[0] = (struct desk_index){
			.part = "IKM", .finished = 142, .any = true, .centi = 9148, .grade = "A"};
	}
	shift_hear(shift, message, 1000000);
	desk_message_destroy(message);
}

int days_answer(struct shift *shift, int busy)
{
	struct desk_request request;
	int answers = 0;
	while (shift_take_request(shift, &request)) {
		answer_one(shift, &request, busy);
		answers++;
	}
	return answers;
}
