#include "app/admin/child.h"
#include "app/admin/demo.h"
#include "app/admin/output.h"
#include "app/base/clock.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * One visit through the three programs, each with a script in place of hands: the visitor takes a
 * number, the clerk calls, serves and finishes it, and the waiting room shows it.
 */
enum { KIOSK, CONSOLE, DISPLAY, PROGRAMS };

enum {
	LOOK_MS = 10000, /* until a part of a screen is there */
	RETRY_MS = 50,
	BREATH_MS = 320, /* between two taps: screens ignore the second of a double tap */
	STEP_MS = 1200,  /* the console's guard between two presses of its blue button */
	COUNTER = 1,
	LEFTOVERS = 1000,
};

/* Waits for `tap`, types `type`, takes `picture`, taps. Any of the three may be NULL. */
struct step {
	int program;
	const char *tap;
	const char *picture;
	const char *type;
};

static const struct step taking[] = {
	{KIOSK, "welcome.take", "01-kiosk-welcome", NULL},
	{KIOSK, "service.KONS", "02-kiosk-service", NULL},
	{KIOSK, "kiosk.continue", "03-kiosk-notice", NULL},
	{KIOSK, "guest.sex.2", NULL, NULL},
	{KIOSK, "guest.age_band.3", NULL, NULL},
	{KIOSK, "guest.education.3", NULL, NULL},
	{KIOSK, "kiosk.continue", "04-kiosk-about", NULL},
	{KIOSK, "kiosk.continue", "05-kiosk-name", "Siti Rahma"},
	{KIOSK, "guest.no_email", NULL, NULL},
	{KIOSK, "kiosk.continue", "06-kiosk-contact", NULL},
	{KIOSK, "guest.occupation.1", NULL, NULL},
	{KIOSK, "kiosk.continue", "07-kiosk-occupation", NULL},
	{KIOSK, "guest.purpose.1", NULL, NULL},
	{KIOSK, "kiosk.continue", "08-kiosk-purpose", NULL},
	{KIOSK, "kiosk.continue", "09-kiosk-data", "Penduduk Tana Tidung"},
	{KIOSK, "kiosk.continue", "10-kiosk-needs", NULL},
};

static const struct step signing_in[] = {
	{CONSOLE, "staff." DEMO_STAFF, "11-console-staff", NULL},
	{CONSOLE, "pin.1", NULL, NULL},
	{CONSOLE, "pin.2", NULL, NULL},
	{CONSOLE, "pin.3", NULL, NULL},
	{CONSOLE, "pin.4", "12-console-pin", NULL},
	{CONSOLE, "pin.enter", NULL, NULL},
	{CONSOLE, "counter.1", "13-console-counters", NULL},
};

static const char *const names[PROGRAMS] = {"giliran-kiosk", "giliran-console", "giliran-display"};

struct visit {
	struct admin *admin;
	const struct demo *demo;
	struct child children[PROGRAMS];
	struct ticket ticket;
	char trouble[512]; /* why a step failed */
};

static void pause_ms(int ms)
{
	poll(NULL, 0, ms);
}

static bool say(struct visit *visit, int program, const char *line)
{
	char answer[256];
	if (child_say(&visit->children[program], line, answer, sizeof answer)) {
		return true;
	}
	text_format(
		visit->trouble, sizeof visit->trouble, "%s: %s: %s", names[program], line, answer);
	return false;
}

static bool await_part(struct visit *visit, int program, const char *id)
{
	char line[128];
	int64_t end = clock_ticks_ms() + LOOK_MS;
	text_format(line, sizeof line, "where %s", id);
	while (!say(visit, program, line)) {
		if (clock_ticks_ms() > end || !visit->children[program].pid) {
			return false;
		}
		pause_ms(RETRY_MS);
	}
	return true;
}

static bool take_picture(struct visit *visit, int program, const char *name)
{
	char line[PLACE_SIZE + 64];
	text_format(line, sizeof line, "shot %s/%s.png", visit->demo->pictures, name);
	return say(visit, program, line);
}

static bool do_step(struct visit *visit, const struct step *step)
{
	char line[256];
	bool fine = await_part(visit, step->program, step->tap);
	pause_ms(BREATH_MS);
	if (fine && step->type) {
		text_format(line, sizeof line, "type %s", step->type);
		fine = say(visit, step->program, line);
	}
	if (fine && step->picture) {
		fine = take_picture(visit, step->program, step->picture);
	}
	if (fine) {
		text_format(line, sizeof line, "tap %s", step->tap);
		fine = say(visit, step->program, line);
	}
	return fine;
}

static bool do_steps(struct visit *visit, const struct step *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!do_step(visit, &steps[i])) {
			return false;
		}
	}
	return true;
}

static bool wait_text(struct visit *visit, int program, const char *text)
{
	char line[128];
	text_format(line, sizeof line, "wait %s %d", text, LOOK_MS);
	return say(visit, program, line);
}

static bool start_all(struct visit *visit)
{
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	for (int i = 0; i < PROGRAMS; i++) {
		const char *arguments[CHILD_ARGUMENTS] = {"--store", visit->demo->store,
			"--language", visit->demo->language, "--demo", "--script", "--no-motion",
			"--window", i == CONSOLE ? "1280x800" : "1920x1080", NULL};
		if (i == KIOSK) {
			arguments[9] = "--printer";
			arguments[10] = visit->demo->printer;
		}
		if (!child_start(
			    &visit->children[i], names[i], arguments, true, visit->demo->log)) {
			admin_fail(visit->admin, "admin.demo.program", names[i]);
			return false;
		}
	}
	return true;
}

