#include "app/queue/guest.h"

/*
 * Codes follow the survey of data needs (domain.md §1.2) and are only ever added to: a code is
 * never given another meaning, and one that is asked no more moves to `retired`. The order is that
 * in which options are shown, "other" last.
 */
static const struct guest_option sexes[] = {
	{GUEST_MAN, "sex.male", false},
	{GUEST_WOMAN, "sex.female", false},
	{0, NULL, false},
};

static const struct guest_option age_bands[] = {
	{1, "age_band.under_17", false},
	{2, "age_band.17_25", false},
	{3, "age_band.26_34", false},
	{4, "age_band.35_44", false},
	{5, "age_band.45_54", false},
	{6, "age_band.55_65", false},
	{7, "age_band.over_65", false},
	{0, NULL, false},
};

/* 1 stood for the four that are 6 to 9 now. */
static const struct guest_option educations[] = {
	{6, "education.none", false},
	{7, "education.primary", false},
	{8, "education.junior", false},
	{9, "education.senior", false},
	{2, "education.diploma", false},
	{3, "education.bachelor", false},
	{4, "education.master", false},
	{5, "education.doctor", false},
	{0, NULL, false},
};

static const struct guest_option occupations[] = {
	{1, "occupation.student", false},
	{2, "occupation.researcher", false},
	{3, "occupation.civil_servant", false},
	{4, "occupation.state_company", false},
	{5, "occupation.private_company", false},
	{6, "occupation.self_employed", false},
	{7, "occupation.other", true},
	{0, NULL, false},
};

static const struct guest_option institution_kinds[] = {
	{1, "institution_kind.state_body", false},
	{2, "institution_kind.ministry", false},
	{3, "institution_kind.security", false},
	{4, "institution_kind.local_government", false},
	{5, "institution_kind.international", false},
	{6, "institution_kind.research_education", false},
	{7, "institution_kind.state_company", false},
	{8, "institution_kind.private", false},
	{9, "institution_kind.other", true},
	{0, NULL, false},
};

static const struct guest_option purposes[] = {
	{1, "purpose.study", false},
	{2, "purpose.government", false},
	{3, "purpose.commercial", false},
	{4, "purpose.research", false},
	{5, "purpose.other", true},
	{0, NULL, false},
};

static const struct guest_option registry[] = {
	{6, "dtsen.check", false},
	{1, "dtsen.verify", false},
	{3, "dtsen.update", false},
	{4, "dtsen.objection", false},
	{2, "dtsen.complaint", false},
	{5, "dtsen.other", true},
	{0, NULL, false},
};

/* At the office itself (domain.md §1.2, layanan_kantor); 99 is the survey's own "other". */
static const struct guest_option office_purposes[] = {
	{1, "office_purpose.complaint", false},
	{2, "office_purpose.consultation", false},
	{3, "office_purpose.offer", false},
	{99, "office_purpose.other", true},
	{0, NULL, false},
};

/* Bits, as the survey adds them up. */
static const struct guest_option media[] = {
	{1, "media.onsite", false},
	{2, "media.pst_online", false},
	{4, "media.website", false},
	{8, "media.mail", false},
	{16, "media.chat", false},
	{32, "media.other", true},
	{0, NULL, false},
};

static const struct guest_option services_used[] = {
	{1, "services_used.library", false},
	{2, "services_used.publications", false},
	{4, "services_used.microdata", false},
	{8, "services_used.website", false},
	{16, "services_used.consultation", false},
	{32, "services_used.recommendation", false},
	{0, NULL, false},
};

static const struct guest_option disabilities[] = {
	{1, "disability.yes", false},
	{2, "disability.no", false},
	{0, NULL, false},
};

/* UU 8/2016 art. 4. */
static const struct guest_option disability_kinds[] = {
	{1, "disability_kind.physical", false},
	{2, "disability_kind.intellectual", false},
	{3, "disability_kind.mental", false},
	{4, "disability_kind.sensory", false},
	{0, NULL, false},
};

