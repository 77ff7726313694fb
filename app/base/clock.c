#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* 2026-01-01T00:00:00Z */
static const int64_t year_2026_ms = INT64_C(1767225600000);

static int64_t read_us(clockid_t id)
{
	struct timespec now = {0};
	if (clock_gettime(id, &now) != 0) {
		log_error("clock", "clock %d cannot be read", (int)id);
	}
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t read_ms(clockid_t id)
{
	return read_us(id) / 1000;
}

/* Linux names each boot in this file (Documentation/admin-guide/sysctl/kernel.rst, "random"). */
static void read_boot_id(char out_id[CLOCK_BOOT_ID_SIZE])
{
	char line[CLOCK_BOOT_ID_SIZE + 1] = "";
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "r");
	if (file != NULL) {
		if (fgets(line, sizeof line, file) == NULL) {
			line[0] = '\0';
		}
		fclose(file);
	}
	line[strcspn(line, "\n")] = '\0';
	text_copy(out_id, CLOCK_BOOT_ID_SIZE, line[0] != '\0' ? line : "unknown");
}

static void read_source(const struct clock *clock, struct instant *out_instant)
{
	if (clock->source != NULL) {
		clock->source->read(clock->source->context, &out_instant->wall_ms,
			&out_instant->boot_ms, out_instant->boot_id);
		return;
	}
	out_instant->wall_ms = read_ms(CLOCK_REALTIME);
	out_instant->boot_ms = read_ms(CLOCK_BOOTTIME);
}

void clock_init(struct clock *clock, const struct clock_source *source)
{
	*clock = (struct clock){.source = source};
	if (source == NULL) {
		read_boot_id(clock->at.boot_id);
	}
	read_source(clock, &clock->at);
	clock->offset_ms = clock->at.wall_ms - clock->at.boot_ms;
}

bool clock_is_plausible(const struct clock *clock)
{
	struct instant now;
	clock_read(clock, &now);
	return clock->fixed || now.wall_ms >= year_2026_ms;
}

void clock_init_fixed(struct clock *clock, int64_t office_ms)
{
	*clock = (struct clock){
		.fixed = true,
		.at = {.office_ms = office_ms, .wall_ms = office_ms, .boot_ms = office_ms},
	};
	text_copy(clock->at.boot_id, sizeof clock->at.boot_id, "training");
}

void clock_set_offset(struct clock *clock, int64_t offset_ms)
{
	clock->offset_ms = offset_ms;
}

void clock_read(const struct clock *clock, struct instant *out_instant)
{
	*out_instant = clock->at;
	if (clock->fixed) {
		return;
	}
	read_source(clock, out_instant);
	out_instant->office_ms = out_instant->boot_ms + clock->offset_ms;
}

int64_t clock_ticks_ms(void)
{
	return read_ms(CLOCK_MONOTONIC);
}

int64_t clock_ticks_us(void)
{
	return read_us(CLOCK_MONOTONIC);
}
