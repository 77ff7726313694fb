/*
 * frames WIDTH HEIGHT TIMES: the waiting room's screen with the program's own loop and painter. A
 * picture fades in and a number is called, TIMES times in turn, and between them all is still. Says
 * how many frames there were, how even, and what they cost.
 */
#include "app/base/clock.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/display/slides.h"
#include "app/ui/loop.h"
#include "tests/bench/samples.h"
#include "tests/screens/display_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { STILL_MS = 1000, FRAME_US = 1000000 / 60 };

struct stand {
	struct room room;
	struct loop *loop;
	struct draw_picture picture;
	int left;          /* rounds */
	bool calling;      /* else the picture */
	int64_t since;     /* ticks: this began */
	int64_t shown_us;  /* the last frame of a motion; 0 = none yet */
	bool moves;        /* the frame being drawn is one of a motion */
	int moving, still; /* frames */
	int64_t moving_ms;
	struct samples gaps, work;
	int64_t began_us;
};

static int64_t motion_ms(const struct stand *stand)
{
	return stand->calling ? SCENE_RISE_MS : SLIDES_FADE_MS;
}

/* The next motion; the number and the picture are others each time. */
static void begin(struct stand *stand, int64_t ticks)
{
	struct display_model *model = &stand->room.model;
	char number[TICKET_NUMBER_SIZE];
	stand->calling = !stand->calling;
	stand->since = ticks;
	stand->shown_us = 0;
	stand->moving_ms += motion_ms(stand);
	stand->left--;
	stand->picture.id++;
	model->scene.showing = false;
	model->picture = &stand->picture;
	if (stand->calling) {
		text_format(number, sizeof number, "K%03d", stand->left % 1000);
		room_call(&stand->room, number, 2);
		room_occupy(&stand->room, 2, VIEW_CALLED, number);
		scene_take(&model->scene, &stand->room.view, ticks);
	}
}

/* Only what moves: the flashes of a call are no motion of sixty frames. */
static void frame(void *context, struct ui *ui)
{
	struct stand *stand = context;
	struct display_model *model = &stand->room.model;
	stand->began_us = clock_ticks_us();
	if (ui->ticks_ms - stand->since >= motion_ms(stand) + STILL_MS) {
		if (stand->left == 0) {
			loop_quit(stand->loop);
			return;
		}
		begin(stand, ui->ticks_ms);
	}
	int64_t age = ui->ticks_ms - stand->since;
	stand->moves = age < motion_ms(stand);
	model->picture_share = stand->moves ? (double)age / (double)SLIDES_FADE_MS : 1;
	display_frame(ui, model);
	ui->wake_ms = stand->moves ? slides_next_frame(stand->since, ui->ticks_ms)
				   : stand->since + motion_ms(stand) + STILL_MS;
}

static void shown(void *context)
{
	struct stand *stand = context;
	int64_t now = clock_ticks_us();
	if (!stand->moves) {
		stand->still++;
		return;
	}
	stand->moving++;
	samples_add(&stand->work, (double)(now - stand->began_us) / 1000);
	if (stand->shown_us) {
		samples_add(&stand->gaps, (double)(now - stand->shown_us) / 1000);
	}
	stand->shown_us = now;
}

static double cpu_ms(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static uint32_t *make_pixels(int width, int height)
{
	uint32_t *pixels = memory_zeroed((size_t)width * (size_t)height, sizeof *pixels);
	for (int i = 0; i < width * height; i++) {
		pixels[i] = (uint32_t)i * 2654435761U >> 8;
	}
	return pixels;
}

static void run(struct stand *stand, int width, int height, struct language *language)
{
	struct loop_options options = {
		.title = "frames", .width = width, .height = height, .hide_pointer = true};
	struct loop_program program = {.context = stand, .frame = frame, .shown = shown};
	stand->loop = loop_create(&options, &program);
	if (!stand->loop) {
		exit(1);
	}
	struct ui *ui = loop_ui(stand->loop);
	ui->language = language;
	ui->motion = true;
	int across, down;
	display_picture_room(ui, &stand->room.model, &across, &down);
	uint32_t *pixels = make_pixels(across, down);
	stand->picture = (struct draw_picture){1, across, down, pixels};
	double before = cpu_ms();
	begin(stand, clock_ticks_ms());
	loop_run(stand->loop);
	double used = cpu_ms() - before;
	printf("%dx%d: %d frames in %.1f s of motion (%.1f a second), %d while all was still; "
	       "CPU %.0f %% of the time of motion, stillness included\n",
		width, height, stand->moving, (double)stand->moving_ms / 1000,
		stand->moving * 1000.0 / (double)stand->moving_ms, stand->still,
		100 * used / (double)stand->moving_ms);
	samples_print(&stand->gaps, "  from frame to frame", "ms");
	samples_print(&stand->work, "  to draw and show one", "ms");
	loop_destroy(stand->loop);
	free(pixels);
}

int main(int argc, char **argv)
{
	static struct stand stand;
	if (argc != 5) {
		fprintf(stderr, "usage: frames TEXTS WIDTH HEIGHT TIMES\n");
		return 2;
	}
	struct language *language = language_open(argv[1], "id");
	if (!language) {
		return 1;
	}
	room_fill_board(&stand.room);
	stand.room.view.waiting_total = 0;
	stand.room.model.scene.calls.begun = true;
	stand.left = 2 * (int)strtol(argv[4], NULL, 10);
	run(&stand, (int)strtol(argv[2], NULL, 10), (int)strtol(argv[3], NULL, 10), language);
	samples_finish(&stand.gaps);
	samples_finish(&stand.work);
	language_close(language);
	return 0;
}
