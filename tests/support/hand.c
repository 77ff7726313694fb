/*
 * hand: what a person does at the display, one command a call.
 *   hand tap X Y [TIMES GAP_MS]     taps, GAP_MS from one release to the next press
 *   hand press X Y | release | move X Y
 *   hand key X Y NAME …             keys by their X names, to the window at that place
 *   hand chord X Y NAME …           the same, held together: Alt_L F4
 *   hand close X Y                  asks the window there to close
 *   hand monkey SEED COUNT X Y W H  so many random taps, drags and keys within that place
 *   hand shot FILE [X Y W H]        the display, or a part of it, as a PNG
 *   hand differs FILE X Y W H       prints how many pixels there differ from the PNG
 */
#include "tests/support/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int number(const char *text)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (end == text || *end != '\0' || value < 0 || value > 100000) {
		fprintf(stderr, "hand: %s is not a place or count\n", text);
		exit(2);
	}
	return (int)value;
}

static void pause_ms(int ms)
{
	struct timespec time = {ms / 1000, ms % 1000 * 1000000L};

	nanosleep(&time, NULL);
}

static void tap(struct screen *screen, int x, int y, int times, int gap_ms)
{
	for (int i = 0; i < times; i++) {
		if (i > 0) {
			pause_ms(gap_ms);
		}
		screen_press(screen, x, y);
		pause_ms(30);
		screen_release(screen);
	}
}

/* The linear congruential generator of POSIX.1-2017, "rand": the same everywhere. */
static int below(unsigned long *state, int limit)
{
	*state = *state * 1103515245UL + 12345UL;
	return (int)((*state >> 16) % 32768UL) % limit;
}

static void monkey(struct screen *screen, unsigned long seed, int count, const int place[4])
{
	static const char *const keys[] = {"Escape", "Return", "space", "Tab", "Left", "Right",
		"Up", "Down", "BackSpace", "a", "Z", "7", "at", "F4", "F11", "Delete", "Print"};

	screen_focus(screen, place[0] + 4, place[1] + 4);
	for (int i = 0; i < count; i++) {
		int x = place[0] + below(&seed, place[2]), y = place[1] + below(&seed, place[3]);
		int kind = below(&seed, 8);
		if (kind == 0) {
			screen_key(screen, keys[below(&seed, sizeof(keys) / sizeof(keys[0]))]);
		} else if (kind == 1) {
			screen_press(screen, x, y);
			for (int step = 0; step < 5; step++) {
				screen_move(screen, place[0] + below(&seed, place[2]),
					place[1] + below(&seed, place[3]));
			}
			screen_release(screen);
		} else {
			tap(screen, x, y, kind == 2 ? 3 : 1, 60);
		}
		pause_ms(kind == 3 ? 450 : 20);
	}
}

static bool shoot(struct screen *screen, int count, char **values)
{
	int width, height;

	screen_size(screen, &width, &height);
	if (count == 1) {
		return screen_write_png(screen, 0, 0, width, height, values[0]);
	}
	return screen_write_png(screen, number(values[1]), number(values[2]), number(values[3]),
		number(values[4]), values[0]);
}

static bool compare(struct screen *screen, char **values)
{
	int count = screen_differs(screen, number(values[1]), number(values[2]), number(values[3]),
		number(values[4]), values[0]);

	if (count >= 0) {
		printf("%d\n", count);
	}
	return count >= 0;
}

static bool tell_saver(struct screen *screen)
{
	long rest_ms;
	bool blank = screen_is_blank(screen, &rest_ms);

	printf("%s %ld\n", blank ? "blank" : "lit", rest_ms);
	return rest_ms >= 0;
}

/* False when the command is not one of them. */
static bool act(struct screen *screen, const char *verb, int count, char **values, bool *out_done)
{
	*out_done = true;
	if (strcmp(verb, "tap") == 0 && (count == 2 || count == 4)) {
		tap(screen, number(values[0]), number(values[1]),
			count == 4 ? number(values[2]) : 1, count == 4 ? number(values[3]) : 0);
	} else if (strcmp(verb, "press") == 0 && count == 2) {
		screen_press(screen, number(values[0]), number(values[1]));
	} else if (strcmp(verb, "release") == 0 && count == 0) {
		screen_release(screen);
	} else if (strcmp(verb, "move") == 0 && count == 2) {
		screen_move(screen, number(values[0]), number(values[1]));
	} else if (strcmp(verb, "key") == 0 && count > 2) {
		screen_focus(screen, number(values[0]), number(values[1]));
		for (int i = 2; i < count && *out_done; i++) {
			*out_done = screen_key(screen, values[i]);
			pause_ms(20);
		}
	} else if (strcmp(verb, "chord") == 0 && count > 2) {
		screen_focus(screen, number(values[0]), number(values[1]));
		*out_done = screen_chord(screen, count - 2, values + 2);
	} else if (strcmp(verb, "close") == 0 && count == 2) {
		screen_ask_to_close(screen, number(values[0]), number(values[1]));
	} else if (strcmp(verb, "monkey") == 0 && count == 6) {
		const int place[4] = {
			number(values[2]), number(values[3]), number(values[4]), number(values[5])};
		monkey(screen, (unsigned long)number(values[0]), number(values[1]), place);
	} else if (strcmp(verb, "shot") == 0 && (count == 1 || count == 5)) {
		*out_done = shoot(screen, count, values);
	} else if (strcmp(verb, "differs") == 0 && count == 5) {
		*out_done = compare(screen, values);
	} else if (strcmp(verb, "saver") == 0 && count == 0) {
		*out_done = tell_saver(screen);
	} else {
		return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	struct screen *screen = argc > 1 ? screen_open() : NULL;
	bool done = false;

	if (argc > 1 && screen == NULL) {
		return 1;
	}
	if (argc < 2 || !act(screen, argv[1], argc - 2, argv + 2, &done)) {
		fprintf(stderr,
			"usage: hand tap|press|release|move|key|chord|close|monkey|shot|differs|saver …\n");
		screen_close(screen);
		return 2;
	}
	screen_close(screen);
	return done ? 0 : 1;
}
