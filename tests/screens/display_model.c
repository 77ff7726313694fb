#include "tests/screens/display_model.h"

#include "app/base/text.h"
#include "app/desk/office_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int64_t room_time(const struct room *room, const char *clock)
{
	char text[32];
	int64_t ms = 0;
	text_format(text, sizeof text, "2026-11-23T%s", clock);
	assert_true(calendar_parse(&room->office, text, &ms));
	return ms;
}

void room_start(struct room *room, const char *clock)
{
	char path[1024], error[256];
	memset(room, 0, sizeof *room);
	text_format(
		path, sizeof path, "%s/assets/offices/tana-tidung.conf", getenv("GILIRAN_SOURCE"));
	assert_int_equal(office_file_read(path, &room->office, error, sizeof error), RESULT_OK);
	struct desk_view *view = &room->view;
	view->now_ms = room_time(room, clock);
	text_copy(view->service_date, sizeof view->service_date, "2026-11-23");
	calendar_hours(&room->office, view->now_ms, &view->hours);
	view->counter_count = room->office.counter_count;
	for (int i = 0; i < view->counter_count; i++) {
		view->counters[i] = (struct view_counter){.number = i + 1, .state = VIEW_FREE};
	}
	room->model.office = &room->office;
	room->model.view = view;
	room->model.now_ms = room->model.told_ms = view->now_ms;
}

void room_occupy(struct room *room, int number, enum view_counter_state state, const char *ticket)
{
	struct view_counter *counter = &room->view.counters[number - 1];
	counter->state = state;
	counter->ticket = (struct ticket){.id = ticket[0] ? number : 0};
	text_copy(counter->ticket.number, sizeof counter->ticket.number, ticket);
	counter->clock = (struct view_clock){0};
}

void room_wait(struct room *room, const char *number, enum ticket_priority priority)
{
	struct view_waiting *waiting = &room->view.waiting[room->view.waiting_shown++];
	*waiting = (struct view_waiting){.ticket = 100, .priority = priority};
	text_copy(waiting->number, sizeof waiting->number, number);
	room->view.waiting_total++;
}

void room_call(struct room *room, const char *number, int counter)
{
	struct desk_view *view = &room->view;
	int64_t id = view->call_count ? view->calls[0].id + 1 : 1;
	if (view->call_count < VIEW_CALLS) {
		view->call_count++;
	}
	memmove(view->calls + 1, view->calls, (size_t)(view->call_count - 1) * sizeof *view->calls);
	view->calls[0] = (struct view_call){.id = id, .counter = counter};
	text_copy(view->calls[0].number, sizeof view->calls[0].number, number);
}

void room_run_clock(struct room *room, int counter, int seconds)
{
	room->view.counters[counter - 1].clock = (struct view_clock){
		.any = true,
		.running = true,
		.start_ms = room->view.now_ms - (int64_t)seconds * 1000,
		.target_s = 600,
	};
}

void room_take(struct room *room, int64_t ticks)
{
	scene_take(&room->model.scene, &room->view, ticks);
}

void room_fill_board(struct room *room)
{
	room_start(room, "10:26:00");
	text_copy(room->office.running[OFFICE_INDONESIAN], OFFICE_RUNNING_SIZE,
		"Layanan konsultasi dan perpustakaan tidak dipungut biaya.  •  Saran dan "
		"pengaduan: s.bps.go.id/PengaduanTanaTidung");
	text_copy(room->office.running[OFFICE_ENGLISH], OFFICE_RUNNING_SIZE,
		"Consultation and library are free of charge.");
	room_call(room, "D005", 2);
	room_call(room, "J004", 1);
	room_call(room, "K007", 2);
	room_occupy(room, 1, VIEW_SERVING, "J004");
	room_occupy(room, 2, VIEW_CALLED, "K007");
	room_occupy(room, 3, VIEW_SERVING, "P003");
	room_wait(room, "J005", TICKET_PRIORITY);
	room_wait(room, "D006", TICKET_ORDINARY);
	room_wait(room, "K008", TICKET_ORDINARY);
	room_run_clock(room, 2, 130);
}
