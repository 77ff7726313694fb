/* The guest book of offices that ask otherwise. */
#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"

#include <string.h>

enum { KONS = 0, DTSEN = 4 };

static void ask(struct stage *stage, enum guest_field field, enum guest_ask asked)
{
	for (int i = 0; i < stage->office.service_count; i++) {
		stage->office.services[i].asks[field] = asked;
	}
}

/* Everything there is, one question after another. */
static void ask_all(struct stage *stage)
{
	ask(stage, GUEST_ADDRESS, GUEST_REQUIRED);
	ask(stage, GUEST_BIRTH_YEAR, GUEST_REQUIRED);
	ask(stage, GUEST_DTSEN, GUEST_REQUIRED);
	ask(stage, GUEST_PARTY_MALE, GUEST_REQUIRED);
}

static void address(struct stage *stage)
{
	ask_all(stage);
	stage_to_field(stage, KONS, GUEST_ADDRESS);
}

static void year(struct stage *stage)
{
	ask_all(stage);
	stage_to_field(stage, KONS, GUEST_BIRTH_YEAR);
	stage_type(stage, GUEST_BIRTH_YEAR, "198");
}

static void year_wrong(struct stage *stage)
{
	year(stage);
	stage_type(stage, GUEST_BIRTH_YEAR, "1931");
}

static void registry(struct stage *stage)
{
	ask_all(stage);
	stage_to_field(stage, DTSEN, GUEST_DTSEN);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DTSEN, 6);
}

static void registry_other(struct stage *stage)
{
	registry(stage);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DTSEN, 5);
	stage_act(stage, ACTION_CONTINUE);
}

static void kind_other(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_INSTITUTION_KIND);
	stage_pick(stage, ACTION_CHOOSE, GUEST_INSTITUTION_KIND, 9);
}

static void item(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_DATA_NEEDED);
	stage_type(stage, GUEST_DATA_NEEDED, "Jumlah penduduk 2025 per kecamatan");
}

static void item_second(struct stage *stage)
{
	item(stage);
	stage_act(stage, ACTION_ITEM);
}

static void item_last(struct stage *stage)
{
	item(stage);
	for (int i = 1; i < GUEST_ITEMS; i++) {
		stage_act(stage, ACTION_ITEM);
		stage_pass(stage, 500);
		stage_type(stage, (enum guest_field)(GUEST_DATA_NEEDED + i), "Inflasi");
	}
}

/* To the brim with the widest letters. */
static void item_full(struct stage *stage)
{
	item(stage);
	char *text = stage->journey.visit.guest.data_needed[0];
	memset(text, 'W', GUEST_NOTE_SIZE - 1);
	stage_pick(stage, ACTION_REFUSED, GUEST_DATA_NEEDED, 0);
}

static void name_wrong(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_NAME);
	stage_type(stage, GUEST_NAME, "Siti_");
}

static void email_wrong(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_EMAIL);
	stage_type(stage, GUEST_EMAIL, "siti@gmail");
	stage_type(stage, GUEST_PHONE, "0812-55");
}

static void email_lost(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_EMAIL);
	stage_type(stage, GUEST_EMAIL, "siti@@");
}

static void only_institution(struct stage *stage)
{
	ask(stage, GUEST_NAME, GUEST_NO);
	stage_to_field(stage, KONS, GUEST_INSTITUTION);
}

static void only_phone(struct stage *stage)
{
	stage->office.services[KONS].asks[GUEST_EMAIL] = GUEST_NO;
	stage->office.services[KONS].asks[GUEST_PHONE] = GUEST_REQUIRED;
	stage_to_field(stage, KONS, GUEST_PHONE);
	stage_act(stage, ACTION_CONTINUE);
}

static void one_row(struct stage *stage)
{
	ask(stage, GUEST_SEX, GUEST_NO);
	ask(stage, GUEST_AGE_BAND, GUEST_NO);
	ask(stage, GUEST_EDUCATION, GUEST_OPTIONAL);
	stage_to_field(stage, KONS, GUEST_EDUCATION);
}

static void only_needs(struct stage *stage)
{
	ask(stage, GUEST_PARTY_MALE, GUEST_NO);
	stage_to_field(stage, KONS, GUEST_NEEDS);
	stage_pick(stage, ACTION_CHOOSE, GUEST_NEEDS, 1);
}

/* A group's size is known: only how it is made up is asked. */
static void group_needs(struct stage *stage)
{
	stage_to_field(stage, KONS, GUEST_NEEDS);
	stage->journey.visit.ways.party = 12;
	stage->journey.visit.guest.party_male = stage->journey.visit.guest.party_female = 0;
}

static void group_party(struct stage *stage)
{
	ask(stage, GUEST_NEEDS, GUEST_NO);
	stage_to_field(stage, KONS, GUEST_PARTY_MALE);
	stage->journey.visit.ways.party = 12;
	stage_pick(stage, ACTION_COUNT, GUEST_PARTY_MALE, 1);
}

static void only_party(struct stage *stage)
{
	ask(stage, GUEST_NEEDS, GUEST_NO);
	ask(stage, GUEST_SEX, GUEST_NO);
	ask(stage, GUEST_PARTY_MALE, GUEST_REQUIRED);
	stage_to_field(stage, KONS, GUEST_PARTY_MALE);
	stage_act(stage, ACTION_CONTINUE);
}

static void notice_more(struct stage *stage)
{
	ask_all(stage);
	stage_act(stage, ACTION_START);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, KONS);
}

static void notice_less(struct stage *stage)
{
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (guest_switch_name((enum guest_field)i) != NULL && i != GUEST_SEX) {
			ask(stage, (enum guest_field)i, GUEST_NO);
		}
	}
	ask(stage, GUEST_PARTY_MALE, GUEST_REQUIRED);
	stage_act(stage, ACTION_START);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, KONS);
}

static const struct scene scenes[] = {
	{"book-address", address, false},
	{"book-year", year, true},
	{"book-year-wrong", year_wrong, false},
	{"book-registry", registry, true},
	{"book-registry-other", registry_other, false},
	{"book-kind-other", kind_other, false},
	{"book-item", item, true},
	{"book-item-second", item_second, false},
	{"book-item-last", item_last, false},
	{"book-item-full", item_full, false},
	{"book-name-wrong", name_wrong, false},
	{"book-email-wrong", email_wrong, false},
	{"book-email-lost", email_lost, false},
	{"book-only-institution", only_institution, false},
	{"book-only-phone", only_phone, false},
	{"book-one-row", one_row, false},
	{"book-only-needs", only_needs, false},
	{"book-only-party", only_party, true},
	{"book-group-needs", group_needs, true},
	{"book-group-party", group_party, false},
	{"book-notice-more", notice_more, false},
	{"book-notice-less", notice_less, false},
};

const struct scene *scene_book_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_lists_at(index - count);
}
