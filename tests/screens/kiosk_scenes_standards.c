#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"
#include "app/desk/office_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What an office publishes of its services, as real offices do and at its longest. */
enum { CARDS = 9, COLUMNS = 2 }; /* of a page on the wide screen */
enum { KONS = 0, JUAL = 1, PERP = 2 };

static void open_office(struct stage *stage, const char *name)
{
	char path[1024], error[400] = "";
	const struct calendar_local moment = {
		.year = 2026, .month = 11, .day = 23, .hour = 10, .minute = 13};
	snprintf(path, sizeof(path), "%s/offices/%s.conf", getenv("GILIRAN_ASSETS"), name);
	assert_int_equal(office_file_read_whole(
				 path, &stage->office, &stage->standards, error, sizeof(error)),
		RESULT_OK);
	stage->lobby.now_ms = calendar_join(&stage->office, &moment);
}

static void open_list(struct stage *stage, const char *name)
{
	open_office(stage, name);
	stage_act(stage, ACTION_STANDARDS);
}

static void open_page(struct stage *stage, const char *name, int service, int page)
{
	open_list(stage, name);
	stage_pick(stage, ACTION_STANDARD, GUEST_NAME, service);
	if (page > 0) {
		stage_pick(stage, ACTION_LEAF, GUEST_NAME, page * COLUMNS);
	}
}

static void standards(struct stage *stage)
{
	open_list(stage, "tana-tidung");
}

static void standards_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	open_list(stage, "pasuruan");
}

/* As many services as an office may have, each promise as long as can be. */
static void fill_services(struct stage *stage)
{
	struct office *office = &stage->office;
	scene_lengthen(stage);
	for (int i = 1; i < OFFICE_SERVICES; i++) {
		office->services[i] = office->services[KONS];
		text_format(office->services[i].code, OFFICE_CODE_SIZE, "S%d", i);
	}
	for (int i = 0; i < OFFICE_SERVICES; i++) {
		office->services[i].standards[0].limit = 365;
		office->services[i].standards[0].unit = OFFICE_WORKING_DAYS;
		office->services[i].standards[0].start = OFFICE_COMPLETE;
		office->services[i].fee = (enum office_fee)(i % 3);
	}
	office->service_count = OFFICE_SERVICES;
}

static void standards_long(struct stage *stage)
{
	open_list(stage, "pasuruan");
	fill_services(stage);
}

static void standards_long_last(struct stage *stage)
{
	standards_long(stage);
	stage_pick(stage, ACTION_LEAF, GUEST_NAME, CARDS);
}

/* A store of before: services, but nothing published. */
static void standards_empty(struct stage *stage)
{
	stage_act(stage, ACTION_STANDARDS);
	stage->lobby.standards = NULL;
}

static void standard_sale(struct stage *stage)
{
	open_page(stage, "tana-tidung", JUAL, 0);
}

static void standard_sale_2(struct stage *stage)
{
	open_page(stage, "tana-tidung", JUAL, 1);
}

static void standard_sale_last(struct stage *stage)
{
	open_page(stage, "tana-tidung", JUAL, 99);
}

static void standard_channels(struct stage *stage)
{
	open_page(stage, "pasuruan", KONS, 0);
}

static void standard_channels_2(struct stage *stage)
{
	open_page(stage, "pasuruan", KONS, 1);
}

static void standard_bombana(struct stage *stage)
{
	open_page(stage, "bombana", KONS, 0);
}

/* A sale that promises no time. */
static void standard_no_promise(struct stage *stage)
{
	open_page(stage, "pasuruan", JUAL, 0);
}

static void standard_none(struct stage *stage)
{
	open_page(stage, "tana-tidung", PERP, 0);
}

static void standard_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	open_page(stage, "pasuruan", KONS, 0);
}

/* Under a heading as long as may be, if there is more than one. */
static void publish(
	struct stage *stage, int service, enum standard_part part, int lines, const char *text)
{
	for (int i = 0; i < lines; i++) {
		struct standard_line line = {.service = service, .part = part};
		line.heading = i == 0 && lines > 1;
		size_t size = line.heading ? OFFICE_NAME_SIZE : OFFICE_TEXT_SIZE;
		for (int j = 0; j < OFFICE_LANGUAGES; j++) {
			text_copy(line.text[j], size, text);
		}
		assert_true(standard_add(&stage->standards, &line));
	}
}