static const struct guest_option levels[] = {
	{1, "data_level.nation", false},
	{2, "data_level.province", false},
	{3, "data_level.regency", false},
	{4, "data_level.district", false},
	{5, "data_level.village", false},
	{6, "data_level.individual", false},
	{7, "data_level.other", false},
	{0, NULL, false},
};

static const struct guest_option periods[] = {
	{1, "data_period.ten_years", false},
	{2, "data_period.five_years", false},
	{3, "data_period.three_years", false},
	{4, "data_period.year", false},
	{5, "data_period.half_year", false},
	{6, "data_period.quarter", false},
	{7, "data_period.month", false},
	{8, "data_period.week", false},
	{9, "data_period.day", false},
	{10, "data_period.other", false},
	{0, NULL, false},
};

static const struct guest_option national[] = {
	{1, "data_national.yes", false},
	{2, "data_national.no", false},
	{0, NULL, false},
};

/* Bits: a visitor may want several. The help wanted, never its reason (domain.md §6). */
static const struct guest_option needs[] = {
	{1, "needs.wheelchair", false},
	{2, "needs.companion", false},
	{4, "needs.sign_language", false},
	{8, "needs.reading", false},
	{0, NULL, false},
};

static const struct {
	enum guest_field field;
	struct guest_option option;
} retired[] = {
	{GUEST_EDUCATION, {1, "education.school", false}},
};

const struct guest_option *guest_options(enum guest_field field)
{
	switch (guest_field_first(field)) {
	case GUEST_SEX: return sexes;
	case GUEST_AGE_BAND: return age_bands;
	case GUEST_EDUCATION: return educations;
	case GUEST_OCCUPATION: return occupations;
	case GUEST_INSTITUTION_KIND: return institution_kinds;
	case GUEST_PURPOSE: return purposes;
	case GUEST_DTSEN: return registry;
	case GUEST_OFFICE_PURPOSE: return office_purposes;
	case GUEST_MEDIA: return media;
	case GUEST_SERVICES_USED: return services_used;
	case GUEST_DISABILITY: return disabilities;
	case GUEST_DISABILITY_KIND: return disability_kinds;
	case GUEST_DATA_LEVEL: return levels;
	case GUEST_DATA_PERIOD: return periods;
	case GUEST_DATA_NATIONAL: return national;
	case GUEST_NEEDS: return needs;
	default: return NULL;
	}
}

const struct guest_option *guest_find_option(enum guest_field field, int code)
{
	const struct guest_option *option = guest_options(field);
	for (; option != NULL && option->code != 0; option++) {
		if (option->code == code) {
			return option;
		}
	}
	for (size_t i = 0; i < sizeof retired / sizeof retired[0]; i++) {
		if (retired[i].field == field && retired[i].option.code == code) {
			return &retired[i].option;
		}
	}
	return NULL;
}

int guest_education_level(int education)
{
	enum { SECONDARY_OR_LESS = 1, DIPLOMA, BACHELOR, MASTER, DOCTOR };
	switch (education) {
	case 1:
	case 6:
	case 7:
	case 8:
	case 9: return SECONDARY_OR_LESS;
	case 2: return DIPLOMA;
	case 3: return BACHELOR;
	case 4: return MASTER;
	case 5: return DOCTOR;
	default: return 0;
	}
}

int guest_age_band(int birth_year, int year)
{
	static const int last_age[] = {16, 25, 34, 44, 54, 65}; /* of all bands but the highest */
	enum { BELOW_TOP = sizeof last_age / sizeof last_age[0] };
	if (birth_year < GUEST_BIRTH_MIN || birth_year > year) {
		return 0;
	}
	int band = 0;
	while (band < BELOW_TOP && year - birth_year > last_age[band]) {
		band++;
	}
	return band + 1;
}
