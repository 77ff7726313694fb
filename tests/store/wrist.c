#include "tests/store/wrist.h"

#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>

static void read_wrist(void *context, int64_t *out_wall_ms, int64_t *out_boot_ms,
	char out_boot_id[CLOCK_BOOT_ID_SIZE])
{
	const struct wrist *wrist = context;
	*out_wall_ms = wrist->wall_ms;
	*out_boot_ms = wrist->boot_ms;
	text_format(out_boot_id, CLOCK_BOOT_ID_SIZE, "boot-%d", wrist->boot);
}

void wrist_init(struct wrist *wrist, const struct stage *stage, const char *time)
{
	*wrist = (struct wrist){
		.source = {wrist, read_wrist}, .wall_ms = stage_ms(stage, time), .boot_ms = 5000};
}

void wrist_pass(struct wrist *wrist, int64_t ms)
{
	wrist->wall_ms += ms;
	wrist->boot_ms += ms;
}

void wrist_restart(struct wrist *wrist, int64_t ms)
{
	wrist->wall_ms += ms;
	wrist->boot_ms = 5000;
	wrist->boot++;
}

struct desk *wrist_desk(const struct wrist *wrist, const struct stage *stage)
{
	char error[512];
	struct desk *desk;
	const struct desk_options options = {
		.store = stage->store, .device = "test", .clock = &wrist->source};
	enum result result = desk_open(&options, &desk, error, sizeof error);
	if (result != RESULT_OK) {
		fprintf(stderr, "wrist: %s: %s\n", result_key(result), error);
		abort();
	}
	return desk;
}
