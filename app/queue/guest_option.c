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
	switch (field) {
	case GUEST_SEX: return sexes;
	case GUEST_AGE_BAND: return age_bands;
	case GUEST_EDUCATION: return educations;
	case GUEST_OCCUPATION: return occupations;
	case GUEST_INSTITUTION_KIND: return institution_kinds;
	case GUEST_PURPOSE: return purposes;
	case GUEST_DTSEN: return registry;
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
