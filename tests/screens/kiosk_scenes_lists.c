/* What the survey asks beside, and lists in an office's own words. */
#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"

#include <string.h>

enum { KONS = 0 };

static void ask(struct stage *stage, enum guest_field field, enum guest_ask asked)
{
	stage->office.services[KONS].asks[field] = asked;
}

static void to(struct stage *stage, enum guest_field field)
{
	ask(stage, field, GUEST_OPTIONAL);
	stage_to_field(stage, KONS, field);
}

static void disability(struct stage *stage)
{
	to(stage, GUEST_DISABILITY);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DISABILITY, 1);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DISABILITY_KIND, 4);
}

static void services_used(struct stage *stage)
{
	to(stage, GUEST_SERVICES_USED);
	stage_pick(stage, ACTION_CHOOSE, GUEST_SERVICES_USED, 1);
	stage_pick(stage, ACTION_CHOOSE, GUEST_SERVICES_USED, 16);
}

static void media(struct stage *stage)
{
	to(stage, GUEST_MEDIA);
	stage_pick(stage, ACTION_CHOOSE, GUEST_MEDIA, 1);
	stage_pick(stage, ACTION_CHOOSE, GUEST_MEDIA, 32);
}

static void media_other(struct stage *stage)
{
	media(stage);
	stage_act(stage, ACTION_CONTINUE);
	stage_type(stage, GUEST_MEDIA_OTHER, "Radio desa");
}

static void office_purpose(struct stage *stage)
{
	to(stage, GUEST_OFFICE_PURPOSE);
}

/* Two items; what is asked of the first one, called `words`. */
static void detail_of(struct stage *stage, const char *words)
{
	static const enum guest_field fields[] = {GUEST_DATA_LEVEL, GUEST_DATA_PERIOD,
		GUEST_DATA_REGION, GUEST_DATA_FROM, GUEST_DATA_NATIONAL};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		ask(stage, fields[i], GUEST_OPTIONAL);
	}
	stage_to_field(stage, KONS, GUEST_DATA_NEEDED);
	stage_type(stage, GUEST_DATA_NEEDED, words);
	stage_act(stage, ACTION_ITEM);
	stage_pass(stage, 500);
	stage_type(stage, GUEST_DATA_NEEDED_2, "Produk domestik regional bruto");
	stage->journey.visit.guest.institution_kind = 4;
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DATA_LEVEL, 3);
	stage_pick(stage, ACTION_CHOOSE, GUEST_DATA_PERIOD, 4);
}

static void detail(struct stage *stage)
{
	detail_of(stage, "Jumlah penduduk");
}

/* More words than any title holds. */
static void region(struct stage *stage)
{
	detail_of(stage,
		"Harga beras dan bahan pokok lain di Kabupaten Tana Tidung menurut kualitas, "
		"pasar, dan kecamatan, setiap bulan sejak sebelum pandemi");
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
	stage_type(stage, GUEST_DATA_REGION, "Kecamatan Sesayap Hilir");
}

static void years(struct stage *stage)
{
	region(stage);
	stage_act(stage, ACTION_CONTINUE);
	stage_pass(stage, 500);
	stage_type(stage, GUEST_DATA_FROM, "2020");
}

static void years_wrong(struct stage *stage)
{
	years(stage);
	stage_pick(stage, ACTION_FOCUS, GUEST_DATA_UNTIL, 0);
	stage_type(stage, GUEST_DATA_UNTIL, "2019");
	stage_act(stage, ACTION_CONTINUE);
}

/* As many of its own as an office may add, as long as they may be. */
static void add_own(struct stage *stage, enum guest_field field, int count)
{
	for (int i = 0; i < count; i++) {
		struct office_option *own = &stage->office.options[stage->office.option_count++];
		*own = (struct office_option){.field = field, .code = GUEST_OWN_MIN + i};
		for (int k = 0; k < OFFICE_LANGUAGES; k++) {
			text_copy(own->label[k], OFFICE_OPTION_SIZE,
				"Perangkat desa, kelurahan, kecamatan, atau lembaga adat daerah");
			text_copy(own->brief[k], OFFICE_BRIEF_SIZE, "Perangkat pemerintahan desa");
		}
	}
}

static void own_tiles(struct stage *stage)
{
	add_own(stage, GUEST_OCCUPATION, 10);
	stage_to_field(stage, KONS, GUEST_OCCUPATION);
	stage_pick(stage, ACTION_CHOOSE, GUEST_OCCUPATION, GUEST_OWN_MIN);
}

static void own_rows(struct stage *stage)
{
	add_own(stage, GUEST_EDUCATION, 4);
	stage_to_field(stage, KONS, GUEST_EDUCATION);
	stage_pick(stage, ACTION_CHOOSE, GUEST_EDUCATION, GUEST_OWN_MIN + 1);
}

static void notice_contact(struct stage *stage)
{
	text_copy(stage->office.privacy_contact, sizeof(stage->office.privacy_contact),
		"pelindungan@bps.go.id");
	stage_act(stage, ACTION_START);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, KONS);
}

static const struct scene scenes[] = {
	{"list-disability", disability, true},
	{"list-services-used", services_used, false},
	{"list-media", media, true},
	{"list-media-other", media_other, false},
	{"list-office-purpose", office_purpose, false},
	{"list-detail", detail, true},
	{"list-region", region, false},
	{"list-years", years, true},
	{"list-years-wrong", years_wrong, false},
	{"list-own-tiles", own_tiles, true},
	{"list-own-rows", own_rows, true},
	{"list-notice-contact", notice_contact, true},
};

const struct scene *scene_lists_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_code_at(index - count);
}
