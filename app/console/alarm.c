#include "app/console/alarm.h"

#include "app/base/text.h"

#include <string.h>

void alarm_init(struct alarm *alarm)
{
	*alarm = (struct alarm){.since_ms = TICKET_NEVER};
}

static bool hears_unattended(struct alarm *alarm, const struct shift *shift, int64_t now)
{
	struct view_unattended alone;
	if (!view_unattended(shift->view, shift->office, now, &alone)) {
		alarm->since_ms = TICKET_NEVER;
		return false;
	}
	/* Office time that was set back does not silence it until it is as late again. */
	bool again = now >= alarm->again_ms || alarm->again_ms > now + ALARM_AGAIN_MS;
	if (alarm->since_ms != TICKET_NEVER && !again) {
		return false;
	}
	alarm->since_ms = alone.since_ms;
	alarm->again_ms = now + ALARM_AGAIN_MS;
	return true;
}

static struct alarm_told *find_told(struct alarm *alarm, const char *number)
{
	for (int i = 0; i < ALARM_TOLD; i++) {
		if (strcmp(alarm->told[i].number, number) == 0) {
			return &alarm->told[i];
		}
	}
	struct alarm_told *told = &alarm->told[alarm->told_count++ % ALARM_TOLD];
	*told = (struct alarm_told){.phase = TARGET_ON_TIME};
	text_copy(told->number, sizeof(told->number), number);
	return told;
}

/* The phase that the counter's clock has come to; ON_TIME = nothing new. */
static enum target_phase hear_clock(struct alarm *alarm, const struct shift *shift, int64_t now)
{
	struct promise promise;
	const struct desk_view *view = shift->view;
	if (shift->phase != SHIFT_DESK || shift_counter(shift) == NULL) {
		return TARGET_ON_TIME;
	}
	if (strcmp(alarm->date, view->service_date) != 0) {
		memset(alarm->told, 0, sizeof(alarm->told));
		text_copy(alarm->date, sizeof(alarm->date), view->service_date);
	}
	promise_find(view, (int)(shift_counter(shift) - view->counters), now, &promise);
	if (!promise.running) {
		return TARGET_ON_TIME;
	}
	struct alarm_told *told = find_told(alarm, promise.number);
	bool news = promise.phase > told->phase;
	told->phase = promise.phase;
	return news ? promise.phase : TARGET_ON_TIME;
}

struct alarm_news alarm_hear(struct alarm *alarm, const struct shift *shift, int64_t now)
{
	struct alarm_news news = {.sound = ALARM_NOTHING};
	if (shift->view == NULL || shift->office == NULL) {
		return news;
	}
	enum target_phase phase = hear_clock(alarm, shift, now);
	news.late = phase == TARGET_LATE;
	if (phase == TARGET_SOON && alarm->rings_soon) {
		news.sound = ALARM_SOON;
	} else if (phase == TARGET_LATE && alarm->rings_late) {
		news.sound = ALARM_LATE;
	} else if (alarm->rings_unattended && hears_unattended(alarm, shift, now)) {
		news.sound = ALARM_UNATTENDED;
	}
	return news;
}
