#include "app/admin/child.h"
#include "app/admin/demo.h"
#include "app/base/text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

enum { KIOSK, CONSOLE, DISPLAY, PROGRAMS };

enum {
	TITLE = 40,         /* room for a window's title bar */
	KIOSK_WIDTH = 1600, /* no larger than this on a large desktop */
};

static const char *const names[PROGRAMS] = {"giliran-kiosk", "giliran-console", "giliran-display"};

static int least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * Kiosk (16:9) at the left, console (16:10) over display (16:9) at the right, none over another:
 * the right column is as wide as lets its two windows and their titles fit the height.
 */
static void arrange(struct demo_place room, struct demo_place places[PROGRAMS])
{
	int right = least(room.w * 42 / 100, (room.h - 2 * TITLE) * 16 / 19);
	int left = least(least(room.w - right, KIOSK_WIDTH), (room.h - TITLE) * 16 / 9);
	int column = room.x + room.w - right;
	places[KIOSK] = (struct demo_place){room.x, room.y, left, left * 9 / 16};
	places[CONSOLE] = (struct demo_place){column, room.y, right, right * 10 / 16};
	places[DISPLAY] = (struct demo_place){
		column, room.y + right * 10 / 16 + TITLE, right, right * 9 / 16};
}

/* Reads "X Y W H". */
static bool read_place(const char *text, struct demo_place *out_place)
{
	int64_t numbers[4];
	for (int i = 0; i < 4; i++) {
		char word[16];
		size_t length = strcspn(text, " ");
		text_format(word, sizeof word, "%.*s", (int)least((int)length, 15), text);
		if (!text_to_int(word, i < 2 ? 0 : 480, 32767, &numbers[i])) {
			return false;
		}
		text += length + (text[length] == ' ');
	}
	*out_place = (struct demo_place){
		(int)numbers[0], (int)numbers[1], (int)numbers[2], (int)numbers[3]};
	return true;
}

bool demo_find_desktop(struct demo_place *out_room)
{
	static const char *const arguments[] = {"--desktop", NULL};
	char answer[64] = "";
	struct child child;
	bool found = child_start(&child, names[DISPLAY], arguments, true, "/dev/null") &&
		     child_hear(&child, answer, sizeof answer) && read_place(answer, out_room);
	child_end(&child);
	return found;
}

static bool start(
	const struct demo *demo, int program, struct demo_place place, struct child *child)
{
	char size[32], corner[32];
	const char *arguments[CHILD_ARGUMENTS] = {"--store", demo->store, "--language",
		demo->language, "--demo", "--exit-key", "--window", size, "--place", corner, NULL};
	text_format(size, sizeof size, "%dx%d", place.w, place.h);
	text_format(corner, sizeof corner, "%d,%d", place.x, place.y);
	if (program == KIOSK) {
		arguments[10] = "--printer";
		arguments[11] = demo->printer;
	}
	return child_start(child, names[program], arguments, false, demo->log);
}

/* Until every window is closed, or this program is told to end and passes it on. */
static void wait_for(struct child *children, const sigset_t *signals)
{
	int open = PROGRAMS;
	while (open > 0) {
		int number = 0;
		pid_t ended = 0;
		if (sigwait(signals, &number) != 0 || number != SIGCHLD) {
			break;
		}
		while ((ended = waitpid(-1, NULL, WNOHANG)) > 0) {
			for (int i = 0; i < PROGRAMS; i++) {
				open -= child_take_end(&children[i], ended);
			}
		}
	}
}

int demo_open_windows(struct admin *admin, const struct demo *demo, const struct demo_place *room)
{
	struct child children[PROGRAMS] = {0};
	struct demo_place places[PROGRAMS];
	sigset_t signals;
	int status = ADMIN_DONE;
	arrange(*room, places);
	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGHUP);
	sigaddset(&signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	for (int i = 0; i < PROGRAMS && status == ADMIN_DONE; i++) {
		if (!start(demo, i, places[i], &children[i])) {
			status = admin_fail(admin, "admin.demo.program", names[i]);
		}
	}
	if (status == ADMIN_DONE) {
		fprintf(stderr, "%s\n", language_text(admin->language, "admin.demo.windows"));
		wait_for(children, &signals);
	}
	for (int i = 0; i < PROGRAMS; i++) {
		child_end(&children[i]);
	}
	return status;
}