/* Every line as long as can be, of the widest letters, and of ordinary words. */
static void publish_longest(struct stage *stage)
{
	enum { LINES = 5 };
	char wide[OFFICE_TEXT_SIZE], words[OFFICE_TEXT_SIZE] = "";
	memset(wide, 'W', sizeof(wide) - 1);
	wide[sizeof(wide) - 1] = '\0';
	while (strlen(words) + 16 < sizeof(words)) {
		size_t used = strlen(words);
		text_format(words + used, sizeof(words) - used, "pelayanan %zu ", used);
	}
	stage->standards.count = 0;
	for (int part = 0; part < STANDARD_PLEDGE; part++) {
		publish(stage, KONS, (enum standard_part)part, LINES, words);
		publish(stage, KONS, (enum standard_part)part, 1, wide);
	}
	publish(stage, STANDARD_OFFICE, STANDARD_PLEDGE, 8, words);
	publish(stage, STANDARD_OFFICE, STANDARD_PLEDGE, 1, wide);
}

static void set_channels(struct stage *stage)
{
	static const char *const channels[OFFICE_STANDARDS] = {
		"onsite", "online", "email", "phone", "letter", "videoconference"};
	struct office_service *service = &stage->office.services[KONS];
	for (int i = 0; i < OFFICE_STANDARDS; i++) {
		struct office_standard *standard = &service->standards[i];
		*standard = (struct office_standard){
			.limit = 365, .unit = OFFICE_WORKING_DAYS, .start = OFFICE_COMPLETE};
		text_copy(standard->channel, OFFICE_CHANNEL_SIZE, channels[i]);
	}
	service->standard_count = OFFICE_STANDARDS;
}

static void standard_long(struct stage *stage)
{
	open_page(stage, "pasuruan", KONS, 0);
	scene_lengthen(stage);
	publish_longest(stage);
	set_channels(stage);
}

static void standard_long_3(struct stage *stage)
{
	standard_long(stage);
	stage_pick(stage, ACTION_LEAF, GUEST_NAME, 2 * COLUMNS);
}

static void pledge(struct stage *stage)
{
	open_page(stage, "tana-tidung", STANDARD_OFFICE, 0);
}

static void pledge_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	pledge(stage);
}

static void pledge_long(struct stage *stage)
{
	pledge(stage);
	scene_lengthen(stage);
	publish_longest(stage);
}

static void pledge_long_last(struct stage *stage)
{
	pledge_long(stage);
	stage_pick(stage, ACTION_LEAF, GUEST_NAME, 99);
}

static void standard_idle(struct stage *stage)
{
	standard_sale(stage);
	stage_pass(stage, 75000);
	stage_pass(stage, 6000);
}

static const struct scene scenes[] = {
	{"standards", standards, true},
	{"standards-contrast", standards_contrast, false},
	{"standards-long", standards_long, true},
	{"standards-long-last", standards_long_last, false},
	{"standards-empty", standards_empty, false},
	{"standard-sale", standard_sale, true},
	{"standard-sale-2", standard_sale_2, false},
	{"standard-sale-last", standard_sale_last, true},
	{"standard-channels", standard_channels, true},
	{"standard-channels-2", standard_channels_2, false},
	{"standard-bombana", standard_bombana, false},
	{"standard-no-promise", standard_no_promise, false},
	{"standard-none", standard_none, false},
	{"standard-contrast", standard_contrast, true},
	{"standard-long", standard_long, true},
	{"standard-long-3", standard_long_3, false},
	{"pledge", pledge, true},
	{"pledge-contrast", pledge_contrast, false},
	{"pledge-long", pledge_long, false},
	{"pledge-long-last", pledge_long_last, false},
	{"standard-idle", standard_idle, false},
};

const struct scene *scene_standards_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_opinion_at(index - count);
}