/* Serves whoever an earlier demo left in line, so that this visitor is the next. */
static enum result clear_line(struct desk *desk)
{
	struct ticket ticket;
	enum result result = desk_open_counter(desk, COUNTER, DEMO_STAFF, 0);
	for (int i = 0; i < LEFTOVERS && result == RESULT_OK; i++) {
		desk_serve(desk, COUNTER, &ticket);
		desk_finish(desk, COUNTER, &ticket);
		result = desk_next(desk, COUNTER, &ticket);
	}
	return result == RESULT_NOBODY_WAITING ? desk_close_counter(desk, COUNTER) : result;
}

/* The number just taken, from the store: it is the only one waiting. */
static bool find_ticket(struct visit *visit)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	bool found = desk_view(visit->admin->desk, 0, view) == RESULT_OK &&
		     view->waiting_shown == 1 &&
		     desk_find_ticket(visit->admin->desk, view->waiting[0].number, NULL,
			     &visit->ticket) == RESULT_OK;
	free(view);
	if (!found) {
		text_copy(visit->trouble, sizeof visit->trouble, "giliran-kiosk");
	}
	return found;
}

/* Until the slip is on paper, and so in the folder under the ticket's number. */
static bool check_slip(struct visit *visit, char *out_path, size_t size)
{
	int64_t end = clock_ticks_ms() + LOOK_MS;
	const struct ticket *ticket = &visit->ticket;
	text_format(out_path, size, "%s/%s_%s.png", visit->demo->slips, ticket->service_date,
		ticket->number);
	while (desk_find_ticket(visit->admin->desk, ticket->number, NULL, &visit->ticket) ==
			RESULT_OK &&
		clock_ticks_ms() < end) {
		if (ticket->print == PRINT_CONFIRMED || ticket->print == PRINT_UNCONFIRMED) {
			return access(out_path, R_OK) == 0;
		}
		pause_ms(RETRY_MS);
	}
	return false;
}

/* The kiosk's part: from the welcome to the number on paper. */
static bool take_number(struct visit *visit)
{
	return do_steps(visit, taking, sizeof taking / sizeof taking[0]) &&
	       await_part(visit, KIOSK, "ticket.done") && find_ticket(visit) &&
	       wait_text(visit, KIOSK, visit->ticket.number) &&
	       take_picture(visit, KIOSK, "14-kiosk-ticket");
}

/* The clerk's part: next, serve, finish, with the waiting room looking on. */
static bool be_served(struct visit *visit)
{
	const struct step next = {CONSOLE, "desk.step", "15-console-waiting", NULL};
	const struct step serve = {CONSOLE, "desk.step", "17-console-called", NULL};
	const struct step finish = {CONSOLE, "desk.finish", "18-console-serving", NULL};
	bool fine = do_step(visit, &next) && wait_text(visit, DISPLAY, visit->ticket.number);
	pause_ms(STEP_MS);
	fine = fine && take_picture(visit, DISPLAY, "16-display-called") && do_step(visit, &serve);
	pause_ms(STEP_MS);
	fine = fine && do_step(visit, &finish);
	pause_ms(STEP_MS);
	return fine && take_picture(visit, CONSOLE, "19-console-done") &&
	       take_picture(visit, DISPLAY, "20-display-done");
}

/* What the waiting room was told, from the store: the newest call. */
static bool was_called(struct visit *visit)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	bool same = desk_view(visit->admin->desk, 0, view) == RESULT_OK && view->call_count > 0 &&
		    strcmp(view->calls[0].number, visit->ticket.number) == 0;
	free(view);
	return same;
}

static int report(struct visit *visit, const char *slip)
{
	struct admin *admin = visit->admin;
	const char *number = visit->ticket.number;
	char counter[16];
	if (!was_called(visit)) {
		return admin_fail(admin, "admin.demo.number_differs", number);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s, s:s, s:i, s:s, s:s, s:s}", "language",
						  visit->demo->language, "ticket", number,
						  "counter", COUNTER, "folder", visit->demo->folder,
						  "pictures", visit->demo->pictures, "slip", slip));
	}
	text_format(counter, sizeof counter, "%d", COUNTER);
	output_say(admin, "admin.demo.played", number, counter);
	output_say(admin, "admin.demo.pictures", visit->demo->pictures, slip);
	return output_say(admin, "admin.demo.look", visit->demo->store);
}

static int play(struct visit *visit)
{
	char slip[PLACE_SIZE + 64] = "";
	enum result result = clear_line(visit->admin->desk);
	if (result != RESULT_OK) {
		return admin_refuse(visit->admin, result, NULL);
	}
	if (!start_all(visit)) {
		return ADMIN_FAILED;
	}
	if (!take_number(visit)) {
		return admin_fail(visit->admin, "admin.demo.step_failed", visit->trouble);
	}
	if (!check_slip(visit, slip, sizeof slip)) {
		return admin_fail(visit->admin, "admin.demo.no_slip", visit->ticket.number);
	}
	if (!do_steps(visit, signing_in, sizeof signing_in / sizeof signing_in[0]) ||
		!be_served(visit)) {
		return admin_fail(visit->admin, "admin.demo.step_failed", visit->trouble);
	}
	return report(visit, slip);
}

int demo_play_visit(struct admin *admin, const struct demo *demo)
{
	struct visit visit = {.admin = admin, .demo = demo};
	char error[512] = "";
	fprintf(stderr, "%s\n", language_text(admin->language, "admin.demo.no_screen"));
	signal(SIGPIPE, SIG_IGN); /* a program that dies early is told by its silence */
	enum result result = admin_open_desk(admin, error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	int status = play(&visit);
	for (int i = 0; i < PROGRAMS; i++) {
		child_end(&visit.children[i]);
	}
	return status;
}
